import { UsageError } from '../model/usage-error.ts';
import { failureOf } from './failure.ts';

/** Runs a command that returns its exit code; 2 means wrong usage or nothing to read. */
export async function run(usage: string, command: () => Promise<number>): Promise<void> {
  // The reader of the output may close it early, as in `… | head`.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exitCode = 0;
    return;
  }
  try {
    process.exitCode = await command();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) console.error(error.message);
    else if (isMisuse(error)) console.error(`${error.message}\n\n${usage}`);
    else {
      process.exitCode = 1;
      console.error(failureOf(error));
    }
  }
}

/** Says why a command has done nothing, and returns its exit code. */
export function refuse(...reasons: string[]): number {
  console.error(reasons.join('\n'));
  return 1;
}

/** An error of `parseArgs`, such as an unknown option. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
