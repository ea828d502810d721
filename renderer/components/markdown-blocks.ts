/** As much is read and drawn at once; the rest waits until it is asked for. */
export const FIRST_LENGTH = 12_000;
export const MORE_LENGTH = 48_000;

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Where a long text can be cut near `length`: after an empty line, else after a line, else after a word, and never inside a symbol.
 * The whole length when the text is not longer.
 */
export function cutAt(text: string, length: number): number {
  if (text.length <= length) return text.length;
  const head = text.slice(0, length);
  const least = length / 2;
  for (const [end, width] of [
    [head.lastIndexOf('\n\n'), 2],
    [head.lastIndexOf('\n'), 1],
    [head.lastIndexOf(' '), 1],
  ] as const) {
    if (end > least) return end + width;
  }
  return isLowSurrogate(text.charCodeAt(length)) ? length - 1 : length;
}

/** Cuts a long text into a first block and further ones, which together are the text. */
export function markdownBlocks(text: string): string[] {
  const blocks: string[] = [];
  let rest = text;
  while (rest !== '') {
    const end = cutAt(rest, blocks.length === 0 ? FIRST_LENGTH : MORE_LENGTH);
    blocks.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return blocks;
}

/** Signs that open a quote or a list inside another: deeper than this nobody writes, and drawing it would take the page with it. */
const DEEPEST = 40;
/** Brackets and emphasis left open on one line make the reader of Markdown start over for each of them. */
const OPENERS_MOST = 400;

/** Whether a text can be read as Markdown in reasonable time; otherwise it is shown as it was typed. */
export function isReadable(text: string): boolean {
  return text.split('\n').every((line) => {
    const opening = /^[\s>*+\-\d.)]*/u.exec(line)?.[0] ?? '';
    const depth = opening.replaceAll(/[^>*+\-.)]/gu, '').length;
    if (depth > DEEPEST && /[^\s*_-]/u.test(line)) return false;
    return (line.match(/[[\]*_`<!~]/gu)?.length ?? 0) <= OPENERS_MOST;
  });
}
