/** Letters and digits, with the marks that sit on them: what the full-text index (unicode61) takes for a word. */
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The same letters whatever their case and accents, as the index compares them. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as they stand in it. */
export const wordsIn = (text: string): string[] => text.match(word) ?? [];

/**
 * Where words stand one after the other in a text, in order; the last one may be the beginning of a word. Letter case and accents make no difference.
 * Offsets count UTF-16 units, end exclusive.
 */
export function placesOf(text: string, words: string): { start: number; end: number }[] {
  const wanted = wordsIn(words).map(folded);
  const there = Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: folded(found),
    start: index,
    end: index + found.length,
  }));
  const places: { start: number; end: number }[] = [];
  for (let at = 0; wanted.length > 0 && at + wanted.length <= there.length; at += 1) {
    const run = there.slice(at, at + wanted.length);
    const fits = run.every(({ text: found }, place) => {
      const looked = wanted[place] ?? '';
      return place === wanted.length - 1 ? found.startsWith(looked) : found === looked;
    });
    const [first, last] = [run[0], run.at(-1)];
    if (!fits || !first || !last) continue;
    places.push({ start: first.start, end: last.end });
    at += wanted.length - 1;
  }
  return places;
}
