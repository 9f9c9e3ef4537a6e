/** A variable assignment as typed before a shell command: DOSSIER='my papers/canal'. */
export const shellAssignment = (name: string, value: string): string =>
  `${name}=${/^[\p{L}\p{N}_./:@%+=,-]+$/u.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`;
