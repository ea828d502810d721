import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import { type WholeAction, actionRepository } from '../actions/action-repository.ts';
import type { Actor } from '../actions/actor.ts';
import { createLedger } from '../actions/ledger.ts';
import type { OwnerScope, TableWriter } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { partDerivation } from '../parts/part-changes.ts';
import { draftRepository } from '../sessions/draft-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { sessionRepository } from '../sessions/session-repository.ts';
import { titleFrom } from '../sessions/session-title.ts';
import { type Reach, type Wish, operationsOf, reachOf, without } from './reach.ts';

/** What is deleted for good: messages and sessions, with all that holds their words. */
export type ForgettingService = {
  /** What deleting a message would take along. */
  previewMessage(actor: Actor, messageId: MessageId): RouteOutput<'messages.deletionPreview'>;
  previewSession(actor: Actor, sessionId: SessionId): RouteOutput<'sessions.deletionPreview'>;
  /** A message of the person's goes with the replies to it, which say its words back. Final. */
  deleteMessage(actor: Actor, messageId: MessageId): Promise<void>;
  deleteSession(actor: Actor, sessionId: SessionId): Promise<void>;
};

/** More than a page: all messages of a session are read in pieces of this size. */
const PIECE = 500;

export function createForgettingService(options: {
  scopeOf: (actor: Actor) => OwnerScope;
  /** Stops the replies of a session that are on their way: nothing may be written into what goes. */
  stopReplies: (actor: Actor, sessionId: SessionId) => Promise<void>;
  /** Told once it is forgotten in the database, to see to what holds the words outside of it. */
  onForgotten: () => void;
}): ForgettingService {
  const { scopeOf, stopReplies, onForgotten } = options;

  const forget = (actor: Actor, wishOf: (scope: OwnerScope) => Wish): void => {
    const scope = scopeOf(actor);
    scope.write('forget', (table) => {
      const wish = wishOf(scope);
      const reach = reachOf(scope, wish);
      removeRows(scope, table, reach);
      for (const action of reach.emptied) empty(table, action);
      const evidence = new Set(evidenceIn(reach));
      for (const { id, payload, result } of reach.trimmed) {
        table('agentActions').update(id, {
          payload: { ...payload, patch: without(payload.patch, evidence) },
          result: { ...result, patch: without(result.patch, evidence) },
        });
      }
      if (wish.wholeSession === null) retell(scope, table, wish);
      else removeSession(scope, table, wish.wholeSession);
    });
    onForgotten();
  };

  return {
    previewMessage: (actor, messageId) => preview(scopeOf(actor), messageWish(scopeOf(actor), messageId)),
    previewSession: (actor, sessionId) => preview(scopeOf(actor), sessionWish(scopeOf(actor), sessionId)),
    async deleteMessage(actor, messageId) {
      await stopReplies(actor, messageWish(scopeOf(actor), messageId).inSession);
      forget(actor, (scope) => messageWish(scope, messageId));
    },
    async deleteSession(actor, sessionId) {
      await stopReplies(actor, sessionWish(scopeOf(actor), sessionId).inSession);
      forget(actor, (scope) => sessionWish(scope, sessionId));
    },
  };
}

function preview(scope: OwnerScope, wish: Wish): RouteOutput<'messages.deletionPreview'> {
  const { rows, parts, emptied } = reachOf(scope, wish);
  return {
    messages: rows.messages.length,
    proposals: rows.proposals.length,
    evidence: rows.partEvidence.length,
    parts: [...parts].flatMap((id) => scope.find('parts', id)?.name ?? []),
    actions: emptied.length,
  };
}

/** With the replies to it: up to what the person said next. */
function messageWish(scope: OwnerScope, messageId: MessageId): Wish {
  const messages = scope.use(messageRepository);
  const message = messages.get(messageId);
  if (!message) throw notFound('This message');
  const { sessionId: inSession } = message;
  const going = [message];
  for (let next = following(); message.role === 'user' && next && next.role !== 'user'; next = following()) going.push(next);
  function following(): Message | undefined {
    return messages.after(inSession, going.at(-1)?.sequence ?? 0, 1)[0];
  }
  const session = scope.use(sessionRepository).get(inSession);
  // A title that was made of the first words goes with them.
  const first = scope.use(sessionRepository).firstWords(inSession);
  const isFrom = going.some(({ role, content }) => role === 'user' && content === first);
  const title = isFrom && session?.title === titleFrom(first) ? session.title : null;
  return { messages: going, wholeSession: null, inSession, title };
}

function sessionWish(scope: OwnerScope, sessionId: SessionId): Wish {
  if (!scope.use(sessionRepository).get(sessionId)) throw notFound('This session');
  const messages: Message[] = [];
  for (let piece = read(); piece.length > 0; piece = read()) messages.push(...piece);
  function read(): Message[] {
    return scope.use(messageRepository).after(sessionId, messages.at(-1)?.sequence ?? 0, PIECE);
  }
  return { messages, wholeSession: sessionId, inSession: sessionId, title: null };
}

/** Children before their parents, and parts brought up to date with the evidence they still have. */
function removeRows(scope: OwnerScope, table: TableWriter, { rows, parts }: Reach): void {
  for (const id of rows.proposals) table('proposals').remove(id);
  for (const id of rows.partEvidence) table('partEvidence').remove(id);
  for (const id of rows.privateFlags) table('privateFlags').remove(id);
  for (const id of rows.messages) {
    for (const child of scope.links.childrenOf('messages', id))
      if (child.table === 'safetyFlags') table('safetyFlags').update(child.id, { messageId: null });
    table('messages').remove(id);
  }
  // Its book is thrown away: forgetting is not on record.
  const ledger = createLedger(table, scope.links, () => null);
  for (const id of parts) partDerivation.settle({ scope, ledger }, id);
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
  ...rows.partEvidence,
  ...emptied.flatMap((action) =>
    operationsOf(action).flatMap(({ path }) => {
      const [, table, id] = path.split('/');
      return table === 'partEvidence' && id !== undefined ? [id] : [];
    }),
  ),
];

/** What is left of a session is titled and remembered anew. */
function retell(scope: OwnerScope, table: TableWriter, { inSession, title }: Wish): void {
  if (title !== null) table('sessions').update(inSession, { title: titleFrom(scope.use(sessionRepository).firstWords(inSession)) });
  const queued = scope.use(actionRepository).memoryUpdate('session', inSession);
  const open = { processed: false, attempts: 0, dueAt: 0, problem: null };
  if (queued) table('memoryUpdates').update(queued.id, { ...open, revision: queued.revision + 1 });
}

/** Everything that names the session lets go of it by name; then it goes. */
function removeSession(scope: OwnerScope, table: TableWriter, sessionId: SessionId): void {
  for (const child of scope.links.childrenOf('sessions', sessionId)) {
    if (child.table === 'notes' || child.table === 'safetyFlags' || child.table === 'agentActions')
      table(child.table).update(child.id, { sessionId: null });
  }
  const queued = scope.use(actionRepository).memoryUpdate('session', sessionId);
  if (queued) table('memoryUpdates').remove(queued.id);
  const draft = scope.use(draftRepository).get(sessionId);
  if (draft) table('viewStates').remove(draft.id);
  table('sessions').remove(sessionId);
}
