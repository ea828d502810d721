import { describe, expect, it } from 'vitest';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { MessageId } from '../../../shared/ids.ts';
import { matchesIn, queryOf } from './find-words.ts';

const id = MessageId.parse('01900000-0000-7000-8000-000000000001');
const found = (content: string, words: string) =>
  matchesIn({ id, sequence: 1, content }, words).map(({ start, end }) => content.slice(start, end));

describe('the places of words in a message', () => {
  it('are found whatever their case and accents', () => {
    expect(found('Café, CAFE and a cafeteria.', 'cafe')).toEqual(['Café', 'CAFE', 'cafeteria']);
    expect(found('Die Stra\u00dfe und der A\u0308rger', 'ärger')).toEqual(['A\u0308rger']);
  });

  it('are found one after the other, the last one perhaps still being typed', () => {
    expect(found('the critic; the critic’s voice; a critic, the one', 'the crit')).toEqual(['the critic', 'the critic']);
    expect(found('critics the', 'critic the')).toEqual([]);
  });

  it('count from the right place behind symbols of two units', () => {
    expect(matchesIn({ id, sequence: 1, content: '👨‍👩‍👧 rest' }, 'rest')).toMatchObject([{ start: 9, end: 13 }]);
  });
});

describe('what a person typed', () => {
  it.each(['"', '*', 'a" OR "b', 'NEAR(a b)', '-a', 'a:b', '(', '^a', 'a*b', 'NOT', '\\', "'; DROP TABLE messages; --"])(
    'is never read as the search language: %s',
    async (words) => {
      const core = await unlockedCore();
      const { session } = await core.say('It was a day.');
      const answer = await core.ask('messages.find', { sessionId: session.id, words });
      expect(answer.more).toBe(false);
      await core.stop();
    },
  );

  it('asks for nothing when there is no word in it', () => {
    expect(queryOf(' …!? ')).toBeNull();
    expect(queryOf('the "crit')).toBe('"the crit" *');
  });
});

describe('finding words in a session', () => {
  it('answers where they stand, in order, in this session alone', async () => {
    const core = await unlockedCore();
    const other = await core.say('The river was high.');
    await core.ask('sessions.end', { sessionId: other.session.id });
    const one = await core.say('A river, and another river.');
    const two = await core.say('Rivers again.');
    const { matches, more } = await core.ask('messages.find', { sessionId: one.session.id, words: 'river' });
    const mine = matches.filter(({ messageId }) => messageId === one.message.id || messageId === two.message.id);
    expect(mine.map(({ messageId, start, end }) => [messageId, start, end])).toEqual([
      [one.message.id, 2, 7],
      [one.message.id, 21, 26],
      [two.message.id, 0, 6],
    ]);
    expect(more).toBe(false);
    const few = await core.ask('messages.find', { sessionId: one.session.id, words: 'river', limit: 1 });
    expect(few).toMatchObject({ matches: [{ messageId: one.message.id, start: 2 }], more: true });
    await core.stop();
  });

  it('answers as many as are asked for, however many messages hold them', async () => {
    const core = await unlockedCore();
    let sessionId = (await core.say('river 0')).session.id;
    for (let at = 1; at < 30; at += 1) sessionId = (await core.say(`${'river '.repeat(20)}${at}`)).session.id;
    const all = await core.ask('messages.find', { sessionId, words: 'river', limit: 1000 });
    expect(all.matches.length).toBeGreaterThanOrEqual(1 + 29 * 20);
    expect(all.matches.map(({ sequence, start }) => sequence * 1e6 + start)).toEqual(
      all.matches.map(({ sequence, start }) => sequence * 1e6 + start).toSorted((a, b) => a - b),
    );
    await core.stop();
  });
});
