import type { CountryCode, CountryHelplines } from '../../../shared/entities/helpline.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { helplinesFor } from '../safety/help/helplines-for.ts';
import type { SafetyService } from '../safety/safety-service.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { askedFirst } from './asked-first.ts';
import type { Companions } from './companions.ts';
import type { Heeded } from './heed-safety.ts';
import type { CompanionProvider } from './provider.ts';
import { SAFETY_PROVIDER, crisisWords, sayingOnly, startingWith } from './safety-reply.ts';

/**
 * Who answers, by the name the reply is begun under, and as they are for a reply at one place in the session.
 * `asked` are our own words that ask about safety and stand before the reply, or null.
 */
export type Answering = { name: string; at: (sequence: number, asked: string | null) => CompanionProvider };

export const always = (companion: CompanionProvider): Answering => ({ name: companion.name, at: () => companion });

export type WhoAnswersOptions = {
  scopeOf: (actor: Actor) => OwnerScope;
  safety: SafetyService;
  settings: SettingsService;
  companions: Pick<Companions, 'nameOf' | 'forReply'>;
  /** The country this computer is set to. */
  country: () => CountryCode | null;
};

export type WhoAnswers = {
  /** The companion the person chose, else the guide. It looks at what stands before the reply when that reply begins. */
  chosen(actor: Actor, sessionId: SessionId): Answering;
  /**
   * Who answers a message of the person's. A crisis is answered by the machine itself, whatever companion was chosen; a concern by them after one
   * gentle sentence of ours, which they are told of.
   * @param turns what stands before the reply.
   */
  answering(actor: Actor, heeded: Heeded, turns: readonly Message[], otherwise: Answering): Answering;
  /** Whom to call, for whoever answers. */
  helpFor(actor: Actor): CountryHelplines;
};

export function createWhoAnswers({ scopeOf, safety, settings, companions, country }: WhoAnswersOptions): WhoAnswers {
  const helpFor = (actor: Actor): CountryHelplines => helplinesFor(settings.get(actor).country, country());
  return {
    helpFor,
    chosen: (actor, sessionId) => ({
      name: companions.nameOf(actor, sessionId),
      at: (sequence, asked) => companions.forReply(actor, { sessionId, sequence, asked }),
    }),
    answering(actor, heeded, turns, otherwise) {
      const scope = scopeOf(actor);
      if (heeded.label === 'crisis')
        return always(sayingOnly(crisisWords(scope.use(messageRepository).repliesBy(SAFETY_PROVIDER), heeded.isNews, helpFor(actor))));
      const asked = askedFirst(scope, heeded, safety.state(actor).label, turns, true);
      if (asked === null) return otherwise;
      return { name: otherwise.name, at: (sequence) => startingWith(asked, otherwise.at(sequence, asked)) };
    },
  };
}
