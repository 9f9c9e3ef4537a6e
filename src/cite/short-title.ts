/** A title without the article at its beginning. */
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
