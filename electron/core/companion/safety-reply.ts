import { askGently } from '../safety/safety-words.ts';
import type { CompanionProvider } from './provider.ts';

/** Who answers a crisis, as the metadata of a reply names it. */
export const SAFETY_PROVIDER = 'safety';

const WHAT_IS_BELOW =
  'What may help is right here: your own plan, some ground under your feet, the people you chose, and numbers where somebody answers. Write on whenever you like; nothing you write is blocked or reported.';
const WHAT_I_AM = 'I am software and not a therapist. ';

/** What the machine itself answers to a crisis: it asks, says what it is, and says where help stands. `turn` counts how often it has asked before. */
export function crisisWords(turn: number): string {
  const asked = askGently('crisis', turn);
  // Some ways of asking say it already.
  return `${asked}\n\n${/\b(?:software|program)\b/u.test(asked) ? '' : WHAT_I_AM}${WHAT_IS_BELOW}`;
}

/** Answers with these words and nothing else, at once: nobody in danger waits for words to be typed. */
export const sayingOnly = (words: string): CompanionProvider => ({
  name: SAFETY_PROVIDER,
  async *reply(_request, signal) {
    signal.throwIfAborted();
    yield { type: 'text', text: words };
  },
});

/** A companion's own reply with these words before it. */
export const startingWith = (words: string, companion: CompanionProvider): CompanionProvider => ({
  name: companion.name,
  async *reply(request, signal) {
    yield { type: 'text', text: `${words}\n\n` };
    yield* companion.reply(request, signal);
  },
});
