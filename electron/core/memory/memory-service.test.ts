import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { type TestMemory, testMemory } from '../../../tests/support/memory.ts';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import { BeliefId } from '../../../shared/ids.ts';
import { BELIEFS_MAX, BELIEF_SOURCES_MAX } from '../../../shared/entities/memory.ts';
import { getTableName } from 'drizzle-orm';
import { createOwnerScopes } from '../db/owner-scope.ts';
import { userMemorySnapshots } from '../db/schema.ts';
import { memoryStore } from './memory-store.ts';

const texts = ({ memory, actor }: TestMemory, version?: number): string[] =>
  memory.get(actor, version).document.themes.map(({ text }) => text);

/** Changes a row of the database itself, past every check, as a damaged disk would. */
const damage = ({ database, actor }: TestMemory, version: number, change: string): void => {
  database.connection.actingAs(actor.userId, () =>
    database.connection.sqlite.prepare(`${change} WHERE version = ? AND user_id = ?`).run(version, actor.userId),
  );
};
const table = getTableName(userMemorySnapshots);
const setOperations = (json: string): string => `UPDATE ${table} SET operations = '${json}'`;

describe('the versions of the memory', () => {
  it('begin with none, and an empty memory', async () => {
    const { memory, actor } = await testMemory();
    expect(memory.get(actor)).toMatchObject({ version: 0, createdAt: null, document: { summary: '', themes: [] } });
    expect(memory.log(actor, { limit: 50 })).toEqual({ items: [], nextCursor: null });
    await expect(memory.verify(actor)).resolves.toEqual({ versions: 0, checkpoints: 0, newestSound: 0, problems: [] });
  });

  it('count up by one with every change, and none is written when nothing changes', async () => {
    const test = await testMemory();
    expect(test.learn({ text: 'Work came up.' })).toBe(1);
    expect(test.learn({ text: 'Home came up.' })).toBe(2);
    const { themes } = test.memory.get(test.actor).document;
    const [first] = themes;
    if (!first) throw new Error('Nothing is remembered.');
    expect(test.memory.edit(test.actor, { beliefId: first.id, text: first.text })).toBe(2);
    expect(test.memory.restore(test.actor, 2)).toBe(2);
    const { items } = test.memory.log(test.actor, { limit: 50 });
    expect(items).toMatchObject([
      { version: 2, cause: 'session', actor: 'scheduler', isCheckpoint: false },
      { version: 1, cause: 'session', actor: 'scheduler', isCheckpoint: true },
    ]);
    expect(items.every(({ bytes, operations }) => bytes > 0 && operations > 0)).toBe(true);
  });

  it('can each be rebuilt, compared and restored, with a checkpoint as often as is set', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.settings.update(actor, { checkpointEvery: 4 });
    const documents: MemoryDocument[] = [memory.get(actor).document];
    for (let at = 1; at <= 11; at += 1) {
      test.learn({ text: `Theme ${at % 5} came up.` }, { text: `Trigger ${at}`, section: 'triggers' });
      documents.push(memory.get(actor).document);
    }
    documents.forEach((document, version) => expect(memory.get(actor, version).document).toEqual(document));
    const checkpoints = memory.log(actor, { limit: 50 }).items.filter(({ isCheckpoint }) => isCheckpoint);
    expect(checkpoints.map(({ version }) => version)).toEqual([9, 5, 1]);
    const first = memory.log(actor, { limit: 7 });
    const rest = memory.log(actor, { limit: 7, ...(first.nextCursor !== null && { cursor: first.nextCursor }) });
    expect([...first.items, ...rest.items].map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(rest.nextCursor).toBeNull();
    expect(memory.diff(actor, { from: 2, to: 3 }).changes.map(({ kind }) => kind)).toEqual(['summary', 'added', 'added']);
    expect(memory.diff(actor, { from: 3, to: 2 }).changes.map(({ kind }) => kind)).toEqual(['summary', 'removed', 'removed']);
    expect(memory.restore(actor, 3)).toBe(12);
    expect(memory.get(actor).document).toEqual(documents[3]);
    await expect(memory.verify(actor)).resolves.toEqual({ versions: 12, checkpoints: 3, newestSound: 12, problems: [] });
    expect(failureIn(() => memory.get(actor, 13)).code).toBe('NOT_FOUND');
  });

  it('are kept out of the audit trail’s patches, which say only that they came', async () => {
    const test = await testMemory();
    test.learn({ text: 'The quixotrope came up.' });
    const rows = test.database.connection.sqlite
      .prepare(`SELECT payload, result FROM agent_actions WHERE action_type = 'revise_memory'`)
      .all();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('quixotrope');
  });

  it('are the same whatever is done between, for any run of changes', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.settings.update(actor, { checkpointEvery: 3 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('learn' as const), theme: fc.nat(6) }),
      fc.record({ kind: fc.constant('restore' as const), back: fc.nat(9) }),
      fc.record({ kind: fc.constant('wrong' as const), at: fc.nat(6) }),
      fc.record({ kind: fc.constant('edit' as const), at: fc.nat(6), text: fc.constantFrom('In my words.', 'Otherwise.') }),
      fc.record({ kind: fc.constant('undo' as const), back: fc.nat(3) }),
    );
    const known = new Map<number, string>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        for (const one of steps) {
          const { version, document } = memory.get(actor);
          const belief = 'at' in one ? document.themes[one.at] : undefined;
          if (one.kind === 'learn') test.learn({ text: `Theme ${one.theme}` });
          if (one.kind === 'restore') memory.restore(actor, Math.max(0, version - one.back));
          if (one.kind === 'wrong' && belief) memory.wrong(actor, belief.id);
          if (one.kind === 'edit' && belief) memory.edit(actor, { beliefId: belief.id, text: one.text });
          if (one.kind === 'undo' && version > one.back) {
            try {
              memory.undo(actor, version - one.back);
            } catch (error) {
              expect(
                failureIn(() => {
                  throw error;
                }).code,
              ).toBe('CONFLICT');
            }
          }
          const now = memory.get(actor);
          expect(now.version - version).toBeLessThanOrEqual(1);
          if (now.version > 0) known.set(now.version, JSON.stringify(now.document));
        }
      }),
      { numRuns: 150 },
    );
    expect(known.size).toBeGreaterThan(100);
    for (const [version, document] of known) expect(memory.get(actor, version).document).toEqual(JSON.parse(document));
    expect((await memory.verify(actor)).problems).toEqual([]);
  });
});

