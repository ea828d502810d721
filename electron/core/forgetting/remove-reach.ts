import { MemoryRuleId, type MemoryUpdateId, type SessionId } from '../../../shared/ids.ts';
import { type WholeAction, actionRepository } from '../actions/action-repository.ts';
import { createLedger } from '../actions/ledger.ts';
import { reopenMemoryUpdate } from '../actions/memory-queue.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { ruleRepository } from '../memory/rule-repository.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import { partDerivation } from '../parts/part-changes.ts';
import type { Ids } from '../ports.ts';
import { declinedDigest } from '../proposals/declined.ts';
import { sessionRepository } from '../sessions/session-repository.ts';
import { titleFrom } from '../sessions/session-title.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { type Reach, operationsOf } from './reach.ts';
import { scrub } from './scrub.ts';
import type { Wish } from './wish.ts';

/** What removing needs beside the rows. */
export type RemovalTools = { scope: OwnerScope; table: TableWriter; ids: Ids; now: number; keyedDigest: KeyedDigest };

/** Takes everything in reach out of the rows there are and out of the audit trail. Call it in the transaction that looked for it. */
export function removeReach(tools: RemovalTools, wish: Wish, reach: Reach): void {
  const { scope, table } = tools;
  keepDeclined(tools, reach);
  rewrite(table, reach);
  for (const { table: name, id, changes } of wish.changes) table(name).update(id, changes);
  removeRows(tools, reach);
  for (const action of reach.emptied) empty(table, action);
  const evidence = new Set(evidenceIn(reach));
  for (const { id, payload, result } of reach.trimmed) {
    table('agentActions').update(id, {
      payload: { ...payload, patch: scrub(payload.patch, evidence, wish.parts) },
      result: { ...result, patch: scrub(result.patch, evidence, wish.parts) },
    });
  }
  // Its book is thrown away: forgetting is not on record.
  const ledger = createLedger(table, scope.links, () => null);
  for (const id of reach.parts) partDerivation.settle({ scope, ledger }, id);
  for (const { sessionId, title } of wish.left) retell(tools, sessionId, title);
  // Whoever makes memory of something at this moment has read it before: that has no effect, and it is made anew.
  for (const update of scope.use(forgettingRepository).updatesUnderWay()) reopenMemoryUpdate(scope, table, { ...update, now: tools.now });
}

/** What was declined and goes with its message is known again by a keyed digest, so that it is not offered once more. */
function keepDeclined({ scope, table, ids, now, keyedDigest }: RemovalTools, { rows }: Reach): void {
  for (const row of rows) {
    const proposal = row.table === 'proposals' ? scope.find('proposals', row.id) : undefined;
    if (proposal?.state !== 'declined') continue;
    const digest = declinedDigest(keyedDigest, proposal.kind, proposal.wordsDigest);
    if (scope.use(ruleRepository).about('declined', digest) !== undefined) continue;
    const id = MemoryRuleId.parse(ids.next());
    table('memoryRules').insert({ id, userId: scope.userId, kind: 'declined', section: null, digest, createdAt: now });
  }
}

function rewrite(table: TableWriter, { rewriting: { messages, notes, positions, sessions } }: Reach): void {
  for (const [id, changes] of messages) table('messages').update(id, changes);
  for (const [id, changes] of notes) table('notes').update(id, changes);
  for (const [id, metadata] of sessions) table('sessions').update(id, { metadata });
  if (positions) table('viewStates').update(positions.rowId, { value: positions.value });
}

/** From so many messages on they leave the search index together, unless it holds so many others that writing it anew would take longer. */
const MANY_MESSAGES = 20;
const OTHERS_PER_MESSAGE = 50;

/** Children before their parents; what only points to a row lets go of it by name. */
function removeRows(tools: RemovalTools, { rows }: Reach): void {
  for (const row of rows) letGo(tools, row);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const { scope, table } = tools;
  const remove = (): void => {
    for (const [name, going] of byTable) table(name).removeAll(going.map(({ id }) => id));
  };
  const messages = byTable.get('messages')?.length ?? 0;
  if (messages < MANY_MESSAGES || scope.use(forgettingRepository).count('messages') > messages * OTHERS_PER_MESSAGE) remove();
  else {
    scope.searchIndex.loosely(remove);
    scope.searchIndex.writeAnew();
  }
}

function letGo({ scope, table }: RemovalTools, { table: name, id }: Reach['rows'][number]): void {
  for (const child of scope.links.childrenOf(name, id)) {
    if (child.table === 'safetyFlags')
      table('safetyFlags').update(child.id, name === 'messages' ? { messageId: null } : { sessionId: null });
    if (child.table === 'agentActions') table('agentActions').update(child.id, { sessionId: null });
  }
  const queued = queuedFor(scope, name, id);
  if (queued) table('memoryUpdates').remove(queued);
}

const queueKinds = { sessions: 'session', checkIns: 'check_in', insights: 'insight' } as const;

function queuedFor(scope: OwnerScope, name: Reach['rows'][number]['table'], id: string): MemoryUpdateId | undefined {
  return name === 'sessions' || name === 'checkIns' || name === 'insights'
    ? scope.use(actionRepository).memoryUpdate(queueKinds[name], id)?.id
    : undefined;
}

/** Keeps of an action that it was, by whom and when. */
function empty(table: TableWriter, { id, payload: { actor, seenRevision, about }, result: { revision } }: WholeAction): void {
  table('agentActions').update(id, {
    payload: { actor, seenRevision, forgotten: true, ...(about && { about }) },
    result: { revision },
  });
}

/** The evidence that goes, there or only in the audit trail any more. */
const evidenceIn = ({ emptied, rows }: Reach): string[] => [
  ...rows.flatMap(({ table, id }) => (table === 'partEvidence' ? [id] : [])),
  ...emptied.flatMap((action) =>
    operationsOf(action).flatMap(({ path }) => {
      const [, table, id] = path.split('/');
      return table === 'partEvidence' && id !== undefined ? [id] : [];
    }),
  ),
];

/** What is left of a session is titled and remembered anew. */
function retell({ scope, table, now }: RemovalTools, sessionId: SessionId, title: string | null): void {
  if (title !== null) table('sessions').update(sessionId, { title: titleFrom(scope.use(sessionRepository).firstWords(sessionId)) });
  reopenMemoryUpdate(scope, table, { kind: 'session', refId: sessionId, now });
}
