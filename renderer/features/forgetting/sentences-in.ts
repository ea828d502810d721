/** A stretch of a text, in UTF-16 units, end exclusive. */
export type Stretch = { start: number; end: number };

/** More than this are not offered one by one; words of a longer text can be selected in it. */
const SENTENCES_MAX = 60;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a text without the space around them. */
export function sentencesIn(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end > start) sentences.push({ start, end });
    if (sentences.length === SENTENCES_MAX) break;
  }
  return sentences;
}
