import jsonPatch, { type Operation } from 'fast-json-patch';
import { Failure } from '../../failure.ts';
import { isList, isObject } from './json.ts';

/**
 * Applies operations (RFC 6902) to a value without changing it: all of them or none. What is not touched is the same object afterwards.
 * @throws Failure INVALID_INPUT when one does not apply, or names what no patch may.
 */
export function applyOperations(value: unknown, operations: readonly Operation[]): unknown {
  return guarded(() => {
    const copies = new Set<object>();
    // fast-json-patch changes what it is given and stops in the middle, so it is only ever given copies of what it reaches.
    return operations.reduce<unknown>((document, operation, at) => {
      let own = withCopies(document, stepsTo(operation.path), copies);
      if (operation.op === 'move') own = withCopies(own, stepsTo(operation.from), copies);
      return jsonPatch.applyOperation<unknown>(own, operation, true, true, true, at).newDocument;
    }, value);
  });
}

/**
 * As `applyOperations`, but on a value nobody else holds, which is left in any state when an operation does not apply. For operations that were
 * looked through when they were written: whether they still come to what they came to is for the hash to say.
 */
export const applyToOwn = (value: unknown, operations: readonly Operation[]): unknown =>
  guarded(() => jsonPatch.applyPatch<unknown>(value, [...operations], false, true, true).newDocument);

/** The keys on the way to what a pointer (RFC 6901) names, without its last one. None when it is no pointer: fast-json-patch will say so. */
const stepsTo = (path: unknown): string[] =>
  typeof path === 'string' ? path.split('/').slice(1, -1).map(jsonPatch.unescapePathComponent) : [];

/** The value with its containers along `steps` copied, but for those that are copies already. Ends where the way does. */
function withCopies(value: unknown, steps: readonly string[], copies: Set<object>): unknown {
  if (!isList(value) && !isObject(value)) return value;
  const own = copies.has(value) ? value : isList(value) ? [...value] : { ...value };
  copies.add(own);
  const [step, ...others] = steps;
  if (step !== undefined && Object.hasOwn(own, step)) Reflect.set(own, step, withCopies(Reflect.get(own, step), others, copies));
  return own;
}

function guarded(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    throw new Failure('INVALID_INPUT', 'This change does not fit what is remembered.', { cause: error });
  }
}
