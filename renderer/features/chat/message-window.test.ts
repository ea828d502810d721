import { describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/entities/session.ts';
import { MessageId, SessionId } from '../../../shared/ids.ts';
import {
  WINDOW_MOST,
  appendPage,
  furtherOf,
  growReply,
  isShifted,
  noteTool,
  prependPage,
  putMessage,
  refreshWindow,
  streamingReply,
  trimWindow,
  type MessageWindow,
} from './message-window.ts';

const sessionId = SessionId.parse('01936b5e-8f00-7000-8000-000000000000');
const idOf = (sequence: number) => MessageId.parse(`01936b5e-8f00-7000-8000-${String(sequence).padStart(12, '0')}`);
const message = (sequence: number, change: Partial<Message> = {}): Message => ({
  id: idOf(sequence),
  sessionId,
  role: sequence % 2 ? 'user' : 'assistant',
  content: `message ${sequence}`,
  metadata: { delivery: 'complete' },
  sequence,
  createdAt: sequence,
  ...change,
});
const stretch = (from: number, to: number, hasBefore = false, hasAfter = false): MessageWindow => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  hasBefore,
  hasAfter,
});
const sequences = ({ items }: MessageWindow) => items.map(({ sequence }) => sequence);
const streaming = (sequence: number, content: string) =>
  message(sequence, { role: 'assistant', content, metadata: { delivery: 'streaming' } });