describe('taking in what was found', () => {
  it('counts an occasion once, however often it is summarised', async () => {
    const { memory, actor, occasion } = await testMemory();
    const { material, findings } = occasion([{ text: 'Work came up.' }]);
    const again = () => memory.takeIn(actor, { kind: 'session', refId: material.refId, revision: 1, material, findings });
    expect([again(), again()]).toEqual([1, 1]);
    expect(memory.get(actor).document.themes).toMatchObject([{ count: 1, sources: findings[0]?.sources.slice(0, 1) }]);
  });

  it('adds to a belief what other occasions say, and keeps the newest sources', async () => {
    const test = await testMemory();
    for (let at = 0; at < 15; at += 1) test.learn({ text: 'Work came up.' });
    const [belief] = test.memory.get(test.actor).document.themes;
    expect(belief).toMatchObject({ count: 15, lastSeen: test.clock.now() });
    expect(belief?.sources).toHaveLength(BELIEF_SOURCES_MAX);
    expect(belief?.since).toBeLessThan(belief?.lastSeen ?? 0);
  });

  it('lets go of what an occasion does not say any more, unless another one does', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.learn({ text: 'Work came up.' });
    const { material, findings } = test.occasion([{ text: 'Work came up.' }, { text: 'Home came up.' }]);
    const update = { kind: 'session' as const, refId: material.refId, material };
    memory.takeIn(actor, { ...update, revision: 1, findings });
    expect(memory.get(actor).document.themes).toMatchObject([{ count: 2 }, { count: 1 }]);
    memory.takeIn(actor, { ...update, revision: 2, findings: [] });
    expect(memory.get(actor).document.themes).toMatchObject([{ text: 'Work came up.', count: 1 }]);
  });

  it('lets the belief that was seen longest ago go when a section is full, in two operations', async () => {
    const test = await testMemory();
    for (let at = 0; at < BELIEFS_MAX; at += 1) test.learn({ text: `Theme ${at}` });
    const version = test.learn({ text: 'One more' });
    expect(texts(test)).toHaveLength(BELIEFS_MAX);
    expect(texts(test)).not.toContain('Theme 0');
    const { operations } = test.memory.diff(test.actor, { from: version - 1, to: version });
    expect(operations).toMatchObject([
      { op: 'remove', path: '/themes/0' },
      { op: 'add', path: '/themes/-' },
    ]);
  });

  it('keeps the words of the person', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' });
    const [belief] = test.memory.get(test.actor).document.themes;
    if (!belief) throw new Error('Nothing is remembered.');
    test.memory.edit(test.actor, { beliefId: belief.id, text: 'My work with children.' });
    test.learn({ text: 'Work came up again.', id: belief.id });
    expect(test.memory.get(test.actor).document.themes).toMatchObject([{ text: 'My work with children.', by: 'person', count: 2 }]);
  });

  it('keeps what the person wrote when its only occasion does not say it any more, and lets it go last when a section is full', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    const { material, findings } = test.occasion([{ text: 'Work came up.' }]);
    const update = { kind: 'session' as const, refId: material.refId, material };
    memory.takeIn(actor, { ...update, revision: 1, findings });
    const [belief] = memory.get(actor).document.themes;
    if (!belief) throw new Error('Nothing is remembered.');
    memory.edit(actor, { beliefId: belief.id, text: 'My work with children.' });
    memory.takeIn(actor, { ...update, revision: 2, findings: [] });
    expect(texts(test)).toEqual(['My work with children.']);
    for (let at = 0; at < BELIEFS_MAX; at += 1) test.learn({ text: `Theme ${at}` });
    expect(texts(test)).toHaveLength(BELIEFS_MAX);
    expect(texts(test)).toContain('My work with children.');
    expect(texts(test)).not.toContain('Theme 0');
  });

  it('counts an occasion that is older than what is known, and takes no words from it', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    const earlier = test.occasion([{ text: 'The trains came up.' }]);
    const [found] = earlier.findings;
    if (!found) throw new Error('Nothing was found.');
    test.learn({ id: found.id, text: 'Trains are back.' });
    const [before] = memory.get(actor).document.themes;
    memory.takeIn(actor, { kind: 'session', refId: earlier.material.refId, revision: 1, ...earlier });
    const [after] = memory.get(actor).document.themes;
    expect(after).toMatchObject({ text: 'Trains are back.', count: 2, since: found.at, lastSeen: before?.lastSeen });
    expect(after?.sources).toEqual([found.sources[0], before?.sources[0]]);
  });

  it('obeys what is never to be remembered, and after “wrong” believes only what is written later', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.learn({ text: 'Work came up.' }, { text: 'Home came up.' });
    const [work, home] = memory.get(actor).document.themes;
    if (!work || !home) throw new Error('Nothing is remembered.');
    const earlier = test.occasion([{ text: 'Home came up.' }], test.clock.now() - 5);
    const full = memory.never(actor, work.id) - 1;
    memory.wrong(actor, home.id);
    expect(texts(test)).toEqual([]);
    memory.takeIn(actor, { kind: 'session', refId: earlier.material.refId, revision: 1, ...earlier });
    expect(texts(test)).toEqual([]);
    test.learn({ text: 'Work came up.' }, { text: 'Home came up.' });
    expect(texts(test)).toEqual(['Home came up.']);
    memory.restore(actor, full);
    expect(texts(test)).toEqual(['Home came up.']);
    const rules = memory.rules(actor).items;
    expect(rules).toMatchObject([{ kind: 'wrong' }, { kind: 'never', section: 'themes' }]);
    if (rules[1]) memory.dropRule(actor, rules[1].id);
    test.learn({ text: 'Work came up.' });
    expect(texts(test)).toContain('Work came up.');
  });
});

