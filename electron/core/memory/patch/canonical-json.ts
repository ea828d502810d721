import { createHash } from 'node:crypto';
import { isList, isObject } from './json.ts';

/** The texts of frozen objects: a document whose one belief changed is written anew in that one place alone. */
const texts = new WeakMap<object, string>();

/**
 * A value as canonical JSON: own keys in order of their UTF-16 units, no white space, numbers and strings as ECMAScript writes them
 * (RFC 8785, sections 3.2.2 and 3.2.3). The same value always comes to the same text.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isKept = Object.isFrozen(value);
  const known = isKept ? texts.get(value) : undefined;
  if (known !== undefined) return known;
  const text = isList(value) ? listText(value) : isObject(value) ? objectText(value) : '';
  if (isKept) texts.set(value, text);
  return text;
}

function listText(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at += 1) text += at === 0 ? canonicalJson(items[at]) : `,${canonicalJson(items[at])}`;
  return `${text}]`;
}

function objectText(object: Record<string, unknown>): string {
  const keys = Object.keys(object);
  keys.sort();
  let text = '{';
  for (const key of keys) text += `${text === '{' ? '' : ','}${nameOf(key)}${canonicalJson(object[key])}`;
  return `${text}}`;
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

/** SHA-256 of a value’s canonical JSON, in base64url: 43 characters. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('base64url');
