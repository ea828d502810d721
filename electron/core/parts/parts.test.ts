import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { PartId } from '../../../shared/ids.ts';
import { evidenceKindOf } from './part-changes.ts';
import { partRepository } from './part-repository.ts';

describe('evidence', () => {
  it('is kept, all of it; beside the part stand the newest ten, newest first', async () => {
    const core = await readableCore();
    const quotes: string[] = [];
    let partId: PartId | null = null;
    for (let at = 0; at < 13; at += 1) {
      core.clock.advance(60_000);
      const { message } = await core.say(`There is a part of me that checks everything ${at + 2} times.`);
      const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
      if (!proposal) throw new Error('nothing was noticed');
      quotes.unshift(proposal.quote);
      partId = (await core.ask('proposals.accept', { proposalId: proposal.id, name: 'The Checker' })).part?.id ?? null;
    }
    const { items } = await core.ask('parts.list', {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: partId, evidenceCount: 13 });
    expect(items[0]?.recentEvidence.map(({ quote }) => quote)).toEqual(quotes.slice(0, 10));
    expect(storedIn(core).partEvidence).toHaveLength(13);
    expect(await core.ask('database.check', {})).toMatchObject({ sound: true, problems: [] });
  });

  it('is what the person wrote, and nothing the companion said', async () => {
    const core = await unlockedCore();
    const part = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    const { message, reply } = await core.ask('companion.say', { text: 'I made lists until two.' });
    await core.replied(reply.id);
    const { items } = await core.ask('messages.list', { sessionId: message.sessionId });
    const said = items.find(({ id }) => id === reply.id)?.content ?? '';
    const add = { partId: part.id, kind: 'behaviour' as const };
    const refused = await core.refusal('parts.addEvidence', { ...add, quote: said.trim(), messageId: reply.id });
    expect(refused).toMatchObject({ code: 'CONFLICT', message: 'Only your own words can speak for a part.' });
    const kept = await core.ask('parts.addEvidence', { ...add, quote: ' lists until two\n', messageId: message.id });
    expect(kept.recentEvidence).toMatchObject([{ quote: 'lists until two', messageId: message.id, sessionId: message.sessionId }]);
  });

  it('is a mention when the words are of a part, and otherwise what it does', () => {
    for (const quote of ['a part of me wants out', 'one side says yes', 'this voice in my head'])
      expect(evidenceKindOf(quote)).toBe('direct_mention');
    for (const quote of ['I made lists until two', 'I snapped at her']) expect(evidenceKindOf(quote)).toBe('behaviour');
  });
});

describe('a part', () => {
  it('is found by its name however it is written, and only its owner’s', async () => {
    const { alice, bob, fill, scopeOf } = await testDatabase();
    const { parts } = fill(alice);
    fill(bob);
    scopeOf(alice).write('action', (table) => table('parts').update(parts.id, { name: 'Élodie’s Critic' }));
    const { named } = scopeOf(alice).use(partRepository);
    for (const name of ['Élodie’s Critic', 'élodie’s critic', ' ÉLODIE’S CRITIC ', 'E\u0301lodie’s Critic', 'Ｅ\u0301lodie’s Critic'])
      expect(named(name), name).toBe(parts.id);
    expect(named('The Planner 2')).toBeUndefined();
    expect(scopeOf(bob).use(partRepository).named('The Planner 2')).toBeDefined();
  });

  it('is found by any word it holds, in any script and whatever letter case and accents, and stands in the order of its letters', async () => {
    const core = await unlockedCore();
    const create = (name: string, rest: object = {}, story = '') =>
      core.ask('parts.create', { name, attributes: { role: 'manager', ...rest }, story });
    await create('Zebra');
    await create('Élan', { feelings: ['heavy like Lead'] });
    await create('Ärger', {}, 'Sie sagt: ÜBERALL 100%_.');
    const alone = await create('alone');
    await core.ask('parts.addEvidence', { partId: alone.id, kind: 'emotion', quote: 'Nobody came to the Party.' });
    const found = async (find: string) => (await core.ask('parts.list', { find, sort: 'name' })).items.map(({ name }) => name);
    expect(await found('')).toEqual(['alone', 'Ärger', 'Élan', 'Zebra']);
    for (const word of ['élan', 'ELAN', 'e\u0301lan', 'LEAD']) expect(await found(word), word).toEqual(['Élan']);
    for (const word of ['ärger', 'überall', '100%_']) expect(await found(word), word).toEqual(['Ärger']);
    expect(await found('party')).toEqual(['alone']);
    // What a part does is chosen elsewhere, and no word of it.
    for (const word of ['manager', 'feelings', '_a']) expect(await found(word), word).toEqual([]);
  });

  it('is listed in the order of names also where these are long', async () => {
    const core = await unlockedCore();
    for (const sign of ['é', 'ﷺ', 'x']) await core.ask('parts.create', { name: sign.repeat(120), attributes: { role: 'exile' } });
    const first = await core.ask('parts.list', { sort: 'name', limit: 1 });
    const second = await core.ask('parts.list', { sort: 'name', limit: 1, cursor: first.nextCursor ?? '' });
    const third = await core.ask('parts.list', { sort: 'name', limit: 1, cursor: second.nextCursor ?? '' });
    expect([first, second, third].map(({ items }) => items[0]?.name[0])).toEqual(['é', 'x', 'ﷺ']);
  });

  it('has a name that can be seen, and that reads unlike any other', async () => {
    const core = await unlockedCore();
    const refusal = (name: string) => core.refusal('parts.create', { name, attributes: { role: 'exile' } });
    for (const name of ['\u200B', '\u200B \u2060', '\u3164'])
      expect((await refusal(name)).code, JSON.stringify(name)).toBe('INVALID_INPUT');
    for (const name of ['The Planner', 'ab', '👩‍👧', '\u0646\u06CC\u200C\u0645'])
      await core.ask('parts.create', { name, attributes: { role: 'exile' } });
    for (const name of ['The  Planner', 'The\u00A0Planner', 'a\u200Bb'])
      expect((await refusal(name)).code, JSON.stringify(name)).toBe('CONFLICT');
  });

  it('has one sign at most, and keeps a longer one from before', async () => {
    const core = await unlockedCore();
    const withSign = (emoji: string) => ({ name: `The ${emoji}`, attributes: { role: 'exile' as const, emoji } });
    for (const sign of ['⚓', '👩‍👩‍👧‍👦', '🏳️‍🌈', 'K']) expect((await core.ask('parts.create', withSign(sign))).attributes.emoji).toBe(sign);
    for (const sign of ['no sign', '⚓⚓', ' ']) {
      const refused = await core.refusal('parts.create', withSign(sign));
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('Please choose one sign.') });
    }
  });

  it('that is not there is not found', async () => {
    const core = await unlockedCore();
    expect((await core.refusal('parts.get', { partId: '01900000-0000-7000-8000-ffffffffffff' })).code).toBe('NOT_FOUND');
  });
});

