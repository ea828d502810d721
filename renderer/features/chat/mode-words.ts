import { guideSteps, type GuideStep, type OpenStep } from '../../../shared/entities/guide.ts';
import type { SessionMode } from '../../../shared/entities/session.ts';

/** What a session can be for, as a person chooses it. */
export const modeNames: Record<SessionMode, string> = {
  write: 'Just write',
  six_fs: 'Get to know a part',
  dialogue: 'A dialogue',
  letter: 'A letter',
  visit: 'Visit a part',
};

/** Stands in the empty field. */
export const placeholders: Record<SessionMode, string> = {
  write: 'Write what is here',
  six_fs: 'Answer as it comes, or skip',
  dialogue: 'Write a line',
  letter: 'Write your letter',
  visit: 'Write what is here',
};

/** What stands for nobody in particular in the choice of a part, where a mode can do without one. */
export const withoutPart: Partial<Record<SessionMode, string>> = {
  six_fs: 'A part without a name yet',
  dialogue: 'Any of my parts',
};

/** The six steps one can see and go to. */
export const stepNames: readonly (readonly [OpenStep, string])[] = [
  ['find', 'Find it'],
  ['focus', 'Focus on it'],
  ['flesh_out', 'Flesh it out'],
  ['feel_toward', 'How you feel toward it'],
  ['befriend', 'Befriend it'],
  ['fear', 'What it fears'],
];

/** Asking for space belongs to how one feels toward a part; the end comes after all of them. */
export const shownStep = (step: GuideStep): OpenStep => (step === 'unblend' ? 'feel_toward' : step);

/** Whether a step lies behind the one somebody is at. */
export const isBehind = (step: OpenStep, now: GuideStep): boolean => guideSteps.indexOf(step) < guideSteps.indexOf(shownStep(now));
