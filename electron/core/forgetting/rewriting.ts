import type { MapPosition } from '../../../shared/contracts/map.ts';
import type { Message, MessageMetadata, SessionMetadata } from '../../../shared/entities/session.ts';
import type { MessageId, NoteId, SessionId } from '../../../shared/ids.ts';
import type { RowAddress } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { mapRepository } from '../map/map-repository.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { holdsAny, shiftMarks, withoutWords } from './cut-words.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import type { SaidBack } from './said-back.ts';
import type { Wish } from './wish.ts';

/** Rows that stay and lose something. */
export type Rewriting = {
  messages: ReadonlyMap<MessageId, Pick<Message, 'content' | 'metadata'>>;
  notes: ReadonlyMap<NoteId, { title: string; content: string }>;
  sessions: ReadonlyMap<SessionId, SessionMetadata>;
  /** Where parts stand on the map. */
  positions: { rowId: string; value: MapPosition[] } | null;
  /** Rows (`/<table>/<id>`) of which no action may keep what they were. */
  emptying: ReadonlySet<string>;
  /** Rows whose actions lose a name and stay otherwise. */
  trimming: ReadonlySet<string>;
  /** Rows that go with what is taken from others. */
  going: readonly (RowAddress & { table: 'proposals' | 'partEvidence' | 'notes' })[];
};

/** Works out what is left of rows that stay, given the rows that go. Reads only. */
export function rewritingOf(scope: OwnerScope, wish: Wish, gone: ReadonlySet<string>, saidBack: SaidBack): Rewriting {
  const messages = new Map<MessageId, Pick<Message, 'content' | 'metadata'>>();
  const emptying = new Set<string>();
  const trimming = new Set<string>();
  const going: Rewriting['going'][number][] = [];
  const change = (id: MessageId, edit: (message: Pick<Message, 'content' | 'metadata'>) => Pick<Message, 'content' | 'metadata'>): void => {
    const message = messages.get(id) ?? scope.use(messageRepository).get(id);
    if (message && !gone.has(`/messages/${id}`)) messages.set(id, edit({ content: message.content, metadata: message.metadata }));
  };

  if (wish.stretch) {
    const { message } = wish.stretch;
    change(message.id, () => withoutStretch(wish.stretch, wish.texts, saidBack.words));
    emptying.add(`/messages/${message.id}`);
    going.push(...overlapping(scope, wish.stretch, saidBack.words));
  }
  for (const path of gone) {
    const [, table, id = ''] = path.split('/');
    const messageId = table === 'proposals' ? scope.find('proposals', id)?.messageId : undefined;
    if (messageId) change(messageId, (message) => withoutMarks(message, id));
  }
  const { notes, emptied } = notesWithout(scope, wish, gone, saidBack.words);
  for (const { id, left } of emptied) {
    emptying.add(`/notes/${id}`);
    if (left === null) going.push({ table: 'notes', id });
  }

  const { parts } = wish;
  const sessions = new Map<SessionId, SessionMetadata>();
  for (const part of parts) {
    for (const id of scope.use(forgettingRepository).naming(part.id, part.name)) {
      change(id, ({ content, metadata }) => ({ content, metadata: namelessMetadata(metadata, part) }));
      trimming.add(`/messages/${id}`);
    }
    for (const id of scope.use(forgettingRepository).sessionsWith(part.id)) {
      const { partId: _part, ...others } = scope.find('sessions', id)?.metadata ?? {};
      sessions.set(id, others);
    }
  }
  return { messages, notes, sessions, positions: parts.length > 0 ? positionsWithout(scope, parts) : null, emptying, trimming, going };
}

type Part = Wish['parts'][number];