describe('ten thousand parts', () => {
  it('are listed page by page, each once, most recently changed first', async () => {
    const { alice, fill, ids, scopeOf } = await testDatabase();
    const { parts } = fill(alice);
    scopeOf(alice).write('action', (table) => {
      for (let at = 0; at < 9998; at += 1)
        table('parts').insert({
          ...parts,
          id: PartId.parse(ids.next()),
          name: `Part ${at}`,
          recentEvidence: [],
          updatedAt: parts.updatedAt + (at % 500),
        });
    });
    const { list, named } = scopeOf(alice).use(partRepository);
    const seen = new Set<string>();
    let newest = Number.MAX_SAFE_INTEGER;
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: ReturnType<typeof list> = list({ sort: 'changed', limit: 200, ...(cursor !== null && { cursor }) }, 0);
      for (const { id, updatedAt } of page.items) {
        expect(updatedAt <= newest).toBe(true);
        newest = updatedAt;
        seen.add(id);
      }
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect([seen.size, pages]).toEqual([10_000, 50]);
    expect(named('PART 9000')).toBeDefined();
  });
});

describe('how clearly a part was seen', () => {
  const DAY = 86_400_000;
  const shown = async (core: UnlockedCore, partId: string) => {
    const { confidence } = await core.ask('parts.get', { partId });
    const listed = (await core.ask('parts.list', { sort: 'confidence' })).items.find(({ id }) => id === partId)?.confidence;
    const onMap = (await core.ask('map.get', {})).parts.find(({ id }) => id === partId)?.confidence;
    const told = (await core.ask('parts.confidence', { partId })).at(-1)?.confidence;
    expect([listed, onMap]).toEqual([confidence, confidence]);
    expect(told).toBeCloseTo(confidence, 9);
    return confidence;
  };

  it('fades while nothing new speaks for it, rises with every new piece, and is the same wherever it is shown', async () => {
    const core = await unlockedCore();
    const part = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    for (const quote of ['one', 'two', 'three']) await core.ask('parts.addEvidence', { partId: part.id, kind: 'direct_mention', quote });
    const atFirst = await shown(core, part.id);
    expect(atFirst).toBeCloseTo(1 - 0.65 ** 3, 9);
    core.clock.advance(365 * DAY);
    const afterAYear = await shown(core, part.id);
    expect(afterAYear).toBeLessThan(atFirst / 2);
    await core.ask('parts.addEvidence', { partId: part.id, kind: 'behaviour', quote: 'four' });
    expect(await shown(core, part.id)).toBeGreaterThan(afterAYear);
    const moments = await core.ask('parts.confidence', { partId: part.id });
    for (const { before, confidence } of moments) expect(confidence).toBeGreaterThanOrEqual(before);
  });

  it('is what its person judged, for as long as they do not judge otherwise, and orders the list as it is shown', async () => {
    const core = await unlockedCore();
    const old = await core.ask('parts.create', { name: 'Old', attributes: { role: 'manager' } });
    const judged = await core.ask('parts.create', { name: 'Judged', attributes: { role: 'manager' } });
    for (const quote of ['one', 'two']) await core.ask('parts.addEvidence', { partId: old.id, kind: 'direct_mention', quote });
    await core.ask('assessments.record', { partId: judged.id, judgement: { type: 'identification', score: 0.4 } });
    const order = async () => (await core.ask('parts.list', { sort: 'confidence' })).items.map(({ name }) => name);
    expect(await order()).toEqual(['Old', 'Judged']);
    core.clock.advance(400 * DAY);
    expect(await order()).toEqual(['Judged', 'Old']);
    expect(await shown(core, judged.id)).toBe(0.4);
    const page = await core.ask('parts.list', { sort: 'confidence', limit: 1 });
    expect(
      (await core.ask('parts.list', { sort: 'confidence', limit: 1, cursor: page.nextCursor ?? '' })).items.map(({ name }) => name),
    ).toEqual(['Old']);
  });
});
