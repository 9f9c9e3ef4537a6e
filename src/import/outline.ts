import { abstractIn, introductionIn } from './paper-words.ts';
import type { Account } from './account.ts';
import type { Run } from './bind-notes.ts';
import type { PrintedExhibit } from './exhibits.ts';
import type { FrontMatter, Group } from './front-matter.ts';
import { startOutline } from './headings.ts';
import type { Line } from './lines.ts';
import type { PaperBlock } from './read-paper.ts';
import { sliceTraced, type Traced } from './traced.ts';

/** Gives paragraphs and headings their ids, and puts exhibits behind the paragraphs that they interrupt. */
export function outline(
  groups: Group[],
  front: FrontMatter,
  lang: 'zh' | 'en',
  exhibits: PrintedExhibit[],
  account: Account,
): OutlinedSection[] {
  const readHeading = startOutline();
  const opening: OutlinedSection = { number: 0, title: introductionIn(lang), blocks: [] };
  const sections = [opening];
  let [subsection, paragraph, openMinor] = [0, 0, false];
  const waiting = [...exhibits];
  const placeExhibits = (last: Line | undefined): void => {
    while (waiting[0] && (!last || (waiting[0].after?.number ?? 0) <= last.number)) {
      const { kind, number } = waiting.shift()!;
      sections.at(-1)!.blocks.push({ type: 'exhibit', id: `${kind}-${number}` });
    }
  };
  for (const abstract of abstractOf(front))
    opening.blocks.push({
      type: 'paragraph',
      id: 'abstract',
      continues: opening.blocks.length > 0,
      content: abstract,
    });
  for (const { content, lines, raw } of groups) {
    const section = sections.at(-1)!;
    const heading = readHeading(raw);
    if (heading && (heading.level <= 2 || heading.length > 0 || paragraph > 0)) {
      const length = content.origins.findIndex((origin) => origin >= lines[0]!.start + heading.length);
      const sign = sliceTraced(content, 0, length);
      const title = sliceTraced(content, length);
      if (heading.level === 1) {
        account.enter('heading number', sign.origins);
        account.enter('heading', title.origins);
        const isOpening = heading.form === 'plain' && sections.length === 1 && paragraph === 0;
        if (isOpening) section.title = title.text;
        else sections.push({ number: section.number + 1, title: title.text, blocks: [] });
        [subsection, paragraph, openMinor] = [0, 0, false];
      } else if (heading.level === 2) {
        account.enter('heading number', sign.origins);
        [subsection, paragraph, openMinor] = [subsection + 1, 0, false];
        section.blocks.push({
          type: 'heading',
          id: `${section.number}.${subsection}`,
          content: title,
          last: lines.at(-1)!,
        });
      } else {
        const opens = !openMinor;
        if (opens) paragraph++;
        openMinor = true;
        section.blocks.push({
          type: 'minor heading',
          opens,
          id: `${section.number}.${subsection}.${paragraph}`,
          depth: Math.min(heading.level + 1, 6),
          content,
        });
      }
    } else {
      const continues = openMinor || (paragraph > 0 && isFormula(raw));
      if (!continues) paragraph++;
      openMinor = false;
      const id = `${section.number}.${subsection}.${paragraph}`;
      section.blocks.push({ type: 'paragraph', id, continues, content, last: lines.at(-1)! });
      placeExhibits(lines.at(-1));
    }
  }
  placeExhibits(undefined);
  if (opening.title === introductionIn(lang) && opening.blocks.every(({ id }) => id === 'abstract'))
    opening.title = abstractIn(lang);
  return sections.filter(({ blocks, number }) => blocks.length > 0 || number > 0);
}

export interface OutlinedBlock {
  type: PaperBlock['type'];
  id: string;
  depth?: number;
  continues?: boolean;
  opens?: boolean;
  content?: Traced;
  runs?: Run[];
  /** The last line of the source that it holds. */
  last?: Line;
}

export interface OutlinedSection {
  number: number;
  title: string;
  blocks: OutlinedBlock[];
}

/** A line of its own with an equation and next to no words. */
const isFormula = (text: string): boolean =>
  text.length < 80 && /\S\s*[=＝≈≤≥]\s*\S/.test(text) && !/\p{L}{4}|。/u.test(text);

function abstractOf({ abstract, abstractRest }: FrontMatter): Traced[] {
  if (!abstract) return [];
  return [sliceTraced(abstract.group.content, abstract.sign), ...abstractRest.map(({ content }) => content)];
}
