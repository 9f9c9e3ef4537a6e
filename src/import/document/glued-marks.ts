/** A number after a Latin word or the end of a sentence, followed by what may follow a mark. */
const GLUED =
  /(?<=\p{Script=Latin}{3}[.,;:!?”"’')]{0,2})\d{1,3}(?=$|[\s,.;:)\]—–])|(?<=[。；？！”》）])\d{1,3}(?=$|(?![年月日个個种種次世])[\p{Script=Han}“《，。；])/gu;

/** Fewer ascending numbers may be a coincidence. */
const MIN_COUNTING = 4;

interface GluedMark {
  /** Index of its text, and its position there. */
  at: number;
  start: number;
  end: number;
  number: number;
}

/** Digits directly after words that count up through all texts, as unraised note marks do. */
export function countingMarks(texts: string[]): GluedMark[] {
  const counting: GluedMark[] = [];
  texts.forEach((text, at) => {
    for (const { 0: digits, index } of text.matchAll(GLUED)) {
      const number = Number(digits);
      const due = (counting.at(-1)?.number ?? 0) + 1;
      // A number may be missing, or already recognised as a mark.
      if (number >= due && number <= due + 2)
        counting.push({ at, start: index, end: index + digits.length, number });
    }
  });
  return counting.length < MIN_COUNTING ? [] : counting;
}
