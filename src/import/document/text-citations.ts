import { citationsInText, type CitedInText } from '../citations/cite-in-text.ts';
import { pageLocator } from '../citations/parsed-citation.ts';

/**
 * Finds the citations of the reference list in a text: by numbers in square brackets if the entries have printed
 * numbers and some text cites them so, otherwise by author and year.
 */
export function findCitations(
  references: { label: number; content: { text: string }; isLabelled: boolean }[],
  texts: string[],
): (text: string) => CitedInText[] {
  const places = new Map(
    references.flatMap(({ label, isLabelled }, place) => (isLabelled ? [[label, place]] : [])),
  );
  const byNumber = (text: string): CitedInText[] => citedByNumber(text, places);
  if (places.size > 0 && texts.some((text) => byNumber(text).length > 0)) return byNumber;
  return references.length === 0 ? () => [] : citationsInText(references.map(({ content }) => content.text));
}

/** Numbers in square brackets: [3], [2-4], [1,5], or [3]105 with a page. */
function citedByNumber(text: string, places: ReadonlyMap<number, number>): CitedInText[] {
  return [...text.matchAll(BRACKETED)].flatMap(({ index, groups = {} }) => {
    const { inside = '', page } = groups;
    const numbers = [...inside.matchAll(/\d+/g)];
    const locator = page !== undefined && numbers.length === 1 ? pageLocator(page) : undefined;
    return numbers.flatMap((match) => {
      const reference = places.get(Number(match[0]));
      const start = index + 1 + match.index;
      return reference === undefined ? [] : [{ start, end: start + match[0].length, reference, locator }];
    });
  });
}

const BRACKETED =
  /[[［](?<inside>\d{1,3}(?:\s?[-–,，、]\s?\d{1,3})*)[\]］](?<page>\d{1,4}(?:[-–]\d{1,4})?(?![\d.%％\p{Script=Latin}]|[年月日个個名万萬亿億元人家次项項种種倍岁歲条條级級位亩畝户戶余餘多]))?/gu;
