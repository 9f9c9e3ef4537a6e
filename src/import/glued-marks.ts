/** A number behind a Latin word or what ends a sentence, and before what may follow a mark. */
const GLUED =
  /(?<=\p{Script=Latin}{3}[.,;:!?”"’')]{0,2})\d{1,3}(?=$|[\s,.;:)\]—–])|(?<=[。；？！”》）])\d{1,3}(?=$|(?![年月日个個种種次世])[\p{Script=Han}“《，。；])/gu;

/** Fewer digits that count up may do so by chance. */
const FEWEST_COUNTING = 4;

interface GluedMark {
  /** Index of its text, and its place there. */
  at: number;
  start: number;
  end: number;
  number: number;
}

/** Digits that stand behind words without a space and count up through all texts, as marks of notes do that are not raised. */
export function countingMarks(texts: string[]): GluedMark[] {
  const counting: GluedMark[] = [];
  texts.forEach((text, at) => {
    for (const { 0: digits, index } of text.matchAll(GLUED)) {
      const number = Number(digits);
      const due = (counting.at(-1)?.number ?? 0) + 1;
      // One may be lost, or read as a mark.
      if (number >= due && number <= due + 2)
        counting.push({ at, start: index, end: index + digits.length, number });
    }
  });
  return counting.length < FEWEST_COUNTING ? [] : counting;
}
