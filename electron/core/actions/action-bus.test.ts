import { defaultSettings } from '../../../shared/entities/profile.ts';
import type { Operation } from 'fast-json-patch';
import { applyPatch } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { monday, testClock } from '../../../tests/support/test-core.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { PartId, SessionId, type UserId } from '../../../shared/ids.ts';
import type { OwnedTableName, Row } from '../db/schema.ts';
import { Failure } from '../failure.ts';
import { createActionBus } from './action-bus.ts';
import { defineAction } from './action.ts';
import { companionOf, personOf } from './actor.ts';

const makePart = defineAction({
  type: 'make_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ name: z.string().min(1) }),
  perform({ actor, ids, ledger, now }, { name }) {
    const id = PartId.parse(ids.next());
    ledger.insert('parts', {
      ...{ id, userId: actor.userId, name, story: '', status: 'emerging', confidenceScore: 0, recentEvidence: [] },
      ...{ attributes: { role: 'unknown' }, createdAt: now, updatedAt: now },
    });
    return { value: id, entityId: id, sessionId: null };
  },
});

const changePart = defineAction({
  type: 'change_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId, name: z.string(), thenFail: z.boolean().default(false) }),
  perform({ ledger, now }, { partId, name, thenFail }) {
    ledger.update('parts', partId, { name, attributes: { role: 'exile', fears: ['being left'] }, updatedAt: now });
    if (thenFail) throw new Failure('CONFLICT', 'Not like this.');
    return { value: null, entityId: partId, sessionId: null };
  },
});

const dropPart = defineAction({
  type: 'drop_part',
  entityType: 'part',
  undoable: true,
  input: z.strictObject({ partId: PartId }),
  perform({ ledger }, { partId }) {
    ledger.remove('parts', partId);
    return { value: null, entityId: partId, sessionId: null };
  },
});

const queue = defineAction({
  type: 'queue',
  entityType: 'session',
  undoable: true,
  input: z.strictObject({ sessionId: SessionId }),
  perform({ enqueue }, { sessionId }) {
    enqueue('session', sessionId);
    return { value: null, entityId: sessionId, sessionId };
  },
});

async function bus() {
  const database = await testDatabase();
  const { alice, bob, connection, ids, scopeOf } = database;
  const clock = testClock();
  const told: OwnedTableName[][] = [];
  const made = createActionBus({
    scopeOf: (actor) => scopeOf(actor.userId),
    definitions: [makePart, changePart, dropPart, queue],
    derivations: [],
    upcast: (patch: readonly Operation[]) => patch,
    schemaVersion: 1,
    clock,
    ids,
    onCommit: (tables) => {
      expect(connection.sqlite.inTransaction).toBe(false);
      told.push([...tables]);
    },
  });
  // The two people themselves; nothing else is there yet.
  for (const userId of [alice, bob])
    scopeOf(userId).write('action', (table) =>
      table('users').insert({ id: userId, email: null, createdAt: monday, settings: defaultSettings }),
    );
  const rowIds = (table: string, userId: UserId): string[] =>
    connection.sqlite
      .prepare<[string], { id: string }>(`SELECT id FROM ${table} WHERE user_id = ? ORDER BY rowid`)
      .all(userId)
      .map(({ id }) => id);
  const all = <Name extends OwnedTableName>(name: Name, table: string, userId: UserId) =>
    rowIds(table, userId).map((id) => scopeOf(userId).find(name, id));
  return {
    ...database,
    ...made,
    clock,
    told,
    me: personOf(alice),
    actions: (userId = alice) =>
      all('agentActions', 'agent_actions', userId).filter((row): row is Row<'agentActions'> => row !== undefined),
    parts: (userId = alice) => all('parts', 'parts', userId),
    queued: () => all('memoryUpdates', 'memory_updates', alice),
  };
}

