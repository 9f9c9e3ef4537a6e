import { han } from './pattern.ts';

const HAN_NUMBER = '[一二三四五六七八九十百]{1,5}';
const NUMBER = `(?:\\d{1,4}|${HAN_NUMBER}|[IVX]{1,6})`;
/** Words of GB/T 7714 entries. */
export const zhGbt = {
  translators: han('([^.．。;；:：\\[\\]]{1,60}?)[,，]? ?(译|编译|校译|译校)(?= ?[.．。,，])'),
  /** Between the mark and the slashes before the book that holds the work. */
  translatedWithin: han('(?: [.．。] ?([^/[\\]]{1,60}?)[,，]? ?译)? (?://|∥|／／) '),
  volumeInTitle: /[:：]\s*(?:卷\s*(\d{1,4})|第\s*(\d{1,4})\s*[卷册辑]|vol\.\s*(\d{1,4}))$/iu,
  anyEdition: han('([^.．。,，:：\\d]{1,10}[版本])(?= ?[.．。])'),
  /** Where a publisher is looked for. */
  unpublished: han('内部(?:发行|资料|印行|刊印|刊行)|未刊稿?|未出版'),
  editors: /[,，]?\s*(?:等\s*)?(?:主编|编|编著)$/u,
  edition: han(`(?:第 )?(${NUMBER}) ?版|(修订版|增订版)`),
  patentNumber: /[,，:：]\s*([A-Z]{2}\s?[\dA-Z.]{5,20}|ZL\s?[\d.X]{5,20}|(?:中国)?\d{8,13}(?:\.[\dX])?)\s*$/u,
};
