const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The sentences of a growing text that are complete and were not taken before `from`.
 * While the text still grows, its last sentence is held back; `next` is where to go on.
 */
export function completeSentences(text: string, from: number, finished: boolean): { sentences: readonly string[]; next: number } {
  const rest = text.slice(from);
  const parts = [...segmenter.segment(rest)].map(({ segment }) => segment);
  const complete = finished ? parts : parts.slice(0, -1);
  const length = complete.reduce((sum, sentence) => sum + sentence.length, 0);
  return { sentences: complete.map((sentence) => sentence.trim()).filter((sentence) => sentence !== ''), next: from + length };
}
