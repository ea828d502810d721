import { modesWithPart, type SessionMode } from '../../../shared/entities/session.ts';

/** Whether a mode is with one part and can't do without. */
export const needsPart = (mode: SessionMode): mode is (typeof modesWithPart)[number] => modesWithPart.some((one) => one === mode);

const withoutPart: Record<(typeof modesWithPart)[number], { toChoose: string; none: string }> = {
  letter: {
    toChoose: 'Choose the part your letter goes to. Then it can be sent; until then your words stay here.',
    none: 'A letter goes to one of your parts, and there is none yet. Choose “Just write” to send this.',
  },
  visit: {
    toChoose: 'Choose the part you visit. Then this can be sent; until then your words stay here.',
    none: 'A visit is to one of your parts, and there is none yet. Choose “Just write” to send this.',
  },
};

/** Why nothing can be sent in this mode yet, in a sentence; null when it can. `parts` counts those there are. */
export function missingPart(mode: SessionMode, partId: string | null, parts: number): string | null {
  if (!needsPart(mode) || partId !== null) return null;
  return parts === 0 ? withoutPart[mode].none : withoutPart[mode].toChoose;
}

/** Said when Enter is pressed while the words before are still being taken in. */
export const stillOnItsWay = 'What you wrote before is still being kept. These words stay here; send them in a moment.';
