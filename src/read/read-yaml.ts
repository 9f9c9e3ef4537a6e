import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node as JsonNode,
  type ParseError,
  type ParseErrorCode,
} from 'jsonc-parser';
import { isAlias, isMap, isNode, isScalar, parseDocument, type Document, type Node as YamlNode } from 'yaml';
import type { z } from 'zod';
import { createMessage, type MessageFields } from '../model/message.ts';
import { placesIn, startOf, type Place } from '../model/place.ts';
import { hiddenIn, mayHide } from './hidden.ts';
import { readText, typedPath, type Folder } from './read-text.ts';
import { schemaFaults, withKnownKeys, type Written } from './schema-faults.ts';
import { aliasFaults, MAX_ALIASES, yamlFault } from './yaml-faults.ts';

/** A value with the places of its parts. */
export interface Sourced<T> {
  value: T;
  /** The place of the value under those keys, or of the nearest value that contains it. */
  at: (...keys: PropertyKey[]) => Place;
}

/**
 * Reads a YAML or JSON file by its schema. Undefined if there is no file or it does not match; each mismatch is then
 * reported at its own place.
 */
export async function readYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  folder: Folder,
): Promise<Sourced<z.output<S>> | undefined> {
  const text = await readText(path, folder);
  if (text === undefined) return undefined;
  const reject = (place: Place, rule: string, details: Omit<MessageFields, 'place' | 'rule'>): void => {
    folder.messages.push(createMessage({ place, rule, ...details }));
  };
  const source = (path.endsWith('.json') ? parseJson : parseYaml)(text);
  const placeAt = placesIn(typedPath(path), text);
  for (const { offset, ...details } of source.faults) reject(placeAt(offset), 'file-readable', details);
  if (source.faults.length > 0) return undefined;
  const at = (...keys: PropertyKey[]): Place => {
    const range = source.rangeOf(keys);
    return range ? placeAt(...range) : startOf(typedPath(path));
  };
  const hidden = mayHide(text) ? hiddenIn(source.plain) : [];
  for (const { keys, reason } of hidden) reject(at(...keys), 'schema-holds', { reason });
  if (hidden.length > 0) return undefined;
  const result = schema.safeParse(source.plain, { error: withKnownKeys });
  if (result.success) return { value: result.data, at };
  for (const { keys, ...details } of schemaFaults(result.error.issues, source))
    reject(at(...keys), 'schema-holds', details);
  return undefined;
}

/** A file’s value with the offsets of its parts, or the faults that prevent reading it. */
interface Source extends Written {
  faults: { offset: number; reason: string; note?: string }[];
  /**
   * The range of the value under those keys, or of the nearest value that contains it: of its key, or of the item
   * itself.
   */
  rangeOf: (keys: PropertyKey[]) => Range | undefined;
}

/** The offset of the first character and, except for collections, the offset after the last. */
type Range = [start: number, end?: number];

function parseYaml(text: string): Source {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  const faults = error ? [yamlFault(text, error)] : aliasFaults(document);
  const plain: unknown = faults.length === 0 ? document.toJS({ maxAliasCount: MAX_ALIASES }) : undefined;
  return {
    plain,
    faults,
    rangeOf: (keys) => rangeInYaml(document, keys),
    writtenAt: (keys) => {
      const node = document.getIn(keys, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

/**
 * JSON has a parser of its own: it reads a long registry in a tenth of the time, and it rejects anything that is not
 * JSON.
 */
function parseJson(text: string): Source {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = errors.slice(0, 1).map(({ error, offset }) => ({ offset, reason: jsonFault(error) }));
  if (tree && faults.length === 0) faults.push(...secondKeys(tree));
  return {
    plain: tree && faults.length === 0 ? (JSON.parse(text) as unknown) : undefined,
    faults,
    rangeOf: (keys) => {
      for (let length = keys.length; tree && length > 0; length--) {
        const node = findNodeAtLocation(
          tree,
          keys.slice(0, length).map((key) => (typeof key === 'symbol' ? key.toString() : key)),
        );
        if (node) return rangeOfJson(node.parent?.type === 'property' ? node.parent.children?.[0] : node);
      }
      return rangeOfJson(tree);
    },
    writtenAt: () => undefined,
  };
}

function jsonFault(code: ParseErrorCode): string {
  // PropertyNameExpected → property name expected
  const words = printParseErrorCode(code)
    .replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
  const expected = words.endsWith(' expected') ? words.slice(0, -' expected'.length) : 'valid JSON';
  return `Unexpected JSON, expected ${expected}${expected === 'valid JSON' ? `: ${words}` : ''}`;
}

/** With duplicate keys, JSON silently keeps the last value. */
function secondKeys(node: JsonNode): Source['faults'] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const [key] = child.type === 'property' ? (child.children ?? []) : [];
    const again = key !== undefined && seen.has(key.value);
    seen.add(key?.value);
    return [
      ...(again
        ? [{ offset: key.offset, reason: `Unexpected second key “${String(key.value)}”, expected it once` }]
        : []),
      ...secondKeys(child),
    ];
  });
}

function rangeOfJson(node: JsonNode | undefined): Range | undefined {
  if (!node) return undefined;
  return node.children ? [node.offset] : [node.offset, node.offset + node.length];
}

function rangeInYaml(document: Document, keys: PropertyKey[]): Range | undefined {
  for (let length = keys.length; length > 0; length--) {
    const parent = document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (isNode(pair?.key) && pair.key.range) return rangeOfYaml(pair.key);
    }
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return rangeOfYaml(node);
  }
  return isNode(document.contents) ? rangeOfYaml(document.contents) : undefined;
}

function rangeOfYaml(node: YamlNode): Range | undefined {
  if (!node.range) return undefined;
  const [start, end] = node.range;
  return isScalar(node) || isAlias(node) ? [start, end] : [start];
}
