import { importPaper } from './import-paper.ts';
import { drawPages } from './look/draw-pages.ts';

/**
 * Imports a few lines, so that patterns are compiled and modules have run by the time another thread has read the PDF.
 */
export function rehearse(): void {
  const paper = { text, path: 'rehearsal.txt', encoding: 'UTF-8' };
  drawPages(paper, importPaper(paper, '2000-01-01'), paper.path);
}

const notes = [
  '张三：《港口与海关》，北京：商务印书馆2010年版，第12—15页。',
  '李四：《论港税》，载《海关研究》2012年第3期，第45页；参见王五主编：《港口史》，上海人民出版社2001年版。',
  '《港税上调》，新华网，2015年3月2日，https://www.example.org/a，访问时间：2016年1月5日。',
  '同上，第14页。',
  'Ann Smith and John Lee, The Tolls of Two Harbours, New York: Harbour Press, 2009, pp. 12–15.',
  'John Lee, “Tolls and Tariffs,” Harbour Quarterly, Vol. 12, No. 3, 2011, pp. 3–25.',
  'Smith and Lee, The Tolls, p. 14; see also Mary Hill (ed.), Ports in History, 2nd ed. (London: Quay Press, 2003).',
  'Ibid., p. 16.',
  '“Harbour Dues Rise,” The Quay Times, March 2, 2015, https://www.example.org/b, accessed January 5, 2016.',
];
const circled = (i: number): string => String.fromCodePoint(0x2460 + i);
const text = [
  '两个港口的关税',
  '张三',
  '摘要：本文比较两个港口的关税。',
  '关键词：港口；关税',
  '一、两个港口',
  ...notes.map((_, i) => `　　两个港口的关税由海关规定，商人按货物缴纳，账簿由书记保存。${circled(i)}`),
  ...notes.map((note, i) => `${circled(i)} ${note}`),
].join('\n');
