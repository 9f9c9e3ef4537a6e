import { han, justified } from './pattern.ts';

// Words that announce a citation, and words that show that nothing is cited.

const enExample = '(?:e\\.g\\.|for (?:example|instance|details|more|a discussion)|in particular)';

/** The source of a pattern for words that announce a citation: the signals of The Bluebook (rule 1.2) and the like. */
const enSignal = `(?:(?:but )?(?:see(?: also)?(?: generally)?|cf\\.)|accord|contra|compare|(?:as )?(?:quoted|cited) in|qtd\\. in)(?:,? ${enExample})?`;

const enLeadIn = new RegExp(
  `(?<=^|[\\s,;.:(，；。：])(?:${enSignal}|${enExample}|according to)[:,]?\\s+(?=[\\p{Lu}“"‘]|(?:van|von|de|der|di|du|al|el|le|la)\\b)`,
  'giu',
);

/** The length of a text up to the end of its last words that announce a citation; 0 without any. */
export const zhLeadInLength = (stretch: string): number => endOfLast(zhLeadIn, stretch);
// The pattern requires a name or title after these words.
export const enLeadInLength = (stretch: string): number =>
  Math.min(stretch.length, endOfLast(enLeadIn, `${stretch}X`));

function endOfLast(pattern: RegExp, text: string): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** The same words at an offset, at the end of a text, at its start, and at an offset before a capital. */
export const enNextLeadIn = new RegExp(`${enSignal} `, 'iy');
export const enAnnounces = new RegExp(`(?:^|[\\s,;.(])${enSignal}[:,]?\\s*$`, 'i');
export const enBegins = new RegExp(`^\\s*(?:${enSignal}|e\\.g\\.)[:,]*\\s+`, 'i');
export const enAnnounced = new RegExp(`(?:${enSignal})[,:]?\\s+(?=\\p{Lu})`, 'iuy');

/** All that may precede a citation after the end of another. */
export const enBetween = new RegExp(
  `\\s*(?:[，,：:、.]\\s*)*(?:(?:and|also|and also),?\\s+)?(?:${enExample},?\\s+)?(?:${enSignal}[,:]?\\s+)?(?:press release,\\s+)?`,
  'iuy',
);

const zhLeadIn = new RegExp(
  justified(
    '(?:转引自|转自|引自|出自|源自|摘自|参见|参阅|参看|可参考|请参考|参考(?!消息)|详见|另见|又见|亦见|也见|可见|请见|并见|散见|分别见|数据来源|资料来源|(?<=^|[，,。；;：:\\s])见)(?:于(?=《))?[:：，,]? ?',
  ),
  'gu',
);

/** Opening words that are not part of the following names. */
export const zhOpening =
  /^\s*(?:例如|比如|譬如|此外|另外|其中|来源|根据|依据|包括|如|以及|和|及|并|又|原文)(?:见)?[:：，,]?\s*/u;

/** Words after a comma that announce another citation, so that the previous one ends. */
export const zhNextLeadIn = han('(?:转引自|转自|引自|参见|参阅|另见|又见|亦见|也见|详见|同时参见|并参见)');

export const zhQuotedIn = han('(?:转引自|转自|引自)');

/** Words that refer to the paper itself rather than cite. */
export const zhOwnText = /本文|下文|上文|前文|后文|下同|下节|本节|本章|下述|上述/u;

/** A citation follows these words, understood or not. */
export const zhAnnounces =
  /(?:转引自|参见|参阅|参看|详见|另见|又见|亦见|也见|可参考|(?:^|[，,。；;：:])\s*见|请见|引自)[:：，,]?\s*$/u;
