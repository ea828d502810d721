import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSteps } from '../../../../shared/entities/guide.ts';
import { partRoles } from '../../../../shared/entities/part.ts';
import { GuideState, type SessionMode, type Speaker, sessionModes } from '../../../../shared/entities/session.ts';
import { type Turn, conversation, noticedIn, ownSentences, planner } from '../../../../tests/support/guide-conversation.ts';
import type { GuidedPart } from './guide-context.ts';
import { FRESH_FOR } from './telling.ts';

const pieces = [
  'I want to rest',
  'annoyed',
  'curious',
  'skip',
  'no',
  'yes',
  'I don’t know',
  'I hate it',
  'a knot in my chest. It is grey!',
  'Let’s stop here',
  'go back to focus',
  'why? 🌱',
  'That I end up alone.',
  'the letter is finished',
  'Do I have depression?',
  'I hit my son. Should I tell someone?',
  'My dog died',
  'Good night',
  'stop asking me questions',
  'You can ask me again',
  'what do you mean?',
  'how do I do that',
  'which part?',
  'Who are you to ask me that?',
  'no way',
  'it hurts',
  'go on',
  'can we go back',
  'another part please',
  'start over',
  'thank you',
  'I am blended with it',
  'I like it and I am fed up with it',
];
const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ text: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      text: fc.constant('Part of me plans! Another one rests, and a third?'),
      noticed: fc.array(
        fc.record({
          name: fc.constant('The Planner'),
          role: fc.constantFrom(...partRoles),
          quote: fc.constantFrom('Part of me plans', 'Another one rests', 'a third?'),
          known: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      text: fc.constant('I am here'),
      speaker: fc.constant<Speaker>({ kind: 'part', partId: planner.id, name: planner.name }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Turn>(
      { move: { kind: 'begin' } },
      { move: { kind: 'leave' } },
      { letter: 'kept', text: 'done' },
      { letter: 'empty', text: 'done' },
    ),
  },
);
const anySixFsTurn = fc.oneof(
  anyTurn,
  fc.constantFrom<Turn>({ move: { kind: 'skip' } }, ...openSteps.map((step): Turn => ({ move: { kind: 'go_to', step } }))),
);

describe.each(sessionModes)('in the mode %s', (mode: SessionMode) => {
  it('no sentence of the Guide’s comes again within thirty replies, each asks one thing at most, and what it quotes was written', () => {
    fc.assert(
      fc.property(
        fc.array(mode === 'six_fs' ? anySixFsTurn : anyTurn, { minLength: 30, maxLength: 75 }),
        fc.constantFrom(null, planner),
        (turns, part) => {
          const talk = conversation({ mode, part });
          const written: string[] = [planner.story, planner.lastWords ?? ''];
          const lately: string[][] = [];
          for (const turn of turns) {
            if (turn.text !== undefined) written.push(turn.text);
            const { text, state } = talk.say(turn);
            expect(GuideState.safeParse(state).success).toBe(true);
            expect(text.trim()).not.toBe('');
            expect(text.isWellFormed()).toBe(true);
            expect(text.match(/\?/gu)?.length ?? 0).toBeLessThanOrEqual(1);
            expect(text).not.toMatch(/[!\p{Extended_Pictographic}]|\{\w+\}/u);
            for (const [, quote = ''] of text.matchAll(/“([^”]*)”/gu))
              expect(written.some((words) => words.includes(quote.replace(/…$/u, '')))).toBe(true);
            const own = ownSentences(text);
            expect(own.filter((sentence) => lately.flat().includes(sentence))).toEqual([]);
            expect(new Set(own).size).toBe(own.length);
            // A step that is open has a question, whatever was asked before; only what the Guide itself was asked is answered first.
            const isAnswer = state.used.some((id) => id.startsWith('asked.'));
            if (mode === 'six_fs' && state.step && state.step !== 'close' && state.at === undefined && !isAnswer)
              expect(text).toContain('?');
            lately.push(own);
            if (lately.length > FRESH_FOR) lately.shift();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('the same conversation always gets the same replies', () => {
    const replies = () => {
      const talk = conversation({ mode, part: planner });
      for (const text of pieces) talk.say({ text });
      return talk.replies.map(({ text }) => text);
    };
    expect(replies()).toEqual(replies());
  });
});

describe('just writing', () => {
  it('mostly listens: short, and with a question only now and then', () => {
    const talk = conversation();
    for (let at = 0; at < 30; at += 1) talk.say({ text: `It was day ${at} of the rain.` });
    const asked = talk.replies.map(({ text }) => text.includes('?'));
    expect(asked.filter(Boolean).length).toBeGreaterThan(5);
    expect(asked.filter(Boolean).length).toBeLessThanOrEqual(10);
    for (const [at, isQuestion] of asked.entries()) if (isQuestion) expect(asked[at + 1]).not.toBe(true);
    expect(Math.max(...talk.replies.map(({ text }) => text.length))).toBeLessThan(180);
  });

  it.each(partRoles)('says back the words in which a part seems to speak: %s', (role) => {
    expect(conversation().say({ text: 'x', noticed: [noticedIn('a part of me wants to rest', { role })] }).text).toContain(
      '“a part of me wants to rest”',
    );
  });

  it('says back two, and calls a part it knows by its name', () => {
    const two = conversation().say({ text: 'x', noticed: [noticedIn('lists again'), noticedIn('let me sleep')] }).text;
    expect(two).toContain('“lists again”');
    expect(two).toContain('“let me sleep”');
    expect(conversation().say({ text: 'x', noticed: [noticedIn('lists again', { known: true })] }).text).toContain('The Planner');
  });

  it('explains what the suggestions are with the first of them, and not again for a while', () => {
    const talk = conversation();
    const replies = [1, 2, 3].map(() =>
      talk.say({ text: 'x', noticed: [noticedIn('lists again')] }).text.includes('stands as a suggestion'),
    );
    expect(replies).toEqual([true, false, false]);
  });

  it('does not mistake the person’s words for its own places', () => {
    expect(conversation().say({ text: 'x', noticed: [noticedIn('{two} and {part} and $1')] }).text).toContain('“{two} and {part} and $1”');
  });
});

describe('the other modes', () => {
  const alma: Speaker = { kind: 'part', partId: planner.id, name: 'Alma' };

  it('a dialogue stays between the lines, and never speaks in a part’s place', () => {
    const talk = conversation({ mode: 'dialogue' });
    talk.say({ move: { kind: 'begin' } });
    for (let at = 0; at < 20; at += 1) {
      const { text } = talk.say({ text: 'I keep watch.', speaker: at % 2 === 0 ? alma : { kind: 'self' } });
      expect(text.length).toBeLessThan(120);
      expect(text).not.toMatch(/^Alma:/u);
    }
    expect(talk.replies.some(({ text }) => text.includes('Alma'))).toBe(true);
  });

  it('hears another part in a line that is written as Self and is none', () => {
    const talk = conversation({ mode: 'dialogue' });
    talk.say({ text: 'You never finish anything.', speaker: alma });
    expect(talk.say({ text: 'You are an idiot and I hate you, shut up', speaker: { kind: 'self' } }).text).toMatch(
      /another part|someone in you|who in you|whoever wrote|That one/u,
    );
  });

  it('a visit hears another part’s feeling, and openness', () => {
    const against = conversation({ mode: 'visit', part: planner });
    against.say({ move: { kind: 'begin' } });
    expect(against.say({ text: 'I’m annoyed with it' }).text).toMatch(/another part|Somebody in you|side that|two of them|Not all of you/u);
    const open = conversation({ mode: 'visit', part: planner });
    open.say({ move: { kind: 'begin' } });
    expect(open.say({ text: 'I feel warm toward it' }).text).toMatch(/^(?:Let The Planner feel|The Planner may notice|With|That might)/u);
    expect(open.say({ text: 'What do you know about The Planner?' }).text).not.toContain('“The Planner”');
  });

  it('a letter is received in one short line, without a question', () => {
    const talk = conversation({ mode: 'letter', part: planner });
    talk.say({ move: { kind: 'begin' } });
    for (let at = 0; at < 20; at += 1) expect(talk.say({ text: 'Dear Planner, I saw you.' }).text).toMatch(/^[^?]{4,70}$/u);
    expect(talk.say({ text: 'That’s the letter', letter: 'kept' })).toMatchObject({ state: { at: 'letter_finished', partId: planner.id } });
  });

  it('a visit leaves a question to the part, and says what a visit is to whoever does not know what to do', () => {
    const { say } = conversation({ mode: 'visit', part: planner });
    say({ move: { kind: 'begin' } });
    const question = say({ text: 'How do you feel today?' }).text;
    expect(question).toContain('The Planner');
    expect(question).toMatch(/answer|put that to|wait/u);
    expect(say({ text: 'what should I do now' }).text).toMatch(/nothing .*done|near/u);
  });

  it('a loss that is told at the end of the steps is met as one', () => {
    const { say } = conversation({ mode: 'six_fs', part: planner });
    say({ move: { kind: 'begin' } });
    say({ move: { kind: 'go_to', step: 'close' } });
    expect(say({ text: 'My dad died of it, and I never said goodbye.' }).text).toMatch(/^I am sorry/u);
  });

  it('a visit begins with the last words of the part, where things were left, and one question', () => {
    const earlier: GuideState = { mode: 'six_fs', step: 'fear', partId: planner.id, used: [] };
    const { text } = conversation({ mode: 'visit', part: planner, earlier }).say({ move: { kind: 'begin' } });
    expect(text).toMatch(/The Planner.*“lists before breakfast”.*what it fears.*\?$/u);
    const untold = conversation({ mode: 'visit', part: { ...planner, lastWords: null } }).say({ move: { kind: 'begin' } });
    expect(untold.text).toContain('“It keeps the calendar”');
  });
});

describe('while somebody may be in danger', () => {
  const small: GuidedPart = { ...planner, name: 'The Small One', role: 'exile' };

  it.each(['six_fs', 'dialogue', 'letter', 'visit'] as const)(
    'parts that carry pain are left to rest, and the senses come first: %s',
    (mode) => {
      const talk = conversation({ mode, part: small, safetyOpen: true });
      expect(talk.say({ text: 'I want to be with it' }).text).toMatch(/The Small One.*\b(?:feet|Feel|room|cool)\b/u);
      const rests = Array.from({ length: 10 }, () => talk.say({ text: 'I want to be with it' }).text);
      for (const [at, text] of rests.entries()) {
        expect(text).not.toMatch(/\?|“/u);
        if (at > 0) expect(text).not.toBe(rests[at - 1]);
      }
      expect(conversation({ mode, part: planner, safetyOpen: true }).say({ text: 'Hello' }).text).not.toMatch(/rest for a while|in peace/u);
    },
  );

  it('a letter to such a part says once that it is kept, and then receives line by line', () => {
    const talk = conversation({ mode: 'letter', part: small, safetyOpen: true });
    talk.say({ move: { kind: 'begin' } });
    const replies = ['I am sorry I left you.', 'I miss you.', 'I was small, too.', 'Sleep well.'].map((text) => talk.say({ text }).text);
    expect(talk.replies.filter(({ text }) => /rest for a while|not the moment|in peace|can wait, for your sake/u.test(text))).toHaveLength(
      1,
    );
    expect(replies.join(' ')).toMatch(/letter/u);
    for (const text of replies) expect(text.length).toBeLessThan(120);
  });

  it('a part without a name that carries pain rests for the whole walk, until another one is looked for', () => {
    const talk = conversation({ mode: 'six_fs', safetyOpen: true });
    talk.say({ move: { kind: 'begin' } });
    talk.say({ text: 'x', noticed: [noticedIn('a small one in me cries', { role: 'exile' })] });
    for (const text of ['in my stomach', 'He is four and he has a torn shirt', 'I feel compassion for him']) {
      const reply = talk.say({ text });
      expect(reply.text).not.toContain('?');
      expect(reply.state).toMatchObject({ step: 'find', resting: true });
    }
    expect(talk.say({ move: { kind: 'go_to', step: 'find' } })).toMatchObject({
      state: { step: 'find' },
      text: expect.stringContaining('?'),
    });
    expect(talk.say({ text: 'a voice that counts everything' }).state).toMatchObject({ step: 'focus' });
  });

  it('the place in the six Fs is kept for later', () => {
    const talk = conversation({ mode: 'six_fs', part: small, safetyOpen: true });
    expect(talk.say({ text: 'I am curious' }).state.step).toBeUndefined();
    const found = conversation({ mode: 'six_fs', safetyOpen: true }).say({
      text: 'x',
      noticed: [noticedIn('a small one in me cries', { role: 'exile' })],
    });
    expect(found.text).toContain('this part');
  });

  it('writing goes on as ever', () => {
    expect(
      conversation({ safetyOpen: true }).say({ text: 'x', noticed: [noticedIn('a small one in me cries', { role: 'exile' })] }).text,
    ).toContain('“a small one in me cries”');
  });
});
