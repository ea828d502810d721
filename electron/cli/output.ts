import { inertJson, inertLine } from './inert.ts';

/** A bare value as one line of JSON, with moments as ISO 8601. */
export const jsonLine = (value: unknown): string => `${inertJson(JSON.stringify(withIsoTimes(value)))}\n`;

/** Every moment in the contracts is a number of milliseconds under a name that ends in `At`. */
const withIsoTimes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withIsoTimes);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key.endsWith('At') && typeof inner === 'number' ? isoTime(inner) : withIsoTimes(inner),
    ]),
  );
};

export const isoTime = (moment: number): string => new Date(moment).toISOString();

/** A moment as people read it, on their own clock. */
export const localTime = (moment: number | null): string =>
  moment === null ? '' : new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Rows in aligned columns under their headings. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows.map((row) => row.map(inertLine))];
  const widths = headings.map((_heading, column) => Math.max(...lines.map((line) => shownLength(line[column] ?? ''))));
  const format = (line: readonly string[]): string =>
    line
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${lines.map(format).join('\n')}\n`;
};

/** Names and their values, one a line; what has no value is left out. */
export const facts = (pairs: readonly (readonly [string, string])[]): string => {
  const shown = pairs.filter(([, text]) => text !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, text]) => `${name.padEnd(width)}  ${inertLine(text)}\n`).join('');
};

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const shownLength = (text: string): number => [...graphemes.segment(text)].length;
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - shownLength(text)));
