/** Options that several rules share. */
export const topologySchema = { type: 'string', description: "A level of the problem, or 'host'." } as const;

export const groupsSchema = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'Group ids; the rule holds for each group by itself.',
} as const;
