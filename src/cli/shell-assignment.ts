/** A word as typed in a shell: 'my papers'. */
export const shellWord = (value: string): string =>
  /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

/** A variable assignment as typed before a shell command: DOSSIER='my papers/canal'. */
export const shellAssignment = (name: string, value: string): string => `${name}=${shellWord(value)}`;
