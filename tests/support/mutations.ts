import type { Dossier } from '../../src/read/dossier.ts';

/** A change to one chapter file that a tired editor might make. */
export interface Mutation {
  kind: string;
  edition: string;
  chapter: string;
  /** The line that changes, from 1. */
  line: number;
  before: string;
  after: string;
}

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Change = (line: string, random: () => number, dossier: Dossier, edition: string) => string | undefined;

/**
 * Replaces a random match of the pattern, outside link addresses, markers, and sentences whose names an exception
 * excludes from comparison.
 */
function replaceOne(
  line: string,
  pattern: RegExp,
  random: () => number,
  by: (match: RegExpMatchArray) => string | undefined,
): string | undefined {
  const hidden = [
    ...line.matchAll(/\{\/\* except names-agree[^}]*\}[^。.]*|\]\([^)]*\)|\{[^}]*\}|\[\^\d+\]/g),
  ].map(({ index, 0: text }) => [index, index + text.length] as const);
  const matches = [...line.matchAll(pattern)].filter(
    ({ index }) => !hidden.some(([from, to]) => index >= from && index < to),
  );
  const match = matches[Math.floor(random() * matches.length)];
  const replacement = match && by(match);
  if (!match || replacement === undefined || replacement === match[0]) return undefined;
  return line.slice(0, match.index) + replacement + line.slice(match.index + match[0].length);
}

const swaps =
  (pairs: [string, string][]): Change =>
  (line, random) => {
    const table = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
    const pattern = new RegExp(
      [...table.keys()]
        .sort((a, b) => b.length - a.length)
        .map((word) => (/^\w/.test(word) ? `\\b${word}${/twent$/.test(word) ? '' : '\\b'}` : word))
        .join('|'),
      'g',
    );
    return replaceOne(line, pattern, random, ([word]) => table.get(word));
  };

