import { join } from 'node:path';
import { judge } from '../check/check-dossier.ts';
import { commandLine } from '../model/command-line.ts';
import { counted } from '../model/counted.ts';
import { formatMessage } from '../model/message.ts';
import { compareVersions, latestRelease } from '../model/release.ts';
import { UsageError } from '../model/usage-error.ts';
import { addressesOf, fingerprinter } from '../permalinks/current-addresses.ts';
import { inLines } from '../model/json.ts';
import { decide, rewrite, type Decision } from '../permalinks/decide.ts';
import { register } from '../permalinks/register.ts';
import { argumentsOf } from './command-table.ts';
import { allowWriting, requireDossier } from './open-dossier.ts';
import { refuse, run } from './run.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier permalinks [--yes]
       dossier permalinks --move <address> <new address>
       dossier permalinks --gone <address> <edition>="why" …
       dossier permalinks --rewritten <address> "why"

Adds every new address of the dossier to permalinks.json, and redirects old addresses of items that have moved. If an
item no longer exists, say where its address redirects (--move) or why it is gone (--gone). If a text differs much from
the last release but means the same, raise version in dossier.yaml and say why (--rewritten). Exit code 1 if an
address is left that leads nowhere.`;

/** The maximum number of new addresses to list; git shows the rest. */
const SHOWN = 40;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('permalinks');
  const { dossier, messages } = await requireDossier();
  await allowWriting(dossier, values.yes);
  if (messages.length > 0)
    return refuse(
      ...messages.map(formatMessage),
      'Nothing was registered: unreadable files may have addresses.',
    );
  const addresses = addressesOf(dossier);
  const { version } = dossier.settings.value.dossier;
  let permalinks = dossier.permalinks.value;
  if (values.rewritten !== undefined) {
    const released = latestRelease(dossier.releases.list.value)?.version;
    if (released !== undefined && compareVersions(version, released) <= 0)
      throw new UsageError(
        `dossier.yaml gives version ${version}, but ${released} is already released: raise version first.`,
      );
    permalinks = rewrite(permalinks, values.rewritten, version, only(positionals, 'the reason'));
  } else {
    const decision = decisionOf(values, positionals);
    if (decision) permalinks = decide(permalinks, addresses, decision);
    else if (positionals.length > 0) throw new UsageError(`Unexpected ${positionals.join(' ')}.\n\n${usage}`);
  }
  const done = register(permalinks, addresses, version, fingerprinter(dossier));
  const errors = judge(dossier).filter(
    ({ level, ruleId }) => level === 'error' && !ruleId.startsWith('permalink'),
  );
  await writeFiles(new Map([[join(dossier.folder, 'permalinks.json'), inLines(done.permalinks)]]));

  for (const path of done.added.slice(0, SHOWN)) console.log(`+ ${path}`);
  if (done.added.length > SHOWN) console.log(`+ … and ${done.added.length - SHOWN} more`);
  const decided = permalinks.filter((line, i) => line !== dossier.permalinks.value[i]);
  for (const { path, successor, gone } of [
    ...decided,
    ...done.redirected.map((line) => ({ ...line, gone: undefined })),
  ])
    console.log(successor ? `${path} → ${successor}` : gone ? `${path} is gone` : `${path} is rewritten`);
  console.log(
    `${counted(done.added.length, 'address', 'addresses')} added, ${done.permalinks.length} in all.`,
  );
  if (errors.length > 0 && done.added.length + done.redirected.length > 0)
    console.error(
      `${commandLine('check')} finds ${counted(errors.length, 'error')}. If one of them is a mistake in an id, correct it, restore permalinks.json with git and register again: once published, registered addresses are permanent.`,
    );
  if (done.dead.length === 0) return 0;
  console.error(
    `${done.dead.length === 1 ? '1 address no longer works' : `${done.dead.length} addresses no longer work`}; ${commandLine('check')} lists them.`,
  );
  return 1;
});

function decisionOf(
  { move, gone }: Record<'move' | 'gone', string | undefined>,
  rest: string[],
): Decision | undefined {
  if (move !== undefined) return { from: move, to: only(rest, 'the address to redirect to') };
  if (gone === undefined) return undefined;
  const reasons = rest.map((one) => /^([a-z0-9-]+)=(.+)$/su.exec(one));
  if (reasons.length === 0 || reasons.includes(null))
    throw new UsageError('Say why it is gone, edition by edition: zh="…" en="…".');
  return {
    from: gone,
    gone: Object.fromEntries(reasons.map((match) => [match?.[1] ?? '', match?.[2] ?? ''])),
  };
}

function only([first, ...more]: string[], what: string): string {
  if (first === undefined || more.length > 0)
    throw new UsageError(`Expected ${what} after the address, and nothing else.`);
  return first;
}
