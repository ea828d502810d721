import { describe, expect, it } from 'vitest';
import type { GuideState, SessionMode } from '../../../../shared/entities/session.ts';
import { PartId } from '../../../../shared/ids.ts';
import { testIds } from '../../../../tests/support/test-core.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { type GuideContext, freshContext } from './guide-context.ts';
import { composeReply } from './reply.ts';
import { FRESH_FOR } from './telling.ts';

const planner = {
  ...{ id: PartId.parse(testIds().next()), name: 'The Planner', role: 'manager' as const, story: 'It plans.', lastWords: null },
};

/** What the Guide replies to one message after the other. */
function talk(options: { mode?: SessionMode; safetyOpen?: boolean } = {}) {
  const { mode = 'write', safetyOpen = false } = options;
  const turns: CompanionRequest['turns'][number][] = [];
  const states: GuideState[] = [];
  const say = (text: string | null, guide: Partial<GuideContext> = {}, noticed: Noticed[] = []): string => {
    if (text !== null) turns.push({ role: 'user', content: text });
    const state = states.at(-1) ?? null;
    const saidLately = new Set(states.slice(-FRESH_FOR).flatMap(({ used }) => used));
    const part = mode === 'write' ? null : planner;
    const context = { ...freshContext, mode, part, state, saidLately, wishes: new Set(state?.wishes), ...guide };
    const reply = composeReply({ turns: [...turns], noticed, guide: context, safetyOpen });
    turns.push({ role: 'assistant', content: reply.text });
    states.push(reply.state);
    return reply.text;
  };
  return { say, states };
}
const replyTo = (text: string): string => talk().say(text);

describe('what is said to the hardest and the lightest sentences', () => {
  it.each([
    ['I was raped when I was 16', /sorry that this was done to you.*Help now/u],
    ['I hit my son', /neither excused nor condemned.*Help now/u],
    ['My dog died this morning', /^I am sorry\.$/u],
    ['The hospital wants to see me again on Thursday.', /worrying time/u],
    ['My brother was arrested', /blow/u],
    ['I lied to my wife', /nobody judges/u],
    ['We had a baby girl this morning', /good news/u],
    ['I got the job!', /good news/u],
    ['I feel so alone', /lonely/u],
    ['I’m so scared of Friday', /on guard/u],
    ['I am exhausted', /exhausting/u],
  ])('%s', (text, fitting) => {
    expect(replyTo(text)).toMatch(fitting);
  });

  it('asks nothing of somebody who tells of violence, and for a while afterwards asks only how they are', () => {
    const { say } = talk();
    say('It was a long week.');
    expect(say('I was raped when I was 16')).not.toContain('?');
    const replies = ['It was in June.', 'There was music.', 'I had a blue coat.', 'The door was open.'].map((text) => say(text));
    const questions = replies.flatMap((reply) => reply.match(/[^.]*\?/u)?.[0].trim() ?? []);
    expect(questions).toEqual(['How are you, at this moment?', 'Is there anything around you that feels steady?']);
  });

  it('says it before the words of a part, when it weighs more', () => {
    const noticed: Noticed[] = [{ name: 'The Hider', role: 'exile', quote: 'a part of me still hides', known: false }];
    expect(talk().say('My mother died and a part of me still hides.', {}, noticed)).toMatch(/^I am sorry\. .*“a part of me still hides”/u);
  });
});

