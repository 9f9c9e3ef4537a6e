import { matchAt } from './pattern.ts';

/** A URL in a text, with its printed range and its intended form. */
export interface Address {
  start: number;
  end: number;
  /** Without stray spaces. */
  url: string;
  /** False if the scheme is not printed: www.example.org. */
  hasScheme: boolean;
}

const START = /https?:\s?\/\/|(?<![\p{L}\p{N}.@/-])www\.(?=\s?[\p{L}\p{N}])/giu;
const RUN = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%|]+/y;
const SPACE = /[ \t\u00a0\u3000]{1,2}/y;

/** A URL that the date on which it was accessed or issued follows in a Chinese note or list. */
const SPACED =
  /[A-Za-z0-9\-._~:/?#@!$&'()*+=%| \u3000]{1,400}(?=[,，;；。]\s?(?:最后|最近)?(?:访问|登[录陆]|上网|检索|查阅|浏览|下载|阅读|引用|\d{4}\s?年|\d{4}-\d))/y;

/** True if a text has spaces, and no words, so that all of it is one URL. */
const isSpaced = (text: string): boolean =>
  text.includes(' ') &&
  !/https?:| www\./i.test(text) &&
  !text.split(' ').some((part) => PROSE.test(part)) &&
  text.split(' ').filter((part) => /^[A-Z]?[a-z]{3,}$/.test(part)).length < 2;

/** The maximum number of breaks in a URL, which keeps reading linear. */
const MAX_GAPS = 16;

/** All URLs of a text, in order, in one pass. */
export function findAddresses(text: string): Address[] {
  const addresses: Address[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const start = match.index;
    let end = start + match[0].length;
    let url = match[0].replace(/\s/g, '');
    SPACED.lastIndex = end;
    const spaced = SPACED.exec(text)?.[0] ?? '';
    if (isSpaced(spaced)) {
      url += spaced.replace(/\s/g, '');
      end += spaced.length;
    }
    for (let gaps = 0; ; gaps++) {
      const more = runAt(text, end);
      url += more;
      end += more.length;
      SPACE.lastIndex = end;
      const space = SPACE.exec(text)?.[0] ?? '';
      if (
        space === '' ||
        gaps === MAX_GAPS ||
        !runsOn(url, runAt(text, end + space.length), text, end + space.length)
      )
        break;
      end += space.length;
    }
    const kept = url.slice(0, url.length - closing(url));
    end -= url.length - kept.length;
    const hasScheme = /^http/i.test(kept);
    if (URL.canParse(hasScheme ? kept : `http://${kept}`))
      addresses.push({ start, end, url: hasScheme ? kept : `http://${kept}`, hasScheme });
    START.lastIndex = Math.max(end, start + match[0].length);
  }
  return addresses;
}

function runAt(text: string, from: number): string {
  RUN.lastIndex = from;
  const run = RUN.exec(text)?.[0] ?? '';
  // Two URLs may be separated by nothing but a semicolon or comma.
  const next = run.search(/[;,]https?:\/\//i);
  return next === -1 ? run : run.slice(0, next);
}

/** Words that follow a URL and are not part of it. */
const PROSE =
  /^(?:accessed|retrieved|last|visited|viewed|cited|available|archived|and|or|and\/or|see|also|for|in|on|at|by|the|a|of|to|from|with|is|p|pp|vol|no|chap|para)[.,;:]*$/i;
const NUMBERED = /^(?:\d{4}|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d+[-–]\d+)[.,;)]*$/;
const TOP_LEVEL = /^(?:com|org|net|gov|edu|int|eu|cn|uk|de|jp|info)(?:[/.,;:]|$)/;
const SUFFIX = /^(?:s?html?|pdf|aspx?|php|jsp)(?![A-Za-z])/;
/** The rest of a host with spaces behind its dots: ferry. example. org/ */
const HOST =
  /(?:[a-z0-9-]{1,40}\.\s){1,4}(?:com|org|net|gov|edu|int|eu|cn|uk|de|jp|info|[a-z]{2})(?=[/,，;；。\s.]|$)/y;

/** True if a URL continues after a space: words of prose do not look like parts of one. */
function runsOn(url: string, next: string, text: string, at: number): boolean {
  if (next === '' || /[,;)\]'!]$/.test(url) || PROSE.test(next)) return false;
  if (NUMBERED.test(next) && !/[-_=]$/.test(url)) return false;
  if (/^\(|^\[/.test(next) || /^https?:/i.test(next)) return false;
  if (/^[-_/?=&#%]/.test(next)) return next.length > 1 || /^_ [\w]/.test(text.slice(at, at + 3));
  const structured = /[/_=%&\d]|\.(?=[A-Za-z])/.test(next);
  if (url.endsWith('.')) {
    const hostOnly = /^(?:https?:\/\/)?[^/]*$/i.test(url);
    if (!/^[a-z0-9]/.test(next)) return false;
    return hostOnly
      ? structured || TOP_LEVEL.test(next) || matchAt(HOST, text, at) !== undefined
      : next.includes('/') || SUFFIX.test(next);
  }
  if (/[-_=&?%]$/.test(url)) return /^[a-z0-9]/.test(next) || structured;
  if (url.endsWith('/')) return structured;
  return /^[a-z0-9]/.test(next) && (/[/_=]|\.(?:html?|pdf|aspx?|php)\b/.test(next) || hyphens(next) > 1);
}

const hyphens = (text: string): number => (text.match(/[A-Za-z0-9]-(?=[A-Za-z0-9])/g) ?? []).length;

/** The number of characters at the end that belong to the sentence rather than the URL. */
function closing(url: string): number {
  let [opened, end] = [0, url.length];
  for (const character of url) opened += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' && opened < 0) opened++;
    else if (!/[.,;:!?'\]|]/.test(last)) break;
  }
  return url.length - end;
}
