import { z } from 'zod';
import { nearestOf } from '../model/nearest.ts';

/** A mismatch with a schema, in terms that an editor understands. */
interface SchemaFault {
  /** The keys of the value, or of where it is missing. */
  keys: PropertyKey[];
  reason: string;
  actual?: string;
  expected?: string[];
  note?: string;
}

type Issue = z.core.$ZodIssue;

/** An error map for parsing with a schema: makes issues about unknown keys list the known ones. */
export const withKnownKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' && inst instanceof z.ZodObject
    ? Object.keys(inst.shape).join(', ')
    : undefined;

/** The value of a file. */
export interface Written {
  plain: unknown;
  /** A scalar as the file writes it. */
  writtenAt: (keys: PropertyKey[]) => string | undefined;
}

export const schemaFaults = (issues: readonly Issue[], written: Written): SchemaFault[] =>
  issues.flatMap((issue) => faultsOf(issue, written));

function faultsOf(issue: Issue, written: Written): SchemaFault[] {
  const { path: keys } = issue;
  const { plain } = written;
  const value = valueAt(plain, keys);
  const given = value === undefined || value === null ? undefined : String(value);
  const at = placeIn(plain, keys);
  const key = `“${String(keys.at(-1))}”`;
  const above = following(placeIn(plain, keys.slice(0, -1)));
  const fault = (reason: string, more: Partial<SchemaFault> = {}): SchemaFault[] => [
    { keys, reason, ...more },
  ];
  const unexpected = (expected: string, more?: Partial<SchemaFault>): SchemaFault[] => {
    if (value === undefined) return fault(`Missing ${key}${above}, expected ${expected}`);
    return fault(`Unexpected ${shown(value)}${bracketed(at)}, expected ${expected}`, more);
  };
  /** Of a key without a value, or of text that YAML reads as such a key. */
  const ofNothing = (expected: string): SchemaFault[] => {
    const isText = expected === kinds['string'] && keys.length > 1;
    return fault(
      `Missing value of ${key}${keys.length > 1 ? bracketed(at) : ''}, expected ${expected}`,
      isText ? { note: 'In { }, a comma ends a value: put a text with a comma in quotes, "…, …"' } : {},
    );
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((one) => unknownKey(one, issue.message.split(', '), keys, at));
    case 'invalid_key':
      return fault(`Unexpected key ${key}${above}, ${expectedIn(issue.issues[0]?.message)}`);
    case 'invalid_type': {
      const expected = kinds[issue.expected] ?? issue.expected;
      if (value === null) return ofNothing(expected);
      // A schema that demands a form says so itself.
      if (given !== undefined && isBare(value, expected) && /^Unexpected/.test(issue.message)) break;
      return unexpected(expected, correctionOf(value, expected, written.writtenAt(keys)));
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      return value === null
        ? ofNothing(oneOf(known))
        : unexpected(oneOf(known, given), { actual: String(value), expected: known });
    }
    case 'invalid_union':
      return 'options' in issue
        ? unexpected(oneOf((issue.options ?? []).map(String), given))
        : (likeliestFaults(issue, written) ?? unexpected(kindsOf(issue)));
    case 'too_small':
    case 'too_big':
      if (value === '') return fault(`Unexpected empty text${bracketed(at)}, expected some`);
      return unexpected(
        issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`,
      );
    case 'invalid_format':
      if (issue.format === 'url') return unexpected('an address such as https://example.org/');
  }
  return fault(sentence(issue.message, at));
}

/** A fault for a key that the schema does not know, at the place that the keys lead to. */
function unknownKey(key: string, known: string[], keys: PropertyKey[], at: string): SchemaFault {
  const glued = /^([\w-]+):[{["']/.exec(key)?.[1];
  if (glued !== undefined)
    return {
      keys: [...keys, key],
      reason: `Missing space after “${glued}:”${following(at)}, expected a colon and a space`,
    };
  const near = nearestIn(known, key);
  const isLong = near === undefined && known.length > MAX_LISTED_NAMES;
  return {
    keys: [...keys, key],
    reason: `Unexpected key “${key}”${following(at)}, expected ${isLong ? 'a known one' : (near ?? oneOf(known))}`,
    actual: key,
    expected: known,
    ...(isLong ? { note: `Known keys: ${known.join(', ')}` } : {}),
  };
}

/** Whether a text lacks the quotes without which YAML reads it as something else. */
const isBare = (value: unknown, expected: string): boolean =>
  expected === kinds['string'] && typeof value !== 'object';

/** How to correct a value that is of another type only because of how it is written. */
function correctionOf(value: unknown, expected: string, written: string | undefined): { note?: string } {
  if (isBare(value, expected)) return { note: `Put it in quotes: "${written ?? String(value)}"` };
  const number = expected.endsWith('number') && typeof value === 'string' ? value.normalize('NFKC') : '';
  if (!/^-?[\d.]+$/.test(number)) return {};
  return { note: `Write it ${number === value ? 'without quotes' : 'with half-width digits'}: ${number}` };
}

/** For a union, reports what is missing for the branch that the value most resembles. */
function likeliestFaults(
  { errors, path }: Extract<Issue, { code: 'invalid_union' }>,
  written: Written,
): SchemaFault[] | undefined {
  const [likeliest] = errors
    .filter((branch) => !branch.some(isOfOtherKind))
    .sort((a, b) => a.length - b.length);
  return likeliest?.flatMap((error) => faultsOf({ ...error, path: [...path, ...error.path] }, written));
}

const isOfOtherKind = ({ code, path }: Issue): boolean => code === 'invalid_type' && path.length === 0;

const kindsOf = ({ errors }: { errors: Issue[][] }): string => {
  const expected = errors.flat().flatMap((error) => (error.code === 'invalid_type' ? [error.expected] : []));
  return [...new Set(expected.map((kind) => kinds[kind] ?? kind))].join(' or ') || 'another';
};

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'keys with values',
  record: 'keys with values: { en: … }',
};

/** The most names that a sentence lists. */
const MAX_LISTED_NAMES = 20;

/** All names, with the nearest; if they are many, only the nearest if there is one. */
function oneOf(names: string[], to?: string): string {
  const near = to === undefined ? undefined : nearestIn(names, to);
  if (near !== undefined && names.length > MAX_LISTED_NAMES) return near;
  const all = names.length === 1 ? names.join() : `one of ${names.join(', ')}`;
  return near === undefined || names.length === 1 ? all : `${all} (nearest: ${near})`;
}

const nearestIn = (names: string[], to: string): string | undefined =>
  nearestOf(to, names, Math.ceil(to.length / 3));

/** Adapts zod’s sentences, which begin with “Invalid”, to ours, which begin with “Unexpected”. */
function sentence(message: string, at: string): string {
  if (/^(?:Unexpected|Missing)/.test(message)) return message + bracketed(at);
  const expected = message
    .replace(/^Invalid (?:input|option|string): /, '')
    .replace(/^Invalid/, 'expected a valid');
  return `Unexpected value${bracketed(at)}, ${expected.replace(/^must/, 'expected it to')}`;
}

const expectedIn = (message = ''): string => /(?<!Un)expected .*$/.exec(message)?.[0] ?? 'expected another';

const MAX_SHOWN_CHARACTERS = 40;
function shown(value: unknown): string {
  if (typeof value === 'string')
    return `“${value.length > MAX_SHOWN_CHARACTERS ? `${value.slice(0, MAX_SHOWN_CHARACTERS)}…` : value}”`;
  if (typeof value === 'number') return `number ${value}`;
  if (Array.isArray(value)) return `list of ${value.length}`;
  return value !== null && typeof value === 'object' ? 'keys with values' : String(value);
}

/** Describes a path of keys, from the nearest list item with an id: issued.date-parts of “saint-1868”. */
function placeIn(plain: unknown, keys: readonly PropertyKey[]): string {
  for (let length = keys.length; length > 0; length--) {
    const item = valueAt(plain, keys.slice(0, length));
    const id =
      typeof keys[length - 1] === 'number' && item !== null && typeof item === 'object' && 'id' in item
        ? item.id
        : undefined;
    if (typeof id !== 'string') continue;
    const rest = keys.slice(length).map(String).join('.');
    return rest === '' ? `“${id}”` : `${rest} of “${id}”`;
  }
  return keys.map(String).join('.');
}

const bracketed = (at: string): string => (at === '' ? '' : ` (at ${at})`);
const following = (at: string): string => (at === '' ? '' : ` of ${at}`);

const valueAt = (plain: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    plain,
  );