describe('an action', () => {
  it('leaves one audit row: who, what, when, and the way forward and back', async () => {
    const { actions, alice, clock, me, perform } = await bus();
    clock.advance(5);
    const { actionId, value: partId } = perform(me, makePart, { name: 'The Planner' });
    const [row] = actions();
    expect(actions()).toHaveLength(1);
    expect(row).toMatchObject({
      ...{ id: actionId, userId: alice, sessionId: null, actionType: 'make_part', entityType: 'part', entityId: partId },
      ...{ revertedAt: null, createdAt: monday + 5, schemaVersion: 1 },
      payload: { actor: 'user', seenRevision: 0, patch: [{ op: 'add', path: `/parts/${partId}`, value: { name: 'The Planner' } }] },
      result: { revision: 1, patch: [{ op: 'remove', path: `/parts/${partId}` }] },
    });
  });

  it('raises the revision by one: the file has one count, which is the number of the action’s row', async () => {
    const { actions, alice, bob, me, perform } = await bus();
    for (const name of ['One', 'Two', 'Three']) perform(me, makePart, { name });
    perform(personOf(bob), makePart, { name: 'Other' });
    perform(companionOf(alice), makePart, { name: 'Four' });
    expect(actions().map(({ payload, result }) => [payload.actor, payload.seenRevision, result.revision])).toEqual([
      ['user', 0, 1],
      ['user', 1, 2],
      ['user', 2, 3],
      ['agent', 4, 5],
    ]);
    expect(actions(bob).map(({ result }) => result.revision)).toEqual([4]);
    expect(actions().map(({ revision }) => revision)).toEqual([1, 2, 3, 5]);
  });

  it('can be replayed and taken back from its audit rows alone', async () => {
    const { actions, me, parts, perform } = await bus();
    const { value: one } = perform(me, makePart, { name: 'One' });
    const { value: two } = perform(me, makePart, { name: 'Two' });
    perform(me, changePart, { partId: one, name: 'The First', thenFail: false });
    perform(me, dropPart, { partId: two });

    const empty = { parts: {} };
    const replayed = actions().reduce(
      (document, { payload }) => applyPatch(document, structuredClone('patch' in payload ? payload.patch : [])).newDocument,
      structuredClone(empty),
    );
    expect(replayed).toEqual({ parts: Object.fromEntries(parts().map((part) => [part?.id, part])) });
    const takenBack = actions()
      .toReversed()
      .reduce((document, { result }) => applyPatch(document, structuredClone('patch' in result ? result.patch : [])).newDocument, replayed);
    expect(takenBack).toEqual(empty);
  });

  it('that throws leaves nothing: no change, no audit row, no revision, no word to anyone', async () => {
    const { actions, me, parts, perform, told } = await bus();
    const { value: partId } = perform(me, makePart, { name: 'One' });
    const before = { actions: actions(), parts: parts(), told: told.length };
    expect(failureIn(() => perform(me, changePart, { partId, name: 'Two', thenFail: true })).message).toBe('Not like this.');
    expect({ actions: actions(), parts: parts(), told: told.length }).toEqual(before);
    perform(me, makePart, { name: 'Three' });
    expect(actions().at(-1)?.result.revision).toBe(2);
  });

  it('refuses input it does not take, before anything happens', async () => {
    const { actions, me, perform } = await bus();
    expect(failureIn(() => perform(me, makePart, { name: '' })).code).toBe('INVALID_INPUT');
    expect(actions()).toEqual([]);
  });

  it('that is not registered is refused, also when one of its type is', async () => {
    const { actions, me, perform } = await bus();
    expect(() => perform(me, { ...makePart }, { name: 'One' })).toThrow('not registered');
    expect(actions()).toEqual([]);
  });

  it('reaches only rows of the person it acts for', async () => {
    const { actions, bob, me, parts, perform } = await bus();
    const { value: partId } = perform(me, makePart, { name: 'Mine' });
    expect(failureIn(() => perform(personOf(bob), dropPart, { partId })).code).toBe('NOT_FOUND');
    expect(failureIn(() => perform(personOf(bob), changePart, { partId, name: 'Theirs', thenFail: false })).code).toBe('NOT_FOUND');
    expect(parts()).toHaveLength(1);
    expect(actions(bob)).toEqual([]);
  });
});

