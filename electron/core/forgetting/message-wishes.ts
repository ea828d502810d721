import type { Message } from '../../../shared/entities/session.ts';
import type { BeliefId, MessageId, SessionId } from '../../../shared/ids.ts';
import type { RowAddress } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import type { OwnedTableName } from '../db/schema.ts';
import { beliefsEdited } from '../memory/memory-history.ts';
import { draftRepository } from '../sessions/draft-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { sessionRepository } from '../sessions/session-repository.ts';
import { titleFrom } from '../sessions/session-title.ts';
import { type Stretch, widened } from './cut-words.ts';
import { writtenOn } from './day-written.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { type LocalDay, localDay } from './local-day.ts';
import { type Wish, emptyWish } from './wish.ts';

/** More than a page: all messages of a session are read in pieces of this size. */
const PIECE = 500;

/** A message of the person's goes with the replies to it, which say its words back. @throws Failure NOT_FOUND. */
export function messageWish(scope: OwnerScope, messageId: MessageId): Wish {
  const message = scope.use(messageRepository).get(messageId);
  if (!message) throw notFound('This message');
  return { ...emptyWish, kind: 'message', ...goingWith(scope, [message]) };
}

/** A session with all its messages. @throws Failure NOT_FOUND. */
export function sessionWish(scope: OwnerScope, sessionId: SessionId): Wish {
  if (!scope.use(sessionRepository).get(sessionId)) throw notFound('This session');
  return { ...emptyWish, kind: 'session', ...wholeSession(scope, sessionId) };
}

/**
 * A stretch of a message of the person's. When nothing else stands in it, the whole message.
 * @throws Failure NOT_FOUND; CONFLICT when the message has changed so that there is no such stretch any more.
 */
export function sentenceWish(scope: OwnerScope, target: Stretch & { messageId: MessageId }): Wish {
  const message = scope.use(messageRepository).get(target.messageId);
  if (!message) throw notFound('This message');
  if (message.role !== 'user') throw new Failure('CONFLICT', 'Only words of your own can be forgotten one by one. Forget the whole reply.');
  const { content } = message;
  const { start, end } = target;
  if (end <= start || end > content.length || isInsideSymbol(content, start) || isInsideSymbol(content, end))
    throw new Failure('CONFLICT', 'These words don’t stand there any more. Look at the message again.');
  const words = content.slice(start, end);
  const stretch = widened(content, target);
  const left = content.slice(0, stretch.start) + content.slice(stretch.end);
  if (left.trim() === '') return { ...messageWish(scope, message.id), kind: 'sentence' };
  return {
    ...emptyWish,
    ...{ kind: 'sentence', stretch: { message, ...stretch }, texts: [words] },
    left: [{ sessionId: message.sessionId, title: titleMadeOf(scope, [message]) }],
  };
}

/** Between the two halves of one symbol. */
const isInsideSymbol = (text: string, at: number): boolean => !text.slice(0, at).isWellFormed() && text.isWellFormed();

