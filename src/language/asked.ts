import { HAN } from '../model/language.ts';
import { emptyWords, isQuestion } from './questions.ts';

/** Words that form a question but do not say what it is about, longest first. */
const questionWords: string[] = [
  '上有|为什么|为什么说|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '概念|术语|一词|下定义|定义|什么时候开始|何时开始|哪年开始|不一定|一定|应该|应当|怎么做|怎样做|如何做|能不能|会不会|可不可以|可以|能够|什么是|什么叫|何谓|意思|意味着什么|指的是什么|指什么',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|搞|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

const ASKING = new RegExp(questionWords.join('|'), 'g');

/** The words in letters, numbers and runs of Han characters that say what a folded query is about. */
export const contentOf = (folded: string): string[] =>
  (
    folded
      .replace(/\p{Script=Han}+/gu, (run) => run.replace(ASKING, '，'))
      .replace(/°[cf](?!\p{Script=Latin})/gu, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).filter((one) => !emptyWords.has(one));

/** Whether a query asks who wrote the paper, or where and when it was published. */
export const asksForPaper = (folded: string): boolean =>
  isQuestion(folded) &&
  contentOf(folded).length > 0 &&
  contentOf(folded).every((one) => ABOUT_PAPER.test(one));
const ABOUT_PAPER =
  /^(?:papers?|articles?|essays?|authors?|wrote|writ(?:es?|ten)|publish(?:ed)?|journals?)$|^(?:[篇本该此哪]|论文|文章|作者|撰?写|发表|刊登|期刊|杂志)+$/u;

const HOW_MANY = /how many (\p{L}+?)(?:y|ies|s)?(?!\p{L})|(?:多少|几)\p{Script=Han}?(\p{Script=Han}{2})/u;

/** What a text has that answers a question how many there are of something: a number of these. */
export function numberAskedIn(folded: string): RegExp | undefined {
  const [, word, han = word] = HOW_MANY.exec(folded) ?? [];
  return han === undefined
    ? undefined
    : new RegExp(`[\\p{N}一二两三四五六七八九十百][多余]?[\\s\\p{Script=Han}]?(?:\\p{L}+ )?${han}`, 'iu');
}

/** Whether a query asks what someone should do. */
export const isAdviceAsked = (folded: string): boolean => /^what should|应[该当]|该怎/u.test(folded);

/** What a text has that says what someone should do. */
export const advising = (name: string): string => (HAN.test(name) ? `${name}应` : `${name} should`);
