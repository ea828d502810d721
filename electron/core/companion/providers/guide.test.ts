import { describe, expect, it } from 'vitest';
import { testClock } from '../../../../tests/support/test-core.ts';
import { composeReply } from '../guide/reply.ts';
import type { ReplyEvent } from '../provider.ts';
import { createGuide } from './guide.ts';

const request = {
  turns: [],
  noticed: [{ name: 'The Planner', role: 'manager', quote: 'lists again', known: false }],
  safetyOpen: false,
} as const;
const wordsOf = (event: ReplyEvent): string[] => (event.type === 'text' ? [event.text] : []);

describe('the guide', () => {
  it('gives its reply word by word, at a reading pace, and all of it, after where it stands', async () => {
    const clock = testClock();
    const started = clock.now();
    const events: ReplyEvent[] = [];
    for await (const event of createGuide(clock, 40).reply(request, new AbortController().signal)) events.push(event);
    const { text, state } = composeReply(request);
    const pieces = events.flatMap(wordsOf);
    expect(events[0]).toEqual({ type: 'guide', state });
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(10);
    expect(clock.now() - started).toBe(pieces.length * 40);
  });

  it.each([0, 40])('stops as soon as it is told to, at a pace of %i', async (pace) => {
    const stop = new AbortController();
    const pieces: string[] = [];
    const listen = async () => {
      for await (const event of createGuide(testClock(), pace).reply(request, stop.signal)) {
        pieces.push(...wordsOf(event));
        if (pieces.length === 3) stop.abort();
      }
    };
    await expect(listen()).rejects.toThrow();
    expect(pieces).toHaveLength(3);
  });
});
