import type { Message, Session } from '../../../../shared/entities/session.ts';
import type { MessageId, PartId, SessionId } from '../../../../shared/ids.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { nameKey } from '../../parts/part-repository.ts';
import { privacyRepository } from '../../privacy/privacy-repository.ts';
import { messageRepository } from '../../sessions/message-repository.ts';

/** Says what no provider may be told of. Everything that becomes part of a request goes through it. */
export type KeptPrivate = {
  isPart(partId: PartId | null): boolean;
  /** A private session, or one that is with a private part. */
  hidesSession(session: Pick<Session, 'id' | 'partId'>): boolean;
  /** A message of a private session, written with a private part, spoken by or about one, one that calls it by its name, or one that was written in danger. */
  hides(message: Pick<Message, 'id' | 'sessionId' | 'content' | 'metadata'>): boolean;
  /** Whether words that were taken from a message are hidden with it. */
  hidesWordsOf(source: { messageId: MessageId | null; sessionId: SessionId | null }): boolean;
  /** Whether a text calls a private part by its name. */
  mentions(text: string): boolean;
};

/** Reads what is private now. Make it anew for every request: the person may have changed it since. */
export function keptPrivate(scope: OwnerScope): KeptPrivate {
  const flags = scope.use(privacyRepository);
  const named = flags.parts();
  const parts = new Set<string>(named.map(({ id }) => id));
  const sessions = new Set<string>(flags.sessions());
  const messages = new Set<string>(flags.messages());
  const names = named.flatMap(({ name }) => namePattern(name) ?? []);
  const isPart = (partId: PartId | null): boolean => partId !== null && parts.has(partId);
  const isSession = (sessionId: SessionId | null): boolean => sessionId !== null && sessions.has(sessionId);
  const mentions = (text: string): boolean => names.some((name) => name.test(nameKey(text)));
  const hides: KeptPrivate['hides'] = ({ id, sessionId, content, metadata: { crisis, guide, partId, speaker } }) =>
    crisis === true ||
    isSession(sessionId) ||
    messages.has(id) ||
    isPart(partId ?? guide?.partId ?? null) ||
    (speaker?.kind === 'part' && isPart(speaker.partId)) ||
    mentions(content);
  return {
    isPart,
    hidesSession: ({ id, partId }) => isSession(id) || isPart(partId),
    mentions,
    hides,
    hidesWordsOf({ messageId, sessionId }) {
      const message = messageId && scope.use(messageRepository).get(messageId);
      return isSession(sessionId) || (message ? hides(message) : false);
    },
  };
}

/** The name as a whole word, with or without its article: “The Watcher” is also called “my watcher”. */
function namePattern(name: string): RegExp | null {
  const bare = nameKey(name).replace(/^(?:the|my|a|an)\s+/u, '');
  if (bare === '') return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])${bare.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)}(?![\\p{L}\\p{N}])`, 'u');
}
