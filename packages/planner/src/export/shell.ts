/** One word for a POSIX shell, whatever is in it. */
export function quote(text: string): string {
  return /^[\w./:=,+-]+$/.test(text) && !text.startsWith('-')
    ? text
    : `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}
