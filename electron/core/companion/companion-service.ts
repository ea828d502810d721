import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import type { CountryCode } from '../../../shared/entities/helpline.ts';
import type { Message, Session, SessionMode, Speaker } from '../../../shared/entities/session.ts';
import type { MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { type Actor, companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import type { Clock } from '../ports.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { editMessage, requireEditable, restartReply } from '../sessions/message-actions.ts';
import { postMessage } from '../sessions/session-actions.ts';
import type { SessionService } from '../sessions/session-service.ts';
import type { PrivacyService } from '../privacy/privacy-service.ts';
import { exilesRest } from '../safety/exiles-rest.ts';
import type { SafetyService } from '../safety/safety-service.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { TURNS_GIVEN } from './asked-first.ts';
import type { Recalled } from './context/remembered.ts';
import { saysLetterIsFinished } from './guide/answers.ts';
import { type LetterKept, keepLetter } from './guide/keep-letter.ts';
import { metPart } from './guide/met-part.ts';
import { type ContextRequest, readGuideContext, stateIn } from './guide/read-context.ts';
import { type DetectSafety, type Heeded, heedSafety } from './heed-safety.ts';
import { introducedBy, introductionDue } from './introduction.ts';
import { exileSpeaksIn, noticeParts } from './notice-parts.ts';
import type { Companions } from './companions.ts';
import type { CompanionProvider, Noticed } from './provider.ts';
import { readDanger } from './read-danger.ts';
import { createPartMemory } from './remember-parts.ts';
import { keepReply } from './reply-stream.ts';
import { createRunningReplies } from './running-replies.ts';
import { noticedIn, takeBackMarks, withdrawUnmarked } from './settle-noticed.ts';
import { SAFETY_PROVIDER } from './safety-reply.ts';
import { type Answering, always, createWhoAnswers } from './who-answers.ts';

export type CompanionService = {
  say(actor: Actor, input: ParsedInput<'companion.say'>): RouteOutput<'companion.say'>;
  /** Makes the last reply again, one that was cut off or one that is whole. What it said is kept as an earlier version. */
  regenerate(actor: Actor, messageId: MessageId): RouteOutput<'companion.regenerate'>;
  /**
   * Puts other words in place of the person's last ones and answers them anew, in the place of the earlier reply. Earlier words and reply are kept.
   * A reply that is still being written is stopped first.
   */
  edit(actor: Actor, input: ParsedInput<'companion.edit'>): Promise<RouteOutput<'companion.edit'>>;
  setMode(actor: Actor, input: ParsedInput<'sessions.setMode'>): RouteOutput<'sessions.setMode'>;
  move(actor: Actor, input: ParsedInput<'companion.move'>): RouteOutput<'companion.move'>;
  stop(actor: Actor, messageId: MessageId): Promise<void>;
  /** Stops every reply on its way in a session, or in all of them. */
  stopReplies(actor: Actor, sessionId: SessionId | null): Promise<void>;
  /** Marks replies that a crash cut off as interrupted. Call it once after unlocking. */
  settleUnfinished(actor: Actor): void;
  /** Stops every reply on its way and resolves when what came is kept. Nothing new begins afterwards. */
  close(): Promise<void>;
};

export type CompanionOptions = {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  keyedDigest: KeyedDigest;
  sessions: SessionService;
  privacy: PrivacyService;
  settings: SettingsService;
  safety: SafetyService;
  detectSafety: DetectSafety;
  /** What a companion may know of what is remembered. */
  recall: (actor: Actor) => Recalled | null;
  companions: Pick<Companions, 'nameOf' | 'forReply'>;
  /** Answers what is asked of it without words, whoever answers otherwise. */
  guide: CompanionProvider;
  /** The country this computer is set to. */
  country: () => CountryCode | null;
  clock: Clock;
  /** Milliseconds between two words of a reply that is made here. */
  paceMs: number;
  emit: (event: CoreEvent) => void;
  onFailure: (error: unknown) => void;
};

export function createCompanionService(options: CompanionOptions): CompanionService {
  const { bus, keyedDigest, scopeOf, sessions, privacy, settings, safety, detectSafety, recall, guide, clock, paceMs } = options;
  const { emit, onFailure } = options;
  const { chosen, answering, helpFor } = createWhoAnswers(options);
  const knownTo = createPartMemory();

  const messageOf = (actor: Actor, id: MessageId): Message => {
    const message = scopeOf(actor).use(messageRepository).get(id);
    if (!message) throw notFound('This message');
    return message;
  };

  type Beginning = {
    replyId: MessageId;
    companion: Answering;
    /** What was found in the message that is answered. */
    label: Heeded['label'];
    noticed: Noticed[];
    context: Pick<ContextRequest, 'move' | 'letter' | 'isNew'> & { session?: Session };
  };

  /** Posts the empty reply that is about to come. Call it in the transaction of what it answers. */
  const postReply = (actor: Actor, sessionId: SessionId, { name }: Answering): MessageId =>
    bus.perform(companionOf(actor.userId), postMessage, {
      sessionId,
      role: 'assistant',
      content: '',
      metadata: { delivery: 'streaming', provider: name },
    }).value;

  const replies = createRunningReplies({
    ...{ bus, keyedDigest, scopeOf, guide, clock, emit, onFailure },
    postReply: (actor, sessionId) => postReply(actor, sessionId, always(guide)),
  });

  const begin = (actor: Actor, sessionId: SessionId, { replyId, companion, label, noticed, context }: Beginning): void => {
    const scope = scopeOf(actor);
    const { sequence } = messageOf(actor, replyId);
    const before = scope.use(messageRepository).before(sessionId, sequence, TURNS_GIVEN);
    const guideContext = readGuideContext(scope, {
      ...{ session: sessions.get(actor, sessionId), ...context, sequence, turns: before },
      recall: () => recall(actor),
      meet: (found) => metPart(scope, keyedDigest, found),
    });
    const turns = before.map(({ role, content }) => ({ role, content }));
    const danger = readDanger({
      ...{ state: safety.state(actor), sessionId, turns: before, isHeavy: label !== 'none', help: helpFor(actor) },
      exileSpeaksIn: (content) => exileSpeaksIn(content, knownTo, scope),
    });
    // Nobody in danger is told first what they are talking to: the machine's own answer says it.
    const saysItself = companion.name === SAFETY_PROVIDER || (companion.name === guide.name && danger?.isHere === true);
    const introduction = saysItself ? null : introductionDue(scope, guideContext.saidLately);
    const provider = companion.at(sequence, null);
    const job = {
      messageId: replyId,
      sessionId,
      provider: introduction ? introducedBy(provider, introduction, { clock, paceMs }) : provider,
      request: { turns, noticed, safetyOpen: danger !== null, danger, guide: guideContext },
      ...(introduction && { introduced: introduction.id }),
    };
    replies.begin(actor, job);
  };

  /** Begins a reply's row again. What the machine itself answered to danger, no companion is asked instead. */
  const replyAgain = (actor: Actor, messageId: MessageId): Pick<Beginning, 'companion' | 'label' | 'noticed'> => {
    const scope = scopeOf(actor);
    const { metadata, sequence, sessionId } = messageOf(actor, messageId);
    const before = scope.use(messageRepository).before(sessionId, sequence, TURNS_GIVEN);
    const asked = before.at(-1);
    const heavy = asked?.role === 'user' && detectSafety(asked.content).label === 'concern' ? 'concern' : 'none';
    const label = metadata.provider === SAFETY_PROVIDER ? 'crisis' : heavy;
    const companion = answering(actor, { label, isNews: false }, before, chosen(actor, sessionId));
    bus.perform(actor, restartReply, { messageId, provider: companion.name });
    return { companion, label, noticed: asked ? noticedIn(scope, asked) : [] };
  };

  /** The session that is meant: the one named, else the active one. @throws Failure NOT_FOUND. */
  const runningSession = (actor: Actor, wanted: SessionId | undefined): Session => {
    const session = wanted === undefined ? sessions.active(actor) : sessions.get(actor, wanted);
    if (!session) throw new Failure('NOT_FOUND', 'No session is running. A message begins one.');
    return session;
  };

  /** Who speaks, with the name they have now. In a dialogue it is the person themselves unless they say otherwise. */
  const speakerOf = (actor: Actor, mode: SessionMode, line: ParsedInput<'companion.say'>['speaker']): Speaker | undefined => {
    if (line?.kind !== 'part') return mode === 'dialogue' ? { kind: 'self' } : undefined;
    const part = scopeOf(actor).find('parts', line.partId);
    if (!part) throw notFound('This part');
    return { kind: 'part', partId: part.id, name: part.name };
  };

  /** Keeps a session from every provider, or from memory, before anything else is done with it. */
  const keepFrom = (actor: Actor, sessionId: SessionId, kept: Pick<ParsedInput<'companion.say'>, 'private' | 'remembered'>): void => {
    if (kept.private) privacy.set(actor, { sessionId, private: true });
    if (kept.remembered === false) sessions.setRemembered(actor, { sessionId, remembered: false });
  };

  /** Keeps the letter of a session. What is written next is no letter, so the session is for writing then. */
  const finishLetter = (actor: Actor, session: Session, sequence: number): LetterKept => {
    const kept = keepLetter(bus, actor, scopeOf(actor), session, sequence);
    if (kept.letter === 'kept') sessions.setMode(actor, session.id, 'write', undefined);
    return kept;
  };

  /** Whether the steps of the six Fs are through in a session. */
  const isThrough = (actor: Actor, sessionId: SessionId): boolean => {
    const { mode, partId } = sessions.get(actor, sessionId);
    const turns = scopeOf(actor).use(messageRepository).before(sessionId, Number.MAX_SAFE_INTEGER, TURNS_GIVEN);
    return stateIn(turns, mode, partId)?.step === 'close';
  };

  return {
    say(actor, { text, sessionId: wanted, mode: wantedMode, partId, speaker: line, ...kept }) {
      const scope = scopeOf(actor);
      // Before anything else, and whoever answers.
      const { label } = detectSafety(text);
      const { idleMinutes } = settings.get(actor);
      // One transaction: the message, what was found in it and the reply that is about to come, or none of them.
      const { sessionId, messageId, beginning } = bus.together(actor, () => {
        const id = sessions.forNewMessage(actor, wanted, idleMinutes);
        keepFrom(actor, id, kept);
        const mode = wantedMode ?? (line && 'dialogue');
        const isNew = mode !== undefined && sessions.setMode(actor, id, mode, partId);
        const session = sessions.get(actor, id);
        const speaker = speakerOf(actor, session.mode, line);
        const message = bus.perform(actor, postMessage, {
          sessionId: id,
          role: 'user',
          content: text,
          metadata: {
            delivery: 'complete',
            ...(speaker && { speaker }),
            ...(session.mode !== 'write' && { mode: session.mode }),
            ...(session.partId && { partId: session.partId }),
            ...(label === 'crisis' && { crisis: true }),
          },
        }).value;
        const heeded = heedSafety(bus, actor, scope, { id: message, sessionId: id, label });
        const isFinished = session.mode === 'letter' && saysLetterIsFinished(text);
        // That a letter was kept is the guide’s to say: nobody else knows of it.
        const turns = scope.use(messageRepository).before(id, Number.MAX_SAFE_INTEGER, TURNS_GIVEN);
        const companion = answering(actor, heeded, turns, isFinished ? always(guide) : chosen(actor, id));
        // What is said as a part is that part's own: nobody else is looked for in it.
        const noticed =
          speaker?.kind === 'part'
            ? []
            : noticeParts({ bus, keyedDigest, knownTo }, actor, scope, {
                id: message,
                content: text,
                exilesRest: exilesRest(scope),
                letterTo: letterTo(session),
              });
        const letter = isFinished ? finishLetter(actor, session, messageOf(actor, message).sequence) : null;
        const replyId = postReply(actor, id, companion);
        const context = { move: null, letter: letter?.letter ?? null, isNew, ...(letter && { session }) };
        return {
          sessionId: id,
          messageId: message,
          beginning: { replyId, companion, label, noticed: letter?.noticed ?? noticed, context },
        };
      });
      begin(actor, sessionId, beginning);
      const reply = messageOf(actor, beginning.replyId);
      return { session: sessions.get(actor, sessionId), message: messageOf(actor, messageId), reply };
    },

    regenerate(actor, messageId) {
      const again = replyAgain(actor, messageId);
      const reply = messageOf(actor, messageId);
      begin(actor, reply.sessionId, { replyId: messageId, ...again, context: { move: null, letter: null, isNew: false } });
      return { reply };
    },

    async edit(actor, { messageId, text }) {
      const scope = scopeOf(actor);
      // Before anything else, and whoever answers.
      const { label } = detectSafety(text);
      const { sessionId } = requireEditable(scope, messageId);
      await replies.stopAll(sessionId);
      const beginning = bus.together(actor, () => {
        const { content, sequence, metadata } = requireEditable(scope, messageId);
        if (content !== text) {
          takeBackMarks(bus, actor, scope, messageId);
          bus.perform(actor, editMessage, { messageId, content: text, crisis: label === 'crisis' });
        }
        const heeded = heedSafety(bus, actor, scope, { id: messageId, sessionId, label });
        const turns = scope.use(messageRepository).before(sessionId, sequence + 1, TURNS_GIVEN);
        const companion = answering(actor, heeded, turns, chosen(actor, sessionId));
        if (content !== text) {
          if (metadata.speaker?.kind !== 'part')
            noticeParts({ bus, keyedDigest, knownTo }, actor, scope, {
              id: messageId,
              content: text,
              exilesRest: exilesRest(scope),
              letterTo: letterTo(sessions.get(actor, sessionId)),
            });
          withdrawUnmarked(bus, actor, scope, messageId);
        }
        const [first, next] = scope.use(messageRepository).after(sessionId, sequence, 2);
        // Where a model broke off, the guide’s reply after it is the one that stands.
        const answer = first?.metadata.brokeOff && next ? next : first;
        const replyId =
          answer?.role === 'assistant'
            ? bus.perform(actor, restartReply, { messageId: answer.id, provider: companion.name }).value
            : postReply(actor, sessionId, companion);
        return { replyId, companion, label, noticed: noticedIn(scope, messageOf(actor, messageId)) };
      });
      begin(actor, sessionId, { ...beginning, context: { move: null, letter: null, isNew: false } });
      const reply = messageOf(actor, beginning.replyId);
      return { session: sessions.get(actor, sessionId), message: messageOf(actor, messageId), reply };
    },

    setMode(actor, { sessionId: wanted, mode, partId, ...kept }) {
      const { idleMinutes } = settings.get(actor);
      const { sessionId, replyId } = bus.together(actor, () => {
        const id = sessions.forNewMessage(actor, wanted, idleMinutes);
        keepFrom(actor, id, kept);
        // Chosen again at the end of the six Fs, it is another walk that is wanted.
        const isNew = sessions.setMode(actor, id, mode, partId) || (mode === 'six_fs' && isThrough(actor, id));
        return { sessionId: id, replyId: isNew && mode !== 'write' ? postReply(actor, id, always(guide)) : null };
      });
      if (replyId)
        begin(actor, sessionId, {
          replyId,
          companion: always(guide),
          label: 'none',
          noticed: [],
          context: { move: { kind: 'begin' }, letter: null, isNew: true },
        });
      return { session: sessions.get(actor, sessionId), reply: replyId && messageOf(actor, replyId) };
    },

    move(actor, { sessionId: wanted, move }) {
      const session = runningSession(actor, wanted);
      requireFitting(session.mode, move);
      const { replyId, kept } = bus.together(actor, () => {
        const done = move.kind === 'finish_letter' ? finishLetter(actor, session, Number.MAX_SAFE_INTEGER) : null;
        const id = postReply(actor, session.id, always(guide));
        if (move.kind === 'leave') sessions.setMode(actor, session.id, 'write', undefined);
        return { replyId: id, kept: done };
      });
      begin(actor, session.id, {
        replyId,
        companion: always(guide),
        label: 'none',
        noticed: kept?.noticed ?? [],
        context: { session, move, letter: kept?.letter ?? null, isNew: move.kind === 'begin' },
      });
      return { session: sessions.get(actor, session.id), reply: messageOf(actor, replyId) };
    },

    async stop(actor, messageId) {
      messageOf(actor, messageId);
      await replies.stop(messageId);
    },

    stopReplies: (_actor, sessionId) => replies.stopAll(sessionId),

    settleUnfinished(actor) {
      const scope = scopeOf(actor);
      for (const message of scope.use(messageRepository).unfinished()) keepReply(scope, message.id, message.content, 'interrupted');
    },

    close: () => replies.stopAll(null),
  };
}

/** To whom a session writes a letter, if it does. */
const letterTo = ({ mode, partId }: Session): PartId | null => (mode === 'letter' ? partId : null);

/** @throws Failure CONFLICT when a session of this mode has nothing of the kind. */
function requireFitting(mode: SessionMode, move: GuideMove): void {
  const fits = {
    begin: mode !== 'write',
    leave: mode !== 'write',
    skip: mode === 'six_fs',
    go_to: mode === 'six_fs',
    finish_letter: mode === 'letter',
  } satisfies Record<GuideMove['kind'], boolean>;
  if (fits[move.kind]) return;
  const sentence =
    move.kind === 'finish_letter'
      ? 'No letter is being written here. Choose “A letter” and to whom it goes.'
      : 'The steps were left, or have not begun. Choose “Get to know a part” to take them up where they rest.';
  throw new Failure('CONFLICT', sentence);
}
