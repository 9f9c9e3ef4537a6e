/**
 * Merges references to the same work at several pages, which differ only in the pages, into one. If you change a style,
 * check the results in `tests/unit/at-all-pages.test.ts`.
 */
export function atAllPages(references: string[], style: string): string {
  const all = [
    ...new Set(references.map((text) => text.replace(/<span class="marked">(.*?)<\/span>/g, '$1'))),
  ];
  const [one = '', ...others] = all;
  if (others.length === 0) return one;
  const shortest = Math.min(...all.map(({ length }) => length));
  const common = (sameAt: (i: number) => boolean, most: number): number => {
    let length = 0;
    while (length < most && sameAt(length)) length += 1;
    return length;
  };
  const head = common((i) => others.every((other) => other[i] === one[i]), shortest);
  const tail = common((i) => others.every((other) => other.at(-1 - i) === one.at(-1 - i)), shortest - head);
  // Numbers, and the abbreviation before them, must not be split.
  const before = one.slice(0, head).replace(/[\d⁰¹²³⁴-⁹\p{Script=Latin}]+$/u, '');
  const behind = one.slice(one.length - tail).replace(/^[\d⁰¹²³⁴-⁹⁻–—-]+/u, '');
  const pages = all.map((text) => text.slice(before.length, text.length - behind.length));
  const joint = behind.startsWith('页') ? '、' : style === 'gbt' ? '，' : ', ';
  const isAbbreviated = /\bp\. $/.test(before) || pages.some((page) => /^pp?\. /.test(page));
  return [
    isAbbreviated ? before.replace(/\bp\. $/, '') + 'pp. ' : before,
    pages.map((page) => page.replace(/^pp?\. /, '')).join(joint),
    behind,
  ].join('');
}
