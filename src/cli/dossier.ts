#!/usr/bin/env node
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Import nothing until we know that this Node version can parse it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `dossier needs Node 22.13 or later, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
  );
  process.exitCode = 2;
} else {
  // Features that Node 22 lacks, or has only behind a flag.
  if (major === 22) setFlagsFromString('--js-regexp-duplicate-named-groups');
  RegExp.escape ??= (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // Caches compiled code between commands.
  module.enableCompileCache();
  await import('./commands.ts');
}
