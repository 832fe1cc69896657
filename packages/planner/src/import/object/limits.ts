/** What one machine or disk can have at most; more is a fault of the file, and an estate refuses it. */
export const limits = {
  vcpus: 1_000_000,
  memoryBytes: 2 ** 47,
  diskBytes: 2 ** 57,
  /** MiB of memory, GiB of disk. */
  amount: 100_000_000,
} as const;
