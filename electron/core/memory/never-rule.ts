import { type Belief, type MemorySection } from '../../../shared/entities/memory.ts';
import { quotedIn } from '../language/quotes.ts';
import type { KeyedDigest } from './keyed-digest.ts';
import { aboutOf } from './summarise/clauses.ts';
import { causeIn } from './summarise/find-triggers.ts';

/** Fewer words say too little: a rule about “call” would keep out every call. */
const WORDS_MIN = 2;

/**
 * What a rule keeps that something is never remembered: a digest of the belief itself, and of each of its wordings the words that tell, in no order, so
 * that the same words said the other way round are kept out, too. A wording that is Trailhead’s own sentence has no such words.
 */
export const neverDigests = (
  keyedDigest: KeyedDigest,
  section: MemorySection,
  wordings: readonly Pick<Belief, 'id' | 'text'>[],
): string[] => [
  ...new Set(
    wordings.flatMap(({ id, text }) => {
      const words = wordsOf(section, text);
      return [keyedDigest(id), ...(words.length < WORDS_MIN ? [] : [keyedDigest(`never ${section} ${words.join(' ')}`)])];
    }),
  ),
];

function wordsOf(section: MemorySection, text: string): string[] {
  const quote = quotedIn(text);
  const told = section === 'triggers' ? causeIn(quote) : section === 'openThreads' || section === 'practices' ? quote : '';
  return told === '' ? [] : [...new Set(aboutOf(told).split(' '))].toSorted();
}
