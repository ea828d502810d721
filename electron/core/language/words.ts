/** The words of a text without letter case, look-alike forms and punctuation, in order: what makes two texts say the same. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
