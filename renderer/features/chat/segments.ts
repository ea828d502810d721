import type { Mark } from '../../../shared/entities/session.ts';

export type Piece = { readonly text: string; readonly found: boolean };
/** A run of words: outside of any mark, or all of one. */
export type Segment = { readonly start: number; readonly mark: Mark | null; readonly pieces: readonly Piece[] };
export type Stretch = { readonly start: number; readonly end: number };

/** Where quotes stand in a text. What is not in it word for word is left out. */
export function findQuotes(text: string, quotes: readonly string[]): readonly Stretch[] {
  return quotes.flatMap((quote) => {
    const start = quote === '' ? -1 : text.indexOf(quote);
    return start < 0 ? [] : [{ start, end: start + quote.length }];
  });
}

function piecesOf(text: string, from: number, to: number, found: readonly Stretch[]): readonly Piece[] {
  const cuts = new Set([from, to]);
  for (const { start, end } of found) {
    if (start > from && start < to) cuts.add(start);
    if (end > from && end < to) cuts.add(end);
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    return { text: text.slice(start, end), found: found.some((stretch) => stretch.start <= start && end <= stretch.end) };
  });
}

/** Cuts a text at its marks and at the words being looked for. Of overlapping marks the first stays; what lies outside of the text is clipped. */
export function segmentText(text: string, marks: readonly Mark[], found: readonly Stretch[] = []): readonly Segment[] {
  const segments: Segment[] = [];
  const add = (start: number, end: number, mark: Mark | null) => {
    if (end > start) segments.push({ start, mark, pieces: piecesOf(text, start, end, found) });
  };
  let done = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    const end = Math.min(mark.end, text.length);
    if (mark.start < done || end <= mark.start) continue;
    add(done, mark.start, null);
    add(mark.start, end, mark);
    done = end;
  }
  add(done, text.length, null);
  return segments;
}
