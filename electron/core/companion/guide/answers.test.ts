import { describe, expect, it } from 'vitest';
import type { GuideStep } from '../../../../shared/entities/guide.ts';
import { attitudeIn, eventOf, saysLetterIsFinished, stepWantedIn, wantsToSkip, wantsToStop } from './answers.ts';
import { ROUNDS_OF_ASKING, type Walk, beginWalk } from './six-fs.ts';

const at = (step: GuideStep, more: Partial<Walk> = {}): Walk => ({ ...beginWalk(null), step, ...more });

describe('how somebody feels toward a part', () => {
  it.each([
    'Curious.',
    'I feel sorry for it',
    'open, and a bit warm',
    'I am grateful that it tries so hard',
    'I used to be annoyed, but now I am curious',
    'not angry any more, more curious',
    'I would like to understand it. I want to hug it',
    'Compassion, mostly',
  ])('is open in: %s', (text) => expect(attitudeIn(text)).toBe('open'));

  it.each([
    'annoyed',
    'I hate it',
    'I’m afraid of it',
    'I want it gone',
    'I just want to get rid of it',
    'Ashamed, honestly',
    'I can’t stand it',
    'curious but also a bit irritated',
    'not curious at all',
    'It is pathetic',
    'I want to fix it',
    'fed up with it',
  ])('is another part’s in: %s', (text) => expect(attitudeIn(text)).toBe('blended'));

  it.each(['It is there.', 'nothing much', 'hm', 'It looks like a fox', 'no longer angry', 'neutral'])('is not clear in: %s', (text) =>
    expect(attitudeIn(text)).toBe('unclear'),
  );
});

describe('a wish', () => {
  it.each(['skip', 'Skip this one', 'can we skip that question?'.replace('?', ''), 'pass', 'Next', 'let’s move on.', 'Please skip it'])(
    'to skip: %s',
    (text) => expect(wantsToSkip(text)).toBe(true),
  );
  it.each([
    'I skip meals when it is loud',
    'next week I see her',
    'I passed him in the street',
    'It wants to move on from all of this and I don’t',
  ])('to skip is not heard in: %s', (text) => expect(wantsToSkip(text)).toBe(false));
  it.each(['stop', 'Let’s stop here', 'enough for today', 'that’s enough', 'I want to stop here now', 'can we pause'])(
    'to stop: %s',
    (text) => expect(wantsToStop(text)).toBe(true),
  );
  it.each(['It told me to stop', 'I can never stop', 'stop telling me what to do, it says', 'There was never enough'])(
    'to stop is not heard in: %s',
    (text) => expect(wantsToStop(text)).toBe(false),
  );
  it.each([
    ['go to what it fears', 'fear'],
    ['Back to the body', 'focus'],
    ['can we go back to how I feel toward it', 'feel_toward'],
    ['let’s go to befriending', 'befriend'],
    ['go to another part', 'find'],
    ['jump to the end', 'close'],
  ] as const)('for a step: %s', (text, step) => expect(stepWantedIn(text)).toBe(step));
  it.each([
    'I go to work',
    'It wants to find me and go to sleep',
    'To be honest, it fears everything that has ever been said to it by anybody',
  ])('for a step is not heard in: %s', (text) => expect(stepWantedIn(text)).toBeNull());
  it.each(['That’s the letter', 'the letter is finished', 'I am done.', 'Finished', 'The end'])('to end a letter: %s', (text) =>
    expect(saysLetterIsFinished(text)).toBe(true),
  );
  it.each(['I am done with waiting for you', 'You said the end would be quiet', 'It is finished, I told myself then'])(
    'to end a letter is not heard in: %s',
    (text) => expect(saysLetterIsFinished(text)).toBe(false),
  );
});

describe('an answer', () => {
  it.each<[GuideStep, Partial<Walk>, string, string]>([
    ['find', {}, 'The one that checks the door', 'answered'],
    ['focus', {}, 'a knot in my stomach', 'answered'],
    ['focus', {}, 'I don’t know', 'unsure'],
    ['focus', { unsure: 1 }, 'no idea', 'skipped'],
    ['flesh_out', {}, 'It is angry and small', 'answered'],
    ['flesh_out', {}, 'I hate it, I want it to stop', 'blended'],
    ['feel_toward', {}, 'curious', 'opened'],
    ['feel_toward', {}, 'annoyed', 'blended'],
    ['feel_toward', {}, 'it just sits there', 'unsure'],
    ['feel_toward', { unsure: 1 }, 'it just sits there', 'skipped'],
    ['feel_toward', { rounds: ROUNDS_OF_ASKING }, 'still annoyed', 'refused'],
    ['unblend', { rounds: 1 }, 'yes', 'gave_space'],
    ['unblend', { rounds: 1 }, 'It stepped aside a bit', 'gave_space'],
    ['unblend', { rounds: 1 }, 'It did, and I am curious about it now', 'opened'],
    ['unblend', { rounds: 1 }, 'no', 'blended'],
    ['unblend', { rounds: ROUNDS_OF_ASKING }, 'It won’t', 'refused'],
    ['unblend', { rounds: 1 }, 'not sure', 'unsure'],
    ['befriend', {}, 'It keeps me from being laughed at', 'answered'],
    ['befriend', {}, 'I am annoyed with it', 'blended'],
    ['fear', {}, 'That I would be alone', 'answered'],
    ['fear', {}, 'skip', 'skipped'],
    ['fear', {}, 'let’s stop here', 'left'],
    ['fear', {}, 'go back to focus', 'go_to:focus'],
    ['close', {}, 'thank you', 'answered'],
  ])('at %s %j: “%s” is %s', (step, more, text, event) => expect(eventOf(at(step, more), text)).toBe(event));
});
