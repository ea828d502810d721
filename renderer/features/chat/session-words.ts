import { MESSAGE_COUNT_MAX, type Session } from '../../../shared/entities/session.ts';
import { counted, dayWords, momentWords, timeWords } from '../../components/dates.ts';

/** How a session is called: by its title, or as the one that is running. */
export const sessionName = (session: Session): string => session.title ?? (session.status === 'active' ? 'Running' : 'Untitled session');

/** Since when a session runs. */
export const startedWords = (session: Session): string => `Running since ${momentWords(session.startedAt)}`;

const messagesWords = (count: number) =>
  count < MESSAGE_COUNT_MAX ? counted(count, 'message', 'messages') : `${counted(MESSAGE_COUNT_MAX, 'message', 'messages')} or more`;

/** When a session was, and how much was said. */
export const sessionSummary = (session: Session): string =>
  `${dayWords(session.startedAt)}, ${timeWords(session.startedAt)} · ${messagesWords(session.messageCount)}`;

/** What it means to keep a session from providers, and from memory. */
export const flagHints = {
  private: 'No provider is ever told of it. It is answered on this computer.',
  forgetful: 'It stays in the list and can be read, and nothing of it goes into memory.',
} as const;

/** What is set about a session, where that is not as usual. */
export const flagWords = (session: Session): string[] => [
  ...(session.private ? ['Private'] : []),
  ...(session.remembered ? [] : ['No memory is kept of it']),
];
