import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import { type ModelChoice, type ModelServer, SentRequest, type ServerTrial, type StaysHere } from '../../../shared/entities/provider.ts';
import type { SafetyState } from '../../../shared/entities/safety.ts';
import type { Message, Session } from '../../../shared/entities/session.ts';
import { MessageId, SessionId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import { companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { ProviderService } from '../providers/provider-service.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { SessionService } from '../sessions/session-service.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { runAgent } from './agent/agent-loop.ts';
import type { ToolServices, ToolWork } from './agent/tool-work.ts';
import { tools } from './agent/tools.ts';
import { TURNS_GIVEN, askedFirst } from './asked-first.ts';
import { buildContext } from './context/build-context.ts';
import { type KeptPrivate, keptPrivate } from './context/kept-private.ts';
import { recall } from './context/remembered.ts';
import { saysLetterIsFinished } from './guide/answers.ts';
import { type DetectSafety, type Heeded, isNews } from './heed-safety.ts';
import { ModelFailure, type ModelRequest } from './model.ts';
import type { OpenModel } from './open-model.ts';
import type { CompanionProvider } from './provider.ts';
import { ANTHROPIC_ADDRESS } from './providers/anthropic.ts';
import { switchedOff, trialSentences } from './takeover-words.ts';
import { takeOver, withTakeover } from './with-takeover.ts';

/** How many of a session's newest messages are looked at for a request; those beyond the budget become one line each. */
const MESSAGES_READ = 400;
/** Stands in a preview for a message that is not written yet. */
const notWrittenYet = '(What you write next will stand here.)';
/** Stands in a preview for the identifier the next message will be given. */
const idOfNextMessage = MessageId.parse('00000000-0000-7000-8000-000000000000');
const noSession = SessionId.parse(idOfNextMessage);

/** Who answers: the guide, or the person's model with the guide beside it. */
export type Companions = {
  /** The name under which the next reply is begun. */
  nameOf(actor: Actor, sessionId: SessionId): string;
  /**
   * The companion for one reply, which is a message already. Looks at settings and privacy as they are when it is asked to reply.
   * `asked` are our own words about safety that stand before the reply: a model is told of them.
   */
  forReply(actor: Actor, reply: { sessionId: SessionId; sequence: number; asked: string | null }): CompanionProvider;
  test(actor: Actor, server: ModelServer, signal: AbortSignal): Promise<ServerTrial>;
  preview(actor: Actor, input: ParsedInput<'providers.preview'>): RouteOutput<'providers.preview'>;
  destination(actor: Actor, input: ParsedInput<'providers.destination'>): RouteOutput<'providers.destination'>;
};

export type CompanionsOptions = {
  guide: CompanionProvider;
  providers: ProviderService;
  sessions: SessionService;
  settings: SettingsService;
  services: ToolServices;
  scopeOf: (actor: Actor) => OwnerScope;
  openModel: OpenModel;
  clock: Clock;
  /** What is open of hard moments: while anything is, there is no work with exiles. */
  safetyState: (actor: Actor) => SafetyState;
  detectSafety: DetectSafety;
  onFailure: (error: unknown) => void;
};

export function createCompanions(options: CompanionsOptions): Companions {
  const { guide, providers, sessions, settings, services, scopeOf, openModel, safetyState, detectSafety, onFailure } = options;

  const isOpen = (actor: Actor): boolean => safetyState(actor).label !== null;

  const goingOn = (actor: Actor): Session | null => sessions.goingOn(actor, settings.get(actor).idleMinutes) ?? null;

  const requestFor = (
    actor: Actor,
    choice: ModelChoice,
    session: Pick<Session, 'mode' | 'partId'>,
    messages: readonly Message[],
    kept: KeptPrivate,
    { safetyOpen, asked }: Care,
  ): ModelRequest =>
    buildContext({
      ...{ choice, session, messages, keptPrivate: kept, safetyOpen, asked },
      parts: services.parts.list(actor, { sort: 'seen', limit: 200 }).items,
      tools: tools.map(({ description }) => description),
      memory: recall({ actor, scope: scopeOf(actor), memory: services.memory, kept, exilesRest: safetyOpen })?.document ?? null,
    });

  const modelFor = (actor: Actor, choice: ModelChoice, request: ModelRequest, work: ToolWork): CompanionProvider => ({
    name: choice.kind,
    async *reply(_turns, signal) {
      const access = await openModel(actor, choice);
      yield* runAgent({ conversation: access.converse(request), tools, work }, signal);
    },
  });

  return {
    nameOf: (actor, sessionId) =>
      keptPrivate(scopeOf(actor)).hidesSession(sessions.get(actor, sessionId))
        ? guide.name
        : (providers.answering(actor)?.kind ?? guide.name),

    forReply(actor, { sessionId, sequence, asked }) {
      const choice = providers.answering(actor);
      if (!choice) return guide;
      const scope = scopeOf(actor);
      const kept = keptPrivate(scope);
      const session = sessions.get(actor, sessionId);
      const messages = scope.use(messageRepository).before(sessionId, sequence, MESSAGES_READ);
      const newest = messages.at(-1);
      if (kept.hidesSession(session) || !newest || kept.hides(newest))
        return { name: guide.name, reply: (request, signal) => takeOver('private', guide, request, signal) };
      const safetyOpen = isOpen(actor);
      const work: ToolWork = {
        ...{ services, sessionId, scope, safetyOpen },
        actor: companionOf(actor.userId, sessionId),
        keptPrivate: () => keptPrivate(scope),
      };
      return withTakeover(
        modelFor(actor, choice, requestFor(actor, choice, session, messages, kept, { safetyOpen, asked }), work),
        guide,
        onFailure,
      );
    },

    async test(actor, server, signal) {
      if (!providers.isOnline(actor)) return { outcome: 'failed', reason: 'offline', message: switchedOff };
      try {
        const access = await openModel(actor, server);
        const models = await access.models(signal);
        return { outcome: 'reached', models, message: reachedSentence(models.length) };
      } catch (error) {
        if (signal.aborted) throw new Failure('CANCELLED', 'The profile was locked before the server had answered.');
        if (!(error instanceof ModelFailure)) throw error;
        return { outcome: 'failed', reason: error.reason, message: trialSentences[server.kind][error.reason] };
      }
    },

    preview(actor, { model, text, private: isPrivate }) {
      const staysHere = (why: StaysHere) => ({ request: null, staysHere: why });
      const choice = model ?? providers.answering(actor);
      if (!choice) return staysHere('guide');
      if (isPrivate) return staysHere('private');
      const scope = scopeOf(actor);
      const kept = keptPrivate(scope);
      const session = goingOn(actor);
      // What the machine or the guide answers whoever was chosen: as when it is said.
      const label = text === undefined ? 'none' : detectSafety(text).label;
      if (label === 'crisis') return staysHere('crisis');
      if (text !== undefined && session?.mode === 'letter' && saysLetterIsFinished(text)) return staysHere('guide');
      const earlier = session ? scope.use(messageRepository).before(session.id, Number.MAX_SAFE_INTEGER, MESSAGES_READ - 1) : [];
      const next = nextMessage(text ?? notWrittenYet, session?.id ?? null, options.clock.now());
      if ((session && kept.hidesSession(session)) || kept.hides(next)) return staysHere('private');
      const messages = [...earlier, next];
      // As it will be once the message is there, with the flag it may raise.
      const heeded: Heeded = { label, isNews: label !== 'none' && isNews(scope, label, session?.id ?? null) };
      const asked = askedFirst(scope, heeded, safetyState(actor).label, messages.slice(-TURNS_GIVEN), !heeded.isNews);
      const care: Care = { safetyOpen: heeded.isNews || isOpen(actor), asked };
      const request = requestFor(actor, choice, session ?? { mode: 'write', partId: null }, messages, kept, care);
      const address = choice.kind === 'local' ? choice.baseUrl.replace(/\/$/u, '') : ANTHROPIC_ADDRESS;
      return { request: SentRequest.parse({ to: choice.kind, address: `${address}/v1/messages`, body: request }), staysHere: null };
    },

    destination(actor, { sessionId }) {
      const session = sessionId === undefined ? goingOn(actor) : sessions.get(actor, sessionId);
      const choice = providers.answering(actor);
      if (!choice) return { to: 'guide', staysHere: 'guide' };
      if (session && keptPrivate(scopeOf(actor)).hidesSession(session)) return { to: 'guide', staysHere: 'private' };
      return { to: choice.kind, staysHere: null };
    },
  };
}

/** What a model is told of a hard moment. */
type Care = { safetyOpen: boolean; asked: string | null };

const reachedSentence = (models: number): string =>
  models === 0
    ? 'The server answers, but it has no model yet.'
    : `The server answers. It has ${models === 1 ? 'one model' : `${models} models`}.`;

/** The person's next message as it would stand in the session. */
const nextMessage = (content: string, sessionId: SessionId | null, createdAt: number): Message => ({
  id: idOfNextMessage,
  sessionId: sessionId ?? noSession,
  ...{ role: 'user', content, metadata: { delivery: 'complete' }, sequence: Number.MAX_SAFE_INTEGER, createdAt },
});
