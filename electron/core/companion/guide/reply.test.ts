import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuideMove, guideSteps, openSteps } from '../../../../shared/entities/guide.ts';
import { partRoles } from '../../../../shared/entities/part.ts';
import { GuideState, type SessionMode, type Speaker, sessionModes } from '../../../../shared/entities/session.ts';
import { MessageId, PartId } from '../../../../shared/ids.ts';
import { testIds } from '../../../../tests/support/test-core.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import type { GuideContext, GuidedPart } from './guide-context.ts';
import { composeReply } from './reply.ts';
import { FRESH_FOR } from './telling.ts';

const ids = testIds();
const planner: GuidedPart = {
  id: PartId.parse(ids.next()),
  name: 'The Planner',
  role: 'manager',
  story: 'It keeps the calendar.',
  lastWords: 'lists before breakfast',
};
const noticedIn = (quote: string, more: Partial<Noticed> = {}): Noticed => ({
  name: 'The Planner',
  role: 'manager',
  quote,
  known: false,
  ...more,
});

type Turn = { text?: string; noticed?: Noticed[]; move?: GuideMove; speaker?: Speaker; letter?: GuideContext['letter'] };

/** A conversation in one mode, with everything the Guide is given read from what was said, as the core does. */
function conversation(
  options: Partial<Pick<GuideContext, 'mode' | 'part' | 'earlier' | 'met'>> & { safetyOpen?: boolean; words?: [MessageId, string][] } = {},
) {
  const { mode = 'write', part = null, earlier = null, met = null, safetyOpen = false } = options;
  const turns: CompanionRequest['turns'][number][] = [];
  const words = new Map<MessageId, string>(options.words);
  const replies: { text: string; state: GuideState }[] = [];
  return {
    replies,
    say({ text, noticed = [], move, speaker, letter = null }: Turn) {
      const said = text === undefined ? null : MessageId.parse(ids.next());
      if (text !== undefined && said) {
        turns.push({ role: 'user', content: text });
        words.set(said, text);
      }
      const state = move?.kind === 'begin' ? null : (replies.at(-1)?.state ?? null);
      const saidLately = new Set(replies.slice(-FRESH_FOR).flatMap((reply) => reply.state.used));
      const guide: GuideContext = {
        ...{
          mode,
          part,
          earlier: state ? null : earlier,
          state,
          met,
          saidLately,
          words,
          speaker: speaker ?? null,
          said,
          letter,
          remembered: null,
          wishes: new Set(replies.at(-1)?.state.wishes),
          move: move ?? null,
        },
      };
      const reply = composeReply({ turns: turns.slice(-60), noticed, guide, safetyOpen });
      replies.push(reply);
      turns.push({ role: 'assistant', content: reply.text });
      return reply;
    },
  };
}

/** A reply’s own sentences: without the person’s words and the part’s name. */
const ownSentences = (text: string): string[] =>
  (
    text
      .replaceAll(/“[^”]*”/gu, '')
      .replaceAll('The Planner', '')
      .match(/[^.?\n]+[.?]/gu) ?? []
  ).map((sentence) => sentence.replaceAll(/\s+/gu, ' ').trim());

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

