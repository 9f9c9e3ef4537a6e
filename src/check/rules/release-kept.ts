import { commandLine } from '../../model/command-line.ts';
import { startOf } from '../../model/place.ts';
import { compareVersions } from '../../model/release.ts';
import { isNamedFor, RELEASED_PICTURES } from '../../read/read-pictures.ts';
import { registryDigest } from '../../permalinks/register.ts';
import type { Dossier } from '../../read/dossier.ts';
import type { Finding, Rule } from '../rule.ts';

export const releaseKept: Rule = {
  id: 'release-kept',
  *judge(dossier) {
    yield* changedSinceListed(dossier);
    yield* changedPictures(dossier);
    for (const place of dossier.releases.unknownFiles) {
      yield {
        place,
        reason: 'Unexpected file or folder, expected only releases that releases.json lists',
        note: `It may come from an interrupted release: delete it and run ${commandLine('release')} again.`,
      };
    }
  },
};

/** What differs from the list of releases: their order, their texts, the addresses that were registered for them. */
function* changedSinceListed({ releases, permalinks, unread }: Dossier): Generator<Finding> {
  const { list, files } = releases;
  for (const [i, { version, editions, permalinks: registered }] of list.value.entries()) {
    const before = list.value[i - 1]?.version;
    if (before !== undefined && compareVersions(before, version) >= 0) {
      yield {
        place: list.at(i, 'version'),
        cause: list.at(i - 1, 'version'),
        reason: `Unexpected release ${version} after ${before}, expected releases in order`,
      };
    }
    for (const [edition, digest] of Object.entries(editions)) {
      const file = files.find((one) => one.version === version && one.edition === edition);
      if (file === undefined) {
        if ([...unread].some((path) => path.endsWith(`${version}/${edition}.json`))) continue;
        yield {
          place: list.at(i, 'editions', edition),
          reason: `Missing releases/${version}/${edition}.json, expected the text that was released`,
          note: 'Restore it from git: a release is never deleted.',
        };
      } else if (file.digest !== digest) {
        yield {
          place: startOf(file.path),
          cause: list.at(i, 'editions', edition),
          reason: `Unexpected change in release ${version}, expected the text as it was released`,
          note: 'Restore it from git; make corrections in the dossier, for its next release.',
        };
      }
    }
    if (registryDigest(permalinks.value.slice(0, registered.count)).digest !== registered.digest) {
      yield {
        place: permalinks.at(),
        cause: list.at(i, 'permalinks'),
        reason: `Unexpected change among the ${registered.count} addresses that were registered when ${version} was released, expected only new lines below, and in these lines only changes to successor, gone or rewritten`,
      };
    }
  }
}

/** Pictures that a release shows and that are missing or not as they were. */
function* changedPictures({ releases: { files, pictures } }: Dossier): Generator<Finding> {
  for (const { path, value } of files) {
    const html = value.chapters.flatMap(({ segments }) => segments.map((segment) => segment.html)).join('');
    for (const [, name = ''] of html.matchAll(/ src="(?:\.\.\/)+pictures\/([^"]+)"/g)) {
      const bytes = pictures.get(name);
      if (bytes !== undefined && isNamedFor(name, bytes)) continue;
      yield {
        place: startOf(path),
        reason: `${bytes ? 'Unexpected change of' : 'Missing'} releases/${RELEASED_PICTURES}/${name}, expected the picture that this release shows`,
        note: 'Restore it from git: released files never change.',
      };
    }
  }
}
