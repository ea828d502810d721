/** Longer messages are folded; a long journal entry of a few pages is not. */
export const FOLD_ABOVE = 8_000;
const FOLDED_LENGTH = 3_000;
const BLOCK_LENGTH = 6_000;

/** Where a long text is cut while it is folded: at a space, never inside a symbol. Null when it needs no fold. */
export function foldAt(text: string): number | null {
  if (text.length <= FOLD_ABOVE) return null;
  const space = text.slice(0, FOLDED_LENGTH).search(/\s\S*$/);
  if (space > FOLDED_LENGTH / 2) return space;
  return isSurrogatePairAt(text, FOLDED_LENGTH) ? FOLDED_LENGTH - 1 : FOLDED_LENGTH;
}

const isSurrogatePairAt = (text: string, index: number) =>
  /[\uDC00-\uDFFF]/.test(text.charAt(index)) && /[\uD800-\uDBFF]/.test(text.charAt(index - 1));

export type Block = { readonly start: number; readonly end: number };

/** Cuts a very long text into blocks at line breaks, so that only those in view have to be laid out. A line without an end stays whole. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < text.length) {
    const lineBreak = text.length - start > BLOCK_LENGTH ? text.indexOf('\n', start + BLOCK_LENGTH) : -1;
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}
