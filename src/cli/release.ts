import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDossier } from '../check/check-dossier.ts';
import { commandLine } from '../model/command-line.ts';
import { counted } from '../model/counted.ts';
import { formatMessage, type Message } from '../model/message.ts';
import { UsageError } from '../model/usage-error.ts';
import { compareVersions, latestRelease } from '../model/release.ts';
import { alignedSegments, confirmationOf } from '../review/confirmation.ts';
import type { Dossier } from '../read/dossier.ts';
import { chapterIn } from '../read/text-in.ts';
import { keepReadings } from '../read/read-dossier.ts';
import { RELEASED_PICTURES } from '../read/read-pictures.ts';
import { textDigest } from '../read/read-releases.ts';
import { addressesOf, fingerprinter } from '../permalinks/current-addresses.ts';
import { publicEditions, VERSION } from '../model/settings.ts';
import { freezeEdition } from '../render/freeze.ts';
import { inBlocks, inLines } from '../model/json.ts';
import { register, registryDigest, withFingerprints } from '../permalinks/register.ts';
import { pictureOf } from '../render/picture.ts';
import { argumentsOf } from './command-table.ts';
import { agrees, allowWriting, requireDossier } from './open-dossier.ts';
import { refuse, run } from './run.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier release [--yes] <version>

Freezes the present text of every public edition under releases/<version>/, permanently, and registers every address.
The version must be the one in dossier.yaml. Lists first what is not written, not compared or left to do, and asks
whether to go on; a script needs --yes. Exit code 1 if something prevents the release, 2 if the dossier cannot be read.`;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('release');
  const [version = '', ...more] = positionals;
  if (!VERSION.test(version) || more.length > 0) throw new UsageError(usage);
  keepReadings();
  const { dossier } = await requireDossier();
  await allowWriting(dossier, values.yes);
  const { messages } = await checkDossier(dossier.folder);
  const against = reasonAgainst(dossier, version, messages);
  if (against !== undefined) return refuse(against, 'Nothing was released.');
  const left = leftToDo(dossier, messages);
  if (left.length > 0) {
    console.error([`Release ${version} freezes a text that is not finished:`, ...left].join('\n  '));
    if (!values.yes && !(await agrees('Release it as it is?'))) throw new UsageError('Nothing was released.');
  }
  await release(dossier, version);
  return 0;
});

function reasonAgainst(dossier: Dossier, asked: string, messages: Message[]): string | undefined {
  const { version: dossierVersion } = dossier.settings.value.dossier;
  const list = dossier.releases.list.value;
  if (list.some((one) => one.version === asked))
    return `Release ${asked} exists already, and releases never change: raise version in dossier.yaml.`;
  if (dossierVersion !== asked)
    return `dossier.yaml gives version ${dossierVersion}: set version: ${asked}, and issued to the day of the release.`;
  const latest = latestRelease(list);
  if (latest && compareVersions(latest.version, asked) > 0)
    return `Release ${latest.version} is later than ${asked}: raise version in dossier.yaml.`;
  const errors = messages.filter(({ level }) => level === 'error');
  if (errors.length > 0) return `${errors.map(formatMessage).join('\n')}\nCorrect these errors first.`;
  const stale = alignedSegments(dossier).filter(({ id }) => confirmationOf(dossier, id).state === 'stale');
  if (stale.length > 0)
    return `Changed since its editions were compared: ${stale.map(({ id }) => id).join(', ')}. Compare them (${commandLine('status')} shows what changed), then ${commandLine('confirm', ...stale.map(({ id }) => id))}`;
  return undefined;
}

/** What is not written, not compared or left to do, one line each. */
function leftToDo(dossier: Dossier, messages: Message[]): string[] {
  const { chapters } = dossier.settings.value;
  const segments = alignedSegments(dossier);
  const editions = publicEditions(dossier.settings.value);
  const states = editions.length > 1 ? segments.map(({ id }) => confirmationOf(dossier, id).state) : [];
  const absent = editions.flatMap(({ id: edition }) => {
    const own = chapters.filter(({ id }) => !chapterIn(dossier, edition, id));
    return own.length === 0
      ? []
      : [
          `edition ${edition} has no ${own.map(({ id }) => id).join(', ')}: ${own.length} of ${counted(chapters.length, 'chapter')}`,
        ];
  });
  const count = (state: (typeof states)[number], what: string): string[] => {
    const { length } = states.filter((one) => one === state);
    return length === 0
      ? []
      : [
          `${length} of ${counted(segments.length, 'segment')} ${length === 1 ? 'is' : 'are'} ${what}: ${commandLine('status')}`,
        ];
  };
  const { length: todos } = messages.filter(({ level }) => level === 'todo');
  return [
    ...absent,
    ...count('untranslated', 'missing in an edition'),
    ...count('unconfirmed', 'not compared'),
    ...(todos === 0 ? [] : [`${counted(todos, 'todo')}: ${commandLine('check')}`]),
  ];
}

async function release(dossier: Dossier, asked: string): Promise<void> {
  const { folder, settings, releases, permalinks } = dossier;
  const fingerprintOf = fingerprinter(dossier);
  const addresses = addressesOf(dossier);
  const registration = register(permalinks.value, addresses, asked, fingerprintOf);
  const registered = withFingerprints(registration.permalinks, addresses, fingerprintOf);

  const target = join(folder, 'releases', asked);
  // Remains of an interrupted run: releases.json is written last and does not list them.
  await rm(target, { recursive: true, force: true });
  const files = new Map<string, string | Uint8Array>();
  const digests: Record<string, string> = {};
  for (const edition of publicEditions(settings.value)) {
    const frozen = freezeEdition(dossier, edition);
    digests[edition.id] = textDigest(frozen);
    files.set(join(target, `${edition.id}.json`), `${inBlocks(frozen)}\n`);
    const count = frozen.chapters.reduce((sum, { segments }) => sum + segments.length, 0);
    console.log(`${edition.id}: ${counted(count, 'segment')}`);
  }
  for (const id of dossier.pictures.keys()) {
    const picture = pictureOf(dossier, id);
    if (picture) files.set(join(folder, 'releases', RELEASED_PICTURES, picture.name), picture.bytes);
  }
  files.set(join(folder, 'permalinks.json'), inLines(registered));
  const record = {
    version: asked,
    issued: settings.value.dossier.issued,
    editions: digests,
    permalinks: registryDigest(registered),
  };
  files.set(join(folder, 'releases.json'), inLines([...releases.list.value, record]));
  await writeFiles(files);
  console.log(
    `${counted(registration.added.length, 'address', 'addresses')} added, ${registered.length} in all.`,
  );
  console.log(`Release ${asked} is in ${target}. Commit it; it must never change.`);
}