const pick = <T>(list: T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** Replaces a listed name in the line by another one. */
const swapOf =
  (names: (dossier: Dossier, edition: string) => string[]): Change =>
  (line, random, dossier, edition) => {
    const all = names(dossier, edition);
    const longestFirst = [...all]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const boundary = edition === 'en' ? '\\b' : '';
    return replaceOne(
      line,
      new RegExp(`${boundary}(?:${longestFirst.join('|')})${boundary}`, 'g'),
      random,
      ([name]) =>
        pick(
          all.filter((other) => other !== name),
          random,
        ),
    );
  };

export const changes: Record<string, Change> = {
  'digits changed': (line, random) =>
    replaceOne(line, /(?<![\w^.-])\d+(?:\.\d+)?(?![\w])/g, random, ([digits]) =>
      String(Number(digits) + 1 + Math.floor(random() * 8)),
    ),
  'number word changed (zh)': (line, random, _, edition) =>
    edition === 'zh'
      ? replaceOne(line, /(?<=第)[一二三四五](?=[，届])|[两三四五七](?=[个种类成])/g, random, ([word]) =>
          pick(
            [...'三四五六八九'].filter((other) => other !== word),
            random,
          ),
        )
      : undefined,
  'number word changed (en)': (line, random, _, edition) =>
    edition === 'en'
      ? replaceOne(
          line,
          /\b(?:two|three|seventy|seventy-fifth|twentieth|twenty-first|Second|Third|one(?= trillion))\b/g,
          random,
          () => pick(['four', 'fifth', 'sixty', 'eighteenth', 'nine'], random),
        )
      : undefined,
  'unit of measure changed': swaps([
    ['欧元', '美元'],
    ['℃', '%'],
    ['万亿', '亿'],
    ['七成', '七倍'],
    ['trillion', 'billion'],
    ['euros', 'dollars'],
    ['per cent', 'times'],
    ['°C', ' per cent'],
    ['世纪末', '世纪初'],
    ['中叶', '末期'],
    ['middle of the twent', 'end of the twent'],
  ]),
  'month changed': swaps([
    ['September', 'October'],
    ['May', 'June'],
    ['April', 'March'],
    ['December', 'November'],
  ]),
  'note dropped': (line, random) =>
    replaceOne(line.replaceAll('[^', '⟦^'), /(?<!^)⟦\^\d+\]/g, random, () => '')?.replaceAll('⟦^', '[^'),
  'notes swapped': (line) => {
    const marks = [...line.matchAll(/\[\^(\d+)\]/g)];
    const [a, b] = marks;
    return a && b ? line.replace(a[0], '⟦').replace(b[0], a[0]).replace('⟦', b[0]) : undefined;
  },
  'note moved to another sentence': (line) => {
    const sentences = line.split(/(?<=(?:。|[a-z)”]{2}\.)(?:\[\^\d+\])?) ?(?=[^\s[”])/);
    const at = sentences.findIndex((sentence) => /\[\^\d+\]$/.test(sentence));
    if (at < 0 || sentences.length < 2) return undefined;
    const mark = /\[\^\d+\]$/.exec(sentences[at] ?? '')?.[0] ?? '';
    const to = at + 1 < sentences.length ? at + 1 : at - 1;
    const joint = line.includes('. ') ? ' ' : '';
    return sentences
      .map((sentence, i) =>
        i === at
          ? sentence.slice(0, -mark.length)
          : i === to
            ? sentence.replace(/\[\^\d+\]$/, '') + mark + (/\[\^\d+\]$/.exec(sentence)?.[0] ?? '')
            : sentence,
      )
      .join(joint);
  },
  'name swapped': swapOf((dossier, edition) =>
    dossier.actors
      .filter(({ value }) => value.kind !== 'group')
      .flatMap(({ value }) => value.name[edition] ?? []),
  ),
  'term swapped': swapOf((dossier, edition) =>
    dossier.terms.flatMap(({ value }) => value.name[edition] ?? []),
  ),
  'country swapped': swaps([
    ['波兰', '立陶宛'],
    ['Poland', 'Lithuania'],
    ['俄罗斯', '土耳其'],
    ['Russia', 'Türkiye'],
    ['荷兰', '瑞典'],
    ['Dutch', 'Swedish'],
    ['日本', '印度'],
    ['Japan', 'India'],
  ]),
  'Latin name changed': (line, random, _, edition) =>
    edition === 'en'
      ? replaceOne(
          line,
          /\b(?:Crutzen|Paul|Meghan|Sullivan|IPCC|subjectivity|Anthropocene)\b/g,
          random,
          () => 'Steffen',
        )
      : undefined,
  'link changed': (line, random, dossier) => {
    const matches = [...line.matchAll(/\]\(term:([a-z-]+)\)/g)];
    const match = matches[Math.floor(random() * matches.length)];
    const other =
      match &&
      pick(
        dossier.terms.map(({ id }) => id).filter((id) => id !== match[1]),
        random,
      );
    return match && other
      ? line.slice(0, match.index) + `](term:${other})` + line.slice(match.index + match[0].length)
      : undefined;
  },
  'sentence lost': (line, random) => {
    const sentences = line.split(/(?<=(?:。|[a-z)”]{2}\.)(?:\[\^\d+\])?) ?(?=[^\s[”])/);
    const at = 1 + Math.floor(random() * (sentences.length - 1));
    if (sentences.length < 2 || /\{/.test(sentences[at] ?? '{')) return undefined;
    return sentences.filter((_, i) => i !== at).join(line.includes('. ') ? ' ' : '');
  },
  'most of a sentence lost': (line) => {
    const match = /(?<=[。.] ?)([^。.[\]{}]{60,})([。.])/.exec(line);
    return match?.[1] && isUnit(line, match)
      ? line.replace(match[1], match[1].slice(0, Math.floor(match[1].length * 0.3)))
      : undefined;
  },
  'acronym lost': (line, _, __, edition) =>
    edition === 'zh' && line.includes('（IPCC）') ? line.replace('（IPCC）', '') : undefined,
  'a first time lost': (line, _, __, edition) =>
    edition === 'zh'
      ? line.includes('首次')
        ? line.replace('首次', '')
        : undefined
      : line.includes(' for the first time')
        ? line.replace(' for the first time', '')
        : undefined,
  'years exchanged': (line) => {
    const years = [...new Set(line.match(/(?<!\d)20[2-7]0(?!\d)/g))];
    const [a, b] = years;
    return a && b && line.startsWith('{') ? line.replace(a, '⟦').replace(b, a).replace('⟦', b) : undefined;
  },
  'states exchanged': (line, _, __, edition) => {
    const [a, b] = edition === 'zh' ? ['日本', '德国'] : ['Japan', 'Germany'];
    return line.includes(a ?? '') && line.includes(b ?? '')
      ? line
          .replace(a ?? '', '⟦')
          .replace(b ?? '', a ?? '')
          .replace('⟦', b ?? '')
      : undefined;
  },
  'links exchanged': (line, random) => {
    const matches = [...line.matchAll(/\]\((?:term|case):[a-z0-9-]+\)/g)].map(([link]) => link);
    const [a, b] = [pick(matches, random), pick(matches, random)];
    return a && b && a !== b ? line.replace(a, '⟦').replace(b, a).replace('⟦', b) : undefined;
  },
  'half of a sentence lost': (line) => {
    const match = /(?<=[。.] ?)([^。.[\]{}]{60,})([。.])/.exec(line);
    return match?.[1] && isUnit(line, match)
      ? line.replace(match[1], match[1].slice(0, Math.floor(match[1].length * 0.5)))
      : undefined;
  },
  'page break lost': (line) =>
    /\{\/\* p\. \d+ \*\/\}/.test(line) ? line.replace(/\{\/\* p\. \d+ \*\/\}/, '') : undefined,
  'locator changed': (line, random) =>
    line.startsWith('[^') && /(?:pp?\. |第)\d+/.test(line)
      ? line.replace(
          /(pp?\. |第)(\d+)/,
          (_, label: string, digits: string) => label + (Number(digits) + 1 + Math.floor(random() * 9)),
        )
      : undefined,
};

