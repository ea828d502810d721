/** Bytes of UTF-8 a token has at least, nearly always: English has about four, other scripts about three. Counting with three errs on the safe side. */
const BYTES_A_TOKEN = 3;

/** About how many tokens a text has, rather too many than too few. Exact counting would need the model. */
export const tokensIn = (text: string): number => Math.ceil(Buffer.byteLength(text, 'utf8') / BYTES_A_TOKEN);

const GAP = '\n[…]\n';

/** A text cut to a number of tokens: its beginning and its end, where what matters most usually stands. */
export function cutToTokens(text: string, tokens: number): string {
  if (tokensIn(text) <= tokens) return text;
  // UTF-16 units a text of this many tokens can have at most: three bytes each at the worst.
  const bytes = Math.max(0, (tokens - tokensIn(GAP)) * BYTES_A_TOKEN);
  const units = Math.floor(bytes / Math.max(1, Buffer.byteLength(text, 'utf8') / text.length));
  for (let size = units; size > 0; size = Math.floor(size * 0.9)) {
    const head = Math.ceil(size / 2);
    const cut = `${whole(text.slice(0, head))}${GAP}${whole(text.slice(text.length - (size - head)))}`;
    if (tokensIn(cut) <= tokens) return cut;
  }
  return '';
}

/** Without half a symbol at either end. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '').toWellFormed();
