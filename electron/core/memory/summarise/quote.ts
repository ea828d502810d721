import { isStorableText } from '../../../../shared/entities/common.ts';

/** The longest piece of the person's words one belief holds, in UTF-16 units. */
const QUOTE_MAX = 200;

/**
 * The person's words, verbatim: without blanks and marks at the ends, and cut at the last word that fits.
 * Null when nothing is left that could be kept.
 * @param max UTF-16 units.
 */
export function verbatim(words: string, max = QUOTE_MAX): string | null {
  const trimmed = trimEnds(words);
  const cut = trimmed.length <= max ? trimmed : trimEnds(wholeWords(trimmed, max));
  return /[\p{L}\p{N}]/u.test(cut) && isStorableText(cut) ? cut : null;
}

/** The words in quotation marks, with an ellipsis where they were cut; null when nothing is left. */
export function quoted(words: string, max = QUOTE_MAX): string | null {
  const kept = verbatim(words, max);
  if (kept === null) return null;
  return `“${kept}${trimEnds(words).length > kept.length ? '…' : ''}”`;
}

/** As many whole words as fit; where there is no blank, as many whole symbols. */
function wholeWords(text: string, max: number): string {
  if (/\s/u.test(text.charAt(max))) return text.slice(0, max);
  const start = text.slice(0, max);
  const blank = /\s\S*$/u.exec(start)?.index ?? 0;
  return blank > 0 ? start.slice(0, blank) : start.replace(/[\uD800-\uDBFF]$/u, '');
}

/** A question or an exclamation keeps its mark. */
const trimEnds = (words: string): string => words.replace(/^[\s,;:.–—-]+/u, '').replace(/[\s,;:.–—-]+$/u, '');
