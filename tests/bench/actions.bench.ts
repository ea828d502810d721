/**
 * What keeping every change undoable costs: an audited update against one raw prepared update, an undo against the change it takes back,
 * and the pages people look at, on data of some years.
 */
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { actionRepository } from '../../electron/core/actions/action-repository.ts';
import { personOf } from '../../electron/core/actions/actor.ts';
import { describeAction } from '../../electron/core/activity/describe-action.ts';
import { systemIds } from '../../electron/core/node-ports.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { createPart, updatePart } from '../../electron/core/parts/part-actions.ts';
import { partRepository, recentOf } from '../../electron/core/parts/part-repository.ts';
import { createUser } from '../../electron/core/settings/settings-actions.ts';
import type { Evidence } from '../../shared/entities/part.ts';
import { ActionId, EvidenceId, PartId } from '../../shared/ids.ts';
import { testClock } from '../support/test-core.ts';
import { type TestDatabase, newestSchema, testDatabase } from '../support/test-database.ts';
import { type Figure, atMost, median, ratioInTurn, timed } from './figures.ts';

const PARTS = 500;
const EVIDENCE_EACH = 10;
const ACTIONS = 100_000;

export async function run(): Promise<Figure[]> {
  const database = await testDatabase();
  const { connection, scopeOf, alice } = database;
  const actor = personOf(alice);
  const clock = testClock();
  const bus = createActionBus({
    scopeOf: ({ userId }) => scopeOf(userId),
    definitions: actionDefinitions,
    derivations,
    upcast: (patch) => patch,
    schemaVersion: newestSchema,
    clock,
    ids: systemIds,
    onCommit: () => undefined,
  });
  bus.perform(actor, createUser, {});
  const partId = bus.perform(actor, createPart, { name: 'The Planner', attributes: { role: 'manager' } }).value;
  fill(database);

  const raw = connection.sqlite.prepare('UPDATE parts SET story = ?, updated_at = ? WHERE user_id = ? AND id = ?');
  const rawUpdate = connection.sqlite.transaction((story: string, at: number) => raw.run(story, at, alice, partId));
  let turn = 0;
  const story = () => `It began in spring, for the ${(turn += 1)}th time.`;
  const audited = () => {
    clock.advance(1);
    return bus.perform(actor, updatePart, { partId, story: story() }).actionId;
  };
  const auditedRatio = ratioInTurn(audited, () => connection.actingAs(alice, () => rawUpdate.immediate(story(), turn)), {
    rounds: 41,
    batch: 10,
  });

  // Each undo takes back the change made right before it; only its own time counts.
  const undoRatios: number[] = [];
  for (let round = -5; round < 60; round += 1) {
    let actionId = ActionId.parse(systemIds.next());
    const mutation = timed(() => {
      actionId = audited();
    });
    const undo = timed(() => bus.undo(actor, [actionId], false));
    if (round >= 0) undoRatios.push(undo / mutation);
  }

  const scope = scopeOf(alice);
  const partsPage = () => scope.use(partRepository).list({ sort: 'changed', limit: 50 }, Date.UTC(2026, 0, 1));
  const activityPage = () =>
    scope
      .use(actionRepository)
      .list({ limit: 51 })
      .map((action) => describeAction(scope, action, { undoable: true, derivations }));
  return [
    atMost('audited_update_ratio', 'ratio', auditedRatio, 3.5),
    atMost('undo_ratio', 'ratio', median(undoRatios), 2),
    atMost('parts_page_ms', 'ms', medianTime(partsPage), 5),
    atMost('activity_page_ms', 'ms', medianTime(activityPage), 5),
  ];
}

const medianTime = (work: () => unknown): number => median(Array.from({ length: 25 }, () => timed(() => void work())));

/** 500 parts with ten pieces of evidence each, and a trail of 100,000 actions. */
function fill({ alice, scopeOf }: TestDatabase): void {
  const scope = scopeOf(alice);
  scope.write('action', (table) => {
    for (let at = 0; at < PARTS; at += 1) {
      const id = PartId.parse(systemIds.next());
      const pieces = Array.from({ length: EVIDENCE_EACH }, (_, piece): Evidence => ({
        id: EvidenceId.parse(systemIds.next()),
        kind: 'pattern',
        quote: `part of me makes list number ${piece}`,
        sessionId: null,
        messageId: null,
        observedAt: 1_000_000 + piece,
      }));
      const times = { createdAt: at, updatedAt: at };
      const attributes = { role: 'manager' as const };
      const own = { id, userId: alice, name: `The Keeper of ${at}`, story: '', status: 'emerging' as const };
      table('parts').insert({ ...own, confidenceScore: 0.5, recentEvidence: recentOf(pieces), attributes, ...times });
      for (const piece of pieces) table('partEvidence').insert({ ...piece, userId: alice, partId: id });
    }
    const first = scope.use(actionRepository).latestRevision();
    for (let at = 1; at <= ACTIONS; at += 1) {
      const entityId = PartId.parse(systemIds.next());
      const path = `/parts/${entityId}/story`;
      table('agentActions').insert({
        revision: first + at,
        id: ActionId.parse(systemIds.next()),
        userId: alice,
        sessionId: null,
        actionType: 'update_part',
        entityType: 'part',
        entityId,
        payload: { actor: 'user', seenRevision: first + at - 1, patch: [{ op: 'replace', path, value: 'after' }] },
        result: { revision: first + at, patch: [{ op: 'replace', path, value: 'before' }] },
        revertedAt: null,
        createdAt: at,
        schemaVersion: newestSchema,
      });
    }
  });
}
