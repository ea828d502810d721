import type { OwnedTableName, Row } from '../../electron/core/db/schema.ts';
import type { Ids } from '../../electron/core/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import { rowsOfEveryKind } from './rows-of-every-kind.ts';
import { monday } from './test-core.ts';

export type SampleRows = { [Name in OwnedTableName]: Row<Name> } & { otherPart: Row<'parts'> };

const first = <Item>([item]: Item[]): Item => {
  if (item === undefined) throw new Error('There is no row of this kind.');
  return item;
};

/** One row of every owned table, all linked together. `at` keeps numbers that must be unique in the database apart. */
export function sampleRows(userId: UserId, ids: Ids, at: number): SampleRows {
  const rows = rowsOfEveryKind(userId, ids, monday, at, `number${at}`);
  return {
    users: first(rows.users),
    sessions: first(rows.sessions),
    messages: { ...first(rows.messages), content: `I made lists again, number${at}`, metadata: { delivery: 'complete' } },
    parts: { ...first(rows.parts), name: `The Planner ${at}` },
    otherPart: first(rows.parts.slice(1)),
    partEvidence: first(rows.partEvidence),
    partRelationships: first(rows.partRelationships),
    partAssessments: first(rows.partAssessments),
    // Accepted, so that its link to a part is there too.
    proposals: { ...first(rows.proposals), state: 'accepted', partId: first(rows.parts).id },
    notes: first(rows.notes),
    safetyPlans: first(rows.safetyPlans),
    safetyContacts: first(rows.safetyContacts),
    safetyFlags: first(rows.safetyFlags),
    privateFlags: first(rows.privateFlags),
    providerKeys: first(rows.providerKeys),
    agentActions: first(rows.agentActions),
    userMemorySnapshots: first(rows.userMemorySnapshots),
    memoryUpdates: first(rows.memoryUpdates),
    memoryRules: first(rows.memoryRules),
    jobRuns: first(rows.jobRuns),
    forgettings: first(rows.forgettings),
    insights: first(rows.insights),
    checkIns: first(rows.checkIns),
    onboarding: first(rows.onboarding),
    viewStates: first(rows.viewStates),
  };
}
