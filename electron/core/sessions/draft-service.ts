import type { SessionId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock, Ids } from '../ports.ts';
import { draftName, draftRepository } from './draft-repository.ts';

/** Unsent words, one text for each session and one for the session that has not begun. They outlive a lock and a restart, encrypted like the rest. */
export type DraftService = {
  get(actor: Actor, sessionId: SessionId | null): string;
  /** Keeps the text in place of the one before; an empty one is kept by keeping nothing. */
  keep(actor: Actor, sessionId: SessionId | null, text: string): void;
};

export function createDraftService({
  scopeOf,
  clock,
  ids,
}: {
  scopeOf: (actor: Actor) => OwnerScope;
  clock: Clock;
  ids: Ids;
}): DraftService {
  const requireSession = (scope: OwnerScope, sessionId: SessionId | null): void => {
    if (sessionId !== null && !scope.find('sessions', sessionId)) throw notFound('This session');
  };
  return {
    get(actor, sessionId) {
      const scope = scopeOf(actor);
      requireSession(scope, sessionId);
      return scope.use(draftRepository).get(sessionId)?.text ?? '';
    },
    keep(actor, sessionId, text) {
      const scope = scopeOf(actor);
      requireSession(scope, sessionId);
      scope.write('view_state', (table) => {
        const kept = scope.use(draftRepository).get(sessionId);
        const change = { value: text, updatedAt: clock.now() };
        if (text === '' && kept) table('viewStates').remove(kept.id);
        else if (kept) table('viewStates').update(kept.id, change);
        else if (text !== '') table('viewStates').insert({ id: ids.next(), userId: actor.userId, name: draftName(sessionId), ...change });
      });
    },
  };
}
