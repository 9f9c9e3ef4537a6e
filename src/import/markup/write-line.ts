import type { Element, ElementContent } from 'hast';
import type { SourceMark } from '../source-document.ts';
import type { Span } from '../spans.ts';
import type { Warn } from '../warning.ts';
import { attribute, isElement, isLink, isSkipped, outermostIn, textOf } from './elements.ts';
import { texOf } from './formulas.ts';
import { BRACKETED } from './note-labels.ts';
import type { TextWriter } from './text-writer.ts';

/** What a link refers to within the document, if anything: a note, a work, or the mark of a note. */
export interface Target {
  note?: number;
  reference?: number;
  isBack?: boolean;
}

/** The output for the lines of a document. */
export interface LineContext {
  out: TextWriter;
  spans: Span[];
  citations: { start: number; end: number; reference: number }[];
  targetOf: (link: Element) => Target;
  /** The numbers that marks without links may have. */
  openLabels: ReadonlySet<number>;
  /** Those that marks in square brackets may have, which are not raised. */
  bracketed: ReadonlySet<number>;
  warn: Warn;
}

interface Line extends LineContext {
  marks: SourceMark[];
  /** Only in `text` do marks refer to notes; `plain` text, such as headings and tables, has no spans. */
  role: 'text' | 'plain' | 'note';
}

/** Writes a line of the document; returns its note marks, with offsets in the document. */
export function writeLine(
  content: ElementContent[],
  context: LineContext,
  role: Line['role'] = 'text',
): SourceMark[] {
  const line: Line = { ...context, marks: [], role };
  for (const node of content) writeNode(node, line);
  return line.marks;
}

function writeNode(node: ElementContent, line: Line): void {
  const { out, role } = line;
  if (node.type === 'text') writeText(node.value, line);
  if (!isElement(node) || (isSkipped(node) && node.tagName !== 'math')) return;
  const { tagName } = node;
  const inside = (): void => node.children.forEach((child) => writeNode(child, line));
  switch (tagName) {
    case 'br':
      return out.write(' ');
    case 'img':
    case 'del':
    case 'rt':
    case 'rp':
      return;
    case 'math':
      return writeFormula(node, line);
    case 'em':
    case 'i':
    case 'cite':
    case 'strong':
    case 'b': {
      const style = tagName === 'strong' || tagName === 'b' ? 'strong' : 'emphasis';
      return role === 'plain' ? inside() : within(line, inside, (place) => ({ ...place, style }));
    }
    case 'sup':
    case 'sub':
      return writeRaised(node, line, inside);
    case 'q':
      out.write('“');
      inside();
      return out.write('”');
    case 'a':
      return writeLink(node, line, inside);
    default:
      return inside();
  }
}

/** Writes text; numbers in square brackets may be note marks. */
function writeText(text: string, { out, bracketed, marks, role }: Line): void {
  let done = 0;
  for (const { 0: sign, 1: number, index } of role === 'text' ? text.matchAll(BRACKETED) : []) {
    if (!bracketed.has(Number(number))) continue;
    out.write(text.slice(done, index));
    writeMark(sign, { label: Number(number) }, out, marks);
    done = index + sign.length;
  }
  out.write(text.slice(done));
}

/** Writes a note mark, which belongs to the word before it. */
function writeMark(text: string, note: SourceMark['note'], out: TextWriter, marks: SourceMark[]): void {
  out.dropPendingSpace();
  const start = out.end();
  out.write(text);
  marks.push({ start, end: out.end(), note });
}

/** Adds a span for the written text, if it contains letters or digits. */
function within(
  line: Line,
  write: () => void,
  toSpan: (place: { start: number; end: number }) => Span,
): void {
  const { out, spans } = line;
  const start = out.next();
  const at = spans.length;
  write();
  const end = out.end();
  const written = out.since(start);
  const lead = written.length - written.trimStart().length;
  if (!/[\p{L}\p{N}]/u.test(written)) return;
  const span = toSpan({ start: start + lead, end });
  const before = spans[at - 1];
  // Adjacent spans of the same style are joined; nested ones are dropped.
  if (span.style !== 'link' && before?.style === span.style && before.end === span.start) {
    before.end = end;
    return;
  }
  spans.splice(at, spans.length - at, span, ...spans.slice(at).filter(({ style }) => style !== span.style));
}

function writeFormula(math: Element, line: Line): void {
  const { out, spans, warn } = line;
  const tex = texOf(math);
  const start = out.next();
  if (tex === undefined) {
    out.write(textOf(math));
    warn(start, 'a formula could not be converted to TeX; its characters are in the text');
    return;
  }
  out.write(tex);
  if (line.role === 'plain')
    warn(start, 'a heading, caption or table contains a formula; its TeX is there as text');
  else spans.push({ start, end: out.end(), style: 'formula' });
}

const BETWEEN_MARKS = /^[\s,，、;；.[\]()（）［］〔〕-]*$/;

function writeRaised(node: Element, line: Line, inside: () => void): void {
  const { out, openLabels, marks, role } = line;
  const links = outermostIn(node.children, (one) => isLink(one) && attribute(one, 'href') !== '');
  if (links.length > 0) {
    const targets = links.map(line.targetOf);
    const isRaised = targets.every(({ note, reference }) => (note ?? reference) !== undefined);
    const areCited = targets.every(({ reference }) => reference !== undefined);
    // Otherwise the numbers of works would be attached to the previous word.
    if (areCited && !/^[[(（［]/.test(textOf(node))) {
      out.write('[');
      inside();
      return out.write(']');
    }
    for (const child of node.children)
      if (areCited || !isRaised || child.type !== 'text' || !BETWEEN_MARKS.test(child.value))
        writeNode(child, line);
    return;
  }
  const text = textOf(node);
  const label = /^[[(（［〔]?(\d{1,3})[\])）］〕]?$/.exec(text)?.[1];
  if (node.tagName === 'sup' && role === 'text' && label !== undefined && openLabels.has(Number(label))) {
    return writeMark(text, { label: Number(label) }, out, marks);
  }
  const signs = node.tagName === 'sup' ? SUPERSCRIPTS : SUBSCRIPTS;
  const raised = [...text].map((sign) => signs[sign]);
  if (raised.every((sign) => sign !== undefined)) {
    out.dropPendingSpace();
    out.write(raised.join(''));
  } else inside();
}

const raisedSigns = (signs: string): Record<string, string> =>
  Object.fromEntries([...signs].map((sign, i) => ['0123456789+-−=()'.charAt(i), sign]));
const SUPERSCRIPTS = raisedSigns('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾');
const SUBSCRIPTS = raisedSigns('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function writeLink(link: Element, line: Line, inside: () => void): void {
  const { out, marks, citations, role } = line;
  const { note, reference, isBack } = line.targetOf(link);
  if (isBack || (note !== undefined && role === 'plain')) return;
  if (note !== undefined && role === 'text')
    return writeMark(textOf(link) || String(note + 1), { index: note }, out, marks);
  if (reference !== undefined) {
    const start = out.next();
    if (textOf(link) === '') out.write(`[${reference + 1}]`);
    else inside();
    if (role === 'text' && out.end() > start) citations.push({ start, end: out.end(), reference });
    return;
  }
  const url = addressOf(attribute(link, 'href'));
  if (url === undefined || role === 'plain') inside();
  else within(line, inside, (place) => ({ ...place, style: 'link', url }));
}

/** An external URL; relative ones have no target in a dossier. */
function addressOf(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href.trim())) return undefined;
  try {
    return new URL(href.trim()).href;
  } catch {
    // An invalid URL does not become a link; its text remains.
    return undefined;
  }
}
