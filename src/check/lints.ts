import { NOTE_MARK } from '../model/units.ts';
import { regionNames } from '../language/regions.ts';

/** Something that is wrong in a language, and the correct form. */
export interface Lint {
  pattern: RegExp;
  /** Follows “Unexpected ”; `{}` stands for the text found. */
  message: string;
  /** The correct form of a finding, which replaces `{correct}`. */
  correct?: (text: string, index: number) => string;
}

/** A straight quotation mark is an opening one if the character before it could not end a quotation. */
const opens = (text: string, index: number): boolean =>
  index === 0 || /[\s(\[“‘—–-]/.test(text.charAt(index - 1));

const curly = {
  double: (text: string, index: number) => (opens(text, index) ? '“' : '”'),
  // Before a number it is an apostrophe for omitted digits: ’80s.
  single: (text: string, index: number) =>
    opens(text, index) && !/\d/.test(text.charAt(index + 1)) ? '‘' : '’',
  /** Without spaces as a clue, every second mark is a closing one. */
  inTurn: (text: string, index: number) => {
    const mark = text.charAt(index);
    const isOpening = text.slice(0, index).split(mark).length % 2 === 1;
    return mark === '"' ? (isOpening ? '“' : '”') : isOpening ? '‘' : '’';
  },
};

const HAN = '\\p{Script=Han}';
const FULL = '，。、；：？！“”‘’（）《》〈〉';

const UNPAIRED = 'unpaired {}, expected paired and correctly nested quotation marks and brackets';

/** A single dash between two of these is a connector: 中国—欧盟. */
const STATES = [...regionNames('zh').values(), '欧盟'].map((name) => RegExp.escape(name)).join('|');

/** Punctuation by language. */
export const punctuation: Record<string, Lint[]> = {
  zh: [
    {
      pattern: new RegExp(`(?<=[${HAN}”》）])[,;:?!]|[,;:?!](?=[${HAN}“《（])`, 'gu'),
      message: 'half-width “{}” beside Chinese, expected its full-width form',
    },
    {
      pattern: new RegExp(`(?<=${HAN})\\.(?!\\d)|\\.(?=${HAN})`, 'gu'),
      message: 'full stop “.” beside Chinese, expected 。',
    },
    {
      pattern: new RegExp(`(?<=${HAN})\\(|\\((?=${HAN})|(?<=${HAN})\\)|\\)(?=${HAN})`, 'gu'),
      message: 'half-width “{}” beside Chinese, expected （ ）',
    },
    { pattern: /["']/gu, message: 'straight {}, expected {correct}', correct: curly.inTurn },
    {
      pattern: new RegExp(
        `(?<=[${HAN}${FULL}])[ \\t\\u3000]+(?=[${HAN}${FULL}A-Za-z0-9])|(?<=[A-Za-z0-9%℃])[ \\t\\u3000]+(?=[${HAN}${FULL}])`,
        'gu',
      ),
      message: 'space beside Chinese, expected none: the style sheet adds space between scripts',
    },
    {
      pattern: /[０-９Ａ-Ｚａ-ｚ]/gu,
      message: 'full-width “{}”, expected half-width letters and digits',
    },
    { pattern: /\.{3,}|(?<!…)…(?!…)|。{2,}/gu, message: 'ellipsis “{}”, expected ……' },
    { pattern: /(?<=\d年?)[-–](?=\d)/gu, message: 'range “{}”, expected —' },
    {
      pattern: new RegExp(`--|(?<!—)—(?!—|\\d|(?<=(?:${STATES})—)(?:${STATES}))(?<!\\d年?—)`, 'gu'),
      message: 'dash “{}”, expected ——',
    },
  ],
  en: [
    { pattern: /"/gu, message: 'straight {}, expected {correct}', correct: curly.double },
    { pattern: /'/gu, message: 'straight {}, expected {correct}', correct: curly.single },
    { pattern: /-{2,}|(?<= )-(?= )/gu, message: '“{}” for a dash, expected – or —' },
    { pattern: /(?<=\d)-(?=\d)/gu, message: 'hyphen between numbers, expected –' },
    { pattern: / +(?=[,.;:!?)”](?!\.))/gu, message: 'space before a punctuation mark, expected none' },
    { pattern: /(?<=[\p{L}\p{N}.,;”]) {2,}(?=\S)/gu, message: 'double space, expected one' },
    { pattern: /[，。、；：？！（）《》]/gu, message: 'full-width “{}”, expected its half-width form' },
  ],
};

const spaceBeforeMark: Lint = {
  pattern: new RegExp(`\\s+(?=${NOTE_MARK})`, 'gu'),
  message: 'space before a note mark, expected none',
};

/** Note mark placement. Chinese: before ，、；：; on either side of 。 English: after the punctuation. */
export const noteMarks: Record<string, Lint[]> = {
  zh: [
    {
      pattern: new RegExp(`(?<=[，、；：])${NOTE_MARK}`, 'gu'),
      message: 'note mark after a comma, semicolon or colon, expected it before',
    },
    spaceBeforeMark,
  ],
  en: [
    {
      pattern: new RegExp(`${NOTE_MARK}(?=[.,;:!?])`, 'gu'),
      message: 'note mark before a punctuation mark, expected it after',
    },
    spaceBeforeMark,
  ],
};

/** Opening and closing marks by language. English omits ‘ ’ because of apostrophes. */
export const pairs: Record<string, string[]> = {
  zh: ['“”', '‘’', '《》', '〈〉', '（）', '「」', '『』'],
  en: ['“”', '()'],
};

/** The unpaired marks in a text. */
export function unpaired(text: string, marks: string[]): { offset: number; message: string }[] {
  const found: number[] = [];
  const open: { offset: number; closer: string }[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    const pair = marks.find((one) => one.startsWith(character));
    if (pair) open.push({ offset, closer: pair.charAt(1) });
    else if (marks.some((one) => one.endsWith(character)) && !isApostrophe(text, offset)) {
      if (open.at(-1)?.closer === character) open.pop();
      else found.push(offset);
    }
  }
  return [...found, ...open.map(({ offset }) => offset)].map((offset) => ({ offset, message: UNPAIRED }));
}

const isApostrophe = (text: string, offset: number): boolean =>
  text.charAt(offset) === '’' && /\p{Script=Latin}/u.test(text.charAt(offset - 1));