describe('restoring a version', () => {
  it('lifts what was said against that which comes back, and tells before what stays out', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    const occasion = test.occasion([{ text: 'Work came up.' }, { text: 'Home came up.' }]);
    const takeIn = (revision: number) => memory.takeIn(actor, { kind: 'session', refId: occasion.material.refId, revision, ...occasion });
    takeIn(1);
    const [work, home] = memory.get(actor).document.themes;
    if (!work || !home) throw new Error('Nothing was remembered.');
    memory.wrong(actor, work.id);
    memory.never(actor, home.id);
    expect(memory.diff(actor, { from: 3, to: 1 }).keptOut).toEqual([home.id]);
    memory.restore(actor, 1);
    expect(texts(test)).toEqual(['Work came up.']);
    expect(memory.rules(actor).items).toMatchObject([{ kind: 'never' }]);
    takeIn(2);
    expect(texts(test)).toEqual(['Work came up.']);
  });
});

describe('taking a version back', () => {
  it('writes a new one without what it changed, and keeps what came later', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' });
    test.learn({ text: 'Home came up.' });
    expect(test.memory.undo(test.actor, 1)).toBe(3);
    expect(texts(test)).toEqual(['Home came up.']);
    expect(test.memory.undo(test.actor, 3)).toBe(4);
    expect(texts(test).toSorted()).toEqual(['Home came up.', 'Work came up.']);
  });

  it('does not bring back what is never to be remembered', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' });
    const [belief] = test.memory.get(test.actor).document.themes;
    if (!belief) throw new Error('Nothing was remembered.');
    const without = test.memory.never(test.actor, belief.id);
    expect(test.memory.undo(test.actor, without)).toBe(without);
    expect(test.memory.get(test.actor).document.themes).toEqual([]);
  });

  it('brings back what was said to be wrong with nothing left said against it', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' }, { text: 'Home came up.' });
    const [work, home] = test.memory.get(test.actor).document.themes;
    if (!work || !home) throw new Error('Nothing was remembered.');
    const without = test.memory.wrong(test.actor, work.id);
    test.memory.wrong(test.actor, home.id);
    test.memory.undo(test.actor, without);
    expect(texts(test)).toEqual(['Work came up.']);
    // The other one is still wrong.
    expect(test.memory.rules(test.actor).items).toMatchObject([{ kind: 'wrong' }]);
    test.memory.undo(test.actor, without + 1);
    expect(test.memory.rules(test.actor).items).toEqual([]);
  });

  it('keeps out what the version had brought when its occasion is looked at again, but not what is written later', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    const occasion = test.occasion([{ text: 'Work came up.' }]);
    const takeIn = (revision: number) => memory.takeIn(actor, { kind: 'session', refId: occasion.material.refId, revision, ...occasion });
    memory.undo(actor, takeIn(1));
    expect(takeIn(2)).toBe(2);
    expect(texts(test)).toEqual([]);
    test.clock.advance(60_000);
    test.learn({ text: 'Work came up.' });
    expect(texts(test)).toEqual(['Work came up.']);
  });

  it('is refused when later versions changed the same', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' });
    test.learn({ text: 'Work came up.' });
    expect(failureIn(() => test.memory.undo(test.actor, 1)).code).toBe('CONFLICT');
    expect(test.memory.get(test.actor).version).toBe(2);
  });
});

