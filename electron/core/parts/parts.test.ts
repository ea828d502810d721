import { describe, expect, it } from 'vitest';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
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
      const page: ReturnType<typeof list> = list({ sort: 'changed', limit: 200, ...(cursor !== null && { cursor }) });
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
