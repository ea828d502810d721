import { createHash } from 'node:crypto';
import { isList, isObject } from './json.ts';

/** The texts of frozen objects: a document whose one belief changed is written anew in that one place alone. */
const texts = new WeakMap<object, string>();

/**
 * A value as canonical JSON: own keys in order of their UTF-16 units, no white space, numbers and strings as ECMAScript writes them
 * (RFC 8785, sections 3.2.2 and 3.2.3). The same value always comes to the same text.
 */
export function canonicalJson(value: unknown): string {
  if (!isList(value) && !isObject(value)) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = isList(value) ? `[${value.map(canonicalJson).join(',')}]` : `{${membersOf(value)}}`;
  if (Object.isFrozen(value)) texts.set(value, text);
  return text;
}

const membersOf = (value: Record<string, unknown>): string =>
  Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
    .join(',');

/** SHA-256 of a value’s canonical JSON, in base64url: 43 characters. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('base64url');
