import type { ActionBus } from '../../electron/core/actions/action-bus.ts';
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { personOf } from '../../electron/core/actions/actor.ts';
import { upcast } from '../../electron/core/actions/upcast.ts';
import { recordAssessment } from '../../electron/core/assessments/assessment-actions.ts';
import type { Connection } from '../../electron/core/db/connection.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { addPartEvidence, createPart } from '../../electron/core/parts/part-actions.ts';
import { createRelationship } from '../../electron/core/relationships/relationship-actions.ts';
import { createUser } from '../../electron/core/settings/settings-actions.ts';
import type { PartId, UserId } from '../../shared/ids.ts';
import { testClock, testIds } from '../support/test-core.ts';
import { newestSchema } from '../support/test-database.ts';

/** The action bus of a connection, as the application makes it, with clock and ids that count. */
export function busOn(connection: Connection, firstId: number): ActionBus {
  const scopes = createOwnerScopes(connection);
  return createActionBus({
    scopeOf: ({ userId }) => scopes(userId),
    ...{ definitions: actionDefinitions, derivations, upcast, schemaVersion: newestSchema },
    ...{ clock: testClock(), ids: testIds(firstId), onCommit: () => undefined },
  });
}

export type Family = { planner: PartId; small: PartId };

/** Three parts with evidence, a judgement and relationships: what a merge has to carry over. */
export function makeFamily(bus: ActionBus, userId: UserId): Family {
  const me = personOf(userId);
  const part = (name: string) => bus.perform(me, createPart, { name, attributes: { role: 'manager' } }).value;
  bus.perform(me, createUser, {});
  const [planner, small, third] = [part('The Planner'), part('The Small One'), part('The Third')];
  bus.perform(me, addPartEvidence, { partId: small, kind: 'emotion', quote: 'so alone', messageId: null });
  bus.perform(me, recordAssessment, { partId: small, judgement: { type: 'identification', score: 0.5 }, note: '', evidenceIds: [] });
  const relation = { level: 0, notes: '' };
  bus.perform(me, createRelationship, { fromPartId: planner, toPartId: small, type: 'protector-exile', ...relation });
  bus.perform(me, createRelationship, { fromPartId: third, toPartId: small, type: 'allied', ...relation });
  return { planner, small };
}

/** Every row there is, tables of the audit trail and the indexes kept beside it included. */
export function everything(connection: Connection): string {
  const { sqlite } = connection;
  const tables = sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'messages_fts%' ORDER BY name`,
    )
    .pluck()
    .all();
  return JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2, 3`).all()));
}
