import type { Message } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { quotedIn } from '../language/quotes.ts';
import { wordsOf } from '../language/words.ts';
import { partRepository } from '../parts/part-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { Steps } from '../steps.ts';
import { holdsAny } from './cut-words.ts';
import { type FoundMessage, forgettingRepository } from './forgetting-repository.ts';
import type { Wish } from './wish.ts';

/** Shorter words are said by everybody. */
const WORD_MIN = 4;
/** A companion that chooses its own words may say one back without quotation marks; shorter ones it may have had by itself. */
const TELLING_MIN = 6;
/** More different words than a person uses: a limit for what was pasted. */
const WORDS_MAX = 20_000;
/** Companions whose sentences are written down beforehand: what is new in them stands in quotation marks. */
export const isScripted = (provider: string | undefined): boolean =>
  provider === undefined || provider === 'guide' || provider === 'safety';

/** What of the words that go may stand elsewhere. */
export type SaidBack = {
  /** Words that go and that nothing else the person wrote, and no part that stays, is told with. */
  words: ReadonlySet<string>;
  /** Replies that say them back. */
  replies: readonly MessageId[];
};

/** @param gone rows that go: `/<table>/<id>`. */
export function* saidBackOf(scope: OwnerScope, wish: Wish, gone: ReadonlySet<string>): Steps<SaidBack> {
  // A belief goes with what told of it; its words may be those of messages that stay.
  if (wish.kind === 'belief') return { words: new Set(), replies: [] };
  const { holding } = scope.use(forgettingRepository);
  const kept = new Set(wordsOf(wish.stretch ? keptText(wish.stretch) : ''));
  for (const { id, name } of scope.use(partRepository).names())
    if (!gone.has(`/parts/${id}`)) for (const word of wordsOf(name)) kept.add(word);
  const words = new Set<string>();
  const suspects = new Map<MessageId, FoundMessage>();
  const stays = ({ id }: FoundMessage): boolean => !gone.has(`/messages/${id}`) && id !== wish.stretch?.message.id;
  for (const word of yield* candidatesIn(wish.texts)) {
    yield;
    if (kept.has(word)) continue;
    const replies: FoundMessage[] = [];
    let isKept = false;
    for (const found of holding(word)) {
      if (!stays(found)) continue;
      isKept = found.role === 'user';
      if (isKept) break;
      replies.push(found);
    }
    if (isKept) continue;
    words.add(word);
    for (const reply of replies) suspects.set(reply.id, reply);
  }
  // What was written of a part stays in the sessions it was written in.
  if (wish.kind === 'part') return { words, replies: [] };
  const direct = wish.stretch ? repliesTo(scope, wish.stretch.message) : [];
  const quoting: Message[] = [];
  for (const id of suspects.keys()) {
    yield;
    const reply = scope.use(messageRepository).get(id);
    if (reply && quotes(reply, words)) quoting.push(reply);
  }
  const replies = [...direct.filter((reply) => holdsAny(everythingIn(reply), words)), ...quoting];
  return { words, replies: [...new Set(replies.map(({ id }) => id))] };
}

const keptText = ({ message: { content }, start, end }: NonNullable<Wish['stretch']>): string =>
  `${content.slice(0, start)} ${content.slice(end)}`;

function* candidatesIn(texts: readonly string[]): Steps<Set<string>> {
  const candidates = new Set<string>();
  for (const text of texts) {
    yield;
    for (const word of wordsOf(text)) if (word.length >= WORD_MIN && candidates.size < WORDS_MAX) candidates.add(word);
  }
  return candidates;
}

function quotes({ content, metadata }: Message, words: ReadonlySet<string>): boolean {
  if (holdsAny(quotedIn(content), words)) return true;
  return !isScripted(metadata.provider) && wordsOf(content).some((word) => word.length >= TELLING_MIN && words.has(word));
}

const everythingIn = ({ content, metadata }: Message): string =>
  [content, ...(metadata.versions ?? []).map((version) => version.content)].join('\n');

/** What was answered to a message: up to what the person said next. */
function repliesTo(scope: OwnerScope, message: Message): Message[] {
  const replies: Message[] = [];
  const next = (): Message | undefined =>
    scope.use(messageRepository).after(message.sessionId, replies.at(-1)?.sequence ?? message.sequence, 1)[0];
  for (let reply = next(); reply && reply.role !== 'user'; reply = next()) replies.push(reply);
  return replies;
}
