import { visit, type Alias, type Document, type YAMLParseError } from 'yaml';

/** A fault that prevents reading a text as YAML, in terms that an editor understands. */
interface YamlFault {
  offset: number;
  reason: string;
  note?: string;
}

/** The first fault of a document; the others mostly follow from it. */
export function yamlFault(text: string, { code, message, pos: [offset] }: YAMLParseError): YamlFault {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line: Line = { start, text: text.slice(start, end < 0 ? undefined : end) };
  return (
    conflictIn(line) ??
    (OF_KEYS.has(code) ? keyWithoutSpace(line) : undefined) ??
    faultsByCode[code]?.(text, offset, line) ??
    (/followed by map values/.test(message)
      ? missingColon(text, offset)
      : { offset, reason: byMessage(message) })
  );
}

/** The line of a fault, with the offset of its start in the text. */
interface Line {
  start: number;
  text: string;
}

const conflictIn = ({ start, text }: Line): YamlFault | undefined =>
  /^(?:<{7}|={7}|>{7})/.test(text)
    ? { offset: start, reason: 'Unexpected mark of a merge conflict, expected one of its two texts' }
    : undefined;

/** A brace or quotation mark after such a key is read as part of the key. */
function keyWithoutSpace({ start, text }: Line): YamlFault | undefined {
  const [written, name] = /^[^\S\n]*(?:- )?([\w-]+)(?::(?=[{["'\p{L}\p{N}])|：)/u.exec(text) ?? [];
  if (written === undefined) return undefined;
  return {
    offset: start + written.length - 1,
    reason: written.endsWith('：')
      ? WIDE_COLON
      : `Missing space after “${name}:”, expected a colon and a space`,
  };
}

const WIDE_COLON = 'Unexpected full-width ：, expected a colon and a space';

const faultsByCode: Partial<
  Record<YAMLParseError['code'], (text: string, offset: number, line: Line) => YamlFault>
> = {
  TAB_AS_INDENT: (_text, _offset, { start }) => ({
    offset: start,
    reason: 'Unexpected tab at the start of a line, expected spaces',
  }),
  BLOCK_IN_FLOW: misplacedKey,
  BLOCK_AS_IMPLICIT_KEY: misplacedKey,
  MULTILINE_IMPLICIT_KEY: missingColon,
  MULTIPLE_DOCS: (_, offset) => ({ offset, reason: 'Unexpected line ---, expected one document' }),
  DUPLICATE_KEY: (text, offset) => {
    const key = /^[^:]*/.exec(text.slice(offset))?.[0].trim();
    return { offset, reason: `Unexpected second key “${key}”, expected it once` };
  },
  BAD_SCALAR_START: (text, offset) => ({ offset, reason: againstSign(text.charAt(offset)) }),
  BAD_DQ_ESCAPE: (_, offset) => ({
    offset,
    reason: 'Unexpected backslash in double quotes, expected two, or single quotes around the value',
  }),
};

/** A key where none can begin: after a full-width comma, within a value, or on a line that is not aligned. */
function misplacedKey(text: string, offset: number, line: Line): YamlFault {
  const end = line.start + line.text.length;
  const colon = text.slice(offset, end).search(/:\s/);
  const wide = wideComma(text.slice(0, offset + Math.max(colon, 0)));
  if (wide !== undefined)
    return { offset: wide, reason: 'Unexpected full-width ， before a key, expected a comma and a space' };
  if (colon >= 0)
    return {
      offset: offset + colon,
      reason: 'Unexpected second colon in a value, expected the value in quotes',
      note: 'A colon followed by a space begins a value: title: "The moon: a table"',
    };
  return {
    offset: end + Math.max(text.slice(end).search(/\S/), 0),
    reason: 'Unexpected indentation, expected the line to be aligned with those that it belongs to',
  };
}

/** The faults that a key without a colon and a space can cause. */
const OF_KEYS: ReadonlySet<string> = new Set([
  'BLOCK_IN_FLOW',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'UNEXPECTED_TOKEN',
]);

/** How often an alias may repeat its anchor: enough for people, too few for a file to exhaust memory. */
export const MAX_ALIASES = 100;

/**
 * Aliases without an anchor, within their own anchor, or that expand too far. A value that begins with an asterisk is
 * read as an alias.
 */
export function aliasFaults(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_, alias, path) {
      const repeated = alias.resolve(document);
      const offset = alias.range?.[0] ?? 0;
      const unexpected = `Unexpected alias *${alias.source}, expected`;
      if (repeated === undefined) faults.push({ offset, reason: againstSign('*') });
      else if (path.includes(repeated))
        faults.push({ offset, reason: `${unexpected} it outside the value that it repeats` });
      else if (isTooMuch(document, alias)) {
        faults.push({
          offset,
          reason: `${unexpected} the text itself, since the alias would repeat too much`,
        });
        // An alias that expands too far does so wherever it is repeated, so report it once.
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return faults;
}

function isTooMuch(document: Document, alias: Alias): boolean {
  try {
    alias.toJS(document, { maxAliasCount: MAX_ALIASES });
    return false;
  } catch {
    return true;
  }
}

/** The offset of a full-width comma before the key with which the text ends: `{ zh: 井， en`. */
function wideComma(text: string): number | undefined {
  const found = /，\s*[\w-]+$/.exec(text);
  return found?.index;
}

/** The fault of a line that should begin with a key, which an input method may have given a full-width colon. */
function missingColon(text: string, offset: number): YamlFault {
  const wide = /^[^\S\n]*[\w-]+(?=：)/.exec(text.slice(offset));
  return wide
    ? { offset: offset + wide[0].length, reason: WIDE_COLON }
    : { offset, reason: 'Missing colon followed by a space, expected key: value' };
}

const againstSign = (sign: string): string =>
  `Unexpected ${sign} at the start of a value, expected the value in quotes`;

/** The reason for faults that share a code, told apart by the parser’s message. */
function byMessage(message: string): string {
  const [, closing] = /end with a ([\]}])|expected flow \w+ to end with ([\]}])/.exec(message) ?? [];
  if (closing !== undefined) return `Missing ${closing}, expected it at the end of the value`;
  const [, reason] = reasonsByMessage.find(([pattern]) => pattern.test(message)) ?? [];
  return reason ?? `Unexpected syntax: ${message}, expected valid YAML`;
}

const reasonsByMessage: [RegExp, string][] = [
  [/Missing closing "/, 'Missing closing ", expected it at the end of the value'],
  [/Missing closing '/, "Missing closing ', expected it at the end of the value"],
  [
    /scalar at node end/,
    'Unexpected text after the closing quotation mark, expected the whole value in quotes',
  ],
  [/block-seq-ind on same line/, 'Unexpected - on the line of its key, expected it on the next'],
  [
    /same column|sufficiently indented|indent/,
    'Unexpected indentation, expected the lines of a list or of keys to be aligned',
  ],
];
