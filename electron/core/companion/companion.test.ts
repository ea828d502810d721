import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestClock, temporaryFolder, testClock, testCore, testIds } from '../../../tests/support/test-core.ts';
import { readableCore, storedIn } from '../../../tests/support/exported.ts';
import { hashDerivation, onePart, passphrase, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import { CoreEvent } from '../../../shared/contracts/events.ts';

/** A clock under which a reply waits after its first words until it is let go, or stopped. */
function holdingClock(wordsBeforeHold: number): TestClock & { release(): void; held: Promise<void> } {
  const clock = testClock();
  let words = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hold = () => {};
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  return {
    ...clock,
    held,
    release: () => release(),
    delay: async (milliseconds, signal) => {
      words += 1;
      await clock.delay(milliseconds, signal);
      if (words < wordsBeforeHold) return;
      hold();
      await Promise.race([
        released,
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
      ]);
    },
  };
}

const grown = (events: CoreEvent[]) => events.flatMap((event) => (event.type === 'reply.grew' ? [event.text] : [])).join('');

describe('saying something', () => {
  it('keeps it and answers at once; the reply then grows and finishes', async () => {
    const core = await unlockedCore();
    const { message, reply, session } = await core.ask('companion.say', { text: onePart });
    expect(message).toMatchObject({ role: 'user', content: onePart, sessionId: session.id, metadata: { delivery: 'complete' } });
    expect(reply).toMatchObject({ role: 'assistant', content: '', metadata: { delivery: 'streaming', provider: 'guide' } });
    expect(reply.sequence).toBe(message.sequence + 1);
    expect(grown(core.events)).toBe('');
    await core.replied(reply.id);
    const [, stored] = (await core.ask('messages.list', { sessionId: session.id })).items;
    expect(stored).toMatchObject({ id: reply.id, content: grown(core.events), metadata: { delivery: 'complete' } });
    expect(stored?.content).toContain('“');
    for (const event of core.events) CoreEvent.parse(event);
  });

  it('the same thing many times is not answered with the same sentence twice running', async () => {
    const core = await unlockedCore();
    let sessionId = '';
    for (let at = 0; at < 12; at += 1) sessionId = (await core.say('It was a day.')).session.id;
    const { items } = await core.ask('messages.list', { sessionId });
    const replies = items.filter(({ role }) => role === 'assistant').map(({ content }) => content);
    expect(new Set(replies.slice(0, 8)).size).toBe(8);
    for (const [at, reply] of replies.entries()) if (at > 0) expect(reply).not.toBe(replies[at - 1]);
  });

  it('that is refused leaves nothing: no session, no message, no action', async () => {
    const core = await readableCore();
    const before = storedIn(core).agentActions.length;
    expect((await core.refusal('companion.say', { text: 'Hello', sessionId: '01900000-0000-7000-8000-ffffffffffff' })).code).toBe(
      'NOT_FOUND',
    );
    expect((await core.ask('sessions.list', {})).items).toEqual([]);
    expect(storedIn(core).agentActions).toHaveLength(before);
  });

  it('is told to listeners, and one that fails spoils nothing', async () => {
    const core = await unlockedCore();
    core.subscribe(() => {
      throw new Error('my secret');
    });
    const seen: string[] = [];
    const end = core.subscribe(({ type }) => seen.push(type));
    const { reply } = await core.say('Hello there.');
    end();
    expect(seen).toContain('data.changed');
    expect(seen.at(-1)).toBe('reply.finished');
    const { items } = await core.ask('messages.list', { sessionId: reply.sessionId });
    expect(items.at(-1)?.metadata.delivery).toBe('complete');
    expect(core.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(core.log)).not.toContain('secret');
  });

  it('has its whole cost in one commit: listeners hear of every change together', async () => {
    const core = await unlockedCore();
    await core.ask('companion.say', { text: onePart });
    const changes = core.events.flatMap((event) => (event.type === 'data.changed' ? [event.entities.toSorted()] : []));
    expect(changes).toEqual([['action', 'message', 'proposal', 'session']]);
  });
});

describe('a reply', () => {
  it('stopped keeps what came and is marked interrupted; stopping it again changes nothing', async () => {
    const clock = holdingClock(5);
    const core = await unlockedCore({ clock, replyPaceMs: 40 });
    const { reply } = await core.ask('companion.say', { text: 'It was a day.' });
    await clock.held;
    await core.ask('companion.stop', { messageId: reply.id });
    const { items } = await core.ask('messages.list', { sessionId: reply.sessionId });
    expect(items.at(-1)).toMatchObject({ content: grown(core.events), metadata: { delivery: 'interrupted' } });
    expect(grown(core.events).trim().split(' ')).toHaveLength(5);
    await core.ask('companion.stop', { messageId: reply.id });
    expect((await core.ask('messages.list', { sessionId: reply.sessionId })).items).toEqual(items);
    expect((await core.refusal('companion.stop', { messageId: '01900000-0000-7000-8000-ffffffffffff' })).code).toBe('NOT_FOUND');
  });

  it('cut off by locking keeps what came, and nothing of it is told after the lock', async () => {
    const clock = holdingClock(5);
    const core = await unlockedCore({ clock, replyPaceMs: 40 });
    const { reply } = await core.ask('companion.say', { text: 'It was a day.' });
    await clock.held;
    const words = grown(core.events);
    await core.ask('profiles.lock', {});
    clock.release();
    expect(core.events.at(-1)).toEqual({ type: 'lock.changed', lock: { state: 'locked' } });
    expect(core.events.filter(({ type }) => type === 'reply.finished')).toEqual([]);
    const told = core.events.length;
    await core.unlock();
    const { items } = await core.ask('messages.list', { sessionId: reply.sessionId });
    expect(items.at(-1)).toMatchObject({ content: words, metadata: { delivery: 'interrupted' } });
    expect(core.events.slice(told).filter(({ type }) => type !== 'lock.changed')).toEqual([]);
  });

  it('that has not begun when the profile is locked is interrupted and empty', async () => {
    const core = await unlockedCore();
    const said = core.ask('companion.say', { text: 'It was a day.' });
    const locked = core.ask('profiles.lock', {});
    const { reply } = await said;
    await locked;
    await core.unlock();
    const { items } = await core.ask('messages.list', { sessionId: reply.sessionId });
    expect(items.at(-1)).toMatchObject({ content: '', metadata: { delivery: 'interrupted' } });
    expect(core.events.filter(({ type }) => type.startsWith('reply'))).toEqual([]);
  });

  it('that a crash cut off has what was written down, and is interrupted at the next unlock', async () => {
    // 100 ms a word: after seven of them something is on the disk.
    const clock = holdingClock(7);
    const core = await unlockedCore({ clock, replyPaceMs: 100 });
    const { message, reply } = await core.ask('companion.say', { text: 'It was a day.' });
    await clock.held;
    const dataDir = temporaryFolder();
    cpSync(core.dataDir, dataDir, { recursive: true });

    const after = testCore({ dataDir, keyDerivation: hashDerivation, ids: testIds(9000) });
    await after.ask('profiles.unlock', { profileId: core.profile.id, secret: { kind: 'passphrase', passphrase } });
    const { items } = await after.ask('messages.list', { sessionId: reply.sessionId });
    expect(items[0]).toEqual(message);
    expect(items[1]?.metadata.delivery).toBe('interrupted');
    expect(items[1]?.content).not.toBe('');
    expect(grown(core.events).startsWith(items[1]?.content ?? 'nothing')).toBe(true);
    expect(await after.ask('database.check', {})).toMatchObject({ sound: true });
    await core.stop();
  });
});

describe('an export', () => {
  it('that is under way when the profile is locked is cancelled, and the lock does not wait for its reader', async () => {
    let go = () => {};
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const core = await unlockedCore({
      saveFile: async ({ content }) => {
        for await (const _piece of content) {
          begun();
          await wait;
        }
        return { outcome: 'cancelled' };
      },
    });
    // More than one piece.
    for (const text of ['a long evening '.repeat(20_000), 'a longer night '.repeat(20_000)]) await core.say(text);
    const exporting = core.refusal('transfer.export', {});
    await started;
    await core.ask('profiles.lock', {});
    // A thread that still had the database open would have kept its log there.
    const files = readdirSync(join(core.dataDir, 'profiles', core.profile.id)).filter((name) => name.startsWith('trailhead'));
    expect(files).toEqual(['trailhead.db']);
    go();
    expect((await exporting).code).toBe('CANCELLED');
    await core.unlock();
  });
});
