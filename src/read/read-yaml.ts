import { parse as parseJson, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { readText, shown } from './read-text.ts';

/** A value with the places of its parts. */
export interface Sourced<T> {
  value: T;
  /** Where the part under those keys stands, or the nearest part around it. */
  at: (...keys: PropertyKey[]) => Place;
}

/**
 * Reads a YAML or JSON file by its schema. Undefined where there is no file or where it does not fit, which `messages`
 * then says, every misfit at its own place.
 */
export async function readYaml<S extends z.ZodType>(
  path: string,
  schema: S,
  messages: Message[],
): Promise<Sourced<z.output<S>> | undefined> {
  const text = await readText(path, messages);
  if (text === undefined) return undefined;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { path: shown(path), line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (place: Place, rule: string, reason: string): void => {
    messages.push({ place, level: 'error', rule, reason });
  };
  if (path.endsWith('.json')) {
    const fault = jsonFault(text);
    if (fault) refuse(placeAt(fault.offset), 'file-readable', fault.reason);
  }
  for (const { pos, message } of document.errors)
    refuse(placeAt(pos[0]), 'file-readable', `Unexpected syntax: ${message}`);
  if (messages.some(({ place, rule }) => rule === 'file-readable' && place.path === shown(path)))
    return undefined;

  const at = (...keys: PropertyKey[]): Place => {
    const offset = offsetOf(document, keys);
    return offset === undefined ? startOf(shown(path)) : placeAt(offset);
  };
  const plain = toPlain(document);
  if (plain instanceof Error) {
    refuse(startOf(shown(path)), 'file-readable', `Unexpected aliases: ${plain.message}`);
    return undefined;
  }
  const result = schema.safeParse(plain);
  if (result.success) return { value: result.data, at };
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const parent = issue.path.length > 0 ? ` of ${issue.path.join('.')}` : '';
        refuse(
          at(...issue.path, key),
          'schema-holds',
          `Unexpected key “${key}”${parent}, expected one that the schema names`,
        );
      }
    } else refuse(at(...issue.path), 'schema-holds', sentence(issue));
  }
  return undefined;
}

function sentence({ message, path }: { message: string; path: PropertyKey[] }): string {
  const where = path.length > 0 ? ` (at ${path.join('.')})` : '';
  if (message.startsWith('Unexpected')) return message + where;
  return `Unexpected value${where}, ${message.replace(/^Invalid (?:input|option): /, '').replace(/^Invalid/, 'expected a valid')}`;
}

function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** YAML forgives what other readers of the same JSON file would not. */
function jsonFault(text: string): { offset: number; reason: string } | undefined {
  const errors: ParseError[] = [];
  parseJson(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return undefined;
  // PropertyNameExpected → property name expected
  const wanted = printParseErrorCode(first.error)
    .replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
  return { offset: first.offset, reason: `Unexpected JSON: ${wanted}` };
}

/** A key stands where it is written, a list item where its value begins. */
function offsetOf(document: Document, keys: PropertyKey[]): number | undefined {
  for (let length = keys.length; length > 0; length--) {
    const parent = document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? document.contents.range?.[0] : undefined;
}
