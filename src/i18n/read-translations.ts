import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { memoizeData } from '../model/memoize.ts';
import type { Message } from '../model/message.ts';
import { namesIn, openFolder, typedPath } from '../read/read-text.ts';
import { readYaml } from '../read/read-yaml.ts';

// To ask Intl which locales it supports takes longer than to parse a text, and every text asks again.
IntlMessageFormat.resolveLocale = memoizeData(IntlMessageFormat.resolveLocale);

/** The content of a language file. */
export interface Language {
  /** BCP 47 tag, which is also the file’s name. */
  tag: string;
  path: string;
  /** By dotted key: nav.front */
  texts: Map<string, IntlMessageFormat>;
}

/**
 * Reads the languages of a folder, one per file: `en.yaml`, `zh-Hans.yaml`. A file with a fault is left out and
 * reported.
 */
export async function readTranslations(
  path: string,
  keys: KeyTree,
): Promise<{ languages: Language[]; messages: Message[] }> {
  const folder = await openFolder(path);
  const languages: Language[] = [];
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.yaml'))) {
    const [tag, file] = [name.replace('.yaml', ''), join(path, name)];
    const found = await readYaml(file, treeSchema(keys, tag), folder);
    if (found) languages.push({ tag, path: typedPath(file), texts: new Map(textsIn(found.value)) });
  }
  return { languages, messages: folder.messages };
}

/** Reads the translations of English sentences in a folder, by these; none if it has no file for the language. */
export async function readSentences(path: string, tag: string): Promise<Record<string, string>> {
  const file = join(path, `${tag}.yaml`);
  const found = await readYaml(file, z.record(z.string(), z.string()), await openFolder(path));
  return found?.value ?? {};
}

/** The arguments of texts, in groups. */
export interface KeyTree {
  [key: string]: readonly string[] | KeyTree;
}

const treeSchema = (keys: KeyTree, tag: string): z.ZodType<object> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(keys).map(([key, inner]) => [
        key,
        (Array.isArray(inner) ? textSchema(inner, tag) : treeSchema(inner as KeyTree, tag)).optional(),
      ]),
    ),
  );

const textsIn = (tree: object, parent = ''): [string, IntlMessageFormat][] =>
  Object.entries(tree).flatMap(([name, inner]: [string, object]): [string, IntlMessageFormat][] =>
    inner instanceof IntlMessageFormat ? [[`${parent}${name}`, inner]] : textsIn(inner, `${parent}${name}.`),
  );

const textSchema = (known: readonly string[], tag: string) =>
  z.string().transform((text, context) => {
    const reject = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    try {
      const format = new IntlMessageFormat(text, tag);
      const unknown = argumentsIn(format.getAst()).find((name) => !['q', ...known].includes(name));
      return unknown === undefined
        ? format
        : reject(`Unexpected argument {${unknown}}, expected ${known.join(', ') || 'none'}`);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const fault = error.message.toLowerCase().replaceAll('_', ' ');
      return reject(`Unexpected text, expected ICU MessageFormat: ${fault}`);
    }
  });

/** The arguments and tags in a text, including nested ones. */
const argumentsIn = (elements: ReturnType<IntlMessageFormat['getAst']>): string[] =>
  elements.flatMap((element) => [
    // Type 0 is literal text.
    ...('value' in element && element.type !== 0 ? [element.value] : []),
    ...('options' in element
      ? Object.values(element.options).flatMap(({ value }) => argumentsIn(value))
      : []),
    ...('children' in element ? argumentsIn(element.children) : []),
  ]);
