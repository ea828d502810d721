import { describe, expect, it } from 'vitest';
import type { GuideStep } from '../../../../shared/entities/guide.ts';
import { eventInPause, eventOf, saysLetterIsFinished, stepWantedIn, wantsToSkip, wantsToStop } from './answers.ts';
import { ROUNDS_OF_ASKING, type Walk, beginWalk } from './six-fs.ts';

const at = (step: GuideStep, more: Partial<Walk> = {}): Walk => ({ ...beginWalk(null), step, ...more });

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
    ['close', {}, 'It feels lighter', 'answered'],
    ['close', {}, 'thank you', 'thanked'],
    ['close', {}, 'Can I talk with another part', 'wants_another'],
    ['close', {}, 'can we do the first one again', 'wants_again'],
    ['close', {}, 'what now?', 'asked_how'],
    ['close', {}, 'Let’s work with the fearful part now', 'found_another'],
    ['close', {}, 'the fearful part', 'found_another'],
    ['close', {}, 'Thank you. Could we go back to befriending?', 'go_to:befriend'],
    ['close', {}, 'It hurts in my chest.', 'hurt'],
    ['focus', {}, 'It hurts in my chest.', 'answered'],
    ['find', {}, 'is this therapy?', 'asked_back'],
    ['find', {}, 'my boss', 'unsure'],
    ['fear', {}, 'What if nobody comes?', 'answered'],
    ['focus', {}, 'my chest?', 'answered'],
    ['feel_toward', {}, 'ok it moved over', 'gave_space'],
    ['feel_toward', {}, 'it just wants people to leave me alone', 'unsure'],
    ['unblend', { rounds: 1 }, 'it says no', 'blended'],
    ['unblend', { rounds: 1 }, 'I think that embarrassed one would step back if she knew she is not silly', 'gave_space'],
    ['befriend', {}, 'I hate myself', 'blended'],
    ['flesh_out', {}, 'Who are you to ask me that?', 'objected'],
    ['focus', {}, 'I don’t understand the question', 'asked_back'],
    ['focus', {}, 'what part are we talking about?', 'asked_which'],
    ['unblend', { rounds: 1 }, 'how do I do that', 'asked_how'],
    ['fear', {}, 'no way', 'declined'],
    ['fear', {}, 'it hurts', 'hurt'],
    ['fear', {}, 'Nobody would love me', 'answered'],
    ['fear', {}, 'I don’t know, maybe that I’d be lazy?', 'answered'],
    ['focus', {}, 'don’t know', 'unsure'],
    ['focus', {}, 'nowhere', 'unsure'],
    ['focus', {}, 'Nothing would be left', 'answered'],
    ['focus', {}, 'ok', 'unsure'],
    ['focus', {}, 'asdf', 'unsure'],
    ['focus', {}, 'back', 'answered'],
    ['flesh_out', {}, 'can we go back', 'wants_back'],
    ['flesh_out', {}, 'another part please', 'wants_another'],
    ['flesh_out', {}, 'go to another part', 'wants_another'],
    ['feel_toward', {}, 'he ruins my life', 'blended'],
    ['feel_toward', {}, 'I want him to stop', 'blended'],
    ['feel_toward', {}, 'I’m exhausted by it', 'blended'],
    ['feel_toward', {}, 'It bores me', 'blended'],
    ['feel_toward', {}, 'I wonder what it needs', 'opened'],
    ['feel_toward', {}, 'I’m scared for it', 'opened'],
    ['feel_toward', {}, 'I resent it less', 'gave_space'],
    ['feel_toward', { unsure: 1 }, 'no longer angry', 'skipped'],
    ['feel_toward', {}, 'I don’t feel anything toward it. It’s me.', 'merged'],
    ['feel_toward', {}, 'I’m blended with it', 'merged'],
    ['find', {}, 'I am the planner', 'answered'],
    ['unblend', { rounds: 1 }, 'Not as annoyed', 'gave_space'],
    ['unblend', { rounds: 1 }, 'I don’t think it wants to move', 'blended'],
    ['unblend', { rounds: 1 }, 'only a little', 'gave_space'],
    ['unblend', { rounds: 1 }, 'it moved but it’s watching', 'gave_space'],
    ['unblend', { rounds: 1 }, 'no way', 'blended'],
    ['unblend', { rounds: 1 }, 'None of your business', 'blended'],
    ['befriend', {}, 'He says, go away', 'answered'],
    ['befriend', {}, 'good night', 'left'],
  ])('at %s %j: “%s” is %s', (step, more, text, event) => expect(eventOf(at(step, more), text)).toBe(event));

  it.each<[Partial<Walk>, string, string]>([
    [{}, 'grounding', 'grounded'],
    [{}, 'yes please', 'grounded'],
    [{}, 'it hurts so much', 'grounded'],
    [{}, 'stop', 'left'],
    [{}, 'I think I should end here', 'left'],
    [{}, 'no', 'left'],
    [{}, 'go on', 'resumed'],
    [{}, 'I’m okay now', 'resumed'],
    [{}, 'skip', 'skipped'],
    [{}, 'mum left me', 'stayed'],
    [{ unsure: 1 }, 'That I end up like her', 'answered'],
  ])('to how to go on, after something hurt, %j: “%s” is %s', (more, text, event) =>
    expect(eventInPause(at('fear', more), text)).toBe(event),
  );
});