/**
 * Whether a sentence is a whole unit. With unit boundaries, and in notes, it may be one of several, and then only a
 * reader would notice that part of the unit is lost.
 */
const isUnit = (line: string, { index, 0: found }: RegExpExecArray): boolean =>
  !line.startsWith('[^') &&
  (!line.includes('{/* | */}') ||
    (/\*\/\} ?$/.test(line.slice(0, index)) &&
      /^(?:\[\^\d+\])?\s*(?:\{\/\* \| |$)/.test(line.slice(index + found.length))));

/** Edits that do not change the meaning of any sentence. */
export const formattings: Record<string, Change> = {
  'emphasis put in': (line, random, _, edition) =>
    line.startsWith('[^')
      ? undefined
      : replaceOne(
          line,
          edition === 'zh' ? /\p{Script=Han}{2,4}(?=[，。])/gu : /(?<= )[a-z]{4,}(?= )/g,
          random,
          ([word]) => `**${word}**`,
        ),
  'non-breaking space': (line, random, _, edition) =>
    edition === 'en' && line.startsWith('{')
      ? replaceOne(line, /(?<=\d|carbon|Green|per|one) (?=[a-zA-Z])/g, random, () => '\u00A0')
      : undefined,
  'space at the end': (line) => (line.startsWith('{') ? `${line}  ` : undefined),
  'space after a marker': (line) =>
    line.startsWith('{/*') && line.length > 60 ? line.replace('*/} ', '*/}   ') : undefined,
  'dash in a locator': (line) =>
    line.startsWith('[^') && /\d-\d/.test(line) ? line.replace(/(\d)-(\d)/, '$1–$2') : undefined,
  'quotation marks escaped as entities': (line) =>
    line.includes('&') ? undefined : line.startsWith('{') ? line.replace('；', '&#xFF1B;') : undefined,
};

/** Up to `count` different mutations or formattings of a dossier’s chapters, cycling through all kinds. */
export function mutationsOf(
  dossier: Dossier,
  sources: Map<string, string>,
  kinds: Record<string, Change>,
  seed: number,
  count: number,
): Mutation[] {
  const random = seeded(seed);
  const mutations = new Map<string, Mutation>();
  const names = Object.keys(kinds);
  for (let attempt = 0; mutations.size < count && attempt < count * 80; attempt++) {
    const kind = names[attempt % names.length] ?? '';
    const chapter = pick(dossier.chapters, random);
    if (!chapter) break;
    const lines = (sources.get(chapter.path) ?? '').split('\n');
    const line = Math.floor(random() * lines.length);
    const before = lines[line] ?? '';
    if (before === '' || before.startsWith('#')) continue;
    const after = kinds[kind]?.(before, random, dossier, chapter.edition);
    if (after === undefined || after === before) continue;
    mutations.set(`${chapter.path}:${line}:${after}`, {
      kind,
      edition: chapter.edition,
      chapter: chapter.id,
      line: line + 1,
      before,
      after,
    });
  }
  return [...mutations.values()];
}
