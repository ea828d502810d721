import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { setPrivate, unsetPrivate } from './privacy-actions.ts';
import { type PrivateThing, privacyRepository } from './privacy-repository.ts';

/** Which parts and sessions no provider is ever told of. */
export type PrivacyService = { set(actor: Actor, input: ParsedInput<'privacy.set'>): RouteOutput<'privacy.set'> };

export function createPrivacyService({ bus, scopeOf }: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope }): PrivacyService {
  return {
    set(actor, { partId, sessionId, private: wanted }) {
      const scope = scopeOf(actor);
      let thing: PrivateThing;
      if (partId !== undefined && scope.find('parts', partId)) thing = { partId };
      else if (sessionId !== undefined && scope.find('sessions', sessionId)) thing = { sessionId };
      else throw notFound(partId === undefined ? 'This session' : 'This part');
      const isPrivate = scope.use(privacyRepository).flagOf(thing) !== undefined;
      if (isPrivate !== wanted) bus.perform(actor, wanted ? setPrivate : unsetPrivate, thing);
      return { private: wanted };
    },
  };
}
