import { expect, it } from 'vitest';
import { ROWS_EACH, pageOf, tablePage } from './table-pages.ts';

const rows = Array.from({ length: ROWS_EACH * 2 + 3 }, (_, index) => ({ id: `row ${index}` }));

it('holds every row once, page after page', () => {
  const pages = [0, 1, 2].map((page) => tablePage(rows, page));
  expect(pages.flatMap((page) => page.rows)).toEqual(rows);
  expect(pages.at(-1)).toMatchObject({ page: 2, pages: 3, first: ROWS_EACH * 2 + 1, last: rows.length });
});

it('turns to the last page when the one asked for is gone, and has one page without rows', () => {
  expect(tablePage(rows, 9).page).toBe(2);
  expect(tablePage([], 3)).toEqual({ rows: [], page: 0, pages: 1, first: 0, last: 0 });
});

it('finds the page a row stands on', () => {
  expect(pageOf(rows, `row ${ROWS_EACH}`)).toBe(1);
  expect(pageOf(rows, 'another')).toBeUndefined();
  expect(pageOf(rows, undefined)).toBeUndefined();
});
