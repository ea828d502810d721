import { z } from 'zod';
import { PartId, PrivateFlagId, SessionId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import type { Derivation } from '../actions/derivation.ts';
import { Failure, notFound } from '../failure.ts';
import { type PrivateThing, privacyRepository } from './privacy-repository.ts';

const Thing = z.union([z.strictObject({ partId: PartId }), z.strictObject({ sessionId: SessionId })]);

/** Keeps a part or a session from every provider. */
export const setPrivate = defineAction({
  type: 'set_private',
  entityType: 'private_flag',
  undoable: true,
  input: Thing,
  perform({ actor, ids, ledger, now, scope }, thing) {
    const [partId, sessionId] = 'partId' in thing ? [thing.partId, null] : [null, thing.sessionId];
    if (partId !== null && !ledger.get('parts', partId)) throw notFound('This part');
    if (sessionId !== null && !ledger.get('sessions', sessionId)) throw notFound('This session');
    if (scope.use(privacyRepository).flagOf(thing)) throw new Failure('CONFLICT', 'This is private already.');
    const id = PrivateFlagId.parse(ids.next());
    ledger.insert('privateFlags', { id, userId: actor.userId, partId, sessionId, createdAt: now });
    return { value: id, entityId: id, sessionId };
  },
});

/** Lets providers be told of a part or a session again. */
export const unsetPrivate = defineAction({
  type: 'unset_private',
  entityType: 'private_flag',
  undoable: true,
  input: Thing,
  perform({ ledger, scope }, thing) {
    const id = scope.use(privacyRepository).flagOf(thing);
    if (!id) throw new Failure('CONFLICT', 'This is not private.');
    ledger.remove('privateFlags', id);
    return { value: id, entityId: id, sessionId: 'sessionId' in thing ? thing.sessionId : null };
  },
});

export const privacyActions = [setPrivate, unsetPrivate];

/** A part or a session is private once: no undo may make it so a second time. */
export const privacyDerivation: Derivation = {
  table: 'privateFlags',
  fields: [],
  rivalFields: ['partId', 'sessionId'],
  claimOf(row) {
    const thing = thingOf(row);
    return thing && ('partId' in thing ? thing.partId : thing.sessionId);
  },
  rivalsOf(scope, row) {
    const thing = thingOf(row);
    const rival = thing && scope.use(privacyRepository).flagOf(thing);
    return rival ? [rival] : [];
  },
  affectedBy: () => [],
  settle: () => undefined,
};

function thingOf({ partId, sessionId }: Record<string, unknown>): PrivateThing | null {
  const parsed = Thing.safeParse(typeof partId === 'string' ? { partId } : { sessionId });
  return parsed.success ? parsed.data : null;
}
