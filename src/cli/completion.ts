import { readFileSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';
import { complete } from './complete.ts';
import { run } from './run.ts';

const usage = `Usage: dossier completion bash|zsh|fish

Prints a script that makes a shell complete commands, options, segments and addresses, after dossier and npx dossier.
Install it once, in the folder of a dossier:
  bash  npx dossier completion bash >> ~/.bashrc
  zsh   npx dossier completion zsh >> ~/.zshrc
  fish  npx dossier completion fish > ~/.config/fish/conf.d/dossier.fish
The script then asks the engine of the current folder.`;

const shells = ['bash', 'zsh', 'fish'];

// The query from the shell scripts: the words on the line may include --help, but are not options of this command.
const words = process.argv.splice(3);

await run(usage, async () => {
  const [shell = ''] = process.argv.slice(2);
  if (shell === '--words') console.log((await complete(words)).join('\n'));
  else if (shells.includes(shell))
    process.stdout.write(readFileSync(new URL(`./completion.${shell}`, import.meta.url), 'utf8'));
  else throw new UsageError(usage);
  return 0;
});
