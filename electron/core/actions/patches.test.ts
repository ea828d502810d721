import fc from 'fast-check';
import { type Operation, applyPatch } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { difference, insertion, pointer, removal } from './patches.ts';

type Plain = Record<string, unknown>;

const rowId = '01900000-0000-7000-8000-000000000001';

/** The document a patch leads to, from a copy of its own. */
const applied = (document: unknown, patch: readonly Operation[]): unknown =>
  applyPatch<unknown>(structuredClone(document), structuredClone(patch), true).newDocument;

/** Rows as the database holds them: what JSON can say, keys of every kind. */
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('a/b', '~', '~1', '', 'toString', 'constructor', 'hasOwnProperty', '__proto__', 'prototype', '0'),
);
const { row } = fc.letrec<{ value: unknown; row: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('row'),
  ),
  row: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

const documentOf = (value: Plain) => ({ parts: { [rowId]: value }, messages: {} });

describe('the patches of a change', () => {
  it('lead forward to the row after and back to the row before', () => {
    fc.assert(
      fc.property(row, row, (before, after) => {
        const { forward, inverse } = difference('parts', rowId, before, after);
        expect(applied(documentOf(before), forward)).toEqual(documentOf(after));
        expect(applied(documentOf(after), inverse)).toEqual(documentOf(before));
      }),
      { numRuns: 300 },
    );
  });

  it('change nothing when nothing differs', () => {
    fc.assert(
      fc.property(row, (same) => {
        expect(difference('parts', rowId, same, structuredClone(same))).toEqual({ forward: [], inverse: [] });
      }),
    );
  });

  it('name a place in a list never: a list is one value', () => {
    const list = fc.array(fc.integer(), { maxLength: 5 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { forward } = difference('parts', rowId, { attributes: { fears: before } }, { attributes: { fears: after } });
        expect(forward.map(({ path }) => path)).toEqual(
          JSON.stringify(before) === JSON.stringify(after) ? [] : [`/parts/${rowId}/attributes/fears`],
        );
      }),
    );
  });

  it('say only what differs, as deep as it lies', () => {
    const before = { name: 'One', attributes: { role: 'manager', age: 'seven' } };
    const after = { name: 'One', attributes: { role: 'exile', hue: 20 } };
    expect(difference('parts', rowId, before, after)).toEqual({
      forward: [
        { op: 'replace', path: `/parts/${rowId}/attributes/role`, value: 'exile' },
        { op: 'remove', path: `/parts/${rowId}/attributes/age` },
        { op: 'add', path: `/parts/${rowId}/attributes/hue`, value: 20 },
      ],
      inverse: [
        { op: 'remove', path: `/parts/${rowId}/attributes/hue` },
        { op: 'add', path: `/parts/${rowId}/attributes/age`, value: 'seven' },
        { op: 'replace', path: `/parts/${rowId}/attributes/role`, value: 'manager' },
      ],
    });
  });

  it('of a new row and of a removed one are each other’s inverse', () => {
    fc.assert(
      fc.property(row, (value) => {
        const empty = { parts: {}, messages: {} };
        const made = insertion('parts', rowId, value);
        const gone = removal('parts', rowId, value);
        expect(applied(empty, made.forward)).toEqual(documentOf(value));
        expect(applied(documentOf(value), made.inverse)).toEqual(empty);
        expect(applied(documentOf(value), gone.forward)).toEqual(empty);
        expect(applied(empty, gone.inverse)).toEqual(documentOf(value));
      }),
    );
  });
});

describe('a pointer', () => {
  it('escapes what RFC 6901 wants escaped', () => {
    expect(pointer('a/b', '~1', '')).toBe('/a~1b/~01/');
  });
});
