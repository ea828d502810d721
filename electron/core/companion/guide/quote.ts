/** The longest piece of the person's words the Guide says back, in UTF-16 units; longer ones are cut between words. */
const QUOTE_MAX = 140;

/** Where a quote ends early: at a new line, at marks that would end the Guide’s own sentence, at quotation marks and pictures. */
const endsQuote = /[\r\n?!？！“”„"…]|\p{Extended_Pictographic}/u;

/**
 * The beginning of the person’s words in quotation marks, letter by letter as they wrote it; an ellipsis stands where it was cut.
 * Null when too little is left to be worth saying back.
 */
export function quoted(words: string): string | null {
  const start = words.trimStart();
  const end = endsQuote.exec(start)?.index ?? start.length;
  const line = start.slice(0, end).replace(/[\s.,;:–—-]+$/u, '');
  if (!/\p{L}\S*\s+\S*\p{L}|\p{L}{3}/u.test(line)) return null;
  if (line.length <= QUOTE_MAX) return `“${line}”`;
  const cut = line
    .slice(0, QUOTE_MAX)
    .replace(/\s+\S*$/u, '')
    .replace(/[\uD800-\uDBFF]$/u, '');
  return `“${cut}…”`;
}

const feelingWords =
  /\b(?:feel\w*|felt|sad\w*|afraid|scared|angr\w*|anger|tired|lonely|alone|asham\w*|shame|guilt\w*|tense|tight\w*|heavy|hurt\w*|glad|relie\w*|calm|worr\w*|anxi\w*|hope\w*|miss|want\w*|need\w*|wish\w*|fear\w*)\b/iu;

/** The sentence of a message that tells most: the first that names a feeling or a wish, else the first at all. */
export function tellingWords(text: string): string | null {
  const sentences = text.slice(0, 4000).match(/[^.?!\n]+[.?!\n]*/gu) ?? [];
  for (const sentence of [...sentences.filter((one) => feelingWords.test(one)), ...sentences]) {
    const words = quoted(sentence);
    if (words !== null) return words;
  }
  return null;
}
