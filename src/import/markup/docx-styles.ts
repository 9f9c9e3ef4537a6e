import { captionPatterns } from '../words/paper-words.ts';

/** The id of the style of lines in a table of contents or a list of figures, which only repeat headings. */
export const CONTENTS = 'contents';

/** The id of the style of headings of a level, from 0. */
export const outlineStyle = (level: number): string => `outline-${level}`;

/** The number of heading levels in Word. */
export const LEVELS = 9;

/** The most characters in a heading that is recognised only by the outline level of its paragraph. */
const MAX_HEADING = 80;

interface Style {
  name: string;
  level: number | undefined;
  basedOn: string | undefined;
}

interface WordParagraph {
  xml: string;
  /** Its text without formulas. */
  text: string;
  style: Style | undefined;
  level: number | undefined;
  isContents: boolean;
}

/**
 * Gives paragraphs the styles above that have an outline level, of their own or from their style, or that are in a
 * table of contents; styles that `isKnown` by their names stay. `document` and `styles` are parts of a Word document.
 */
export function nameStyles(document: string, styles: string, isKnown: (name: string) => boolean): string {
  const paragraphs = paragraphsIn(document, readStyles(styles));
  const ids = paragraphs.map(({ text, style, level, isContents }, i) => {
    const next = paragraphs.slice(i + 1).find((one) => one.text !== '');
    if (isContents || (next?.isContents && HEADING.test(text))) return CONTENTS;
    const isCaption = captionPatterns.some(({ pattern }) => pattern.test(text));
    const isHeading =
      level !== undefined &&
      level < LEVELS &&
      text.length <= MAX_HEADING &&
      /\p{L}/u.test(text) &&
      !isCaption;
    return isHeading && !isKnown(style?.name ?? '') ? outlineStyle(level) : undefined;
  });
  let at = 0;
  return document.replace(PARAGRAPH, (xml) => {
    const id = ids[at++];
    if (id === undefined) return xml;
    const named = `<w:pStyle w:val="${id}"/>`;
    if (!PROPERTIES.test(xml)) return xml.replace(/^<w:p(?:\s[^>]*)?>/, `$&<w:pPr>${named}</w:pPr>`);
    return xml.replace(/<w:pStyle [^>]*\/>/, '').replace(/<w:pPr>/, `$&${named}`);
  });
}

const PARAGRAPH = /<w:p(?:\s[^>]*[^/])?>[\s\S]*?<\/w:p>/g;
const PROPERTIES = /^<w:p(?:\s[^>]*)?>\s*<w:pPr>([\s\S]*?)<\/w:pPr>/;
const HEADING = /^(?:[图圖表]?\s*目\s*[录錄次]|(?:Table of )?Contents)$/i;
const CONTENTS_STYLE = /^(?:TOC\b|table of figures)/i;

function paragraphsIn(document: string, styles: ReadonlyMap<string, Style>): WordParagraph[] {
  // The number of open fields, from that of the table of contents on.
  let open = 0;
  return (document.match(PARAGRAPH) ?? []).map((xml) => {
    const properties = PROPERTIES.exec(xml)?.[1]?.replace(/<w:pPrChange[\s\S]*?<\/w:pPrChange>/g, '') ?? '';
    const style = styles.get(valueOf(properties, 'pStyle') ?? '');
    const level = Number(valueOf(properties, 'outlineLvl') ?? NaN);
    let isInside = open > 0;
    let begins = false;
    let hasOwn = false;
    for (const [, type, instruction, written] of xml.matchAll(FIELD)) {
      begins = type === undefined ? begins : type === 'begin';
      if (begins && open === 0 && /^\s*TOC\b/.test(instruction ?? '')) {
        open = 1;
        isInside = true;
      } else if (type === 'begin' && open > 0) open++;
      else if (type === 'end' && open > 0) open--;
      if (written?.trim() && open === 0) hasOwn = true;
    }
    return {
      xml,
      text: textIn(xml),
      style,
      level: Number.isNaN(level) ? levelOf(style, styles) : level,
      isContents: (isInside && !hasOwn) || CONTENTS_STYLE.test(style?.name ?? ''),
    };
  });
}

const FIELD =
  /<w:fldChar [^>]*w:fldCharType="(\w+)"|<w:instrText(?:\s[^>]*)?>([^<]*)|<w:t(?:\s[^>]*)?>([^<]*)/g;

const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)]
    .map(([, text]) => text)
    .join('')
    .trim();

const valueOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name} w:val="([^"]*)"`).exec(xml)?.[1];

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const [style = ''] of xml.matchAll(/<w:style\s[\s\S]*?<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const level = valueOf(style, 'outlineLvl');
    if (id !== undefined)
      styles.set(id, {
        name: valueOf(style, 'name') ?? '',
        level: level === undefined ? undefined : Number(level),
        basedOn: valueOf(style, 'basedOn'),
      });
  }
  return styles;
}

/** The outline level of a style, which may have it from the style that it is based on. */
function levelOf(style: Style | undefined, styles: ReadonlyMap<string, Style>): number | undefined {
  const seen = new Set<Style>();
  for (let one = style; one && !seen.has(one); one = styles.get(one.basedOn ?? '')) {
    seen.add(one);
    const named = /^heading ([1-9])$/i.exec(one.name)?.[1];
    if (one.level !== undefined) return one.level;
    if (named !== undefined) return Number(named) - 1;
  }
  return undefined;
}
