import { visit, type Alias, type Document, type YAMLParseError } from 'yaml';

/** A fault that prevents reading a text as YAML, in terms that an editor understands. */
interface YamlFault {
  offset: number;
  reason: string;
  note?: string;
}

/** The first fault of a document; the others mostly follow from it. */
export function yamlFault(text: string, { code, message, pos: [offset] }: YAMLParseError): YamlFault {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(from, text.indexOf('\n', offset) < 0 ? undefined : text.indexOf('\n', offset));
  if (/^(?:<{7}|={7}|>{7})/.test(line))
    return { offset: from, reason: 'Unexpected mark of a merge conflict, expected one of its two texts' };
  // A brace or quotation mark after such a key is read as part of the key.
  const key = /^[^\S\n]*(?:- )?([\w-]+)(?::(?=[{["'\p{L}\p{N}])|：)/u.exec(line);
  if (key && OF_KEYS.has(code)) {
    const end = from + key[0].length - 1;
    return {
      offset: end,
      reason: key[0].endsWith('：')
        ? 'Unexpected full-width ：, expected a colon and a space'
        : `Missing space after “${key[1]}:”, expected a colon and a space`,
    };
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return { offset: from, reason: 'Unexpected tab at the start of a line, expected spaces' };
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const colon = text.slice(offset, from + line.length).search(/:\s/);
      const wide = wideComma(text.slice(0, offset + Math.max(colon, 0)));
      if (wide !== undefined)
        return {
          offset: wide,
          reason: 'Unexpected full-width ， before a key, expected a comma and a space',
        };
      if (colon >= 0)
        return {
          offset: offset + colon,
          reason: 'Unexpected second colon in a value, expected the value in quotes',
          note: 'A colon followed by a space begins a value: title: "The moon: a table"',
        };
      const next = text.slice(from + line.length).search(/\S/);
      return {
        offset: from + line.length + Math.max(next, 0),
        reason: 'Unexpected indentation, expected the line to be aligned with those that it belongs to',
      };
    }
    case 'MULTILINE_IMPLICIT_KEY':
      return missingColon(text, offset);
    case 'MULTIPLE_DOCS':
      return { offset, reason: 'Unexpected line ---, expected one document' };
    case 'DUPLICATE_KEY': {
      const key = /^[^:]*/.exec(text.slice(offset))?.[0].trim();
      return { offset, reason: `Unexpected second key “${key}”, expected it once` };
    }
    case 'BAD_SCALAR_START':
      return { offset, reason: againstSign(text.charAt(offset)) };
    case 'BAD_DQ_ESCAPE':
      return {
        offset,
        reason: 'Unexpected backslash in double quotes, expected two, or single quotes around the value',
      };
    default:
      return /followed by map values/.test(message)
        ? missingColon(text, offset)
        : { offset, reason: byMessage(message) };
  }
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
    ? { offset: offset + wide[0].length, reason: 'Unexpected full-width ：, expected a colon and a space' }
    : { offset, reason: 'Missing colon followed by a space, expected key: value' };
}

const againstSign = (sign: string): string =>
  `Unexpected ${sign} at the start of a value, expected the value in quotes`;

/** The reason for faults that share a code, told apart by the parser’s message. */
function byMessage(message: string): string {
  const [, closing] = /end with a ([\]}])|expected flow \w+ to end with ([\]}])/.exec(message) ?? [];
  if (closing !== undefined) return `Missing ${closing}, expected it at the end of the value`;
  if (/Missing closing "/.test(message)) return 'Missing closing ", expected it at the end of the value';
  if (/Missing closing '/.test(message)) return "Missing closing ', expected it at the end of the value";
  if (/scalar at node end/.test(message))
    return 'Unexpected text after the closing quotation mark, expected the whole value in quotes';
  if (/block-seq-ind on same line/.test(message))
    return 'Unexpected - on the line of its key, expected it on the next';
  if (/same column|sufficiently indented|indent/.test(message))
    return 'Unexpected indentation, expected the lines of a list or of keys to be aligned';
  return `Unexpected syntax: ${message}, expected valid YAML`;
}
