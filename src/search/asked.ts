import { foldQuery } from './units.ts';

/** Words that form a question but do not say what it is about, longest first. */
export const questionWords: string[] = [
  '上有|为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|搞|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

/** Whether a query asks for causes, which a text then gives with one of these words. */
export const asksWhy = (query: string): boolean => /^why(?!\p{L})|为什么|为何/u.test(foldQuery(query));
export const CAUSE =
  /用意|原因|因为|由于|为了|旨在|目的|出于|(?<!\p{L})(?:because|reasons?|due to|owing to|in order to|so that|(?:is|are) meant|aims?|purpose)(?!\p{L})/iu;

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
