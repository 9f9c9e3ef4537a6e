/** Whether the engine is installed as a package of the project that it runs for. */
export const installed = import.meta.url.includes('/node_modules/');

/** A file of the engine as a path from the folder of the project that it runs for. */
export const fileOfEngine = (path: string): string => (installed ? `node_modules/dossier/${path}` : path);

/** One of our commands as an editor types it: an npm script in the engine’s own repository, otherwise `npx dossier`. */
export function commandLine(command: string, ...args: string[]): string {
  if (installed) return ['npx dossier', command, ...args].join(' ');
  return [
    command === 'start' ? 'npm start' : `npm run ${command}`,
    ...(args.length > 0 ? ['--', ...args] : []),
  ].join(' ');
}
