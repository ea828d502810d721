import jsonPatch, { type Operation } from 'fast-json-patch';
import { produce } from 'immer';
import { Failure } from '../../failure.ts';

/**
 * Applies operations (RFC 6902) to a value without changing it: all of them or none. What is not touched is the same object afterwards.
 * @throws Failure INVALID_INPUT when one does not apply, or names what no patch may.
 */
export function applyOperations(value: unknown, operations: readonly Operation[]): unknown {
  return guarded(() => {
    // A draft can be changed or replaced, not both.
    if (typeof value !== 'object' || value === null || operations.some(({ path }) => path === ''))
      return applyInPlace(structuredClone(value), operations);
    // fast-json-patch changes what it is given and stops in the middle; on a draft, that leaves nothing behind.
    return produce(value, (draft: unknown) => {
      const applied = applyInPlace(draft, operations);
      return applied === draft ? undefined : applied;
    });
  });
}

/**
 * As `applyOperations`, but on a value nobody else holds, which is left in any state when an operation does not apply. For operations that were
 * looked through when they were written: whether they still come to what they came to is for the hash to say.
 */
export const applyToOwn = (value: unknown, operations: readonly Operation[]): unknown =>
  guarded(() => jsonPatch.applyPatch<unknown>(value, [...operations], false, true, true).newDocument);

const applyInPlace = (value: unknown, operations: readonly Operation[]): unknown =>
  jsonPatch.applyPatch<unknown>(value, [...operations], true, true, true).newDocument;

function guarded(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    throw new Failure('INVALID_INPUT', 'This change does not fit what is remembered.', { cause: error });
  }
}
