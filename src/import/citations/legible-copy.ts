/** A text with the damaged characters of its text layer repaired, and the offset of each character in the original. */
interface LegibleCopy {
  text: string;
  origins: number[];
}

// Full-width letters and digits within Latin text: Vol．58，No．2, Ｒegime.
const DAMAGED =
  /[Ａ-Ｚａ-ｚ]|[A-Za-z]．|[A-Za-z][，：；](?=\s?[A-Za-z“‘])|https?\s?[:：] ?\/ \/|https?[：:]?[：／]/u;
/** A URL with spaces around its punctuation: http: / / www. ferry. example/ tolls. */
const SPACED_ADDRESS = /https?\s?[:：] ?\/ \/ ?[\w-]+(?: ?[./?=&_%~+-] ?[\w-]+)*/g;
/** A URL with full-width punctuation: https：／／www．ferry．example／tolls＿1898．pdf. */
const WIDE_ADDRESS =
  /(?:https?\s?[:：]\s?[/／]{2}|(?<![\w．.])www(?=．))(?:[\w\-~%?=&#+:@]|[./．／＿－～％？＝＆＃＋：](?=[\w./．／＿－～％？＝＆＃＋]))+[/／]?/gu;
const LATIN_BEFORE = /[\p{Script=Latin}\d.)）”’]\s?$/u;
const LATIN_AFTER = /^\s?(?:[\p{Script=Latin}\d“‘(（&]|\.\.)/u;

/**
 * A copy of a text in which citations can be recognised: the letters, digits and punctuation of Latin text are
 * half-width, with the spaces that full-width punctuation has swallowed, and URLs have no spaces. An undamaged text is
 * copied unchanged.
 */
export function legibleCopy(text: string): LegibleCopy {
  if (!DAMAGED.test(text)) return { text, origins: Array.from({ length: text.length }, (_, i) => i) };
  let copy = '';
  const origins: number[] = [];
  const inAddress = new Set(
    [...text.matchAll(SPACED_ADDRESS)].flatMap(({ index, 0: address }) =>
      Array.from(address, (sign, at) => (sign === ' ' ? index + at : -1)),
    ),
  );
  const wide = new Set(
    [...text.matchAll(WIDE_ADDRESS)].flatMap(({ index, 0: address }) =>
      Array.from({ length: address.length }, (_, at) => index + at),
    ),
  );
  for (let i = 0; i < text.length; i++) {
    if (inAddress.has(i)) continue;
    if (wide.has(i)) {
      copy += text.charAt(i).normalize('NFKC');
      origins.push(i);
      continue;
    }
    const [sign, before, after] = [
      text.charAt(i),
      text.slice(Math.max(0, i - 2), i),
      text.slice(i + 1, i + 3),
    ];
    const half = sign.normalize('NFKC');
    const isLetter = /[Ａ-Ｚａ-ｚ０-９]/u.test(sign);
    const isScheme =
      sign === '：' && /^\s?\//.test(after) && /https?\s?$/.test(text.slice(Math.max(0, i - 7), i));
    const isSign =
      /[．，：；（）－＆]/u.test(sign) &&
      LATIN_BEFORE.test(before) &&
      (LATIN_AFTER.test(after) || after === '' || (sign === '）' && /^[.,，．;；]/u.test(after)));
    // The space before a full-width capital or bracket is lost too.
    if (
      /[Ａ-Ｚ]/u.test(sign) ? /[a-z]$/.test(before) : isSign && sign === '（' && /[A-Za-z.]$/.test(before)
    ) {
      copy += ' ';
      origins.push(i);
    }
    copy += isLetter || isSign || isScheme ? half : sign;
    origins.push(i);
    if (isSign && /[．，：；]/u.test(sign) && /^\S/.test(after)) {
      copy += ' ';
      origins.push(i + 1);
    }
  }
  return { text: copy, origins };
}

/** Replaces the text of consecutive parts of the copy with the original text. */
export function restoreOriginal<S extends { text: string }>(
  parts: S[],
  original: string,
  copy: LegibleCopy,
): S[] {
  let at = 0;
  return parts.map((part) => {
    const start = at === 0 ? 0 : (copy.origins[at] ?? original.length);
    at += part.text.length;
    return { ...part, text: original.slice(start, copy.origins[at] ?? original.length) };
  });
}
