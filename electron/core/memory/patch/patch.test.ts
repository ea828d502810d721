import fc from 'fast-check';
import type { Operation } from 'fast-json-patch';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureIn } from '../../../../tests/support/failure-in.ts';
import { applyOperations } from './apply-operations.ts';
import { canonicalJson, hasHash, hashOf, inCanonicalOrder } from './canonical-json.ts';
import { operationsBetween } from './difference.ts';
import { requireSoundJson } from './json.ts';

const sound = <Value>(value: Value): Value => {
  requireSoundJson(value);
  return value;
};
const json = fc.jsonValue({ maxDepth: 5 }).filter((value) => {
  try {
    requireSoundJson(value);
    return true;
  } catch {
    return false;
  }
});
const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
};

describe('the operations between two values', () => {
  it('make one of the other, whatever the two are', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const made = applyOperations(frozen(sound(before)), operationsBetween(sound(before), sound(after)));
        expect(canonicalJson(made)).toBe(canonicalJson(sound(after)));
      }),
      { numRuns: 2000 },
    );
  });

  it('make any list of any other, with items that have an identifier and items that have none', () => {
    const item = fc.oneof(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.constantFrom('one', 'two') }),
      fc.constantFrom('x', 'y', 1, null),
    );
    const list = fc.array(item, { maxLength: 9 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(applyOperations({ list: before }, operationsBetween({ list: before }, { list: after }))).toEqual({ list: after });
      }),
      { numRuns: 3000 },
    );
  });

  it('are as few as they can be for a list', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    const commonLength = ([first, ...others]: readonly string[], of: readonly string[]): number => {
      if (first === undefined) return 0;
      const at = of.indexOf(first);
      return Math.max(commonLength(others, of), at === -1 ? 0 : 1 + commonLength(others, of.slice(at + 1)));
    };
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(operationsBetween(before, after)).toHaveLength(before.length + after.length - 2 * commonLength(before, after));
      }),
      { numRuns: 1000 },
    );
  });

  it('are none when nothing differs, also not the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(operationsBetween(sound(value), structuredClone(sound(value)))).toEqual([]);
      }),
    );
    expect(operationsBetween({ a: 1, b: [{ id: 'x', c: 2, d: 3 }] }, { b: [{ d: 3, id: 'x', c: 2 }], a: 1 })).toEqual([]);
  });

  it('are two when the oldest of a list goes and one is appended, however long the list is', () => {
    const list = Array.from({ length: 300 }, (_, at) => ({ id: `belief-${at}`, text: 'something long enough to be worth keeping' }));
    const added = { id: 'new', text: 'another' };
    expect(operationsBetween({ list }, { list: [...list.slice(1), added] })).toEqual([
      { op: 'remove', path: '/list/0' },
      { op: 'add', path: '/list/-', value: added },
    ]);
    expect(operationsBetween(['a', 'b', 'c', 'c'], ['b', 'c', 'c', 'd'])).toEqual([
      { op: 'remove', path: '/0' },
      { op: 'add', path: '/-', value: 'd' },
    ]);
  });

  it('reach into an item that moved and changed at once', () => {
    const before = {
      list: [
        { id: 'a', count: 1 },
        { id: 'b', count: 4 },
      ],
    };
    expect(operationsBetween(before, { list: [{ id: 'b', count: 5 }] })).toEqual([
      { op: 'remove', path: '/list/0' },
      { op: 'replace', path: '/list/0/count', value: 5 },
    ]);
  });

  it('replace the whole when it becomes another kind of thing', () => {
    expect(operationsBetween({ a: 1 }, [1])).toEqual([{ op: 'replace', path: '', value: [1] }]);
    expect(operationsBetween([], {})).toEqual([{ op: 'replace', path: '', value: {} }]);
  });

  it('replace two long lists that have nothing in common, without comparing each with each', () => {
    const numbers = (from: number) => Array.from({ length: 3000 }, (_, at) => at + from);
    expect(operationsBetween({ list: numbers(0) }, { list: numbers(10_000) })).toEqual([
      { op: 'replace', path: '/list', value: numbers(10_000) },
    ]);
  });
});

const Case = z.object({
  comment: z.string().optional(),
  doc: z.json(),
  patch: z.array(z.custom<Operation>()),
  expected: z.json().optional(),
  error: z.string().optional(),
  disabled: z.boolean().optional(),
});
const load = createRequire(import.meta.url);
const conformance = ['json-patch-test-suite/tests.json', 'json-patch-test-suite/spec_tests.json']
  .flatMap((file) => z.array(z.unknown()).parse(load(file)))
  .flatMap((entry) => Case.safeParse(entry).data ?? [])
  .filter(({ disabled }) => disabled !== true);

