import { hash } from 'node:crypto';
import { isList, isObject } from './json.ts';

/** The texts of frozen objects: a document whose one belief changed is written anew in that one place alone. */
const texts = new WeakMap<object, string>();

/**
 * A value as canonical JSON: own keys in order of their UTF-16 units, no white space, numbers and strings as ECMAScript writes them
 * (RFC 8785, sections 3.2.2 and 3.2.3). The same value always comes to the same text.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = isList(value) ? listText(value) : isObject(value) ? objectText(value) : '';
  if (Object.isFrozen(value)) texts.set(value, text);
  return text;
}

// Joined: text that is added piece by piece is put together only when it is read, which takes longer.
const listText = (items: readonly unknown[]): string => `[${items.map(canonicalJson).join()}]`;

function objectText(object: Record<string, unknown>): string {
  const keys = Object.keys(object);
  keys.sort();
  return `{${keys.map((key) => nameOf(key) + canonicalJson(object[key])).join()}}`;
}

/** The few names there are, as they stand before their values. */
const names = new Map<string, string>();

function nameOf(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (names.size < 1000) names.set(key, name);
  return name;
}

const digestOf = (text: string): string => hash('sha256', text, 'base64url');

/** SHA-256 of a value’s canonical JSON, in base64url: 43 characters. */
export const hashOf = (value: unknown): string => digestOf(canonicalJson(value));

/**
 * Whether a value has a hash. The text of a frozen one is known in the pieces that did not change; another one whose keys are in order already is found to have
 * it without being put in order, because its text is the hashed text.
 */
export const hasHash = (value: unknown, digest: string): boolean =>
  (!Object.isFrozen(value) && digestOf(JSON.stringify(value)) === digest) || hashOf(value) === digest;

/** A value with all its keys in order. */
export const inCanonicalOrder = (value: unknown): unknown => JSON.parse(canonicalJson(value));
