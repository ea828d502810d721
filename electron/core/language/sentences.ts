/** A stretch of the folded text that is read as one sentence; offsets are those of the original text. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string };

/** A span of the text, in UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number };

// Longer runs are read in pieces, so that no pattern ever sees an unbounded string.
const LONGEST_SENTENCE = 700;
const LONGEST_QUOTATION = 600;
const SHORT_QUOTATION = 120;

/**
 * Lower-cases and evens out apostrophes, quotation marks and white space, one UTF-16 unit for one,
 * so that every offset in the folded text is an offset in the person's own text.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // A few letters grow when lower-cased (the Turkish dotted capital); then each unit is folded alone.
  const even = lower.length === text.length ? lower : Array.from(text, lowerSameLength).join('');
  return even
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u3000]/g, ' ');
}

/**
 * Words as they are compared with patterns: folded, in one form of each letter (NFKC), with single spaces and line ends kept. Offsets are not those of
 * the person's own text.
 */
export const plainly = (text: string): string =>
  fold(text.normalize('NFKC'))
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim();

function lowerSameLength(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Finds what stands between double quotation marks, line by line. */
export function quotations(folded: string): Range[] {
  const found: Range[] = [];
  let open = -1;
  for (let at = 0; at < folded.length; at += 1) {
    const character = folded[at];
    if (character === '\n') open = -1;
    else if (character === '"') {
      if (open >= 0 && at - open <= LONGEST_QUOTATION) {
        found.push({ start: open, end: at + 1 });
        open = -1;
      } else open = at;
    }
  }
  return found;
}

/** Cuts the folded text into sentences; a full stop inside a short quotation does not end one. */
export function sentencesOf(text: string, folded: string, quoted: readonly Range[]): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let quote = 0;
  const close = (end: number): void => {
    pushPieces(found, folded, start, end);
    start = end;
  };
  for (const stop of folded.matchAll(/[.!?\u2026]+["')\]]*(?=\s|$)|[\n\r\u2028\u2029]+/g)) {
    const from = stop.index;
    const to = from + stop[0].length;
    while ((quoted[quote]?.end ?? Infinity) <= from) quote += 1;
    const around = quoted[quote];
    const inside = around !== undefined && around.start < from && from < around.end;
    const isLineBreak = /^[\n\r\u2028\u2029]/.test(stop[0]);
    if (inside && !isLineBreak && around.end - around.start <= SHORT_QUOTATION) {
      // The quotation goes on, or the sentence goes on behind it ("of course!" and later ...).
      if (to < around.end || !/^\s+[\p{Lu}\d"\u201C]/u.test(text.slice(to, to + 4))) continue;
    }
    close(to);
  }
  close(folded.length);
  return found;
}

function pushPieces(found: Sentence[], folded: string, from: number, to: number): void {
  let start = from;
  while (start < to) {
    let end = Math.min(to, start + LONGEST_SENTENCE);
    if (end < to) {
      const space = folded.lastIndexOf(' ', end);
      if (space > start) end = space + 1;
    }
    const raw = folded.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text !== '') found.push({ start: start + lead, end: start + lead + text.length, text });
    start = end;
  }
}

/** Says whether a position lies inside one of the ranges, which are in order. */
export function isInside(ranges: readonly Range[], position: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (position < range.start) high = middle - 1;
    else if (position >= range.end) low = middle + 1;
    else return true;
  }
  return false;
}