describe('what operations are applied with', () => {
  it('has cases to conform to', () => {
    expect(conformance.length).toBeGreaterThan(85);
  });

  it.each(conformance.map((one, at) => [`${at} ${one.comment ?? JSON.stringify(one.patch)}`, one] as const))(
    'conforms to the public suite: %s',
    (_name, { doc, patch, expected, error }) => {
      // Frozen, so that whatever would be changed in either of them shows.
      const apply = () => applyOperations(frozen(sound(doc)), frozen(patch));
      if (error !== undefined) expect(failureIn(apply).code).toBe('INVALID_INPUT');
      else if (expected !== undefined) expect(apply()).toEqual(expected);
      else apply();
    },
  );

  it('leaves everything as it was when one operation does not apply', () => {
    const value = frozen({ list: [1, 2], other: { kept: true } });
    const patch: Operation[] = [
      { op: 'remove', path: '/list/0' },
      { op: 'replace', path: '/nowhere/at/all', value: 1 },
    ];
    expect(failureIn(() => applyOperations(value, patch)).code).toBe('INVALID_INPUT');
    expect(value).toEqual({ list: [1, 2], other: { kept: true } });
  });

  it('changes neither the value nor the operations, also where one operation reaches into what an earlier one brought or moved', () => {
    const value = frozen({ list: [{ id: 'a', inner: { n: 1 } }], other: { gone: 1 } });
    const patch = frozen<Operation[]>([
      { op: 'add', path: '/list/0', value: { id: 'b', inner: { n: 2 } } },
      { op: 'replace', path: '/list/0/inner/n', value: 3 },
      { op: 'move', from: '/list/1', path: '/moved' },
      { op: 'replace', path: '/moved/inner/n', value: 4 },
      { op: 'move', from: '/other/gone', path: '/here' },
      { op: 'copy', from: '/moved', path: '/list/-' },
    ]);
    expect(applyOperations(value, patch)).toEqual({
      list: [
        { id: 'b', inner: { n: 3 } },
        { id: 'a', inner: { n: 4 } },
      ],
      other: {},
      moved: { id: 'a', inner: { n: 4 } },
      here: 1,
    });
  });

  it('keeps what is not touched the same object', () => {
    const value = { touched: { a: 1 }, kept: { b: [1] } };
    const applied = applyOperations(value, [{ op: 'replace', path: '/touched/a', value: 2 }]);
    expect(applied).toEqual({ touched: { a: 2 }, kept: { b: [1] } });
    expect(Object.is(Object(applied).kept, value.kept)).toBe(true);
  });

  it.each(['/__proto__/polluted', '/constructor/prototype/polluted', '/list/__proto__/polluted'])('refuses the path %s', (path) => {
    expect(failureIn(() => applyOperations({ list: [] }, [{ op: 'add', path, value: true }])).code).toBe('INVALID_INPUT');
    expect(Object(structuredClone({})).polluted).toBeUndefined();
  });

  it('replaces the whole after changing it', () => {
    const patch: Operation[] = [
      { op: 'add', path: '/a', value: 1 },
      { op: 'replace', path: '', value: { b: 2 } },
    ];
    expect(applyOperations({}, patch)).toEqual({ b: 2 });
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value, however its keys came about', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é\n' }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":"é\\n","d":null}]}');
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(sound(value));
        expect(canonicalJson(sound(JSON.parse(text)))).toBe(text);
        expect(canonicalJson(frozen(sound(value)))).toBe(text);
        expect(canonicalJson(sound(value))).toBe(text);
      }),
    );
  });

  it('has the hash any other reader comes to', () => {
    // printf '{"a":1}' | openssl dgst -sha256 -binary | base64, in base64url.
    expect(hashOf(sound(JSON.parse('{ "a" : 1 }')))).toBe('AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX-GI');
  });

  it('has that hash whatever order its keys stand in, and another value has not', () => {
    expect(hasHash({ b: [{ d: 1, c: 2 }], a: 1 }, hashOf({ a: 1, b: [{ c: 2, d: 1 }] }))).toBe(true);
    expect(hasHash({ a: 1, b: [{ c: 2, d: 1 }] }, hashOf({ a: 1, b: [{ c: 2, d: 1 }] }))).toBe(true);
    expect(hasHash({ a: 1, b: [{ c: 2, d: 2 }] }, hashOf({ a: 1, b: [{ c: 2, d: 1 }] }))).toBe(false);
    expect(JSON.stringify(inCanonicalOrder({ b: [{ d: 1, c: 2 }], a: 1 }))).toBe('{"a":1,"b":[{"c":2,"d":1}]}');
  });
});

describe('what is no sound JSON', () => {
  const deep = (depth: number): unknown => {
    let value: unknown = 1;
    for (let at = 0; at < depth; at += 1) value = { inner: value };
    return value;
  };
  it.each([
    ['a number that is none', { a: [Number.NaN] }],
    ['endless', { a: Number.POSITIVE_INFINITY }],
    ['undefined', { a: undefined }],
    ['a date', { a: new Date(0) }],
    ['a function', { a: () => 1 }],
    ['a key called __proto__', JSON.parse('{"a":{"__proto__":{}}}')],
    ['a key called constructor', { constructor: 1 }],
    ['a key called prototype', { a: [{ prototype: 1 }] }],
    ['deeper than 200', deep(201)],
    ['deeper than any stack', deep(100_000)],
  ])('is refused: %s', (_what, value) => {
    expect(failureIn(() => requireSoundJson(value)).code).toBe('INVALID_INPUT');
  });

  it('may be 200 deep, also in pieces that were looked at before', () => {
    const piece = frozen(sound(deep(150)));
    expect(() => requireSoundJson(deep(200))).not.toThrow();
    expect(() => requireSoundJson({ a: { b: piece } })).not.toThrow();
    let deeper: unknown = piece;
    for (let at = 0; at < 51; at += 1) deeper = { deeper };
    expect(failureIn(() => requireSoundJson(deeper)).message).toContain('too deeply');
  });
});
