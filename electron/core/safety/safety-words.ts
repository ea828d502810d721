import type { SafetyLabel } from '../../../shared/entities/safety.ts';

/**
 * What a question about safety is about, so that a bare yes or no can be heard. `danger` and `safety`: yes says that it is close. `company`: somebody is
 * there. `somebody`: there is one to call. `ground`: the senses would help. `safe`: yes says that all is well. `open`: no yes or no answers it.
 */
export type SafetyQuestion = 'danger' | 'safety' | 'company' | 'somebody' | 'ground' | 'safe' | 'open';

type Asking = { readonly about: SafetyQuestion; readonly words: string };

/**
 * How the companion asks when danger or heaviness was heard: one thing at a time. It names what it is, blocks nothing and judges nothing.
 * Asking plainly about dying puts no idea into anybody’s head (Dazzi et al. 2014, Psychological Medicine 44), so the crisis words ask.
 */
const asking: Record<SafetyLabel, readonly [Asking, ...Asking[]]> = {
  crisis: [
    {
      about: 'danger',
      words: 'I want to stop and ask about what you just wrote. Are you in danger right now, from yourself or from somebody else?',
    },
    { about: 'danger', words: 'That sounds as if staying safe is hard at the moment. Is your life in danger?' },
    { about: 'danger', words: 'Thank you for putting that into words here. Is it close, right now?' },
    { about: 'danger', words: 'I would rather ask plainly than guess. Is this about dying?' },
    { about: 'danger', words: 'I am glad you wrote that down instead of holding it alone. Could something happen to you today?' },
  ],
  concern: [
    { about: 'safety', words: 'That sounds heavy. Is there anything in it that makes you worry about your own safety?' },
    {
      about: 'safety',
      words: 'It sounds as if a great deal is resting on you. Are there moments in which you think of not being here any more?',
    },
    {
      about: 'somebody',
      words: 'That is a lot for one person. I am software, and I can listen. Is there somebody who could know about this?',
    },
    { about: 'safety', words: 'I hear how much that weighs, and I would rather ask than guess. Do you sometimes wish not to wake up?' },
    { about: 'ground', words: 'There is no need to sort it out here. Would it help to feel some ground under your feet first?' },
    { about: 'open', words: 'Thank you for telling it as it is. What would be kind to you in the next hour?' },
  ],
};

/**
 * One way of asking, chosen by a number that grows with every time it is asked, so that the same words do not come twice in a row.
 * @param said replies of late: what stands in one of them is passed over while there are other words.
 */
export function askGently(label: SafetyLabel, turn: number, said: readonly string[] = []): string {
  const ways = asking[label];
  const start = Math.abs(Math.trunc(turn)) % ways.length;
  const inTurn = [...ways.slice(start), ...ways.slice(0, start)];
  const { words } = inTurn.find((way) => !said.some((reply) => reply.includes(way.words))) ?? inTurn[0] ?? ways[0];
  return words;
}

/** What a reply asked with these words, or null when none of them stand in it. */
export const askedIn = (reply: string): SafetyQuestion | null =>
  Object.values(asking)
    .flat()
    .find(({ words }) => reply.includes(words))?.about ?? null;
