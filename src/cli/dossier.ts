#!/usr/bin/env node
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Nothing is imported before it is known that this Node can read it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `dossier needs Node 22.13 or later, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
  );
  process.exitCode = 2;
} else {
  // What Node 22 does not have, or only if it is told to.
  if (major === 22) setFlagsFromString('--js-regexp-duplicate-named-groups');
  RegExp.escape ??= (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // What was compiled for one command is there for the next.
  module.enableCompileCache();
  await import('./commands.ts');
}
