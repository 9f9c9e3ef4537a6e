import type { LevelledBlock } from './blocks.ts';
import type { FrontMatter } from './front-matter.ts';
import { startOutline } from '../words/headings.ts';
import { isFormula as setsEqual } from '../../model/formula.ts';
import { sliceMapped, type MappedText } from '../mapped-text.ts';
import type { PaperBlock } from '../paper.ts';
import type { SourceExhibit } from '../source-document.ts';
import { abstractIn, introductionIn, isIntroduction } from '../words/paper-words.ts';

/**
 * Gives ids to paragraphs and headings, and places exhibits after the paragraphs that they interrupt. `areMarked` is
 * true if the format marks paragraphs, and thus quotations.
 */
export function outline(
  blocks: LevelledBlock[],
  front: FrontMatter,
  lang: 'zh' | 'en',
  exhibits: SourceExhibit[],
  areMarked = false,
): Outline {
  const readHeading = startOutline();
  const opening: OutlinedSection = { number: 0, title: introductionIn(lang), blocks: [] };
  const sections = [opening];
  const headingNumbers: MappedText[] = [];
  const sectionTitles: MappedText[] = [];
  let [subsection, paragraph, openMinor] = [0, 0, false];
  const waiting = [...exhibits];
  const placeExhibits = (last: number): void => {
    while (waiting[0] && waiting[0].start <= last) {
      const { kind, number } = waiting.shift()!;
      sections.at(-1)!.blocks.push({ type: 'exhibit', id: `${kind}-${number}` });
    }
  };
  for (const abstract of abstractOf(front))
    opening.blocks.push({
      type: 'paragraph',
      id: 'abstract',
      continues: opening.blocks.length > 0,
      isQuotation: false,
      content: abstract,
    });
  for (const block of blocks) {
    const { content, raw, kind } = block;
    const section = sections.at(-1)!;
    const heading = kind === 'text' ? readHeading(raw) : block.kind === 'heading' ? block.level : undefined;
    const start = content.offsets[0] ?? 0;
    const idHere = (): string => `${section.number}.${subsection}.${paragraph}`;
    if (heading && (heading.level <= 2 || heading.length > 0 || paragraph > 0)) {
      const at = content.offsets.findIndex((offset) => offset >= start + heading.length);
      // A heading that is nothing but its number keeps it. The title may be on the next line.
      const length = at < 0 ? 0 : at + (/^\s*/.exec(content.text.slice(at))?.[0].length ?? 0);
      const title = sliceMapped(content, length);
      if (heading.level <= 2) headingNumbers.push(sliceMapped(content, 0, length));
      if (heading.level === 1) {
        sectionTitles.push(title);
        const isOpening = heading.numbering === 'plain' && sections.length === 1 && paragraph === 0;
        const opened = { title: title.text, start: title.offsets[0] ?? start };
        if (isOpening) Object.assign(section, opened);
        else sections.push({ number: section.number + 1, ...opened, blocks: [] });
        [subsection, paragraph, openMinor] = [0, 0, false];
      } else if (heading.level === 2) {
        [subsection, paragraph, openMinor] = [subsection + 1, 0, false];
        section.blocks.push({ type: 'heading', id: `${section.number}.${subsection}`, content: title });
      } else {
        const opens = !openMinor;
        if (opens) paragraph++;
        openMinor = true;
        const depth = Math.min(heading.level + 1, DEEPEST_HEADING);
        section.blocks.push({ type: 'minor heading', opens, id: idHere(), depth, content });
      }
    } else {
      const isDisplayed = kind === 'quotation' || kind === 'formula';
      const continues =
        openMinor || (paragraph > 0 && (isDisplayed || kind === 'list item' || isFormula(raw)));
      if (!continues) paragraph++;
      openMinor = false;
      section.blocks.push({
        type: 'paragraph',
        id: idHere(),
        continues,
        isQuotation: continues && isDisplayed && ((areMarked && kind === 'quotation') || !isFormula(raw)),
        ...(block.kind === 'list item' ? { item: block.item } : {}),
        content,
      });
      placeExhibits(content.offsets.at(-1) ?? start);
    }
  }
  placeExhibits(Infinity);
  // If the paper has its own introduction, the text before it is not one.
  const isIntroduced = sections.some((section) => section !== opening && isIntroduction(section.title));
  const isAbstract = (block: OutlinedBlock): boolean => block.id === 'abstract';
  if (opening.title === introductionIn(lang) && opening.start === undefined)
    if (isIntroduced || opening.blocks.every(isAbstract)) opening.title = abstractIn(lang);
  return {
    sections: sections.filter(({ blocks, number }) => blocks.length > 0 || number > 0),
    headingNumbers,
    sectionTitles,
  };
}

const DEEPEST_HEADING = 6;

/** A block whose text has not been divided into inlines yet. */
type Undivided<B> = B extends { inlines: unknown } ? Omit<B, 'inlines'> & { content: MappedText } : B;
type OutlinedBlock = Undivided<PaperBlock>;
export type TextBlock = Extract<OutlinedBlock, { content: MappedText }>;
export const isTextBlock = (block: OutlinedBlock): block is TextBlock => block.type !== 'exhibit';

export interface OutlinedSection {
  number: number;
  title: string;
  start?: number;
  blocks: OutlinedBlock[];
}

export interface Outline {
  sections: OutlinedSection[];
  /** The numbers of section and subsection headings, which their ids express. */
  headingNumbers: MappedText[];
  sectionTitles: MappedText[];
}

/** The most characters in an equation; a longer line contains more than that. */
const MAX_FORMULA = 80;

/** True for a line that consists of an equation with hardly any words. */
const isFormula = (text: string): boolean =>
  text.length < MAX_FORMULA && /\S\s*[=＝≈≤≥]\s*\S/.test(text) && !/\p{L}{4}/u.test(text) && setsEqual(text);

const abstractOf = ({ abstract, abstractRest }: FrontMatter): MappedText[] =>
  abstract
    ? [
        sliceMapped(abstract.block.content, abstract.wordLength),
        ...abstractRest.map(({ content }) => content),
      ]
    : [];
