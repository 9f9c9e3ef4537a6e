import type { FrozenBlock, FrozenChapter, FrozenEdition, FrozenMark, FrozenText } from '../model/release.ts';
import { htmlId } from '../model/segment-id.ts';
import { freezeEdition } from '../release/freeze.ts';
import { publicEditions } from '../model/settings.ts';
import { dossier } from './dossier.ts';
import { printOf } from './print.ts';

/** The texts that may be handed on, as a release would keep them. */
export const texts: FrozenEdition[] = publicEditions(dossier.settings.value).map((edition) =>
  freezeEdition(dossier, edition, printOf(dossier)),
);

/**
 * A chapter as Markdown that stands for itself: whose wording it is, then every segment under its id, then the notes. The
 * label stands at both ends, since what is read may be either.
 */
export function chapterMarkdown(frozen: FrozenEdition, chapter: FrozenChapter): string {
  const label = `> ${escape(frozen.label)}`;
  return `${[
    `# ${escape(chapter.title)}`,
    label,
    ...chapter.segments.flatMap(({ id, pages, blocks }) => {
      const [first, ...rest] = blocks.map(blockMarkdown);
      const place = `<a id="${htmlId(id)}"></a>\`${[id, ...(pages ? [[...new Set(pages)].join('–')] : [])].join(', ')}\``;
      return blocks[0]?.type === 'paragraph'
        ? [`${place} ${first ?? ''}`, ...rest]
        : [place, ...(first === undefined ? [] : [first]), ...rest];
    }),
    ...chapter.notes.map(
      ({ number, blocks }) => `[^${number}]: ${blocks.map(blockMarkdown).join('\n\n    ')}`,
    ),
    label,
  ].join('\n\n')}\n`;
}

function blockMarkdown(block: FrozenBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.units.map(textMarkdown).join('').trim();
    case 'heading':
      return `## ${textMarkdown(block.content)}`;
    case 'list':
      return block.items
        .map((item, i) => {
          const mark = block.from === undefined ? '- ' : `${block.from + i}. `;
          return (
            mark +
            item
              .map(blockMarkdown)
              .join('\n\n')
              .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
          );
        })
        .join('\n');
    case 'quotation':
      return block.blocks.map(blockMarkdown).join('\n\n').replace(/^/gm, '> ');
    case 'table':
      return tableMarkdown(block.rows.map((row) => row.map(textMarkdown)));
    case 'formula':
      return `$$\n${block.tex}\n$$`;
    case 'exhibit':
      return [
        `**${escape(block.title)}**`,
        tableMarkdown(block.rows.map((row) => row.map(escape))),
        ...[block.source, block.remark].flatMap((text) => (text === undefined ? [] : [escape(text)])),
      ].join('\n\n');
  }
}

function tableMarkdown(rows: string[][]): string {
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const line = (cells: string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => (cells[i] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
}

/** What stands before and after a stretch that is marked. Links lead nowhere outside the dossier and are left out. */
const around: Partial<Record<FrozenMark['type'], string>> = {
  emphasis: '*',
  strong: '**',
  deleted: '~~',
  formula: '$$',
};

function textMarkdown({ text, marks = [] }: FrozenText): string {
  const at = new Map<number, string>();
  const put = (place: number, what: string): void => void at.set(place, (at.get(place) ?? '') + what);
  for (const mark of marks) {
    if (mark.type === 'note') put(mark.start, `[^${mark.number}]`);
    const sign = around[mark.type];
    if (sign === undefined) continue;
    put(mark.start, sign);
    put(mark.end, sign);
  }
  const formulas = marks.filter(({ type }) => type === 'formula');
  let written = '';
  for (let i = 0; i <= text.length; i++) {
    written += at.get(i) ?? '';
    const isFormula = formulas.some(({ start, end }) => i >= start && i < end);
    written += isFormula ? text.charAt(i) : escape(text.charAt(i));
  }
  return written;
}

/** Text that Markdown would read as marks. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
