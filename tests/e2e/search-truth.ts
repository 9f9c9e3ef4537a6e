import type { Page } from 'playwright-core';

/** A place of an edition as its page shows it, a paragraph a line. Read from the built pages, not from the index. */
export interface ShownPlace {
  /** `segment 2.4.2` */
  name: string;
  lines: string[];
}

/** Every place of an edition that can be searched, from its chapters and its pages of entries. */
export function shownPlaces(page: Page, root: string, edition: string): Promise<ShownPlace[]> {
  return page.evaluate(
    async ([base, id]) => {
      const load = async (path: string): Promise<Document> =>
        new DOMParser().parseFromString(await (await fetch(base + path)).text(), 'text/html');
      const text = (node: Element, without = ''): string => {
        const copy = node.cloneNode(true) as Element;
        copy
          .querySelectorAll(`sup:has([role=doc-noteref]), .handle, .page${without}`)
          .forEach((one) => one.remove());
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
      };
      const found: ShownPlace[] = [];
      const add = (name: string, lines: (string | undefined)[]): void =>
        void found.push({
          name,
          lines: lines.filter((line) => line !== undefined && line !== '') as string[],
        });
      const links = (document_: Document, start: string): string[] => [
        ...new Set(
          [...document_.querySelectorAll<HTMLAnchorElement>('main a')]
            .map((link) => link.getAttribute('href') ?? '')
            .filter(
              (href) =>
                href.startsWith(`/${id}/${start}`) && !href.includes('#') && href.split('/').length > 3,
            )
            .map((href) => href.slice(1)),
        ),
      ];
      const slug = (path: string): string => path.split('/').at(-2) ?? '';
      const blocks = (root_: Element): string[] => {
        const inner = [...root_.querySelectorAll('p, li, h2, h3, td, th, blockquote')].filter(
          (one) => one.querySelector('p, li, td, th') === null,
        );
        return inner.length > 0 ? inner.map((one) => text(one)) : [text(root_)];
      };

      for (const path of links(await load(`${id}/`), '').filter((one) => /^\w+\/\d-/.test(one))) {
        const chapter = await load(path);
        const h1 = chapter.querySelector('h1')!;
        add(`heading ${/\/(\d+)-/.exec(path)![1]}`, [text(h1, ', .number')]);
        let lines: string[] = [];
        for (const block of chapter.querySelectorAll('.prose > *')) {
          if (block.matches('figure')) continue;
          if (block.id !== '') {
            lines = [];
            const segment = block.id.replace(/^p(?=\d)/, '');
            found.push({ name: `${/^H\d$/.test(block.tagName) ? 'heading' : 'segment'} ${segment}`, lines });
          }
          lines.push(...(block.matches('p, h2, h3') ? [text(block)] : blocks(block)));
        }
        for (const note of chapter.querySelectorAll('.notes li'))
          add(`note ${note.id.replace('note-', '')}`, blocks(note.querySelector('.note-text')!));
      }
      for (const path of links(await load(`${id}/terms/`), 'terms/')) {
        const term = await load(path);
        const aliases = [...term.querySelectorAll('.facts dt')].filter((dt) =>
          /^(?:相关用语|Related wording)$/.test(text(dt)),
        );
        add(`term ${slug(path)}`, [
          text(term.querySelector('h1')!),
          text(term.querySelector('.definition')!, ', small'),
          ...[...term.querySelectorAll('.addition')].map((one) => text(one, ', b')),
          ...aliases.flatMap((dt) =>
            [...dt.nextElementSibling!.querySelectorAll('li')].map((one) => text(one)),
          ),
        ]);
      }
      const cases = await load(`${id}/cases/`);
      for (const path of links(cases, 'cases/')) {
        const one = await load(path);
        add(`case ${slug(path)}`, [
          text(one.querySelector('h1')!),
          text(one.querySelector('.summary')!),
          ...[...one.querySelectorAll('.account p, .prose p')].map((p) => text(p)),
        ]);
      }
      for (const entry of cases.querySelectorAll('.index > li:has(> b)'))
        add(`case ${entry.id}`, [
          text(entry.querySelector('b')!),
          text(entry.querySelector('p')!, ', .place'),
        ]);
      for (const { id: work } of (await load(`${id}/works/`)).querySelectorAll('.index > li'))
        add(`work ${work}`, [text((await load(`${id}/works/${work}/`)).querySelector('.reference')!)]);
      for (const path of links(await load(`${id}/actors/`), 'actors/'))
        add(`actor ${slug(path)}`, [text((await load(path)).querySelector('h1')!)]);
      return found;
    },
    [root, edition] as const,
  );
}

/** As texts are compared: what a reader would call the same string. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[‘’]/g, "'")
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .replace(/ (?=[\p{Pe}\p{Pf}\p{Po}])|(?<=[\p{Ps}\p{Pi}]) /gu, '')
    .trim();
}

/** The same with punctuation passed over, but not what makes a number, as in 1.5 and 70%. An apostrophe divides no word. */
export const comparableWords = (text: string): string =>
  comparable(text)
    .replace(/(?<=[\p{L}\p{M}])'(?=\p{L})/gu, '')
    .replace(/[\p{P}\p{S} ]/gu, (sign, at: number, whole: string) =>
      isOfNumber(sign, at, whole) ? sign : ' ',
    )
    .replace(/ +/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();

function isOfNumber(sign: string, at: number, whole: string): boolean {
  const [before, after] = [whole.slice(0, at), whole.slice(at + sign.length)];
  return /[.,:/\-–]/.test(sign)
    ? /\p{Nd}$/u.test(before) && /^\p{Nd}/u.test(after)
    : /[\p{S}%‰]/u.test(sign) && (/\p{Nd}$/u.test(before) || /^\p{Nd}/u.test(after));
}

/** A text as it is compared, with its punctuation and without. */
export interface Compared {
  strict: string;
  loose: string;
}
export const compared = (text: string): Compared => ({
  strict: comparable(text),
  loose: comparableWords(text),
});

/** Whether a text has a string, in whatever punctuation. */
export const stands = (line: Compared, wanted: Compared): boolean =>
  timesIn(line.strict, wanted.strict) > 0 || timesIn(line.loose, wanted.loose) > 0;

/** How often a comparable string stands in another; words and numbers are not entered in their middle. */
export function timesIn(text: string, wanted: string): number {
  let times = 0;
  if (wanted !== '')
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const [before, after] = [text.slice(0, at), text.slice(at + wanted.length)];
      const cutsNumber =
        (/^\p{Nd}/u.test(wanted) && /\p{Nd}$/u.test(before)) ||
        (/\p{Nd}$/u.test(wanted) && /^\p{Nd}/u.test(after));
      const cutsWord =
        /^(?!\p{Script=Han})\p{L}/u.test(wanted) && /(?!\p{Script=Han})[\p{L}\p{M}]$/u.test(before.slice(-2));
      if (!cutsNumber && !cutsWord) times++;
    }
  return times;
}

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
