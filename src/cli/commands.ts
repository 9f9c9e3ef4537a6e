import { extname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../model/nearest.ts';
import { commands } from './command-table.ts';

const help = `Usage: dossier <command> [<option> …]

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`)
  .join('\n')}

dossier <command> --help shows the help of a command, dossier --version the version of the engine. The dossier is the
folder content, or the one that DOSSIER names. Its site goes into dist, or into the folder that OUT names. Exit code 0 if
all is well, 1 if something was found or failed, 2 if there is nothing to read or the command was called wrongly.`;

const [name = '--help', ...rest] = process.argv.slice(2);
const asked = name === 'help' && rest[0] !== undefined ? rest[0] : name;
if (['--help', '-h', 'help'].includes(asked)) console.log(help);
else if (asked === '--version') console.log(packageJson.version);
else if (Object.hasOwn(commands, asked)) {
  // Each command parses its own arguments.
  process.argv.splice(2, Infinity, ...(name === 'help' ? ['--help'] : rest));
  await import(`./${asked}${extname(import.meta.url)}`);
} else {
  console.error(`Unknown command ${asked}${nearest(asked, Object.keys(commands))}.\n\n${help}`);
  process.exitCode = 2;
}
