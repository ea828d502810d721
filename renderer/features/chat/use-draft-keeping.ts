import { useCallback, useEffect, useRef } from 'react';
import { MESSAGE_MAX } from '../../../shared/entities/session.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { useClient } from '../../client/context.tsx';
import { createKept } from '../../client/kept.tsx';
import { useChatDraft } from './chat-draft.ts';

/** The unsent words as the database has them, and whose they are there; null until they were read, once after the profile was opened. */
const useStoredDraft = createKept<{ place: SessionId | null; text: string } | null>(null);

const PAUSE_MS = 400;

/**
 * Keeps the unsent words in the database as they are typed, so that they outlive a lock and a restart, and brings them back once.
 * @param sessionId the running session, null when there is none, undefined as long as that is not known.
 */
export function useDraftKeeping(sessionId: SessionId | null | undefined): void {
  const client = useClient();
  const { value: text, get: getText, set: setText } = useChatDraft();
  const { value: stored, get: getStored, set: setStored } = useStoredDraft();

  const keep = useCallback(() => {
    const before = getStored();
    const now = getText();
    if (sessionId === undefined || !before || now.length > MESSAGE_MAX) return;
    const moved = before.place !== sessionId;
    if (before.text === now && (!moved || now === '')) return;
    setStored({ place: sessionId, text: now });
    // Words that were typed while a session ended belong to the next one.
    if (moved && before.text !== '') void client.call('sessions.keepDraft', { sessionId: before.place, text: '' });
    void client.call('sessions.keepDraft', { sessionId, text: now });
  }, [client, getText, getStored, setStored, sessionId]);

  const isRead = stored !== null;
  useEffect(() => {
    if (sessionId === undefined || isRead) return;
    let left = false;
    void client.call('sessions.draft', { sessionId }).then((result) => {
      if (left || !result.ok) return;
      setStored({ place: sessionId, text: result.value.text });
      if (getText() === '') setText(result.value.text);
    });
    return () => {
      left = true;
    };
  }, [client, getText, setText, setStored, isRead, sessionId]);

  useEffect(() => {
    // Words that are gone because they were sent do not wait.
    const timer = setTimeout(keep, text === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, keep]);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  // Whatever ends this page begins with the field losing the focus, with a shortcut or with the page being left.
  useEffect(() => {
    const now = () => latest.current();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) now();
    };
    addEventListener('focusout', now);
    addEventListener('keydown', onKeyDown, { capture: true });
    addEventListener('pagehide', now);
    return () => {
      now();
      removeEventListener('focusout', now);
      removeEventListener('keydown', onKeyDown, { capture: true });
      removeEventListener('pagehide', now);
    };
  }, []);
}
