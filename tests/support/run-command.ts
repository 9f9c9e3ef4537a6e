import { Console } from 'node:console';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';

/** The result of a command: its exit code, and its output, separately and combined in printing order. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  output: string;
}

let runs = 0;

/**
 * Runs a command of `src/cli/`, such as `check`, in this process, where its modules are already loaded: a process of
 * its own takes a second. Sets the arguments, variables and folder as a process would have them, and restores
 * everything afterwards. Commands that serve or build need a process of their own.
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
    // A command runs when its module is evaluated, which happens once per URL.
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
