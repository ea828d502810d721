import type { Belief, MemorySource, Reason } from '../../../shared/entities/memory.ts';
import type { OwnerScope } from '../db/owner-scope.ts';

/** Words of a reason that are shown at once; the message itself is one click away. */
const WORDS_MAX = 600;

/** The reasons for a belief, newest first: what was written, as long as it is there. What settled it comes before all. */
export const reasonsFor = (scope: OwnerScope, { settled, sources }: Belief): Reason[] =>
  [...new Set([...(settled ? [settled.by] : []), ...sources.toReversed()])].map((source) => reasonOf(scope, source));

/** What one source is, as far as it is there. */
export function reasonOf(scope: OwnerScope, source: MemorySource): Reason {
  const gone: Reason = { source, sessionId: null, messageId: null, words: null, at: null };
  const [kind, id = ''] = source.split(':');
  if (kind === 'message') {
    const message = scope.find('messages', id);
    if (!message) return gone;
    const { sessionId, content, createdAt } = message;
    const words = content.length > WORDS_MAX ? `${content.slice(0, WORDS_MAX).toWellFormed().trimEnd()}…` : content;
    return { source, sessionId, messageId: message.id, words, at: createdAt };
  }
  if (kind === 'session') {
    const session = scope.find('sessions', id);
    return session ? { ...gone, sessionId: session.id, words: session.title, at: session.startedAt } : gone;
  }
  const row = kind === 'check_in' ? scope.find('checkIns', id) : scope.find('insights', id);
  return { ...gone, at: row?.createdAt ?? null };
}