function withoutStretch(
  stretch: Wish['stretch'],
  texts: readonly string[],
  words: ReadonlySet<string>,
): Pick<Message, 'content' | 'metadata'> {
  if (!stretch) throw new Error('There is no stretch.');
  const { message, start, end } = stretch;
  const { marks, versions, ...metadata } = message.metadata;
  const kept = (versions ?? [])
    .map((version) => ({ ...version, content: texts.reduce(withoutWords, version.content) }))
    // An earlier wording may say the same in almost the same words.
    .filter(({ content }) => content.trim() !== '' && !holdsAny(content, words));
  const shifted = shiftMarks(marks ?? [], { start, end });
  return {
    content: message.content.slice(0, start) + message.content.slice(end),
    metadata: { ...metadata, ...(shifted.length > 0 && { marks: shifted }), ...(kept.length > 0 && { versions: kept }) },
  };
}

function withoutMarks(
  { content, metadata }: Pick<Message, 'content' | 'metadata'>,
  proposalId: string,
): Pick<Message, 'content' | 'metadata'> {
  const { marks, ...others } = metadata;
  const left = (marks ?? []).filter((mark) => mark.proposalId !== proposalId);
  return { content, metadata: { ...others, ...(left.length > 0 && { marks: left }) } };
}

/** What was offered for words in the stretch, and evidence that quotes some of them. */
function overlapping(scope: OwnerScope, stretch: NonNullable<Wish['stretch']>, words: ReadonlySet<string>): Rewriting['going'][number][] {
  const { message, start, end } = stretch;
  const { content } = message;
  const stands = (quote: string): boolean => {
    for (let at = content.indexOf(quote); at !== -1; at = content.indexOf(quote, at + 1))
      if (at < end && at + quote.length > start) return true;
    return false;
  };
  const touches = (quote: string): boolean => stands(quote) || (!content.includes(quote) && holdsAny(quote, words));
  const quoteOf = (table: 'proposals' | 'partEvidence', id: string): string => scope.find(table, id)?.quote ?? '';
  return scope.links
    .childrenOf('messages', message.id)
    .flatMap(({ table, id }) => (table === 'proposals' || table === 'partEvidence' ? [{ table, id }] : []))
    .filter(({ table, id }) => touches(quoteOf(table, id)));
}

/** Notes and letters that were made of what was written in a session that stays. */
function notesWithout(scope: OwnerScope, { left, texts }: Wish, gone: ReadonlySet<string>, words: ReadonlySet<string>) {
  const notes = new Map<NoteId, { title: string; content: string }>();
  const emptied: { id: NoteId; left: string | null }[] = [];
  for (const { sessionId } of left) {
    for (const note of scope.use(forgettingRepository).notesIn(sessionId)) {
      if (gone.has(`/notes/${note.id}`)) continue;
      const content = texts.reduce(withoutWords, note.content);
      const title = holdsAny(note.title, words) ? '' : note.title;
      if (content === note.content && title === note.title && !holdsAny(content, words)) continue;
      const isLeft = content.trim() !== '' && !holdsAny(content, words);
      emptied.push({ id: note.id, left: isLeft ? content : null });
      if (isLeft) notes.set(note.id, { title, content });
    }
  }
  return { notes, emptied };
}

const tells = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase());

/** What is said as a part keeps that it was a part. */
function namelessMetadata({ partId, speaker, tools, ...metadata }: MessageMetadata, { id, name }: Part): MessageMetadata {
  return {
    ...metadata,
    ...(partId && partId !== id && { partId }),
    ...(speaker && { speaker: speaker.kind === 'part' && speaker.partId === id ? { ...speaker, name: '' } : speaker }),
    ...(tools && { tools: tools.map((use) => (tells(use.about, name) ? { ...use, about: '' } : use)) }),
  };
}

function positionsWithout(scope: OwnerScope, parts: readonly Part[]): Rewriting['positions'] {
  const { rowId, positions } = scope.use(mapRepository).kept();
  const value = positions.filter(({ partId }) => !parts.some(({ id }) => id === partId));
  return rowId !== null && value.length !== positions.length ? { rowId, value } : null;
}
