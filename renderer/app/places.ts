import type { BeliefId, MessageId, NoteId, PartId, SessionId } from '../../shared/ids.ts';

/** The addresses of the application's pages, inside the hash. */
export const places = {
  chat: '/chat',
  sessions: '/sessions',
  parts: '/parts',
  notes: '/notes',
  map: '/map',
  memory: '/memory',
  activity: '/activity',
  settings: '/settings',
  background: '/settings/background',
  help: '/help',
  safetyPlan: '/plan',
  session: (sessionId: SessionId) => `/sessions/${sessionId}`,
  /** A session at one message. With a part, the words of its evidence are marked in that message. */
  message: (sessionId: SessionId, messageId: MessageId, partId?: PartId) =>
    `/sessions/${sessionId}?message=${messageId}${partId ? `&part=${partId}` : ''}`,
  note: (noteId: NoteId) => `/notes/${noteId}`,
  /** A session at a message that is the reason for something remembered, with its words marked. */
  reason: (sessionId: SessionId, messageId: MessageId, beliefId: BeliefId) =>
    `/sessions/${sessionId}?message=${messageId}&belief=${beliefId}`,
  part: (partId: PartId) => `/parts/${partId}`,
} as const;
