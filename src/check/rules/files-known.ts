import { isSlug } from '../../model/is-slug.ts';
import type { UnknownFile } from '../../read/dossier.ts';
import { isPictureFile } from '../../read/read-pictures.ts';
import { nearest, nearestOf } from '../../model/nearest.ts';
import type { Finding, Rule } from '../rule.ts';

export const filesKnown: Rule = {
  id: 'files-known',
  *judge({ unknownFiles }) {
    for (const file of unknownFiles) yield { place: file.place, actual: file.name, ...said(file) };
  },
};

function said(file: UnknownFile): Omit<Finding, 'place'> {
  const { name, folder, expected } = file;
  if (isPictureFile(name))
    return {
      reason: `Unexpected ${name}${folder === '' ? '' : ` in ${folder}`}, expected ${folder === 'exhibits' ? 'an exhibit that shows it' : 'it in exhibits, beside an exhibit that shows it'}`,
      note: `exhibits/figure-1.yaml: type: picture, file: ${name}, with title and alt (what it shows) in each edition.`,
    };
  const meant = meantBy(file);
  if (meant)
    return {
      reason: `Unexpected ${name}, expected ${meant.name}`,
      expected: [meant.name],
      ...(meant.note ? { note: meant.note } : {}),
    };
  if (folder === '') {
    return {
      // It may be something that an editor keeps there on purpose.
      level: 'todo',
      reason: `Unexpected ${name}, expected only the files of a dossier: ${expected.join(', ')}`,
      note: 'To keep it there, give it a name that begins with a dot.',
    };
  }
  if (folder === 'cases' && isSlug(name))
    return { reason: `Missing case.yaml in cases/${name}, expected it to say what the case is` };
  const names = named[folder];
  return {
    reason: `Unexpected ${name} in ${folder}, expected ${names ?? `one of ${expected.join(', ')}${nearest(name, expected)}`}`,
    note:
      names === undefined
        ? 'dossier.yaml lists the editions and the chapters.'
        : 'Slugs are lower-case letters, digits and single hyphens.',
  };
}

/** The content of folders in which editors choose the names. */
const named: Record<string, string> = {
  cases: 'a folder named by a slug such as dry-summer',
  terms: 'a file named by a slug such as well.yaml',
  exhibits:
    'files named as figure-1.yaml or table-1.yaml, and the pictures that they show: PNG, JPEG, WebP or SVG',
};

/** The file that an editor probably meant. */
function meantBy({ name, folder, expected }: UnknownFile): { name: string; note?: string } | undefined {
  const ending = name.replace(/\.yml$/i, '.yaml').replace(/\.(?:md|markdown|txt)$/i, '.mdx');
  if (
    ending !== name &&
    (expected.includes(ending) || (/^(?:terms|exhibits)$/.test(folder) && /\.yaml$/.test(ending)))
  )
    return { name: ending };
  const [, kind, number] = /^(fig|tab)[a-z]*[-_ ]?(\d+)\.ya?ml$/i.exec(name) ?? [];
  if (folder === 'exhibits' && kind !== undefined)
    return { name: `${kind.toLowerCase() === 'fig' ? 'figure' : 'table'}-${number}.yaml` };
  if (folder !== '') return undefined;
  const [, habit] = habits.find(([pattern]) => pattern.test(name)) ?? [];
  const near = nearestOf(name, expected, Math.max(1, name.length / 4));
  return habit ?? (near === undefined ? undefined : { name: near });
}

const WORKS = {
  name: 'works.json',
  note: 'It lists works as CSL-JSON, which Zotero and other programs can export.',
};

/** Common names for files and folders of a dossier. */
const habits: [RegExp, { name: string; note?: string }][] = [
  [/\.(?:bib|ris|enw|nbib)$/i, WORKS],
  [/^(?:bibliography|references|literature|library|zotero|sources)\b.*\.(?:json|ya?ml)$/i, WORKS],
  [
    /^(?:images?|img|figures?|pictures?|media|tables?)$/i,
    {
      name: 'exhibits',
      note: 'Put a picture in exhibits/, beside a file that describes it: exhibits/figure-1.yaml',
    },
  ],
  [/^(?:glossary|terms?)(?:\.ya?ml)?$/i, { name: 'terms', note: 'Each term is a file: terms/<slug>.yaml' }],
  [/^(?:people|persons|names)\.ya?ml$/i, { name: 'actors.yaml' }],
  [/^(?:data|amounts|dates|numbers)\.ya?ml$/i, { name: 'quantities.yaml' }],
  [/^notes\.ya?ml$/i, { name: 'editor-notes.yaml', note: 'The paper’s own notes are in its chapters.' }],
];