describe('what is too little to be said back', () => {
  it.each([
    'yes',
    'no',
    'I don’t know',
    'first',
    'a bit',
    'ok',
    'The Planner',
    'who can I call',
    'What should I do?',
    'And I said "no way" to her',
  ])('%s', (text) => {
    const { say } = talk();
    for (const before of ['It was a day.', 'It rained on the way.', 'There was soup.']) say(before);
    expect(say(text)).not.toContain('“');
  });

  it('a part that is named and nothing more is only named back', () => {
    const noticed: Noticed[] = [{ name: 'The Planner', role: 'manager', quote: 'The Planner', known: true }];
    expect(talk().say('The Planner', {}, noticed)).toMatch(/^[^“]*The Planner[^“]*$/u);
  });

  it('a part whose name is a question ends no sentence of the Guide’s twice', () => {
    const part = { ...planner, name: 'What about me?' };
    for (let at = 0; at < 6; at += 1)
      expect(talk({ mode: 'dialogue' }).say('I see you.', { part, said: null }).match(/\?/gu)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

it('keys pressed at random are no sentence to be asked about', () => {
  const { say } = talk();
  for (const before of ['It was a day.', 'It rained on the way.', 'There was soup.']) say(before);
  for (const text of ['asdfgh', 'jkl;jkl', 'qwerty', 'fjdksl', 'xcvxcv']) expect(say(text)).not.toMatch(/[?“]/u);
});

describe('what is asked of the Guide itself', () => {
  it.each([
    ['Do I have depression?', /no diagnosis/u],
    ['Should I take my meds?', /doctor|pharmacist/u],
    ['Are you a human?', /program/u],
    ['how do I end the session', /End session/u],
    ['what is IFS', /Internal Family Systems/u],
    ['can you help me?', /listen/u],
    ['Do you record this?', /this computer/u],
    ['who can I call', /Help now/u],
    ['Good night.', /^Good night\. [^?]*$/u],
    ['I’ll stop here.', /^[^?]*$/u],
    ['Thank you, that helped.', /welcome/u],
    ['hi', /^Hello/u],
  ])('is answered plainly: %s', (text, answer) => {
    const { say } = talk();
    const reply = say(text);
    expect(reply).toMatch(answer);
    expect(reply).not.toContain('“');
  });

  it('is answered also when it is asked again and again, without saying a sentence twice', () => {
    const { say } = talk();
    const replies = Array.from({ length: 6 }, () => say('Do I have depression?'));
    expect(new Set(replies).size).toBe(replies.length);
    expect(replies.slice(0, 3).join(' ')).toMatch(/diagnosis.*doctor.*trained/u);
    for (const reply of replies.slice(3)) expect(reply).toMatch(/answer|said|told/u);
  });

  it('does not hide what else was told', () => {
    expect(replyTo('My dog died this morning. Are you a human?')).toMatch(/^I am sorry\. I am a program/u);
  });

  it('leaves the steps where they were, and says so', () => {
    const { say, states } = talk({ mode: 'six_fs' });
    say(null, { move: { kind: 'begin' } });
    const step = states.at(-1)?.step;
    expect(say('Do I have depression?')).toMatch(/no diagnosis.*(?:open, whenever you want it|step|meanwhile)/u);
    expect(states.at(-1)).toMatchObject({ step });
    say('Good night.');
    expect(states.at(-1)).toMatchObject({ step, at: 'left' });
  });

  it('names a number with a farewell while a hard moment is open', () => {
    expect(talk({ safetyOpen: true }).say('Good night.')).toContain('Help now');
  });
});

describe('how somebody wants to be listened to', () => {
  const entries = Array.from({ length: 9 }, (_, at) => `I wanted to walk by the river on day ${at}.`);

  it('none of their words are said back any more', () => {
    const { say } = talk();
    expect(entries.some((text) => say(text).includes('“'))).toBe(true);
    say('please stop quoting me');
    for (const text of entries) expect(say(text)).not.toContain('“');
    const noticed: Noticed[] = [{ name: 'The Walker', role: 'unknown', quote: 'a part of me walks', known: false }];
    expect(say('a part of me walks', {}, noticed)).not.toContain('“');
  });

  it('nothing is asked any more, until it may be asked again', () => {
    const { say } = talk();
    say('Stop asking me questions');
    for (const text of [...entries, 'I am so angry', 'I hit my son', 'You’re useless.']) expect(say(text)).not.toContain('?');
    say('You can ask me questions again');
    expect(entries.some((text) => say(text).includes('?'))).toBe(true);
  });

  it('with a short sign of listening alone', () => {
    const { say } = talk();
    say('Please don’t answer');
    for (const text of [...entries, 'My dog died this morning', 'ok']) {
      const reply = say(text);
      expect(reply).not.toMatch(/[?“]/u);
      expect(reply.length).toBeLessThan(60);
    }
  });

  it('holds in the steps, too, until one is chosen', () => {
    const { say, states } = talk({ mode: 'six_fs' });
    say(null, { move: { kind: 'begin' } });
    say('No more questions please');
    const step = states.at(-1)?.step;
    expect(say('It sits behind my eyes')).not.toContain('?');
    expect(states.at(-1)).toMatchObject({ step, wishes: ['no_questions'] });
    expect(say(null, { move: { kind: 'skip' } })).toContain('?');
    expect(states.at(-1)?.wishes).toBeUndefined();
  });
});