describe('pages', () => {
  it('are added in front and behind without doubles', () => {
    const window = prependPage(stretch(5, 8, true, true), stretch(2, 5, true, true));
    expect(sequences(window)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(window).toMatchObject({ hasBefore: true, hasAfter: true });
    const longer = appendPage(window, stretch(8, 10));
    expect(sequences(longer)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(longer).toMatchObject({ hasBefore: true, hasAfter: false });
  });

  it('tell whether the start moved', () => {
    const before = stretch(5, 8);
    expect(isShifted(before, prependPage(before, stretch(1, 4)))).toBe(true);
    expect(isShifted(before, appendPage(before, stretch(9, 12)))).toBe(false);
    expect(isShifted(null, before)).toBe(false);
  });
});

describe('trimWindow', () => {
  it('drops the far side only, and says that there is more', () => {
    const long = stretch(1, WINDOW_MOST + 50);
    const atEnd = trimWindow(long, { first: 235, last: 249 });
    expect(atEnd.items).toHaveLength(WINDOW_MOST);
    expect(atEnd).toMatchObject({ hasBefore: true, hasAfter: false });
    expect(atEnd.items.at(-1)?.sequence).toBe(WINDOW_MOST + 50);
    const atStart = trimWindow(long, { first: 2, last: 15 });
    expect(atStart.items[0]?.sequence).toBe(1);
    expect(atStart).toMatchObject({ hasBefore: false, hasAfter: true });
  });

  it('keeps what is near and leaves short windows alone', () => {
    const short = stretch(1, 60);
    expect(trimWindow(short, { first: 0, last: 10 })).toBe(short);
    const long = stretch(1, WINDOW_MOST + 100);
    const middle = trimWindow(long, { first: 145, last: 155 });
    expect(sequences(middle)).toContain(100);
    expect(sequences(middle)).toContain(200);
  });
});

describe('putMessage', () => {
  it('replaces, appends at the end, and leaves other stretches alone', () => {
    const window = stretch(1, 3);
    expect(putMessage(window, message(2, { content: 'changed' })).items[1]?.content).toBe('changed');
    expect(sequences(putMessage(window, message(4)))).toEqual([1, 2, 3, 4]);
    const elsewhere = stretch(1, 3, false, true);
    expect(putMessage(elsewhere, message(4))).toBe(elsewhere);
  });
});

describe('growReply', () => {
  const window = putMessage(stretch(1, 1), streaming(2, 'It sounds'));

  it('continues at the offset', () => {
    const result = growReply(window, { messageId: idOf(2), from: 9, text: ' as if' });
    expect(result.outcome === 'grown' && result.window.items[1]?.content).toBe('It sounds as if');
  });

  it('takes words twice without doubling them', () => {
    const result = growReply(window, { messageId: idOf(2), from: 3, text: 'sounds' });
    expect(result).toEqual({ outcome: 'grown', window });
  });

  it('says when something was missed, is unknown or over', () => {
    expect(growReply(window, { messageId: idOf(2), from: 20, text: 'x' }).outcome).toBe('gap');
    expect(growReply(window, { messageId: idOf(7), from: 0, text: 'x' }).outcome).toBe('missing');
    expect(growReply(stretch(1, 2), { messageId: idOf(2), from: 0, text: 'x' }).outcome).toBe('finished');
  });
});

describe('refreshWindow', () => {
  it('takes over changes and keeps what is the same', () => {
    const window = stretch(1, 3);
    const read = { ...stretch(1, 3), items: [message(1), message(2, { content: 'changed' }), message(3)] };
    const fresh = refreshWindow(window, read, 3);
    expect(fresh.items[0]).toBe(window.items[0]);
    expect(fresh.items[1]?.content).toBe('changed');
    expect(refreshWindow(window, stretch(1, 3), 3)).toBe(window);
  });

  it('removes deleted messages and adds new ones at the end', () => {
    const read = { ...stretch(1, 4), items: [message(1), message(3), message(4)] };
    expect(sequences(refreshWindow(stretch(1, 3), read, 3))).toEqual([1, 3, 4]);
  });

  it('does not reach past a window that is not at the end', () => {
    expect(sequences(refreshWindow(stretch(1, 3, false, true), stretch(1, 9), 3))).toEqual([1, 2, 3]);
  });

  it('never takes words back from a reply being written, nor drops what came meanwhile', () => {
    const window = putMessage(putMessage(stretch(1, 1), streaming(2, 'It sounds as if')), message(3));
    const read = { ...stretch(1, 1), items: [message(1), streaming(2, 'It sounds')] };
    const fresh = refreshWindow(window, read, 2);
    expect(fresh.items[1]?.content).toBe('It sounds as if');
    expect(sequences(fresh)).toEqual([1, 2, 3]);
  });

  it('lets go of the last messages when they are deleted, and keeps those that came while it was read', () => {
    expect(sequences(refreshWindow(stretch(1, 4), stretch(1, 2), 4))).toEqual([1, 2]);
    expect(refreshWindow(stretch(1, 2), { items: [], hasBefore: false, hasAfter: false }, 2).items).toEqual([]);
    expect(sequences(refreshWindow(stretch(1, 4), stretch(1, 2), 3))).toEqual([1, 2, 4]);
  });

  it('never takes an earlier version for a later one', () => {
    const version = { content: 'first', createdAt: 2, delivery: 'complete' as const };
    const again = message(2, { role: 'assistant', content: '', createdAt: 9, metadata: { delivery: 'streaming', versions: [version] } });
    const before = message(2, { role: 'assistant', content: 'first' });
    expect(refreshWindow(putMessage(stretch(1, 2), again), putMessage(stretch(1, 2), before), 2).items[1]).toBe(again);
    expect(refreshWindow(putMessage(stretch(1, 2), before), putMessage(stretch(1, 2), again), 2).items[1]).toBe(again);
    expect(furtherOf(before, again)).toBe(again);
    expect(furtherOf(again, before)).toBe(again);
  });
});

describe('streamingReply', () => {
  it('is the last one being written', () => {
    expect(streamingReply(stretch(1, 3))).toBeNull();
    expect(streamingReply(putMessage(stretch(1, 3), streaming(4, 'x')))?.sequence).toBe(4);
    expect(streamingReply(null)).toBeNull();
  });
});

describe('what the companion did', () => {
  const use = { tool: 'get_part', about: 'The Planner', outcome: 'done' as const };
  const note = (window: MessageWindow, sequence: number, at: number) => noteTool(window, { messageId: idOf(sequence), at, use });
  const toolsIn = (window: MessageWindow) => window.items.at(-1)?.metadata.tools?.length ?? 0;

  it('is noted on a reply that is being written, each once and in order', () => {
    const window: MessageWindow = { items: [message(1), streaming(2, '')], hasBefore: false, hasAfter: false };
    const once = note(window, 2, 0);
    expect(toolsIn(once)).toBe(1);
    expect(note(once, 2, 0)).toBe(once);
    expect(toolsIn(note(once, 2, 1))).toBe(2);
    expect(note(window, 2, 1)).toBe(window);
  });

  it('changes nothing on one that is finished or far away', () => {
    const window = stretch(1, 2);
    expect(note(window, 2, 0)).toBe(window);
    expect(note(window, 9, 0)).toBe(window);
  });
});
