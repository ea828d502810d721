import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts';

const position = (row: { at: number; id: string }): [number, string] => [row.at, row.id];

describe('a cursor', () => {
  it('comes back as what it was made of', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uuid({ version: 7 }), (at, id) => {
        expect(decodeCursor(encodeCursor(at, id))).toEqual([at, id]);
      }),
    );
  });

  it('made up by somebody is an invalid input, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(failureIn(() => decodeCursor(text)).code).toBe('INVALID_INPUT');
      }),
    );
    for (const value of ['[1]', '[1,"x"]', '[true,"01900000-0000-7000-8000-000000000001"]', '{}', 'null'])
      expect(failureIn(() => decodeCursor(Buffer.from(value).toString('base64url'))).code).toBe('INVALID_INPUT');
  });

  it('is given only when there is more', () => {
    const rows = [3, 2, 1].map((at) => ({ at, id: `01900000-0000-7000-8000-00000000000${at}` }));
    const asIs = (row: { at: number }) => row.at;
    expect(pageOf(rows, 3, position, asIs)).toEqual({ items: [3, 2, 1], nextCursor: null });
    expect(pageOf([], 3, position, asIs)).toEqual({ items: [], nextCursor: null });
    const { items, nextCursor } = pageOf(rows, 2, position, asIs);
    expect(items).toEqual([3, 2]);
    expect(decodeCursor(nextCursor ?? '')).toEqual([2, rows[1]?.id]);
  });
});
