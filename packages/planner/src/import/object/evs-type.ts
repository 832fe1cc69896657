const evsTypes = new Set(['sata', 'sas', 'ssd', 'gpssd', 'essd']);

/** The EVS type that a name of the source is; nothing where it is some other name: types are never guessed. */
export function evsTypeOf(name: string | undefined): { type?: string } {
  const type = name?.toLowerCase() ?? '';
  return evsTypes.has(type) ? { type } : {};
}
