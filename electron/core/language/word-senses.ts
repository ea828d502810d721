import { bareForms } from './bare-forms.ts';
import senses from './word-senses.json' with { type: 'json' };

const kindsOf = new Map<string, string[]>();
for (const [kind, words] of Object.entries(senses)) {
  for (const word of words.split(' ')) kindsOf.set(word, [...(kindsOf.get(word) ?? []), kind]);
}
const none: readonly string[] = [];

/**
 * The kinds of meaning a folded word most often has: "person", "animal", "body", "feeling", "to-say" and so on.
 * The words are those of WordNet 3.1 (Princeton University; its licence is in `docs/wordnet-licence.md`), by lexicographer file;
 * `build/word-senses.ts` writes them.
 */
export function sensesOf(word: string): readonly string[] {
  for (const form of bareForms(word)) {
    const kinds = kindsOf.get(form);
    if (kinds !== undefined) return kinds;
  }
  return none;
}
