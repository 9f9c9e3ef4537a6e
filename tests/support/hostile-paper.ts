import { importPaper, type Imported } from '../../src/import/import-paper.ts';

/** A small paper with a payload prepended in one place. */
export function hostilePaper(payload: string, place: string): string {
  const at = (name: string, own: string): string => (name === place ? payload + own : own);
  return [
    at('title', '井水与轮次'),
    at('author', '王永年'),
    `\u3000\u3000摘要：${at('abstract', '公井是乡村的公共工程。')}`,
    '\u3000\u3000关键词：公井；淘井',
    `\u3000\u3000${at('paragraph', '石坪县东乡大旱，三个村子争执了十一天。①碑文只有九十六个字。')}`,
    '',
    `一、${at('heading', '从口约到石刻')}`,
    '',
    '\u3000\u3000石坪的公井大多凿于旱年，碑文很少。②',
    `表 1  ${at('caption', '内容')}`,
    '轮次  61',
    `${at('row', '时辰')}  40`,
    '资料来源：笔者自制。',
    '注释',
    `① ${at('note', '此井已废。')}`,
    `② 周明德：《${at('book', '井碑')}》，青石书局2010年版，第3页。`,
    '',
  ].join('\n');
}

export const importText = (text: string): Imported =>
  importPaper({ text, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01', 45);
