import { parseMarker } from './markers.ts';
import { schemes } from './nodes.ts';

/** What is wrong with text that MDX would read as code, and what to write instead. */
export interface Fault {
  reason: string;
  note?: string;
}

const MARKERS = 'one of the markers {/* 2.4.2 */}, {/* p. 126 */}, {/* | */}, {/* except rule: why */}';
const BRACE = 'Chapters are text. To print a brace, put a backslash before it: \\{';
const LESS = 'Chapters are text. To print a less-than sign, put a backslash before it: \\<';

/** The fault for braces that contain no marker; `before` is the text before them on their line. */
export function bracesFault(written: string, before: string): Fault {
  const marker = nearestMarker(written.slice(1, -1));
  const isFormula = isInFormula(before);
  if (marker !== undefined && !isFormula)
    return { reason: `Unexpected ${shortened(written)}, expected ${marker}` };
  return {
    reason: `Unexpected ${shortened(written)}, expected ${MARKERS}`,
    note: isFormula ? 'Write a formula between double dollars: $$C = S$$' : BRACE,
  };
}

export const openBraceFault: Fault = {
  reason: 'Unexpected { without a closing brace, expected \\{',
  note: BRACE,
};

export const tagFault = (tag: string): Fault => ({
  reason: `Unexpected tag ${shortened(tag)}, expected text`,
  note: LESS,
});

/** The fault for a less-than sign, depending on what follows it. */
export function lessThanFault(rest: string): Fault {
  const address = /^<((?:https?:\/\/|mailto:)[^\s>]+)>/.exec(rest)?.[1];
  if (address !== undefined)
    return { reason: `Unexpected <${address}>, expected a link: [text](${address})` };
  if (rest.startsWith('<!'))
    return {
      reason: 'Unexpected comment, expected text',
      note: 'Keep unpublished remarks elsewhere.',
    };
  const tag = /^<\/?[\p{L}_$][^<>]*>/u.exec(rest)?.[0];
  return tag === undefined ? { reason: 'Unexpected <, expected \\<', note: LESS } : tagFault(tag);
}

export const moduleFault = (keyword: string): Fault => ({
  reason: `Unexpected “${keyword}” at the start of a paragraph, expected the paragraph’s id before it: {/* 2.4.2 */} ${keyword} …`,
});

/** The fault for an image, from its address, if any, and its alternative text. */
export function imageFault(address = '', alt = ''): Fault {
  const file = /[^/\\]+\.(?:png|jpe?g|webp|svg)$/i.exec(address)?.[0] ?? 'map.png';
  return {
    reason: 'Unexpected image, expected an exhibit: {/* figure-1 */} alone on a line',
    note: `In exhibits/figure-1.yaml, beside ${file}, say what is shown in each edition: type: picture, file: ${file}, title: { en: … }, alt: { en: ${alt || '…'} }`,
  };
}

export const definitionFault: Fault = {
  reason: 'Unexpected definition of a link, expected the address in the link itself: [text](address)',
};

export const addressFault = (address: string): Fault => ({
  reason: `${address === '' ? 'Missing address of a link' : `Unexpected address “${address}”`}, expected https:, http:, mailto: or a reference such as term:${/^[a-z0-9-]+$/.test(address) ? address : 'well'}`,
  note: `References begin with ${schemes
    .map((scheme) => `${scheme}:`)
    .join(', ')
    .replace(/, (?=[^ ]*$)/, ' or ')}`,
});

export const frontMatterFault: Fault = {
  reason: 'Unexpected front matter, expected the file to begin with its text',
  note: 'Titles and similar data belong in dossier.yaml.',
};

/** The marker that the editor probably meant, as it should be written. */
function nearestMarker(inside: string): string | undefined {
  const meant = inside
    .normalize('NFKC')
    .replace(/^[\s/*]+|[\s/*]+$/g, '')
    .replace(/^p(?:p|age)?\.?\s*(?=\d+$)/i, 'p. ')
    .replace(/(?<=^\d+\.\d+\.\d+)\.$/, '');
  return parseMarker(`/* ${meant} */`) ? `{/* ${meant} */}` : undefined;
}

/** Whether a single dollar has been opened on the line, as in TeX. */
const isInFormula = (before: string): boolean =>
  (before.replaceAll('$$', '').match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1;

const MAX_CHARACTERS = 40;
function shortened(written: string): string {
  const line = written.replace(/\s+/g, ' ');
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}…${line.slice(-1)}` : line;
}
