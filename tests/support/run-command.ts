import { Console } from 'node:console';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';

/** What a command comes to: its exit code, and what it printed, apart and in one piece, in the order of printing. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  output: string;
}

let runs = 0;

/**
 * Runs a command of `src/cli/`, such as `check`, in this process, where what it loads is loaded already: a process of its
 * own takes a second. It finds the arguments, variables and folder that it would find there, and leaves nothing behind.
 * Commands that serve or build stay for a process of their own.
 */
export async function runCommand(
  command: string,
  args: readonly string[] = [],
  {
    env = {},
    cwd = process.cwd(),
    module = resolve('src/cli', `${command}.ts`),
  }: { env?: Record<string, string>; cwd?: string; module?: string } = {},
): Promise<Outcome> {
  const outcome: Outcome = { code: 0, stdout: '', stderr: '', output: '' };
  const sink = (stream: 'stdout' | 'stderr'): Writable =>
    new Writable({
      decodeStrings: false,
      write(text: string, _encoding, done) {
        outcome[stream] += text;
        outcome.output += text;
        done();
      },
    });
  const before = {
    argv: process.argv,
    env: process.env,
    cwd: process.cwd(),
    exitCode: process.exitCode,
    console: globalThis.console,
    readings: globalThis.dossierReadings,
    listeners: process.stdout.listeners('error'),
  };
  process.argv = [process.execPath, module, ...args];
  process.env = { ...process.env, ...env };
  process.exitCode = undefined;
  process.chdir(cwd);
  globalThis.console = new Console(sink('stdout'), sink('stderr'));
  globalThis.dossierReadings = undefined;
  try {
    // A command runs when its module is read, which is once for each address.
    await import(`${module}?${++runs}`);
    outcome.code = Number(process.exitCode ?? 0);
  } finally {
    process.argv = before.argv;
    process.env = before.env;
    process.exitCode = before.exitCode;
    process.chdir(before.cwd);
    globalThis.console = before.console;
    globalThis.dossierReadings = before.readings;
    for (const listener of process.stdout.listeners('error'))
      if (!before.listeners.includes(listener)) process.stdout.off('error', listener as () => void);
  }
  return outcome;
}