describe('what is told after a commit', () => {
  it('is which tables changed, once, and nothing when nothing did', async () => {
    const { me, perform, together, told } = await bus();
    const { value: partId } = perform(me, makePart, { name: 'One' });
    expect(told).toEqual([['parts', 'agentActions']]);
    together(me, () => {
      perform(me, makePart, { name: 'Two' });
      expect(told).toHaveLength(1);
      perform(me, dropPart, { partId });
      expect(told).toHaveLength(1);
    });
    expect(told).toEqual([
      ['parts', 'agentActions'],
      ['parts', 'agentActions'],
    ]);
    together(me, () => undefined);
    expect(told).toHaveLength(2);
  });

  it('is nothing after a rollback, and the next commit tells only of itself', async () => {
    const { me, parts, perform, together, told } = await bus();
    const fail = () =>
      together(me, () => {
        perform(me, makePart, { name: 'One' });
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect([parts(), told]).toEqual([[], []]);
    together(me, () => undefined);
    expect(told).toEqual([]);
  });

  it('still comes when an action inside was refused and the others went on', async () => {
    const { actions, me, parts, perform, together, told } = await bus();
    const { value: partId } = perform(me, makePart, { name: 'One' });
    together(me, () => {
      perform(me, makePart, { name: 'Two' });
      expect(() => perform(me, changePart, { partId, name: 'Lost', thenFail: true })).toThrow('Not like this');
    });
    expect(parts().map((part) => part?.name)).toEqual(['One', 'Two']);
    expect(actions().map(({ result }) => result.revision)).toEqual([1, 2]);
    expect(told).toEqual([
      ['parts', 'agentActions'],
      ['parts', 'agentActions'],
    ]);
  });
});

describe('several actions together', () => {
  it('stand or fall together, each with its own audit row', async () => {
    const { actions, me, parts, perform, together } = await bus();
    together(me, () => {
      perform(me, makePart, { name: 'One' });
      perform(me, makePart, { name: 'Two' });
    });
    expect(actions().map(({ result }) => result.revision)).toEqual([1, 2]);
    expect(() =>
      together(me, () => {
        perform(me, makePart, { name: 'Three' });
        perform(me, makePart, { name: '' });
      }),
    ).toThrow(Failure);
    expect(parts()).toHaveLength(2);
    expect(actions()).toHaveLength(2);
  });
});

describe('the memory queue', () => {
  it('takes a thing once; a later change raises its revision and opens it again', async () => {
    const { alice, ids, me, perform, queued, scopeOf } = await bus();
    const sessionId = SessionId.parse(ids.next());
    scopeOf(alice).write('action', (table) =>
      table('sessions').insert({
        ...{ id: sessionId, userId: alice, title: null, status: 'active', startedAt: 0, endedAt: null, metadata: {} },
      }),
    );
    perform(me, queue, { sessionId });
    expect(queued()).toMatchObject([{ kind: 'session', refId: sessionId, processed: false, revision: 1, createdAt: monday }]);
    const id = queued()[0]?.id ?? '';
    scopeOf(alice).write('action', (table) => table('memoryUpdates').update(id, { processed: true }));
    perform(me, queue, { sessionId });
    expect(queued()).toMatchObject([{ id, processed: false, revision: 2 }]);
  });
});

describe('the list of actions', () => {
  it('can’t hold two of one type', async () => {
    const { clock, ids, scopeOf } = await bus();
    const make = () =>
      createActionBus({
        scopeOf: (actor) => scopeOf(actor.userId),
        definitions: [makePart, { ...dropPart, type: 'make_part' }],
        ...{ derivations: [], upcast: (patch: readonly Operation[]) => patch },
        ...{ schemaVersion: 1, clock, ids, onCommit: () => undefined },
      });
    expect(make).toThrow('same type');
  });
});
