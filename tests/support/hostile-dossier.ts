import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isWhole } from './whole.ts';

/** Texts that would run, break out of their context, or mislead careless parsers. */
export const payloads = z
  .array(z.strictObject({ name: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync('tests/fixtures/hostile/payloads.json', 'utf8')));

/**
 * The texts in the dossier: each by itself in an audit, otherwise twenty at a time, since a site with that many pages
 * takes long to build. Texts from the end of the list, which are dangerous only at the start of something, come
 * first.
 */
const AT_A_TIME = isWhole ? 1 : 20;
const groups = Math.ceil(payloads.length / AT_A_TIME);
export const texts = Array.from({ length: groups }, (_, n) =>
  payloads
    .filter((_payload, i) => (payloads.length - 1 - i) % groups === n)
    .map(({ text }) => text)
    .reverse()
    .join(' | '),
);

/** A text that a page must show, character for character except for white space. */
export interface Shown {
  address: string;
  text: string;
}

/** A text escaped for a chapter: every character that Markdown or MDX could interpret has a backslash. */
const asText = (text: string): string => inChapter(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Chapters have one line per paragraph, and @ is reserved for citations. */
const inChapter = (text: string): string => lineOf(text).replaceAll('@', '');

/** Collapses white space as browsers do. */
export const lineOf = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ').trim();

/**
 * Writes a dossier with one edition and every payload in every text that an editor may write. Returns what its pages
 * must show.
 */
export function writeHostileDossier(folder: string): Shown[] {
  const shown: Shown[] = [];
  const write = (path: string, content: unknown): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // JSON is YAML.
    writeFileSync(
      join(folder, path),
      typeof content === 'string' ? content : JSON.stringify(content, null, 1),
    );
  };
  const in_ = (text: string) => ({ de: text });
  const all = texts.join(' | ');
  const each = <T>(make: (text: string, n: number) => T): T[] => texts.map((text, i) => make(text, i + 1));

  write('dossier.yaml', {
    paper: {
      title: in_(`Paper ${all}`),
      titleTranslator: in_(all),
      authors: each((text) => ({ de: { family: text, given: text } })),
      journal: in_(`Journal ${all}`),
      year: 1999,
      volume: all,
      issue: all,
      pages: [1, 9],
      DOI: `10.1/${all}`,
      language: 'de',
      keywords: { de: texts },
    },
    dossier: {
      title: in_(`Dossier ${all}`),
      editors: in_(`Editors ${all}`),
      description: in_(`About ${all}`),
      version: '1.0.0',
      issued: '2001-02-03',
      licence: {
        name: all,
        url: 'https://example.org/"onclick="window.pwned=1"?<script>&x=\'',
        covers: in_(all),
      },
      site: 'https://example.org/',
    },
    editions: [{ id: 'de', lang: 'de', role: 'paraphrase', name: `Edition ${all}` }],
    chapters: [{ id: '1-alles', section: 1, title: in_(`Chapter ${all}`) }],
    caseKinds: [{ id: 'kind', name: in_(`Kind ${all}`) }],
  });
  shown.push({ address: 'de/', text: `Dossier ${all}` }, { address: 'de/1-alles/', text: `Chapter ${all}` });

  write(
    'chapters/de/1-alles.mdx',
    `${[
      '## {/* 1.1 */} A heading',
      ...each((text, n) => `{/* 1.1.${n} */} Says 5 in ${asText(text)}.[^${n}]`),
      '{/* figure-1 */}',
      '{/* table-1 */}',
      ...each((text, n) => `[^${n}]: ${asText(text)}: [@work-${1000 + n}, ${locatorOf(text)}].`),
    ].join('\n\n')}\n`,
  );
  each((text, n) => {
    for (const address of [`p/1.1.${n}/`, `note/${n}/`, 'de/1-alles/'])
      shown.push({ address, text: inChapter(text) });
  });

  write(
    'works.json',
    each((text, n) => ({
      id: `work-${1000 + n}`,
      type: n % 2 === 0 ? 'chapter' : 'article-journal',
      language: 'de',
      title: text,
      'title-short': text,
      author: [{ family: text, given: `G ${text}` }, { literal: text }],
      editor: [{ literal: text }],
      translator: [{ family: text, 'non-dropping-particle': text }],
      'container-title': text,
      'collection-title': text,
      publisher: text,
      'publisher-place': text,
      genre: text,
      edition: text,
      volume: text,
      issue: text,
      number: text,
      page: text,
      URL: `https://example.org/?q=${encodeURIComponent(text).replace(/[!'()*]/g, percent)}&"><script>'`,
      DOI: text,
      ISBN: text,
      ISSN: text,
      note: text,
      custom: { sic: { title: text, [`field ${n}`]: text }, printed: text },
    })),
  );
  each((text, n) => shown.push({ address: `work/work-${1000 + n}/`, text }));

  each((text, n) => {
    write(`terms/term-${n}.yaml`, {
      name: in_(`Term ${text}`),
      definition: in_(text),
      addition: in_(text),
      definedBy: 'editors',
      forms: { de: [text] },
      aliases: { de: [text] },
    });
    write(`cases/case-${n}/case.yaml`, {
      title: in_(`Case ${text}`),
      summary: in_(text),
      kind: 'kind',
      places: [in_(text)],
      passages: [`1.1.${n}`],
    });
    write(`cases/case-${n}/de.mdx`, `Prose: ${asText(text)}\n`);
    shown.push({ address: `term/term-${n}/`, text: `Term ${text}` }, { address: `term/term-${n}/`, text });
    shown.push({ address: `case/case-${n}/`, text: `Case ${text}` });
    shown.push({ address: `case/case-${n}/`, text: `Prose: ${inChapter(text)}` });
  });
  write(
    'actors.yaml',
    Object.fromEntries(
      each((text, n) => [
        `actor-${n}`,
        { name: in_(`Actor ${text}`), forms: { de: [text] }, kind: 'organisation' },
      ]),
    ),
  );
  each((text, n) => shown.push({ address: `actor/actor-${n}/`, text: `Actor ${text}` }));
  write(
    'quantities.yaml',
    each((text, n) => ({
      type: 'amount',
      value: 5,
      what: in_(`What ${text}`),
      measure: in_(text),
      passage: `1.1.${n}-1`,
    })),
  );
  each((text) => shown.push({ address: 'de/data/', text: `What ${text}` }));
  write('argument.yaml', { '1': in_(`Argues ${all}`), '1.1': in_(all) });
  shown.push({ address: 'de/argument/', text: `Argues ${all}` });
  write(
    'editor-notes.yaml',
    each((text, n) => ({ segment: `1.1.${n}`, unit: 1, printed: text, text: in_(`Note ${text}`) })),
  );
  each((text, n) => shown.push({ address: `p/1.1.${n}/`, text: `Note ${text}` }));
  write('exhibits/figure-1.yaml', {
    type: 'diagram',
    title: in_(`Figure ${all}`),
    source: in_(all),
    remark: in_(all),
    nodes: each((text, n) => ({ id: `${text}${n}`, row: n, label: in_(text), detail: in_(text) })),
    edges: [{ from: `${texts[0]}1`, to: `${texts[1]}2` }],
  });
  write('exhibits/table-1.yaml', {
    type: 'table',
    title: in_(`Table ${all}`),
    columns: [
      { id: all, label: in_(`Column ${all}`) },
      { id: 'second', label: in_('Second') },
    ],
    rows: each((text) => ({ cells: { [all]: in_(`Cell ${text}`), second: in_(text) } })),
  });
  each((text) => shown.push({ address: 'de/exhibits/table-1/', text: `Cell ${text}` }));
  return shown;
}

/** A form of the text that is valid as a locator in a citation. */
const locatorOf = (text: string): string => `p. ${text.replace(/[^\w]/g, '') || '1'}`;

/** Percent-encodes a character that `encodeURIComponent` leaves unchanged. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
