import { extname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../model/nearest.ts';
import { commands } from './command-table.ts';

const help = `Usage: dossier <command> [<option> …]

${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(14)}${does}`)
  .join('\n')}

dossier <command> --help explains a command, dossier --version prints the version. The dossier is the folder content or
the one set as DOSSIER; its site goes into dist or the folder set as OUT. Exit code 0 for success, 1 if problems were
found or something failed, 2 if there is nothing to read or the command was used wrongly.`;

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
