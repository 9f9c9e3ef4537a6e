/** 《Title》. Journal 31 (4): 12–34. */
const IN_JOURNAL =
  /^(?<names>[^.《》]{2,60})\. (?<year>\d{4})[a-z]?\. 《(?<title>.+)》\. (?<journal>[^.《》]{2,40}?) (?<numbers>\d{1,4}(?: \(\d[\d-]*\))?(?:: [\d–-]+)?)\. ?(?<rest>.*)$/u;

/** Title. Place: Publisher. */
const BOOK =
  /^(?<names>[^.《》]{2,60})\. (?<year>\d{4})[a-z]?\. (?<title>[^.《》]{2,80})\. (?<place>\p{Script=Han}{2,6}): (?<publisher>[^.]{2,30})\. ?(?<rest>.*)$/u;

/**
 * An entry in the Chicago style as programs write it in Chinese papers, as it would be in English, or in GB/T 7714 if
 * it is of a Chinese work: Reed, Ada, 和 Ben Hill. 2001. 《Salt》. Journal of Tides 3 (2): 1–9.
 */
export function fromZhChicago(text: string): string {
  if (!/(?:^|[.,] ?|\s)(?:1[4-9]|20)\d\d[a-z]?\. /.test(text)) return text;
  if (/^\P{Script=Han}/u.test(text))
    return text
      .replace(/,? 和 (?=\p{Lu})/gu, (and) => (and.startsWith(',') ? ', and ' : ' and '))
      .replace(/,? 等(?=\. \d{4})/u, ' et al')
      .replace(/(?<=\. )《([^《》\p{Script=Han}]+)》\./gu, '“$1,”')
      .replace(/(?<=\d(?:st|nd|rd|th)) 本(?=\.)/u, ' ed');
  const {
    names = '',
    year,
    title,
    journal,
    numbers,
    place,
    publisher,
    rest,
  } = (IN_JOURNAL.exec(text) ?? BOOK.exec(text))?.groups ?? {};
  if (year === undefined) return text;
  const people = names.replace(/,? ?和 ?(?=\p{Script=Han}{2,4}$)/u, ', ');
  return journal === undefined
    ? `${people}. ${title}[M]. ${place}: ${publisher}, ${year}. ${rest}`
    : `${people}. ${title}[J]. ${journal}, ${year}, ${numbers?.replace(' (', '(')}. ${rest}`;
}
