/** Where a block that stands alone may end: an empty line before something that does not go on with what was there. */
const blockEnds = /\n[ \t]*\n(?=[^\s>*+\-\d|])/gu;

/**
 * How much of a text that is still being written will not be read otherwise by what comes: up to the last block that is whole. A fence that was
 * opened and not closed holds all that follows it.
 */
export function settledLength(text: string): number {
  let length = 0;
  for (const { 0: found, index } of text.matchAll(blockEnds)) {
    const end = index + found.length;
    if (fencesIn(text.slice(0, end)) % 2 === 0) length = end;
  }
  return length;
}

const fencesIn = (text: string): number => text.match(/^ {0,3}(?:```|~~~)/gmu)?.length ?? 0;

/**
 * The last block as it can be shown while it grows: emphasis and code that were begun are closed, a link shows its words until its address is whole,
 * and signs that would turn the line before them into something else wait until there is a word behind them.
 */
export function closedForNow(block: string): string {
  if (fencesIn(block) % 2 === 1) return block;
  const words = block
    .replace(/(^|\n)[ \t]*(?:[#>*+\-=_~`|]+|\d+[.)]?)[ \t]*$/u, '$1')
    .replace(/!?\[([^\]\n]*)(?:\](?:\([^)\s]*)?)?$/u, '$1')
    .replace(/[*_~`]+$/u, (signs) => (isClosing(block.slice(0, -signs.length), signs) ? signs : ''));
  const last = words.slice(words.lastIndexOf('\n\n') + 1);
  const closing = ['`', '**', '__', '~~'].filter((sign) => countOf(last, sign) % 2 === 1);
  const single = countOf(last.replaceAll('**', ''), '*') % 2 === 1 && !/^\s*\*\s/mu.test(last) ? ['*'] : [];
  const end = words.trimEnd();
  return closing.length + single.length === 0 ? words : `${end}${[...single, ...closing].join('')}`;
}

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;

/** Signs at the end belong to what they close, if the same were opened before. */
const isClosing = (before: string, signs: string): boolean => countOf(before.slice(before.lastIndexOf('\n\n') + 1), signs) % 2 === 1;