/** Everything written on one of the person's own days. @throws Failure INVALID_INPUT when the time zone is not known. */
export function dayWish(scope: OwnerScope, target: { day: string; timeZone: string }): Wish {
  const day = localDay(target.day, target.timeZone);
  const repository = scope.use(forgettingRepository);
  const { from, to } = day;
  const messagesThen = repository.writtenBetween(from, to).filter(({ moments }) => moments.some(day.holds));
  const bySession = Map.groupBy(messagesThen, ({ sessionId }) => sessionId);
  const going = new Map<string, Wish['rows'][number]>();
  const texts: string[] = [];
  const left: Wish['left'][number][] = [];
  const add = (piece: Pick<Wish, 'rows' | 'texts' | 'left'>): void => {
    for (const row of piece.rows) going.set(`/${row.table}/${row.id}`, row);
    texts.push(...piece.texts);
    left.push(...piece.left);
  };
  for (const [sessionId, ofSession] of bySession) {
    const messages = ofSession.flatMap(({ id }) => scope.use(messageRepository).get(id) ?? []);
    const piece = goingWith(scope, messages);
    const isWhole = messagesOf(scope, sessionId).length === piece.rows.length;
    add(isWhole ? wholeSession(scope, sessionId) : piece);
  }
  const isEmpty = (sessionId: SessionId): boolean => scope.use(messageRepository).last(sessionId) === undefined;
  for (const { id, startedAt } of repository.sessionsStartedBetween(from, to))
    if (day.holds(startedAt) && isEmpty(id)) add(wholeSession(scope, id));
  const others: RowAddress[] = [
    ...repository.checkInsOn(target.day).map((id) => ({ table: 'checkIns' as const, id })),
    ...repository
      .notesWrittenBetween(from, to)
      .filter(({ createdAt }) => day.holds(createdAt))
      .map(({ id }) => ({ table: 'notes' as const, id })),
    ...repository
      .draftsKeptBetween(from, to)
      .filter(({ updatedAt }) => day.holds(updatedAt))
      .map(({ id }) => ({ table: 'viewStates' as const, id })),
  ];
  add({ rows: others, texts: [], left: [] });
  const goes = (table: OwnedTableName, id: string): boolean => {
    const sessionId = table === 'messages' ? scope.find('messages', id)?.sessionId : undefined;
    return going.has(`/${table}/${id}`) || (sessionId !== undefined && going.has(`/sessions/${sessionId}`));
  };
  const { rows, texts: written, ...rest } = writtenOn(scope, day, goes);
  add({ rows, texts: written, left: [] });
  return { ...emptyWish, ...rest, kind: 'day', rows: [...going.values()], texts, left, beliefs: beliefsEditedOn(scope, day) };
}

/** What is remembered in words that the person put in its place that day. A memory that is damaged says nothing of it. */
function beliefsEditedOn(scope: OwnerScope, day: LocalDay): BeliefId[] {
  try {
    return beliefsEdited(scope, day.holds);
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_DAMAGED') return [];
    throw error;
  }
}

/** Some messages of one session, each with the replies to it: up to what the person said next. */
function goingWith(scope: OwnerScope, messages: readonly Message[]): Pick<Wish, 'rows' | 'texts' | 'left'> {
  const going = new Map<MessageId, Message>();
  for (const message of messages) {
    going.set(message.id, message);
    const following = (to: Message): Message | undefined => scope.use(messageRepository).after(message.sessionId, to.sequence, 1)[0];
    for (let next = following(message); message.role === 'user' && next && next.role !== 'user'; next = following(next))
      going.set(next.id, next);
  }
  const all = [...going.values()];
  return {
    rows: all.map(({ id }) => ({ table: 'messages', id })),
    texts: all.flatMap(wordsEverIn),
    left: messages[0] ? [{ sessionId: messages[0].sessionId, title: titleMadeOf(scope, all) }] : [],
  };
}

function wholeSession(scope: OwnerScope, sessionId: SessionId): Pick<Wish, 'rows' | 'texts' | 'left'> {
  const draft = scope.use(draftRepository).get(sessionId)?.id;
  return {
    rows: [{ table: 'sessions', id: sessionId }, ...(draft ? [{ table: 'viewStates' as const, id: draft }] : [])],
    texts: [scope.find('sessions', sessionId)?.title ?? '', ...messagesOf(scope, sessionId).flatMap(wordsEverIn)],
    left: [],
  };
}

function messagesOf(scope: OwnerScope, sessionId: SessionId): Message[] {
  const messages: Message[] = [];
  for (let piece = read(); piece.length > 0; piece = read()) messages.push(...piece);
  function read(): Message[] {
    return scope.use(messageRepository).after(sessionId, messages.at(-1)?.sequence ?? 0, PIECE);
  }
  return messages;
}

/** The words the person ever wrote in a message. What a companion said of its own is not looked for elsewhere. */
const wordsEverIn = ({ role, content, metadata }: Message): string[] =>
  role === 'user' ? [content, ...(metadata.versions ?? []).map((version) => version.content)] : [];

/** The title of the session, when it was made of the first words and they are among what goes. */
function titleMadeOf(scope: OwnerScope, going: readonly Message[]): string | null {
  const sessionId = going[0]?.sessionId;
  const session = sessionId && scope.use(sessionRepository).get(sessionId);
  if (!session) return null;
  const first = scope.use(sessionRepository).firstWords(session.id);
  const isFrom = going.some(({ role, content }) => role === 'user' && content === first);
  return isFrom && session.title === titleFrom(first) ? session.title : null;
}
