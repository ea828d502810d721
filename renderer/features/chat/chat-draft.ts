import { createKept } from '../../client/kept.tsx';

/**
 * The unsent words of the chat. Only one session runs at a time, so they belong to it or to the one that begins with them:
 * when a session ends by itself under someone who is typing, nothing is taken away.
 */
export const useChatDraft = createKept('');
