import { NoteContent } from '../../../../shared/entities/note.ts';
import type { Message, Session } from '../../../../shared/entities/session.ts';
import type { ActionBus } from '../../actions/action-bus.ts';
import type { Actor } from '../../actions/actor.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { Failure } from '../../failure.ts';
import { createNote } from '../../notes/note-actions.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import type { Noticed } from '../provider.ts';
import { noticedIn } from '../settle-noticed.ts';
import { saysLetterIsFinished } from './answers.ts';

const PAGE = 200;

/** Whether there was a letter to keep, and the parts that were noticed in its lines. */
export type LetterKept = { letter: 'kept' | 'empty'; noticed: Noticed[] };

/**
 * Keeps what was written to a part in this session, since the letter began, as one letter: the person's own lines, an empty line between them. What comes then is no letter any more.
 * @param sequence only what was written before this counts.
 * @throws Failure TOO_LARGE.
 */
export function keepLetter(bus: ActionBus, actor: Actor, scope: OwnerScope, session: Session, sequence: number): LetterKept {
  const lines = linesOfLetter(scope, session, sequence);
  if (lines.length === 0) return { letter: 'empty', noticed: [] };
  const name = session.partId && scope.find('parts', session.partId)?.name;
  const content = lines.map((line) => line.content).join('\n\n');
  if (!NoteContent.safeParse(content).success)
    throw new Failure('TOO_LARGE', 'This letter is longer than one note can be. It stays in this session; finish the next one earlier.');
  bus.perform(actor, createNote, {
    kind: 'letter',
    partId: session.partId,
    sessionId: session.id,
    title: name ? `Letter to ${name}` : 'Letter',
    content,
  });
  return { letter: 'kept', noticed: lines.flatMap((line) => noticedIn(scope, line)) };
}

/** From the newest line back to where the letter began: another mode, another part, or the end of the letter before. */
function linesOfLetter(scope: OwnerScope, session: Session, sequence: number): Message[] {
  const lines: Message[] = [];
  for (let before = sequence; ;) {
    const page = scope.use(messageRepository).before(session.id, before, PAGE).toReversed();
    for (const line of page) {
      const { role, content, metadata } = line;
      const { guide } = metadata;
      const isToAnother = guide?.partId !== undefined && session.partId !== null && guide.partId !== session.partId;
      const isOther = guide && (guide.mode !== 'letter' || guide.at === 'letter_finished' || isToAnother);
      const isEarlier = role === 'user' && (metadata.mode !== 'letter' || saysLetterIsFinished(content));
      if (isOther === true || isEarlier) return lines;
      if (role === 'user') lines.unshift(line);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) return lines;
    before = last.sequence;
  }
}
