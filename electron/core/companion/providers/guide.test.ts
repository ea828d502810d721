import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testClock } from '../../../../tests/support/test-core.ts';
import { partRoles } from '../../../../shared/entities/part.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { aboutProposals, whenKnown, whenMoreSpeak, whenNobodyYet, whenOneSpeaks, whenTwoSpeak } from './guide-words.ts';
import { composeReply, createGuide } from './guide.ts';

const part = (quote: string, more: Partial<Noticed> = {}): Noticed => ({
  name: 'The Planner',
  role: 'manager',
  quote,
  known: false,
  ...more,
});
const lists: readonly (readonly string[])[] = [...Object.values(whenOneSpeaks), whenTwoSpeak, whenMoreSpeak, whenKnown, whenNobodyYet];
const everySentence = [...lists.flat(), aboutProposals];

/** What the guide answers to the same words again and again, with its own replies among the turns. */
function conversation(noticed: Noticed[], rounds: number): string[] {
  const turns: CompanionRequest['turns'][number][] = [];
  const replies: string[] = [];
  for (let at = 0; at < rounds; at += 1) {
    turns.push({ role: 'user', content: `Round ${at}` });
    const reply = composeReply({ turns: turns.slice(-60), noticed });
    replies.push(reply);
    turns.push({ role: 'assistant', content: reply });
  }
  return replies;
}
/** The reply without the note about suggestions, which comes once. */
const withoutNote = (reply: string): string => reply.replace(`\n\n${aboutProposals}`, '');

describe('the guide’s own sentences', () => {
  it.each(everySentence)('are plain, ask one thing at most, and claim no certainty: %s', (sentence) => {
    expect(sentence.match(/\?/gu)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(sentence).not.toMatch(/[!\p{Extended_Pictographic}]/u);
    expect(sentence).not.toMatch(
      /\b(?:definitely|certainly|clearly|obviously|surely|of course|always|never|must be|I know|(?<!of )you are|you're|you need to|you should|because you|diagnos\w*|disorder|trauma\w*|heal\w*)\b/iu,
    );
  });

  it.each(everySentence)('say what may be going on in somebody only as a guess: %s', (sentence) => {
    expect(sentence).not.toMatch(/(?:^|[.:] )(?:Something|Part of you|A part of you)\b(?![^.:?]*\b(?:may|might|perhaps)\b)/u);
  });

  it('name a part only as a possibility', () => {
    for (const sentence of whenKnown) expect(sentence).toMatch(/sounds like|may be|reminded of/u);
  });
});

describe('the guide', () => {
  it('says back the person’s own words, in quotation marks', () => {
    const quote = 'a part of me wants to rest';
    for (const role of partRoles) expect(composeReply({ turns: [], noticed: [part(quote, { role })] })).toContain(`“${quote}”`);
    const two = composeReply({ turns: [], noticed: [part(quote), part('another wants to run')] });
    expect(two).toContain('“another wants to run”');
  });

  it('calls a part it knows by its name', () => {
    expect(composeReply({ turns: [], noticed: [part('lists again', { known: true, name: 'Alma' })] })).toContain('Alma');
  });

  it('explains what the suggestions are once, with the first of them', () => {
    const replies = conversation([part('lists again')], 4);
    expect(replies.map((reply) => reply.includes(aboutProposals))).toEqual([true, false, false, false]);
    expect(conversation([], 1)[0]).not.toContain(aboutProposals);
  });

  it.each([
    ['nobody', [], whenNobodyYet],
    ['one', [part('lists again')], whenOneSpeaks.manager],
    ['two', [part('lists again'), part('rest now')], whenTwoSpeak],
    ['more', [part('lists again'), part('rest now'), part('run')], whenMoreSpeak],
    ['a known one', [part('lists again', { known: true })], whenKnown],
  ])('does not repeat itself while there are fresh sentences, when %s speaks', (_name, noticed, sentences) => {
    const replies = conversation(noticed, sentences.length).map(withoutNote);
    expect(new Set(replies).size).toBe(sentences.length);
  });

  it('never says the same twice running, also when the fresh ones are used up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (count) => {
        const noticed = ['lists again', 'rest now', 'run away'].slice(0, count).map((quote) => part(quote));
        const replies = conversation(noticed, 25).map(withoutNote);
        for (const [at, reply] of replies.entries()) if (at > 0) expect(reply).not.toBe(replies[at - 1]);
      }),
    );
  });

  it('answers whatever was written, with the words whole or cut between words', () => {
    const quote = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 4 }), fc.constantFrom(...partRoles), (quotes, role) => {
        const reply = composeReply({ turns: [], noticed: quotes.map((words) => part(words, { role })) });
        expect(reply.isWellFormed()).toBe(true);
        expect(reply.length).toBeGreaterThan(20);
        expect(reply.length).toBeLessThan(1000);
      }),
    );
    const long = part(`it said ${'and more '.repeat(60)}`);
    expect(composeReply({ turns: [], noticed: [long] })).toMatch(/“it said (?:and more )+(?:and|more|and more)…”/u);
  });

  it('does not mistake the person’s words for its own places', () => {
    const reply = composeReply({ turns: [], noticed: [part('{two} and {name} and $1')] });
    expect(reply).toContain('“{two} and {name} and $1”');
  });

  it('gives its reply word by word, at a reading pace, and all of it', async () => {
    const clock = testClock();
    const started = clock.now();
    const request = { turns: [], noticed: [part('lists again')], safetyOpen: false };
    const pieces: string[] = [];
    for await (const event of createGuide(clock, 40).reply(request, new AbortController().signal)) pieces.push(event.text);
    expect(pieces.join('')).toBe(composeReply(request));
    expect(pieces.length).toBeGreaterThan(10);
    expect(clock.now() - started).toBe(pieces.length * 40);
  });

  it.each([0, 40])('stops as soon as it is told to, at a pace of %i', async (pace) => {
    const stop = new AbortController();
    const pieces: string[] = [];
    const listen = async () => {
      for await (const event of createGuide(testClock(), pace).reply({ turns: [], noticed: [], safetyOpen: false }, stop.signal)) {
        pieces.push(event.text);
        if (pieces.length === 3) stop.abort();
      }
    };
    await expect(listen()).rejects.toThrow();
    expect(pieces).toHaveLength(3);
  });
});
