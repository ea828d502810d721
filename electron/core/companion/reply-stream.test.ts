import { describe, expect, it } from 'vitest';
import { testClock } from '../../../tests/support/test-core.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import type { CoreEvent } from '../../../shared/contracts/events.ts';
import { MessageId } from '../../../shared/ids.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { CompanionProvider, ReplyEvent } from './provider.ts';
import { streamReply } from './reply-stream.ts';

type Script = (signal: AbortSignal, clock: ReturnType<typeof testClock>) => AsyncIterable<ReplyEvent>;

/** A reply on its way, from a companion that follows a script. */
async function streaming(script: Script) {
  const { alice, connection, fill, ids, scopeOf } = await testDatabase();
  const { messages } = fill(alice);
  const scope = scopeOf(alice);
  const clock = testClock();
  const id = MessageId.parse(ids.next());
  scope.write('action', (table) =>
    table('messages').insert({
      ...messages,
      id,
      role: 'assistant',
      content: '',
      metadata: { delivery: 'streaming', provider: 'test' },
      sequence: 2,
    }),
  );
  const events: CoreEvent[] = [];
  const failures: unknown[] = [];
  const stop = new AbortController();
  const provider: CompanionProvider = { name: 'test', reply: (_request, signal) => script(signal, clock) };
  const job = { messageId: id, sessionId: messages.sessionId, provider, request: { turns: [], noticed: [], safetyOpen: false } };
  const stored = () => {
    const message = scope.use(messageRepository).get(id);
    return { content: message?.content, delivery: message?.metadata.delivery };
  };
  const listeners = { emit: (event: CoreEvent) => events.push(event), onFailure: (error: unknown) => failures.push(error) };
  const run = (more: Partial<{ emit: (event: CoreEvent) => void }> = {}) =>
    streamReply(job, stop.signal, { scope, clock, ...listeners, ...more });
  return { connection, scope, clock, events, failures, id, run, stop, stored };
}

const text = (piece: string): ReplyEvent => ({ type: 'text', text: piece });
const grown = (events: CoreEvent[]) => events.flatMap((event) => (event.type === 'reply.grew' ? [[event.from, event.text]] : []));

describe('a reply', () => {
  it('grows piece by piece, each at its place, and ends complete', async () => {
    const { events, failures, run, stored } = await streaming(async function* () {
      yield text('It sounds ');
      yield text('as if 👨‍👩‍👧 ');
      yield text('rest is near.');
    });
    await run();
    expect(grown(events)).toEqual([
      [0, 'It sounds '],
      [10, 'as if 👨‍👩‍👧 '],
      [25, 'rest is near.'],
    ]);
    expect(stored()).toEqual({ content: 'It sounds as if 👨‍👩‍👧 rest is near.', delivery: 'complete' });
    expect(events.at(-1)).toMatchObject({ type: 'reply.finished', message: { metadata: { delivery: 'complete', provider: 'test' } } });
    expect(failures).toEqual([]);
  });

  it('is on the disk a quarter of a second later at the latest', async () => {
    const seen: unknown[] = [];
    const reply = await streaming(async function* (_signal, clock) {
      for (const piece of ['one ', 'two ', 'three ', 'four ']) {
        yield text(piece);
        seen.push(reply.stored());
        clock.advance(130);
      }
    });
    await reply.run();
    expect(seen.map((row) => JSON.stringify(row))).toEqual(
      [
        { content: '', delivery: 'streaming' },
        { content: '', delivery: 'streaming' },
        { content: 'one two three ', delivery: 'streaming' },
        { content: 'one two three ', delivery: 'streaming' },
      ].map((row) => JSON.stringify(row)),
    );
  });

  it('keeps what came when it is stopped, and is marked interrupted', async () => {
    const reply = await streaming(async function* (signal) {
      yield text('half a ');
      reply.stop.abort();
      signal.throwIfAborted();
      yield text('sentence');
    });
    await reply.run();
    expect(reply.stored()).toEqual({ content: 'half a ', delivery: 'interrupted' });
    expect(reply.events.at(-1)).toMatchObject({ type: 'reply.finished', message: { content: 'half a ' } });
    expect(reply.failures).toEqual([]);
  });

  it('takes no further word after it was stopped, from a companion that does not listen', async () => {
    const reply = await streaming(async function* () {
      yield text('half a ');
      reply.stop.abort();
      yield text('sentence');
    });
    await reply.run();
    expect(reply.stored()).toEqual({ content: 'half a ', delivery: 'interrupted' });
  });

  it('ends when it is stopped, also when its companion never answers again', async () => {
    const reply = await streaming(async function* () {
      yield text('half a ');
      setImmediate(() => reply.stop.abort());
      await new Promise(() => undefined);
    });
    await reply.run();
    expect(reply.stored()).toEqual({ content: 'half a ', delivery: 'interrupted' });
  });

  it('keeps what came when its companion fails, and passes the failure on', async () => {
    const reply = await streaming(async function* () {
      yield text('half a ');
      throw new Error('the line is cut');
    });
    await reply.run();
    expect(reply.stored()).toEqual({ content: 'half a ', delivery: 'interrupted' });
    expect(reply.failures).toEqual([new Error('the line is cut')]);
  });

  it('does not fail when the disk is full: the failure is passed on and the reply ends', async () => {
    const reply = await streaming(async function* () {
      const { sqlite } = reply.connection;
      sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
      yield text('a long answer '.repeat(50_000));
    });
    await reply.run();
    expect(reply.failures).toMatchObject([{ code: 'DISK_FULL' }]);
    expect(reply.events.at(-1)).toMatchObject({ type: 'reply.finished' });
  });

  it('does not fail when its database is gone, or its message', async () => {
    const reply = await streaming(async function* () {
      reply.connection.close();
      yield text('too late');
    });
    await reply.run();
    expect(reply.failures.length).toBeGreaterThan(0);

    const deleted = await streaming(async function* () {
      deleted.scope.write('action', (table) => table('messages').remove(deleted.id));
      yield text('too late');
    });
    await deleted.run();
    expect(deleted.events.map(({ type }) => type)).toEqual(['reply.grew']);
  });
});
