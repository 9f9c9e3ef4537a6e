/** A variable with its value as it can be typed before a command in a shell: DOSSIER='my papers/canal'. */
export const shellAssignment = (name: string, value: string): string =>
  `${name}=${/^[\p{L}\p{N}_./:@%+=,-]+$/u.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`}`;
