/** Options that several rules share. */
export const topologySchema = {
  type: 'string',
  refersTo: 'level',
  description: "A level of the problem, or 'host'.",
} as const;

export const groupSchema = { type: 'string', refersTo: 'group', description: 'Group id.' } as const;

export const groupsSchema = {
  type: 'array',
  items: { type: 'string', refersTo: 'group' },
  uniqueItems: true,
  description: 'Group ids; the rule holds for each group by itself.',
} as const;
