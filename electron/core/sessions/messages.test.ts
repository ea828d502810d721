import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { SessionId } from '../../../shared/ids.ts';

describe('the messages of a session', () => {
  let core: UnlockedCore;
  let sessionId: SessionId;
  let other: Message;
  let all: Message[];

  const list = (window: RouteInput<'messages.list'>['window'], limit = 50) => core.ask('messages.list', { sessionId, window, limit });
  const contents = async (window: RouteInput<'messages.list'>['window'], limit?: number) => {
    const { items, ...more } = await list(window, limit);
    return { at: items.map(({ sequence }) => all.findIndex((message) => message.sequence === sequence)), ...more };
  };

  // Ten messages and their replies, with another session's messages written before and after them.
  beforeAll(async () => {
    core = await unlockedCore();
    const before = await core.say('Another evening.');
    await core.ask('sessions.end', { sessionId: before.session.id });
    for (let at = 0; at < 10; at += 1) sessionId = (await core.say(`Words number ${at}`)).session.id;
    await core.ask('sessions.end', { sessionId });
    other = (await core.say('And another one.')).message;
    all = (await core.ask('messages.list', { sessionId, limit: 200 })).items;
  });

  it('come oldest first, only those of the session, and all of them when they fit', () => {
    expect(all).toHaveLength(20);
    expect(all.filter(({ role }) => role === 'user').map(({ content }) => content)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Words number ${at}`),
    );
  });

  it('can be had from the end', async () => {
    expect(await contents({ at: 'end' }, 3)).toEqual({ at: [17, 18, 19], hasBefore: true, hasAfter: false });
    expect(await contents({ at: 'end' }, 20)).toMatchObject({ hasBefore: false, hasAfter: false });
    expect((await core.ask('messages.list', { sessionId })).items).toEqual(all);
  });

  it('can be had before and after one', async () => {
    const [first, , , fourth] = all;
    const last = all.at(-1);
    if (!first || !fourth || !last) throw new Error('too few messages');
    expect(await contents({ at: 'before', sequence: fourth.sequence }, 2)).toEqual({ at: [1, 2], hasBefore: true, hasAfter: true });
    expect(await contents({ at: 'before', sequence: fourth.sequence }, 3)).toEqual({ at: [0, 1, 2], hasBefore: false, hasAfter: true });
    expect(await contents({ at: 'before', sequence: first.sequence })).toEqual({ at: [], hasBefore: false, hasAfter: true });
    expect(await contents({ at: 'before', sequence: last.sequence + 1 }, 1)).toEqual({ at: [19], hasBefore: true, hasAfter: false });
    expect(await contents({ at: 'after', sequence: fourth.sequence }, 2)).toEqual({ at: [4, 5], hasBefore: true, hasAfter: true });
    expect(await contents({ at: 'after', sequence: 0 }, 20)).toMatchObject({ hasBefore: false, hasAfter: false });
    expect(await contents({ at: 'after', sequence: last.sequence })).toEqual({ at: [], hasBefore: true, hasAfter: false });
    expect(await contents({ at: 'after', sequence: Number.MAX_SAFE_INTEGER })).toEqual({ at: [], hasBefore: true, hasAfter: false });
  });

  it('can be had around one, which is always among them', async () => {
    const around = (at: number, limit: number) => contents({ at: 'around', messageId: all[at]?.id ?? other.id }, limit);
    expect(await around(10, 5)).toEqual({ at: [8, 9, 10, 11, 12], hasBefore: true, hasAfter: true });
    expect(await around(10, 1)).toEqual({ at: [10], hasBefore: true, hasAfter: true });
    expect(await around(10, 2)).toEqual({ at: [10, 11], hasBefore: true, hasAfter: true });
    expect(await around(0, 5)).toEqual({ at: [0, 1, 2, 3, 4], hasBefore: false, hasAfter: true });
    expect(await around(19, 5)).toMatchObject({ hasBefore: true, hasAfter: false });
    expect((await around(19, 5)).at.at(-1)).toBe(19);
    expect(await around(10, 200)).toMatchObject({ hasBefore: false, hasAfter: false });
  });

  it('around one of another session are not found', async () => {
    expect((await core.refusal('messages.list', { sessionId, window: { at: 'around', messageId: other.id } })).code).toBe('NOT_FOUND');
  });

  it('refuse windows of no size or out of reach', async () => {
    for (const limit of [0, 201, 1.5, '3']) expect((await core.refusal('messages.list', { sessionId, limit })).code).toBe('INVALID_INPUT');
    for (const window of [{ at: 'before' }, { at: 'before', sequence: 0 }, { at: 'end', sequence: 3 }, { at: 'middle' }, 'end'])
      expect((await core.refusal('messages.list', { sessionId, window })).code).toBe('INVALID_INPUT');
  });

  it('walked page by page, from either end, come each once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (limit) => {
        let page = await list({ at: 'end' }, limit);
        let walked = page.items;
        while (page.hasBefore) {
          page = await list({ at: 'before', sequence: walked[0]?.sequence ?? 1 }, limit);
          walked = [...page.items, ...walked];
        }
        expect(walked).toEqual(all);

        page = await list({ at: 'after', sequence: 0 }, limit);
        walked = page.items;
        while (page.hasAfter) {
          page = await list({ at: 'after', sequence: walked.at(-1)?.sequence ?? 0 }, limit);
          walked = [...walked, ...page.items];
        }
        expect(walked).toEqual(all);
      }),
      { numRuns: 25 },
    );
  });
});
