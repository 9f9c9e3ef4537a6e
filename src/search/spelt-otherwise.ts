/** Where British and American spelling differ, in words of at least a few letters, with their endings. */
const differences: [where: RegExp, british: string, american: string][] = [
  [/(?<=\p{L}{3}[iy])[sz](?=(?:e[drs]?|ers|ing|ations?|ational)(?!\p{L}))/gu, 's', 'z'],
  [/(?<=\p{L}{2}o)u?r(?=(?:s|ed|ing|al|able|ful|less)?(?!\p{L}))/gu, 'ur', 'r'],
  [/(?<=(?<!\p{L})(?:cent|fib|lit|theat|(?:kilo|centi|milli)met))(?:re|er)(?=s?(?!\p{L}))/gu, 're', 'er'],
  [/(?<=(?<!\p{L})(?:defen|licen|offen|preten))[cs](?=es?(?!\p{L}))/gu, 'c', 's'],
  [
    /(?<=(?<!\p{L})(?:cance|channe|counse|fue|labe|leve|mode|signa|trave))ll?(?=(?:ed|ers?|ing)(?!\p{L}))/gu,
    'll',
    'l',
  ],
];

/** A folded string in British and in American spelling, as far as they differ from its own. */
export const otherSpellings = (folded: string): string[] =>
  [1, 2]
    .map((which) =>
      differences.reduce((text, one) => text.replace(one[0], which === 1 ? one[1] : one[2]), folded),
    )
    .filter((text) => text !== folded);
