/** Characters a title has at most: what fits in one line of a list. */
const TITLE_MAX = 60;

const symbolsIn = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A title from the first words of a session: the first sentence, cut between words. The person's own words, nothing made up. */
export function titleFrom(firstWords: string | undefined): string {
  const line = (firstWords ?? '').replaceAll(/\s+/gu, ' ').trim();
  if (line === '') return 'A quiet session';
  const sentence = /^.{12,}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  return cut(sentence.replace(/[.…]$/u, '') || sentence);
}

/** Cut between symbols as people see them, and between words where there are some. Reads no further than the title goes. */
function cut(sentence: string): string {
  let title = '';
  let count = 0;
  for (const { segment, index } of symbolsIn.segment(sentence)) {
    count += 1;
    if (count < TITLE_MAX) title += segment;
    else if (index + segment.length === sentence.length) return sentence;
    else return `${title.replace(/\s+\S*$/u, '')}…`;
  }
  return sentence;
}