describe('what can’t be kept', () => {
  const refused = async (finding: object): Promise<string> => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' });
    const { code } = failureIn(() => test.learn({ text: 'Something else.', ...finding }));
    expect(test.memory.get(test.actor)).toMatchObject({ version: 1, document: { themes: [{ text: 'Work came up.' }] } });
    expect((await test.memory.verify(test.actor)).problems).toEqual([]);
    return code;
  };
  const deep = (depth: number): unknown => (depth === 0 ? 'x' : { inner: deep(depth - 1) });

  it.each<[string, object]>([
    ['a number that is none', { at: Number.NaN }],
    ['a reserved key', JSON.parse('{"wanted": {"__proto__": 1}}')],
    ['the key constructor', { wanted: { constructor: 1 } }],
    ['more than 200 levels', { wanted: deep(201) }],
    ['a belief too long', { text: 'x'.repeat(501) }],
    ['a belief without a source', { sources: [] }],
    ['another identifier', { id: 'mine' }],
    ['an unknown member', { secret: 'x' }],
  ])('is refused with nothing written: %s', async (_what, finding) => {
    expect(await refused(finding)).toBe('INVALID_INPUT');
  });

  it('is refused when it has more than 4 MB', async () => {
    const test = await testMemory();
    expect(await refused({ wanted: 'x'.repeat(4 * 1024 * 1024) })).toBe('TOO_LARGE');
    expect(test.memory.get(test.actor).version).toBe(0);
  });
});

