/** How many rows of the table are on the page at once: what a window draws without a pause. */
export const ROWS_EACH = 25;

export type TablePage<Row> = { rows: readonly Row[]; page: number; pages: number; first: number; last: number };

/** One page of rows, counted from 0; a page that is no longer there is the last one. `first` and `last` are counted from 1, 0 when there are none. */
export function tablePage<Row>(rows: readonly Row[], wanted: number): TablePage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_EACH));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = rows.slice(page * ROWS_EACH, (page + 1) * ROWS_EACH);
  return { rows: shown, page, pages, first: shown.length === 0 ? 0 : page * ROWS_EACH + 1, last: page * ROWS_EACH + shown.length };
}

/** The page on which a row stands, or undefined when it is not among them. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], id: string | undefined): number | undefined {
  const index = rows.findIndex((row) => row.id === id);
  return index < 0 ? undefined : Math.floor(index / ROWS_EACH);
}
