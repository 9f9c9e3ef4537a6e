/** Words that form a question or say nothing by themselves, in languages that separate words by spaces. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have how in into is it its may might of on
  or should than that the their them these they this those to was were what when where which who whom whose why will
  with would not no so such there about over under between through any many more most much some
  want wants happen happens happened mean means meaning meant definition define term word concept must shall`.split(
    /\s+/,
  ),
);

const QUESTION =
  /^(?:why|how|what|when|where|which|who|whom|whose|define)(?!\p{L})|\?$|什么|为何|何谓|怎么|怎样|如何|哪|多少|是否|(\p{Script=Han})[不没]\1|能否|谁|几时|何时|何处|[吗呢]$/u;

/** Whether a folded query is put as a question. */
export const isQuestion = (folded: string): boolean => QUESTION.test(folded);
