const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
const pattern = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/** A Kubernetes resource quantity (`500m`, `1.5Gi`, `1e3`, `128974848`) as a number; undefined for anything else. */
export function parseQuantity(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, digits, exponent, suffix = ''] = match;
  const value = exponent !== undefined ? Number(`${digits}e${exponent}`) : Number(digits) * suffixes[suffix]!;
  return Number.isFinite(value) ? value : undefined;
}
