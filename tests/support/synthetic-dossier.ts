import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A sketch of a dossier of any size, from an editor’s point of view: its structure. Its texts follow from the names.
 */
export interface Sketch {
  version: string;
  chapters: { id: string; section: number; title: string; paragraphs: Paragraph[] }[];
  works: string[];
  /** Slugs of cases with prose; below, of cases that are only entries in the index. */
  cases: string[];
  mereCases: string[];
  terms: string[];
}

export interface Paragraph {
  id: string;
  /** Its content, whatever its id: one sentence per name. */
  names: string[];
  notes: number[];
}

export const editions = [
  { id: 'de', lang: 'de' },
  { id: 'fr', lang: 'fr' },
];

/**
 * A sketch with `sections` chapters of `paragraphs` paragraphs, each with a note that cites a work of its own;
 * `works` adds more works.
 */
export function sketch({
  sections,
  paragraphs,
  cases,
  works = 0,
}: {
  sections: number;
  paragraphs: number;
  cases: number;
  works?: number;
}): Sketch {
  let number = 0;
  const count = (amount: number): number[] => Array.from({ length: amount }, (_, i) => i + 1);
  const chapters = count(sections).map((section) => ({
    id: `${section}-teil`,
    section,
    title: `Teil ${section}`,
    paragraphs: count(paragraphs).map((n) => {
      number++;
      return { id: `${section}.0.${n}`, names: [`${number}x`, `${number}y`], notes: [number] };
    }),
  }));
  return {
    version: '1.0.0',
    chapters,
    works: count(Math.max(number, works)).map((n) => `werk${n}-1950`),
    cases: count(cases).map((n) => `fall-${n}`),
    mereCases: ['bloss-genannt'],
    terms: ['wort', 'name'],
  };
}

/** The unique sentence for a name in an edition: a dozen words that no other sentence shares. */
export function sentence(name: string, edition: string): string {
  let state = [...`${name} ${edition}`].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'wo', 'du', 'fa', 'gel'];
  const words = Array.from({ length: 12 }, () => {
    let word = '';
    for (let i = 0; i < 4; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      word += syllables[(state >>> 16) % syllables.length];
    }
    return word;
  });
  return `Im ${words.join(' ')}.`;
}

/** Writes the dossier’s files over existing ones, and deletes those that are no longer in the sketch. */
export function writeDossier(
  folder: string,
  { version, chapters, works, cases, mereCases, terms }: Sketch,
): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const name of ['chapters', 'cases', 'terms'])
    rmSync(join(folder, name), { recursive: true, force: true });
  const both = (de: string, fr: string): string => `{ de: ${JSON.stringify(de)}, fr: ${JSON.stringify(fr)} }`;
  write(
    'dossier.yaml',
    `paper:
  title: ${both('Ein langer Aufsatz', 'Un long article')}
  authors: [{ de: { family: Muster, given: Erika } }]
  journal: ${both('Zeitschrift', 'Revue')}
  year: 1999
  pages: [1, 9]
  language: de
dossier:
  title: ${both('Ein langes Dossier', 'Un long dossier')}
  editors: ${both('Die Herausgeber', 'Les éditeurs')}
  description: ${both('Ein Beispiel.', 'Un exemple.')}
  version: ${version}
  issued: "2001-02-03"
  licence: { name: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/", covers: ${both('alles', 'tout')} }
editions:
  - { id: de, lang: de, role: paraphrase, name: Deutsch }
  - { id: fr, lang: fr, role: paraphrase, name: Français }
chapters:
${chapters.map(({ id, section, title }) => `  - { id: ${id}, section: ${section}, title: ${both(title, title)} }`).join('\n')}
caseKinds: [{ id: sorte, name: ${both('Sorte', 'Sorte')} }]
`,
  );
  for (const { id: edition } of editions) {
    for (const { id, paragraphs } of chapters) {
      const texts = paragraphs.map(
        (one) =>
          `{/* ${one.id} */} ${one.names.map((name) => sentence(name, edition)).join(' ')}${one.notes.map((n) => `[^${n}]`).join('')}`,
      );
      const notes = paragraphs.flatMap((one) =>
        one.notes.map((n) => `[^${n}]: ${sentence(`note ${n}`, edition)} [@werk${n}-1950].`),
      );
      write(`chapters/${edition}/${id}.mdx`, `${[...texts, ...notes].join('\n\n')}\n`);
    }
  }
  write(
    'works.json',
    JSON.stringify(
      works.map((id) => ({
        id,
        type: 'book',
        language: 'de',
        title: sentence(id, 'de'),
        issued: { 'date-parts': [[1950]] },
      })),
      null,
      1,
    ),
  );
  const first =
    chapters[0]!.paragraphs.find(({ names }) => names.includes('2x')) ?? chapters[0]!.paragraphs[0]!;
  for (const [i, slug] of [...cases, ...mereCases].entries()) {
    write(
      `cases/${slug}/case.yaml`,
      `title: ${both(`Der ${slug}`, `Le ${slug}`)}
summary: ${both(sentence(slug, 'de'), sentence(slug, 'fr'))}
kind: sorte
passages: [${first.id}${i < cases.length ? '' : '-1'}]
`,
    );
    if (i < cases.length)
      for (const { id } of editions) write(`cases/${slug}/${id}.mdx`, `${sentence(`${slug} prosa`, id)}\n`);
  }
  for (const [i, slug] of terms.entries())
    write(
      `terms/${slug}.yaml`,
      `name: ${both(`Ein ${slug}`, `Un ${slug}`)}
definition: ${both(sentence(`term ${i}`, 'de'), sentence(`term ${i}`, 'fr'))}
definedBy: editors
`,
    );
}
