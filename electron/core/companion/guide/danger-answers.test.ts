import { describe, expect, it } from 'vitest';
import type { SafetyQuestion } from '../../safety/safety-words.ts';
import { type DangerAnswer, hearInDanger } from './danger-answers.ts';

const heard: Readonly<Partial<Record<DangerAnswer, readonly string[]>>> = {
  hurt: ['I took them', 'I already took the pills', 'I’ve taken an overdose', 'I just did it', 'I’m bleeding'],
  soon: ['tonight', 'Tonight.', 'yes, tonight', 'now', 'in an hour', 'maybe it’s tonight', 'soon I think'],
  means: ['I have the pills here', 'they are in the drawer', 'I have them with me', 'there’s a knife in the kitchen'],
  alone: ['no one is here', 'nobody’s here', 'I’m alone', 'I am all alone', 'alone', 'just me', 'I’m home alone', 'No, I’m alone'],
  no_one: ['I have no one', 'there’s nobody I can call', 'nobody cares', 'I don’t have anyone', 'no one to talk to'],
  accompanied: ['my sister is here', 'Yes, my mum is with me', 'he’s on his way', 'he’s in the next room'],
  arrived: ['I’m not alone', 'I’m with my friend', 'I’m at my sister’s place', 'I’m in hospital'],
  called: [
    'I called my sister',
    'I’ve told my mum',
    'I am calling them',
    'I’ll call Samaritans',
    'I texted a friend',
    'he’s calling me',
    'she called me back',
  ],
  unanswered: ['nobody answers', 'she didn’t pick up', 'it went to voicemail', 'they hung up', 'the line is busy'],
  cannot_call: [
    'I can’t call anyone',
    'I don’t want to talk to anyone',
    'I’m scared to call',
    'I don’t want to scare her',
    'I hate phone calls, I can’t talk',
  ],
  whom: ['who can I call', 'Who should I talk to?', 'is there a helpline?', 'can you give me a number', 'I don’t know who to call'],
  what: ['what should I do', 'I don’t know what to do', 'what now?', 'help', 'please help me', 'how do I get through tonight'],
  say: ['what do I say', 'I wouldn’t know what to say', 'what would I tell them?'],
  tells: ['are you going to tell someone?', 'Will you call the police?', 'please don’t tell anyone', 'is this private?'],
  seen: ['Does anybody read this?', 'who can see this', 'will he see this', 'can my husband read it'],
  text: ['is there someone I can text', 'can I text somebody?', 'who can I text'],
  what_happens: ['what happens if I call', 'do they send the police', 'I don’t want an ambulance'],
  going: ['I’m going to my sister’s', 'I am going to the hospital', 'I’ll go to my mum’s'],
  ashamed: ['I’m ashamed', 'I feel so guilty'],
  afraid: ['I’m scared', 'I am so afraid'],
  put_away: ['I put it in the bathroom', 'I gave them to my mum', 'I’ve locked the pills away'],
  worried: ['yeah sometimes I think about it', 'it’s been on my mind all week'],
  can_call: ['my brother maybe', 'My sister'],
  software: ['you’re just a bot', 'are you human?', 'I’m talking to a machine', 'you don’t understand', 'you can’t help me'],
  why: ['why are you asking me that', 'Why do you ask?'],
  safe: ['I’m safe now', 'I am okay', 'I feel better today', 'it has passed', 'I won’t do it', 'I’m not in danger', 'better now'],
  close: ['I’m not safe', 'I am not ok', 'it’s getting closer', 'I can’t promise', 'I don’t feel safe'],
  taken_back: ['never mind', 'forget it', 'I was just joking', 'I didn’t mean it'],
  unsure: ['I don’t know', 'maybe', 'not sure', 'a bit', 'I don’t know if I’m safe', 'no, but it could be'],
  stop: [
    'stop asking',
    'please stop asking me',
    'leave me alone',
    'no more questions',
    'stop',
    'Don’t ask me that',
    'I don’t want to answer',
    'I don’t want to talk about it',
    'I’d rather not talk about that',
  ],
  thanks: ['thanks', 'Thank you.', 'ok thank you', 'that helped'],
  there: ['are you there?', 'are you still reading'],
  body: ['I can’t breathe', 'my heart is racing', 'I’m shaking'],
  leaving: ['goodbye', 'good night', 'bye', 'I’m going to bed', 'I have to go now', 'I’m done'],
  elsewhere: [
    'can we talk about something else',
    'I want to go on with the planner',
    'let’s go back to the steps',
    'please can we continue',
  ],
  other: [
    'There is nothing on television.',
    'My daughter drew a horse.',
    'The rain has not stopped all day.',
    'I hate my job',
    'he wants it to stop',
    'my little girl inside is crying',
    'is it safe to write here',
    'I can’t stop asking myself that',
    'I called myself an idiot',
    'can you remind me to call my sister',
    'I want to go back to sleep',
    'a number of things went wrong',
    'I’m better off without them',
  ],
};

describe('what somebody in danger says', () => {
  it.each(Object.entries(heard).flatMap(([answer, texts]) => texts.map((text) => [answer, text] as const)))(
    'is heard as %s: %s',
    (answer, text) => {
      expect(hearInDanger(text, null)).toBe(answer);
    },
  );

  it.each([
    ['danger', 'yes', 'close'],
    ['danger', 'Yes. I think so', 'close'],
    ['danger', 'no', 'not_now'],
    ['danger', 'Not right now', 'not_now'],
    ['danger', 'no one is here', 'alone'],
    ['danger', 'no way out', 'other'],
    ['danger', 'I am going to bed', 'leaving'],
    ['safety', 'yes my safety', 'worried'],
    ['safety', 'no', 'not_now'],
    ['company', 'yes', 'accompanied'],
    ['company', 'no', 'alone'],
    ['company', 'My brother', 'accompanied'],
    ['somebody', 'my sister', 'can_call'],
    ['somebody', 'my neighbour maybe', 'can_call'],
    ['somebody', 'no', 'no_one'],
    ['somebody', 'I can’t do this anymore', 'other'],
    ['danger', 'my head hurts', 'other'],
    ['danger', 'I am tired', 'other'],
    ['danger', 'ok', 'other'],
    ['danger', 'right now I make tea', 'other'],
    ['danger', 'I don’t want soup', 'other'],
    ['company', 'yeah there used to be so many people', 'other'],
    ['ground', 'ok', 'ground'],
    ['ground', 'no thanks', 'no_ground'],
    ['safe', 'yes', 'safe'],
    ['safe', 'no', 'close'],
    [null, 'yes', 'other'],
    [null, 'no', 'other'],
  ] as const)('to a question about %s: %s is heard as %s', (question: SafetyQuestion | null, text, answer) => {
    expect(hearInDanger(text, question)).toBe(answer);
  });

  it('is no bare answer when it is long', () => {
    expect(hearInDanger(`I am safe ${'and then the day went on and on '.repeat(6)}`, 'danger')).toBe('other');
  });
});
