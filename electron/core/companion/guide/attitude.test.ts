import { describe, expect, it } from 'vitest';
import { attitudeIn, speaksAgainst, speaksHarshly } from './attitude.ts';

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
    'I feel sad for it',
    'ok sad for it',
    'I want to comfort it',
    'I don’t know. Sad. I want to comfort it',
    'I’d like to know more about it',
    'I wonder what it needs',
    'he’s doing his best',
    'I’m scared for it',
    'I feel protective of it',
    'I want it to be happy',
    'I love it',
    'I understand why it does that',
    'It only wants to help',
    'Now I see it’s just worried',
    'My heart goes out to him',
    'I like him',
    'i kinda get why it does it',
    'Grateful, mostly',
    'It is scared, and I feel warm toward it',
    'She said “I hate you”, and I feel tender toward her',
  ])('is open in: %s', (text) => expect(attitudeIn(text)).toBe('open'));

  it.each([
    'annoyed',
    'I hate it',
    'I’m afraid of it',
    'I want it gone',
    'I just want to get rid of it',
    'I’d love to get rid of it',
    'Ashamed, honestly',
    'I can’t stand it',
    'not curious at all',
    'It is pathetic',
    'I want to fix it',
    'fed up with it',
    'he ruins my life',
    'I want him to stop',
    'he is a bully',
    'There’s some fear of him',
    'its annoying tbh',
    'I’m exhausted by it',
    'It bores me',
    'I don’t like it',
    'it drives me crazy',
    'I wish it would shut up',
    'It makes me so angry',
    'I don’t trust him',
    'scared',
    'I want to run away from it',
    'pathetic',
  ])('is another part’s in: %s', (text) => expect(attitudeIn(text)).toBe('against'));

  it.each([
    'curious but also a bit irritated',
    'I’m a bit curious now, though also annoyed',
    'I love it but I also wish it would shut up',
    'I feel sorry for him and I want him to stop',
  ])('is both in: %s', (text) => expect(attitudeIn(text)).toBe('mixed'));

  it.each(['I resent it less', 'Not as annoyed', 'no longer angry', 'I’m not angry any more', 'less scared of it', 'I don’t hate it'])(
    'grows softer in: %s',
    (text) => expect(attitudeIn(text)).toBe('softer'),
  );

  it.each([
    'It is there.',
    'nothing much',
    'hm',
    'It looks like a fox',
    'neutral',
    'he says go home',
    'he doesn’t trust you',
    'It is angry and small',
    'It’s fine',
    'it just wants people to leave me alone',
    'the embarrassed one is over there',
    'I feel nothing toward it',
    'He is afraid that everything will go wrong',
  ])('is not clear in: %s', (text) => expect(attitudeIn(text)).toBe('unclear'));
});

describe('speaking against a part', () => {
  it.each([
    'I’m annoyed with it',
    'I want it to stop',
    'I hate it, I want it to stop',
    'I am so tired of it',
    'I hate myself',
    'I hate how weak I am',
  ])('is heard in: %s', (text) => expect(speaksAgainst(text)).toBe(true));

  it.each([
    'It hates me',
    'It is angry and small',
    'I don’t hate you',
    'I hate mornings',
    'It wants me to stop',
    'I hear you. Why are you so harsh?',
    'I hate it less',
    'I’m not annoyed with it',
    'It says, go away',
    'You are stupid',
  ])('is not heard in: %s', (text) => expect(speaksAgainst(text)).toBe(false));
  it.each(['You are an idiot and I hate you, shut up', 'Shut up!', 'I’m so angry with you', 'Leave me alone.', 'I want you gone'])(
    'to its face: %s',
    (text) => expect(speaksHarshly(text)).toBe(true),
  );
  it.each(['I hear you. Why are you so harsh?', 'I don’t hate you', 'You are tired', 'I want you to rest', 'You may go away if you like'])(
    'to its face is not heard in: %s',
    (text) => expect(speaksHarshly(text)).toBe(false),
  );
});
