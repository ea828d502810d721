import type { Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { createPart, updatePart } from '../parts/part-actions.ts';
import { createUser } from '../settings/settings-actions.ts';
import { actionDefinitions, derivations } from '../open-profile.ts';
import { testClock } from '../../../tests/support/test-core.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { createActionBus } from './action-bus.ts';
import { personOf } from './actor.ts';
import { type PatchStep, upcast, upcastBy } from './upcast.ts';

/** A migration that called a field of parts otherwise. */
const renamed =
  (from: string, to: string): PatchStep =>
  (operation) => [{ ...operation, path: operation.path.replace(new RegExp(`^(/parts/[^/]+)/${from}(?=/|$)`, 'u'), `$1/${to}`) }];

/** A migration that took a field of parts away. */
const dropped =
  (field: string): PatchStep =>
  (operation) =>
    operation.path.split('/')[3] === field ? [] : [operation];

const replace = (field: string): Operation => ({ op: 'replace', path: `/parts/one/${field}`, value: 'x' });
const paths = (patch: readonly Operation[]) => patch.map(({ path }) => path);

describe('a recorded patch', () => {
  const steps = new Map([
    [5, dropped('legend')],
    [3, renamed('tale', 'legend')],
    [4, renamed('title', 'name')],
  ]);

  it('goes through every migration after its day, in their order', () => {
    expect(paths(upcastBy(steps, [replace('tale'), replace('title'), replace('status')], 1))).toEqual([
      '/parts/one/name',
      '/parts/one/status',
    ]);
    expect(paths(upcastBy(steps, [replace('title')], 3))).toEqual(['/parts/one/name']);
  });

  it('of a proposal of old is told of what proposals have by now, and nothing else is', () => {
    const add = (path: string): Operation => ({ op: 'add', path, value: { id: 'one' } });
    const [proposal, part, field] = upcast([add('/proposals/one'), add('/parts/one'), add('/proposals/one/metadata')], 3);
    expect(proposal).toMatchObject({ value: { id: 'one', relationshipId: null, fromPartId: null } });
    expect([part, field]).toEqual([add('/parts/one'), add('/proposals/one/metadata')]);
    expect(upcast([add('/proposals/one')], 4)).toEqual([add('/proposals/one')]);
  });

  it('of today stays as it is', () => {
    expect(paths(upcastBy(steps, [replace('tale')], 5))).toEqual(['/parts/one/tale']);
  });
});

describe('an action recorded in the words of an older schema', () => {
  it('is undone and redone in today’s words', async () => {
    const database = await testDatabase();
    const me = personOf(database.alice);
    const busOf = (schemaVersion: number, steps: ReadonlyMap<number, PatchStep>) =>
      createActionBus({
        scopeOf: (actor) => database.scopeOf(actor.userId),
        ...{ definitions: actionDefinitions, derivations, schemaVersion, clock: testClock(), ids: database.ids },
        ...{ upcast: (patch, version) => upcastBy(steps, patch, version), onCommit: () => undefined },
      });
    const bus = busOf(1, new Map());
    bus.perform(me, createUser, {});
    const { value: partId } = bus.perform(me, createPart, { name: 'The Planner', attributes: { role: 'manager' } });
    const { actionId } = bus.perform(me, updatePart, { partId, story: 'It began in spring.' });
    const asOfOld = (text: string) => text.replaceAll('/story"', '/tale"');
    const { payload, result } = database.scopeOf(me.userId).find('agentActions', actionId) ?? {};
    database.connection.actingAs(me.userId, () =>
      database.connection.sqlite
        .prepare('UPDATE agent_actions SET payload = ?, result = ? WHERE id = ?')
        .run(asOfOld(JSON.stringify(payload)), asOfOld(JSON.stringify(result)), actionId),
    );
    const later = busOf(2, new Map([[2, renamed('tale', 'story')]]));
    const story = () => database.scopeOf(me.userId).find('parts', partId)?.story;
    later.undo(me, [actionId], false);
    expect(story()).toBe('');
    later.redo(me, [actionId], false);
    expect(story()).toBe('It began in spring.');
  });
});
