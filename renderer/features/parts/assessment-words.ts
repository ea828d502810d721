import { selfQualities, type Judgement, type SelfQuality, type SixF } from '../../../shared/entities/assessment.ts';
import { isSameDay, shortDay, timeWords } from '../../components/dates.ts';

/** The eight qualities of Self, as they are named and as a question somebody can feel into. */
export const qualityWords: Record<SelfQuality, { name: string; question: string }> = {
  calm: { name: 'Calm', question: 'How calm are you when it is near?' },
  curiosity: { name: 'Curiosity', question: 'How curious are you about it?' },
  clarity: { name: 'Clarity', question: 'How clearly can you see it?' },
  compassion: { name: 'Compassion', question: 'How warm do you feel toward it?' },
  confidence: { name: 'Confidence', question: 'How sure are you that you can be with it?' },
  courage: { name: 'Courage', question: 'How willing are you to look at what it carries?' },
  creativity: { name: 'Creativity', question: 'How free are you to find a new way with it?' },
  connectedness: { name: 'Connectedness', question: 'How close do you feel to it?' },
};

/** The six Fs, as what has been done so far. */
export const sixFWords: Record<SixF, { name: string; hint: string }> = {
  find: { name: 'Found it', hint: 'You notice it, in the body or around it.' },
  focus: { name: 'Turned toward it', hint: 'You can stay with it for a while.' },
  flesh_out: { name: 'Fleshed it out', hint: 'You know how it looks, sounds or feels.' },
  feel_toward: { name: 'Felt toward it', hint: 'You know how you feel toward it, and can be open.' },
  befriend: { name: 'Befriended it', hint: 'It knows that you are there, and you have learnt what it does for you.' },
  fears: { name: 'Learnt its fears', hint: 'You know what it fears would happen if it stopped.' },
};

/** A score from 0 to 1 as somebody would say it. */
export function scoreWords(score: number): string {
  if (!Number.isFinite(score)) return 'Not said';
  if (score < 0.05) return 'Not at all';
  if (score < 0.35) return 'A little';
  if (score < 0.65) return 'Somewhat';
  if (score < 0.95) return 'Very';
  return 'Fully';
}

/** The same with its number, so that two of the same words can be told apart. */
export const scoreInFull = (score: number): string => `${scoreWords(score)} (${Math.round(score * 100)} of 100)`;

/** When an earlier judgement was made, beside a newer one: two of one day are told apart by the hour. */
export const earlierWords = (newest: number, earlier: number): string =>
  isSameDay(newest, earlier) ? `the same day, ${timeWords(earlier)}` : shortDay(earlier);

/** What was judged, as a heading. */
export const judgementTitles: Record<Judgement['type'], string> = {
  identification: 'How sure it is that this is a part',
  self_energy: 'How much Self is there toward it',
  six_fs: 'How far you have come with it',
};

/** A judgement in one line. */
export function judgementWords(judgement: Judgement): string {
  switch (judgement.type) {
    case 'identification':
      return scoreInFull(judgement.score);
    case 'six_fs':
      return sixFWords[judgement.reached].name;
    case 'self_energy':
      return selfQualities
        .flatMap((quality) => {
          const score = judgement.scores[quality];
          return score === undefined ? [] : [`${qualityWords[quality].name}: ${scoreWords(score).toLowerCase()}`];
        })
        .join(', ');
  }
}
