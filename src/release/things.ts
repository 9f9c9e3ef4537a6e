import type { FrozenBlock, FrozenEdition, FrozenText } from '../model/release.ts';
import type { Permalink } from '../model/registry.ts';

/** What an address is given to, with its words in one edition. */
export interface Thing {
  kind: Permalink['kind'];
  id: string;
  text: string;
}

export const thingKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** Everything in an edition that an address may be given to, and whose text therefore may not become another's. */
export function thingsIn({ chapters, entries }: FrozenEdition): Thing[] {
  return [
    ...chapters.flatMap(({ id, title, segments, notes }): Thing[] => {
      const texts = segments.map((segment): Thing => {
        const [block] = segment.blocks;
        return {
          kind: block?.type === 'exhibit' ? 'exhibit' : 'segment',
          id: segment.id,
          text: wordsOfBlocks(segment.blocks),
        };
      });
      return [
        { kind: 'chapter', id, text: [title, ...texts.map(({ text }) => text)].join('\n') },
        ...texts,
        ...notes.map(({ number, blocks }): Thing => ({
          kind: 'note',
          id: String(number),
          text: wordsOfBlocks(blocks),
        })),
      ];
    }),
    ...entries.map(({ kind, id, name, text }): Thing => ({ kind, id, text: `${name}\n${text}` })),
  ];
}

const wordsOfBlocks = (blocks: FrozenBlock[]): string => blocks.map(wordsOfBlock).filter(Boolean).join('\n');

function wordsOfBlock(block: FrozenBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.units.map(wordsOf).join('').trim();
    case 'heading':
      return wordsOf(block.content);
    case 'list':
      return block.items.map(wordsOfBlocks).join('\n');
    case 'quotation':
      return wordsOfBlocks(block.blocks);
    case 'table':
      return block.rows.map((row) => row.map(wordsOf).join('\t')).join('\n');
    case 'formula':
      return block.tex;
    case 'exhibit':
      return [block.title, ...block.rows.map((row) => row.join('\t'))].join('\n');
  }
}

/** A citation counts as the works that it names, in whatever form they were printed. */
function wordsOf({ text, marks = [] }: FrozenText): string {
  let words = '';
  let at = 0;
  for (const mark of marks) {
    if (mark.type !== 'citation') continue;
    words += `${text.slice(at, mark.start)}${mark.works.join('; ')}`;
    at = mark.end;
  }
  return words + text.slice(at);
}
