import { describe, expect, it } from 'vitest';
import { type PlainAnswer, isPressedAtRandom, plainAnswerIn } from '../../language/plain-answers.ts';
import { eventInPause, eventOf, saysNo, saysYes } from './answers.ts';
import { type DangerAnswer, hearInDanger } from './danger-answers.ts';
import { shortAnswerIn } from './listen.ts';
import { beginWalk } from './six-fs.ts';

/** The same few words, whatever was asked. Each answer is written as people write: without apostrophes, twice, drawn out. */
const written: Readonly<Record<PlainAnswer, readonly string[]>> = {
  yes: [
    ...['yes', 'Yes.', 'yeah', 'Yeah...', 'yea', 'yep', 'yup', 'y', 'yesss', 'yes yes', 'oh yes', 'well, yes', 'definitely', 'absolutely'],
    ...['of course', 'it is', 'I do', 'I am', 'I think so', 'yes, I think so', 'yes please', 'yes I guess', 'That’s right', 'true', 'YES!'],
  ],
  partly: ['kind of', 'Kinda', 'sort of', 'I guess', 'i guess so', 'I suppose', 'a bit', 'a little', 'only a little', 'somewhat'],
  agreed: ['ok', 'Okay.', 'k', 'sure', 'Sure, ok', 'all right', 'alright', 'please', 'ok please', 'okkk'],
  no: [
    ...[
      'no',
      'No.',
      'nope',
      'Nah',
      'nooo',
      'no no',
      'n',
      'well, no',
      'not really',
      'Not really, no',
      'no, not really',
      'not yet',
      'not now',
    ],
    ...[
      'not at all',
      'no thanks',
      'No, thank you',
      'I don’t',
      'i dont',
      'I don’t think so',
      'dont think so',
      'I’m not',
      'im not',
      'it isn’t',
    ],
    ...['absolutely not', 'of course not', 'no way', 'never', 'I doubt it', 'NO'],
  ],
  unsure: [
    ...['I don’t know', 'i dont know', 'I do not know.', 'don’t know', 'dunno', 'idk', 'not sure', 'I’m not sure', 'im not sure', 'Unsure'],
    ...['not really sure', 'no idea', 'No clue', 'maybe', 'maybe not', 'Perhaps?', 'probably', 'probably not', 'hard to say', 'it depends'],
    ...['I can’t say', 'who knows', 'could be', 'well I don’t know', 'I don’t really know', 'I honestly don’t know why', 'maybe, idk'],
  ],
};
const rows = Object.entries(written).flatMap(([answer, texts]) => texts.map((text) => [answer, text] as const));

const inListening = { yes: 'yes', partly: 'yes', agreed: 'filler', no: 'no', unsure: 'unsure' } as const;
const inDanger: Readonly<Record<string, DangerAnswer>> = {
  yes: 'close',
  partly: 'unsure',
  agreed: 'other',
  no: 'not_now',
  unsure: 'unsure',
};
const inCompany: Readonly<Record<string, DangerAnswer>> = { ...inDanger, yes: 'accompanied', no: 'alone' };
const toGround: Readonly<Record<string, DangerAnswer>> = { ...inDanger, yes: 'ground', agreed: 'ground', no: 'no_ground' };
/** Whether a part that was asked gives a little space. */
const toSpace: Readonly<Record<string, string>> = {
  yes: 'gave_space',
  partly: 'gave_space',
  agreed: 'gave_space',
  no: 'blended',
  unsure: 'unsure',
};
/** Grounding, or an end. */
const inPause: Readonly<Record<string, string>> = { yes: 'grounded', partly: 'grounded', agreed: 'grounded', no: 'left', unsure: 'stayed' };

describe('a bare answer', () => {
  it.each(rows)('%s: “%s” is heard alike in writing, in danger and in the steps', (answer, text) => {
    expect(plainAnswerIn(text)).toBe(answer);
    expect(shortAnswerIn(text)).toBe(Object.entries(inListening).find(([name]) => name === answer)?.[1]);
    expect(hearInDanger(text, 'danger')).toBe(inDanger[answer]);
    expect(hearInDanger(text, 'company')).toBe(inCompany[answer]);
    expect(hearInDanger(text, 'ground')).toBe(toGround[answer]);
    const walk = { ...beginWalk(null), step: 'unblend' as const, rounds: 1 };
    expect(eventOf(walk, text)).toBe(toSpace[answer]);
    expect(eventInPause(walk, text)).toBe(inPause[answer]);
    expect([saysYes(text), saysNo(text)]).toEqual([answer === 'yes' || answer === 'partly' || answer === 'agreed', answer === 'no']);
  });

  it.each(rows)('%s: “%s” is no answer to where or what', (answer, text) => {
    const expected = { yes: 'unsure', agreed: 'unsure', unsure: 'unsure', no: 'declined', partly: 'answered' }[answer];
    expect(eventOf({ ...beginWalk(null), step: 'focus' }, text)).toBe(expected);
  });

  it('with a yes at its beginning is a yes where somebody may be in danger', () => {
    for (const text of ['yes and no', 'yeah a bit', 'Yes, maybe']) expect(hearInDanger(text, 'danger')).toBe('close');
  });

  it('is not what keys pressed at random are, nor is a short word', () => {
    for (const text of ['asdfgh', 'jkl;jkl', 'qwerty', 'fjdksl', 'zxcvbn']) expect(isPressedAtRandom(text)).toBe(true);
    for (const text of ['glad', 'sad', 'half', 'glass', 'pretty', 'rhythm', 'hmm', 'worry', 'dad', 'flask', 'ok', 'no'])
      expect(isPressedAtRandom(text)).toBe(false);
  });

  it.each([
    'no one came',
    'No way out',
    'no idea is good enough for her',
    'yesterday',
    'Not really coping',
    'never mind',
    'maybe my sister',
    'I don’t know what to do',
    'I am tired',
    'it is raining',
    'nothing',
    'sure as hell not',
    'I do the dishes',
    'right behind my eyes',
    'a bit like a stone',
    '',
  ])('is not found in “%s”', (text) => expect(plainAnswerIn(text)).toBeNull());
});
