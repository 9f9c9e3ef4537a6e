import { HAN } from '../model/language.ts';
import { foldQuery } from './units.ts';

/** The number of characters used of a long query, such as a pasted page: enough to tell what it is about. */
const MAX_QUERY_CHARACTERS = 200;

/**
 * The content words of a query, and its pairs of Han characters: all if `isEach`; otherwise, of a long run, every other
 * pair and the last.
 */
export function gramsOf(query: string, isEach: boolean): string[] {
  const asking = new RegExp(questionWords.join('|'), 'g');
  const content = foldQuery(query.slice(0, MAX_QUERY_CHARACTERS))
    .replace(/\p{Script=Han}+/gu, (run) => run.replace(asking, '，'))
    .replace(/°[cf](?!\p{Script=Latin})/gu, '');
  const stretches = content.match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const grams = stretches.flatMap((stretch) => {
    const characters = [...stretch];
    if (!HAN.test(stretch)) return emptyWords.has(stretch) ? [] : [stem(stretch)];
    if (characters.length < 2) return [stretch];

    const step = isEach || characters.length < 5 ? 1 : 2;
    const pairs = characters.slice(1).map((one, i) => `${characters[i] ?? ''}${one}`);
    return pairs.filter((_, i) => i % step === 0 || i === pairs.length - 1);
  });
  return [...new Set(grams)];
}

/** A word without its inflection, for finding words that begin with it; Russian and Russia are alike. */
const stem = (word: string): string =>
  word.length > 6
    ? word.replace(/(?<=ia)ns?$/, '').replace(/(?:ations?|ing|ed|es|s|e|ly)$/, '')
    : word.replace(/(?<=\w{3})s$/, '');

/** Words that form a question but do not say what it is about, longest first. */
const questionWords: string[] = [
  '上有|为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

/** The same in languages that separate words by spaces. */
const emptyWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have how in into is it its may might of on
  or should than that the their them these they this those to was were what when where which who whom whose why will
  with would not no so such there about over under between through any many more most much some
  want wants happen happens happened`.split(/\s+/),
);
