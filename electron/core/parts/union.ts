import { type Part, type PartAttributes, STORY_MAX, wordLists, WORDS_MOST } from '../../../shared/entities/part.ts';
import { RELATIONSHIP_NOTES_MAX } from '../../../shared/entities/relationship.ts';
import { Failure } from '../failure.ts';

/** Texts one under the other, each once, without empty ones. */
export const joined = (...texts: readonly string[]): string => [...new Set(texts.map((text) => text.trim()))].filter(Boolean).join('\n\n');

type Told = Pick<Part, 'story' | 'attributes'>;

/**
 * What is known of two parts, as one: lists hold what either held, stories stand one under the other, and what only the merged one said is taken over.
 * What has no room in a list is told in the story.
 * @param beside further texts for the story.
 * @throws Failure TOO_LARGE when the story would be longer than a story can be.
 */
export function unionOf(into: Told, part: Told, beside: readonly string[]): Told {
  const lists = wordLists.map((list) => ({ list, words: distinct([...(into.attributes[list] ?? []), ...(part.attributes[list] ?? [])]) }));
  const { emoji, hue, age } = part.attributes;
  const attributes: PartAttributes = {
    ...(emoji !== undefined && { emoji }),
    ...(hue !== undefined && { hue }),
    ...(age !== undefined && { age }),
    ...into.attributes,
    ...Object.fromEntries(lists.filter(({ words }) => words.length > 0).map(({ list, words }) => [list, words.slice(0, WORDS_MOST)])),
  };
  const overflow = lists.flatMap(({ words }) => words.slice(WORDS_MOST));
  const others = joined(part.story, ...beside, ...overflow);
  // As it was, when nothing comes to it.
  const story = others === '' ? into.story : joined(into.story, others);
  if (story.length > STORY_MAX)
    throw new Failure('TOO_LARGE', 'Together, their stories are longer than one story can be. Shorten one of them first.');
  return { story, attributes };
}

/** Notes of two relationships as one, and what has no room there. */
export function unionOfNotes(one: string, other: string): { notes: string; over: string } {
  const notes = joined(one, other);
  return notes.length <= RELATIONSHIP_NOTES_MAX ? { notes: other.trim() === '' ? one : notes, over: '' } : { notes: one, over: other };
}

/** Each once, whatever the letter case, in the order they came. */
function distinct(words: readonly string[]): string[] {
  const known = new Set<string>();
  return words.filter((word) => {
    const key = word.trim().toLocaleLowerCase('en');
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
