import { argumentsOf } from './command-table.ts';
import { portOf, refuseTaken } from './port.ts';

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
