import { once } from 'node:events';
import { createServer } from 'node:net';
import { UsageError } from '../model/usage-error.ts';
import { argumentsOf } from './command-table.ts';

/** Parses where to serve a site, and throws a UsageError if that is impossible. */
export async function readServing(
  args = process.argv.slice(2),
): Promise<{ port: number; host: string | undefined }> {
  const { values } = argumentsOf('preview', args);
  if (values.private) process.env['PRIVATE'] = '1';
  const port = portOf(values.port);
  await refuseTaken(port, values.host);
  return { port, host: values.host };
}

const USUAL = '4321';

/** The port to serve on: `--port`, else `PORT`, else 4321. */
export function portOf(option: string | undefined, environment: NodeJS.ProcessEnv = process.env): number {
  const asked = option ?? (environment['PORT'] || USUAL);
  const port = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  if (port < 1 || port > 65_535)
    throw new UsageError(`${asked} is not a port: give a number from 1 to 65535 with --port or PORT.`);
  return port;
}

/** Throws if a port is in use, since a server would otherwise silently take the next one. */
async function refuseTaken(port: number, host: string | undefined): Promise<void> {
  // A browser may resolve localhost to either of these.
  for (const address of host === undefined ? ['127.0.0.1', '::1'] : [host]) {
    const server = createServer().listen(port, address);
    try {
      await once(server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE')
        throw new UsageError(`Port ${port} is in use: give another with --port or PORT.`);
      if (code === 'EACCES')
        throw new UsageError(`Port ${port} may not be used: give one from 1024 to 65535.`);
      // A machine may lack one of the two addresses.
      if (host !== undefined) throw error;
    } finally {
      server.close();
    }
  }
}
