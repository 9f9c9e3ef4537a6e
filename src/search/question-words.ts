/** Words that a question is asked with and that say nothing of what it is about, longest first. */
export const questionWords: string[] = [
  '为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

/** Their like in languages that write words apart. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have how in into is it its may might of on
  or should than that the their them these they this those to was were what when where which who whom whose why will
  with would not no so such there about over under between through`.split(/\s+/),
);
