import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../../shared/entities/session.ts';
import { completeSentences } from './sentences.ts';

const KEPT = 4;

/** What a screen reader is told of a reply while it is written: one sentence after the other, each once it is complete. */
export function useReplyAnnouncements(latest: Message | null): readonly { key: number; words: string }[] {
  const [told, setTold] = useState<readonly { key: number; words: string }[]>([]);
  const place = useRef<{ id: string | null; next: number; key: number }>({ id: null, next: 0, key: 0 });
  useEffect(() => {
    if (!latest || latest.role !== 'assistant') return;
    const streaming = latest.metadata.delivery === 'streaming';
    if (place.current.id !== latest.id) {
      // Replies that were complete when they were first seen are read like any other text.
      if (!streaming) return;
      place.current = { ...place.current, id: latest.id, next: 0 };
    }
    // It is being made again.
    if (latest.content.length < place.current.next) place.current.next = 0;
    const { sentences, next } = completeSentences(latest.content, place.current.next, !streaming);
    place.current.next = next;
    if (sentences.length === 0) return;
    setTold((current) => [...current, ...sentences.map((words) => ({ key: place.current.key++, words }))].slice(-KEPT));
  }, [latest]);
  return told;
}