describe('a damaged version', () => {
  const damaged = async (version: number, change: string): Promise<TestMemory> => {
    const test = await testMemory();
    test.settings.update(test.actor, { checkpointEvery: 4 });
    for (let at = 1; at <= 10; at += 1) test.learn({ text: `Theme ${at}` });
    damage(test, version, change);
    return test;
  };

  it.each([
    ['a changed word', 6, setOperations('[{"op":"add","path":"/themes/-","value":1}]'), 'other_document'],
    ['an operation that leads nowhere', 6, setOperations('[{"op":"remove","path":"/nowhere/1"}]'), 'does_not_apply'],
    ['no operations at all', 6, setOperations('[1]'), 'unreadable'],
    ['a row that is gone', 6, `DELETE FROM ${table}`, 'missing'],
  ])('is found, and what rests on it up to the next checkpoint: %s', async (_what, version, change, problem) => {
    const { memory, actor } = await damaged(version, change);
    const check = await memory.verify(actor);
    expect(check.problems).toEqual([
      { version: 6, problem },
      { version: 7, problem: 'does_not_apply' },
      { version: 8, problem: 'does_not_apply' },
    ]);
    expect(check.newestSound).toBe(10);
    for (const rebuilt of [6, 7, 8]) expect(failureIn(() => memory.get(actor, rebuilt)).code).toBe('DATABASE_DAMAGED');
  });

  it('that is the newest keeps the memory from being read, until it is repaired from the last sound one', async () => {
    const test = await damaged(10, setOperations('[{"op":"remove","path":"/nowhere/1"}]'));
    const { memory, actor } = test;
    // What was at hand in this process is still sound; a restart reads the rows.
    const afterRestart = createOwnerScopes(test.database.connection)(actor.userId);
    expect(failureIn(() => afterRestart.use(memoryStore).current()).code).toBe('DATABASE_DAMAGED');
    const report = await memory.repair(actor);
    expect(report.problems).toEqual([{ version: 10, problem: 'does_not_apply' }]);
    // Whoever shows the memory learns of it, once; a memory that was sound stays as it is shown.
    await memory.repair(actor);
    expect(test.repairs).toHaveLength(1);
    expect(memory.get(actor).document).toEqual(memory.get(actor, 9).document);
    expect(await memory.verify(actor)).toMatchObject({ versions: 10, problems: [] });
    expect(memory.log(actor, { limit: 1 }).items).toMatchObject([{ version: 10, cause: 'lost' }]);
    expect(test.learn({ text: 'Afterwards' })).toBe(11);
  });

  it('that was a checkpoint is repaired with the versions after it, and so is the first', async () => {
    for (const version of [1, 5]) {
      const test = await damaged(version, `DELETE FROM ${table}`);
      expect((await test.memory.repair(test.actor)).problems).toHaveLength(4);
      expect(await test.memory.verify(test.actor)).toMatchObject({ versions: 10, problems: [] });
      expect(texts(test)).toHaveLength(10);
    }
  });
});

describe('why something is remembered', () => {
  it('is found by its identifier and by its place', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.learn({ text: 'Work came up.' });
    const [belief] = memory.get(actor).document.themes;
    if (!belief) throw new Error('Nothing is remembered.');
    for (const path of [belief.id, '/themes/0', '/themes/0/text'])
      expect(memory.why(actor, path)).toMatchObject({ section: 'themes', belief, reasons: [{ words: null }] });
    for (const path of ['/themes/1', '/themes', '/nowhere/0', '/summary', BeliefId.parse('0123456789abcdef'), 'x'])
      expect(failureIn(() => memory.why(actor, path)).code).toBe('NOT_FOUND');
  });
});
