import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { engineFolder, tarballOf } from '../config/engine.ts';
import { commandLine, installed } from '../model/command-line.ts';
import { typedPath } from '../read/read-text.ts';
import { shellAssignment, shellWord } from './shell-assignment.ts';

/** The command that shows a dossier, after the one that installs the engine if `npx` has only lent it. */
export function nextStep(folder: string, isPrivate: boolean): string {
  const lent = installed ? installCommand(engineFolder, resolve('.')) : undefined;
  const start = [
    ...(folder === 'content' ? [] : [shellAssignment('DOSSIER', folder)]),
    ...(process.env['OUT'] ? [shellAssignment('OUT', process.env['OUT'])] : []),
    commandLine('start', ...(isPrivate ? ['--private'] : [])),
  ].join(' ');
  return [...(lent === undefined ? [] : [lent]), start].join(' && ');
}

/** The command that installs an engine in a folder; undefined if one is installed there or in a folder around it. */
export function installCommand(engine: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules', packageJson.name, 'package.json'))) return undefined;
    if (at === dirname(at)) break;
  }
  const tarball = tarballOf(engine);
  return `npm install ${tarball === undefined ? `${packageJson.name}@${packageJson.version}` : shellWord(typedPath(tarball))}`;
}
