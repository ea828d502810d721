import { Failure } from '../../failure.ts';

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects in objects: far more than a memory has, far less than would exhaust the stack. */
export const DEPTH_MAX = 200;
/** 4 MB as UTF-8. */
export const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;

/** Keys through which a patch could reach what every object shares; fast-json-patch refuses to apply a path with one. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** How deep frozen objects were found to be. They can’t change, so they are not walked through again. */
const heights = new WeakMap<object, number>();

/**
 * Sees to it that a value is JSON that can be kept as patches. The other functions of this folder take it for granted.
 * @throws Failure INVALID_INPUT when it holds something JSON has no word for (NaN, undefined, a date), a key no patch may name, or is too deep.
 */
export function requireSoundJson(value: unknown): void {
  heightOf(value, 0);
}

function heightOf(value: unknown, depth: number): number {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return 0;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Failure('INVALID_INPUT', 'A number that is none can’t be remembered.');
    return 0;
  }
  if (!isContainer(value)) throw new Failure('INVALID_INPUT', 'Only plain text, numbers, lists and objects can be remembered.');
  const known = heights.get(value);
  if (depth + (known ?? 1) > DEPTH_MAX) throw new Failure('INVALID_INPUT', 'This is nested too deeply to be remembered.');
  if (known !== undefined) return known;
  let height = 0;
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value) && reserved.has(key))
      throw new Failure('INVALID_INPUT', `Nothing that is remembered can be called “${key}”.`);
  }
  for (const inner of Object.values(value)) height = Math.max(height, heightOf(inner, depth + 1));
  if (Object.isFrozen(value)) heights.set(value, height + 1);
  return height + 1;
}

const isContainer = (value: unknown): value is unknown[] | Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};
