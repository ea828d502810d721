/** Characters a title has at most: what fits in one line of a list. */
const TITLE_MAX = 60;

/** A title from the first words of a session: the first sentence, cut between words. The person's own words, nothing made up. */
export function titleFrom(firstWords: string | undefined): string {
  const line = (firstWords ?? '').replaceAll(/\s+/gu, ' ').trim();
  if (line === '') return 'A quiet session';
  const sentence = /^.{12,}?[.!?…](?=\s|$)/u.exec(line)?.[0].replace(/[.…]$/u, '') ?? line;
  const symbols = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(sentence.slice(0, TITLE_MAX * 8))].map(
    ({ segment }) => segment,
  );
  if (symbols.length <= TITLE_MAX) return symbols.join('');
  const cut = symbols.slice(0, TITLE_MAX - 1).join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}
