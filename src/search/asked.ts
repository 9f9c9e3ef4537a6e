import { emptyWords, isQuestion } from './questions.ts';
import { foldQuery } from './units.ts';

/** Words that form a question but do not say what it is about, longest first. */
const questionWords: string[] = [
  '上有|为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|搞|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

const ASKING = new RegExp(questionWords.join('|'), 'g');

/** The words in letters, numbers and runs of Han characters that say what a query is about, folded. */
export const contentOf = (query: string): string[] =>
  (
    foldQuery(query)
      .replace(/\p{Script=Han}+/gu, (run) => run.replace(ASKING, '，'))
      .replace(/°[cf](?!\p{Script=Latin})/gu, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).filter((one) => !emptyWords.has(one));

/** Whether a query asks who wrote the paper, or where and when it was published. */
export const asksForPaper = (query: string): boolean =>
  isQuestion(query) && contentOf(query).length > 0 && contentOf(query).every((one) => ABOUT_PAPER.test(one));
const ABOUT_PAPER =
  /^(?:papers?|articles?|essays?|authors?|wrote|writ(?:es?|ten)|publish(?:ed)?|journals?)$|^(?:[篇本该此哪]|论文|文章|作者|撰?写|发表|刊登|期刊|杂志)+$/u;

const HOW_MANY = /how many (\p{L}+?)(?:y|ies|s)?(?!\p{L})|(?:多少|几)\p{Script=Han}?(\p{Script=Han}{2})/u;

/** What a text has that answers a question how many there are of something: a number of these. */
export function numberAskedIn(query: string): RegExp | undefined {
  const [, word, han = word] = HOW_MANY.exec(foldQuery(query)) ?? [];
  return han === undefined
    ? undefined
    : new RegExp(`[\\p{N}一二两三四五六七八九十百][多余]?[\\s\\p{Script=Han}]?(?:\\p{L}+ )?${han}`, 'iu');
}

const definitions = [
  /^what(?:'s| is| are) (?:the (?:meaning|definition) of |meant by )?(?:an? |the )?(.+?)\??$/,
  /^what (?:does|do) (?:an? |the )?(.+?) mean\??$/,
  /^(?:define|who (?:is|are|was|were)) (?:an? |the )?(.+?)\??$/,
  /^(?:什么(?:是|叫做?)|何[谓为]|谁是)(.+?)\??$/u,
  /^(.+?)(?:(?:指的)?是什么(?:意思)?|指什么|是谁)\??$/u,
];

/** What a query asks to be told about, if it is of the form “What is …?” */
export const definedIn = (query: string): string | undefined =>
  definitions.map((form) => form.exec(foldQuery(query))?.[1]).find((name) => name !== undefined);
