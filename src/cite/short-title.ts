/** A title or an institution’s name without the article at its beginning. */
export const withoutArticle = (title: string): string =>
  title.replace(/^(?:The|An?) (.)/u, (_, letter: string) => letter.toUpperCase());

/**
 * A long title as MLA gives it in the text (Handbook, 9th ed., 6.10): up to the first preposition, conjunction or verb.
 * Undefined if it is not long.
 */
export const mlaShortTitle = (title: string): string | undefined =>
  title.split(' ').length < 5
    ? undefined
    : /^.{6,}?(?= (?:and|or|of|in|on|at|by|for|from|to|with|between|under|against|about|as|into|over|after|before|is|are|was|were|has|have) )/iu.exec(
        title,
      )?.[0];

/** A long title in pinyin: its first words, without a particle at their end. */
export const shortenedPinyin = (title: string): string | undefined =>
  title.split(' ').length < 5
    ? undefined
    : title
        .split(' ')
        .slice(0, 3)
        .join(' ')
        .replace(/ (?:bu|de|dui|ji|jian|jiang|tong|yu|zai|zhi)$/, '');