describe('the six Fs', () => {
  const stepsOf = (talk: ReturnType<typeof conversation>) => talk.replies.map(({ state }) => state.step);

  it('lead a known part from where it is noticed to what it fears, and say back what was found', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    for (const text of [
      'A band around my head',
      'A clerk with cold hands',
      'Curious, and a bit sorry for it',
      'It wants nothing to go wrong',
      'That we would be sent away',
    ])
      talk.say({ text });
    expect(stepsOf(talk)).toEqual(['focus', 'flesh_out', 'feel_toward', 'befriend', 'fear', 'close']);
    expect(talk.replies.at(-1)?.text).toContain('“That we would be sent away”');
    expect(talk.replies.at(-1)?.text).toContain('The Planner');
    expect(Object.keys(talk.replies.at(-1)?.state.learned ?? {})).toEqual(['focus', 'flesh_out', 'feel_toward', 'befriend', 'fear']);
    for (const { text } of talk.replies.slice(0, -1)) expect(text).toContain('?');
  });

  it('find a part in the words it begins with, or ask for one', () => {
    const words = 'a part of me checks everything twice';
    expect(conversation({ mode: 'six_fs' }).say({ text: words, noticed: [noticedIn(words)] }).state).toMatchObject({ step: 'focus' });
    expect(conversation({ mode: 'six_fs' }).say({ text: 'Hello' }).state).toMatchObject({ step: 'find' });
  });

  it('go back when another part speaks, ask it for space, and then ask again', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    expect(talk.say({ text: 'I am annoyed with all its lists' }).text).toContain('“I am annoyed with all its lists”');
    talk.say({ text: 'Yes, it stepped aside' });
    talk.say({ text: 'Now I am curious' });
    expect(stepsOf(talk)).toEqual(['feel_toward', 'unblend', 'feel_toward', 'befriend']);
  });

  it('get to know the part that gives no space', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    for (const text of ['annoyed', 'no', 'it refuses']) talk.say({ text });
    expect(stepsOf(talk)).toEqual(['feel_toward', 'unblend', 'unblend', 'focus']);
    const { state, text } = talk.replies.at(-1) ?? {};
    expect(state?.partId).toBeUndefined();
    expect(text).not.toContain('The Planner');
  });

  it('put a question twice, then leave it open', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    talk.say({ text: 'I don’t know' });
    talk.say({ text: 'no idea' });
    expect(stepsOf(talk)).toEqual(['focus', 'focus', 'flesh_out']);
  });

  it('have a question at every step, thirty times over', () => {
    for (const step of openSteps.filter((one) => one !== 'close')) {
      const talk = conversation({ mode: 'six_fs', part: planner });
      for (let at = 0; at < 34; at += 1) expect(talk.say({ move: { kind: 'go_to', step } }).text).toContain('?');
    }
  });

  it('call a part that has no name what the person calls it', () => {
    const talk = conversation({ mode: 'six_fs' });
    talk.say({ move: { kind: 'begin' } });
    for (const text of ['The critic!', 'In my throat', 'Tight and grey']) expect(talk.say({ text }).text).toContain('the critic');
    expect(talk.say({ text: 'which part are we talking about?' }).text).toContain('the critic');
  });

  it('name the part in the first question of a walk that is begun while another is under way', () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const talk = conversation({ mode: 'six_fs', part: planner });
      for (let at = 0; at < turn; at += 1) talk.say({ move: { kind: 'go_to', step: 'focus' } });
      expect(talk.say({ move: { kind: 'begin' } }).text).toContain('The Planner');
    }
  });

  it('leave out what would end a sentence in the name of a part', () => {
    const odd = { ...planner, name: 'What about me?' };
    const { text } = conversation({ mode: 'six_fs', part: odd }).say({ move: { kind: 'begin' } });
    expect(text).toMatch(/What about me\b/iu);
    expect(text.match(/\?/gu)).toHaveLength(1);
  });

  it('answer what is asked back, and ask again in other words', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    const asked = talk.say({ move: { kind: 'begin' } }).text;
    const answer = talk.say({ text: 'I don’t understand the question' });
    expect(answer.state).toMatchObject({ step: 'focus' });
    expect(answer.state.learned).toBeUndefined();
    expect(answer.text).toMatch(/notice|attention|place/u);
    expect(answer.text).not.toContain('“');
    expect(ownSentences(answer.text).filter((sentence) => ownSentences(asked).includes(sentence))).toEqual([]);
    // However often it is asked, it stays with this question.
    for (let at = 0; at < 12; at += 1) expect(talk.say({ text: 'what do you mean?' }).state.step).toBe('focus');
  });

  it('take an objection and a no as what they are, and not as answers', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'flesh_out' } });
    const objected = talk.say({ text: 'Who are you to ask me that?' });
    expect(objected.state).toMatchObject({ step: 'unblend' });
    expect(objected.text).not.toContain('“');
    talk.say({ move: { kind: 'go_to', step: 'fear' } });
    const declined = talk.say({ text: 'no way' });
    expect(declined.state).toMatchObject({ step: 'close' });
    expect(declined.state.learned?.fear).toBeUndefined();
    expect(declined.text).not.toContain('no way');
  });

  it('slow down when it hurts: ground, stop or go on, as the person says', () => {
    const hurt = () => {
      const talk = conversation({ mode: 'six_fs', part: planner });
      talk.say({ move: { kind: 'go_to', step: 'fear' } });
      expect(talk.say({ text: 'it hurts' }).state).toMatchObject({ step: 'fear', at: 'pause_offer' });
      return talk;
    };
    const grounded = hurt();
    expect(grounded.say({ text: 'grounding please' }).text).toMatch(/feet|hand|cool|chair/u);
    expect(grounded.say({ text: 'go on' }).state).toMatchObject({ step: 'fear' });
    expect(grounded.replies.at(-1)?.state.at).toBeUndefined();
    expect(grounded.replies.at(-1)?.text).toContain('?');
    expect(hurt().say({ text: 'I want to stop' }).state).toMatchObject({ step: 'fear', at: 'left' });
    const heard = hurt();
    expect(heard.say({ text: 'mum left me' })).toMatchObject({
      state: { at: 'pause_offer' },
      text: expect.stringContaining('“mum left me”'),
    });
  });

  it('do not go on with nobody: who finds no part is helped to find one', () => {
    const talk = conversation({ mode: 'six_fs' });
    talk.say({ move: { kind: 'begin' } });
    for (let at = 0; at < 4; at += 1) expect(talk.say({ text: 'I don’t know' }).state.step).toBe('find');
    expect(talk.say({ move: { kind: 'skip' } }).state.step).toBe('focus');
  });

  it('ask for a little distance when somebody is the part themselves', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    const { state, text } = talk.say({ text: 'I am blended with it' });
    expect(state.step).toBe('feel_toward');
    expect(text).not.toContain('“');
    expect(talk.say({ text: 'from there I feel for it' }).state.step).toBe('befriend');
  });

  it('hear both when somebody is open and fed up at once', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'feel_toward' } });
    talk.say({ text: 'fed up with it' });
    talk.say({ text: 'Okay, it stepped back' });
    const both = talk.say({ text: 'I’m a bit curious now, though also annoyed' });
    expect(both.state).toMatchObject({ step: 'unblend', rounds: 1 });
    expect(both.text).toMatch(/openness|kinder|open/u);
  });

  it('go on from their end: with another part, again, back, or with a word on what can be done', () => {
    const through = () => {
      const talk = conversation({ mode: 'six_fs', part: planner });
      talk.say({ move: { kind: 'go_to', step: 'fear' } });
      expect(talk.say({ text: 'That we are sent away' }).state.step).toBe('close');
      return talk;
    };
    const another = through().say({ text: 'Can I talk with another part' });
    expect(another).toMatchObject({ state: { step: 'find' }, text: expect.stringContaining('?') });
    expect(another.state.partId).toBeUndefined();
    expect(through().say({ text: 'can we do the first one again' }).state).toMatchObject({ step: 'focus', partId: planner.id });
    expect(through().say({ text: 'restart' }).state.step).toBe('focus');
    expect(through().say({ text: 'fear' }).state.step).toBe('fear');
    expect(through().say({ text: 'Focus' }).state.step).toBe('focus');
    expect(through().say({ text: 'can we go back' }).state.step).toBe('fear');
    expect(through().say({ text: 'what now?' }).text).toMatch(/another (?:part|one)/u);
    expect(through().say({ text: 'thank you' }).text).not.toContain('?');
    expect(through().say({ move: { kind: 'leave' } }).text).not.toMatch(/taken up again|keep the place|go on from here/u);
  });

  it('say a farewell, and do not ask on, when somebody has stopped', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'begin' } });
    talk.say({ text: 'good night' });
    expect(talk.say({ text: 'thanks' })).toMatchObject({ state: { at: 'left' }, text: expect.stringMatching(/^[^?“]+$/u) });
  });

  it('say where the part they met stands as a suggestion, if it does', () => {
    const found = MessageId.parse(ids.next());
    const met = { messageId: found, quote: 'The critic', isOffered: true, partName: null };
    const talk = (more: Partial<typeof met>) => {
      const one = conversation({ mode: 'six_fs', met: { ...met, ...more } });
      one.say({ text: 'The critic' });
      return one.say({ move: { kind: 'go_to', step: 'close' } }).text;
    };
    expect(talk({})).toMatch(/suggestion.*“The critic”|“The critic”.*suggestion/u);
    expect(talk({ isOffered: false })).not.toContain('suggestion');
  });

  it('rest when they are left, and go on at the same place', () => {
    const talk = conversation({ mode: 'six_fs', part: planner });
    talk.say({ move: { kind: 'go_to', step: 'befriend' } });
    expect(talk.say({ text: 'Let’s stop here' })).toMatchObject({
      state: { step: 'befriend', at: 'left' },
      text: expect.not.stringContaining('?'),
    });
    expect(talk.say({ text: 'I am back' })).toMatchObject({ state: { step: 'befriend' }, text: expect.stringContaining('?') });
    expect(talk.replies.at(-1)?.state.at).toBeUndefined();
  });

  it('offer to go on where an earlier session stopped, and begin anew when that is not wanted', () => {
    const earlier: GuideState = { mode: 'six_fs', step: 'fear', partId: planner.id, used: [] };
    const going = conversation({ mode: 'six_fs', part: planner, earlier });
    expect(going.say({ move: { kind: 'begin' } }).text).toMatch(/The Planner.*what it fears.*\?/u);
    expect(going.say({ text: 'yes please' }).state).toMatchObject({ step: 'fear' });
    expect(going.say({ text: 'That nobody would eat' }).state.step).toBe('close');

    const anew = conversation({ mode: 'six_fs', part: planner, earlier });
    anew.say({ move: { kind: 'begin' } });
    expect(anew.say({ text: 'No, from the start' }).state.step).toBe('focus');

    const atOnce = conversation({ mode: 'six_fs', part: planner, earlier });
    atOnce.say({ move: { kind: 'begin' } });
    expect(atOnce.say({ text: 'It is afraid of being laughed at' }).state.step).toBe('close');
  });

  it('name a part that has no name by what the person called it, when they offer to go on', () => {
    const found = MessageId.parse(ids.next());
    const earlier: GuideState = { mode: 'six_fs', step: 'befriend', learned: { find: found }, used: [] };
    const talk = conversation({ mode: 'six_fs', earlier, words: [[found, 'The one who counts the stairs']] });
    expect(talk.say({ move: { kind: 'begin' } }).text).toContain('the one who counts the stairs');
    expect(talk.say({ text: 'yes' }).text).toMatch(/the one who counts the stairs/iu);
    // Its words were deleted: nothing is left to offer.
    expect(conversation({ mode: 'six_fs', earlier }).say({ move: { kind: 'begin' } }).state.step).toBe('find');
  });

  it('can be entered at every step', () => {
    for (const step of openSteps) expect(conversation({ mode: 'six_fs' }).say({ move: { kind: 'go_to', step } }).state.step).toBe(step);
    expect(openSteps.length).toBe(guideSteps.length - 1);
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
