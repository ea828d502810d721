import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { Message } from '../../../shared/entities/session.ts';
import { MessageId, SessionId } from '../../../shared/ids.ts';
import { createClient } from '../../client/client.ts';
import { createConversation } from './conversation.ts';

const sessionId = SessionId.parse('01936b5e-8f00-7000-8000-000000000000');
const idOf = (sequence: number) => MessageId.parse(`01936b5e-8f00-7000-8000-${String(sequence).padStart(12, '0')}`);
const message = (sequence: number, change: Partial<Message> = {}): Message => ({
  id: idOf(sequence),
  sessionId,
  role: 'user',
  content: `message ${sequence}`,
  metadata: { delivery: 'complete' },
  sequence,
  createdAt: sequence,
  ...change,
});

/** A core with one session whose calls can be looked at and whose events can be told. */
function fakeCore(stored: Message[], arrival: () => Promise<void> = () => Promise.resolve()) {
  const listeners = new Set<(event: CoreEvent) => void>();
  const client = createClient({
    async call() {
      // Read now, and on its way for as long as `arrival` takes.
      const value = { items: stored.slice(-50), hasBefore: stored.length > 50, hasAfter: false };
      await arrival();
      return { ok: true, value };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const tell = (event: CoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  const conversation = createConversation(client, sessionId);
  conversation.start();
  const contents = () => conversation.get().window?.items.map(({ content }) => content);
  return { conversation, tell, contents };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const reply = (content: string, delivery: 'streaming' | 'complete' = 'streaming') =>
  message(2, { role: 'assistant', content, metadata: { delivery } });

describe('a conversation', () => {
  it('opens at the end and grows with its replies', async () => {
    const { conversation, tell, contents } = fakeCore([message(1)]);
    await conversation.open(null);
    conversation.take([message(1), reply('')]);
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 0, text: 'It ' });
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 3, text: 'sounds' });
    expect(contents()).toEqual(['message 1', 'It sounds']);
    tell({ type: 'reply.finished', message: reply('It sounds heavy.', 'complete') });
    expect(contents()).toEqual(['message 1', 'It sounds heavy.']);
  });

  it('keeps words that come before their message', async () => {
    const { conversation, tell, contents } = fakeCore([message(1)]);
    await conversation.open(null);
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 0, text: 'Early' });
    conversation.take([message(1), reply('')]);
    expect(contents()).toEqual(['message 1', 'Early']);
  });

  it('does not step back when an answer is older than what came by itself', async () => {
    const { conversation, tell, contents } = fakeCore([message(1)]);
    await conversation.open(null);
    tell({ type: 'reply.finished', message: reply('All of it.', 'complete') });
    conversation.take([message(1), reply('')]);
    expect(contents()).toEqual(['message 1', 'All of it.']);
  });

  it('does not step back to a reply that is being written when what was read arrives after its end', async () => {
    const stored = [message(1), reply('It sou')];
    let arrive = (): void => undefined;
    const slow = () => new Promise<void>((resolve) => (arrive = resolve));
    const { conversation, tell, contents } = fakeCore(stored, slow);
    const deliveries = () => conversation.get().window?.items.map(({ metadata }) => metadata.delivery);
    const opened = conversation.open(null);
    tell({ type: 'reply.finished', message: reply('It sounds heavy.', 'complete') });
    arrive();
    await opened;
    expect(contents()).toEqual(['message 1', 'It sounds heavy.']);
    // The same with a reading that a change asked for.
    tell({ type: 'data.changed', entities: ['message'] });
    tell({ type: 'reply.finished', message: reply('It sounds heavy.', 'complete') });
    arrive();
    await settled();
    expect(deliveries()).toEqual(['complete', 'complete']);
    // One that is made again is being written all the same.
    const versions = [{ content: 'It sounds heavy.', createdAt: 2, delivery: 'complete' as const }];
    stored[1] = message(2, { role: 'assistant', content: '', createdAt: 9, metadata: { delivery: 'streaming', versions } });
    tell({ type: 'data.changed', entities: ['message'] });
    arrive();
    await settled();
    expect(deliveries()).toEqual(['complete', 'streaming']);
  });

  it('reads again when words were missed or messages changed', async () => {
    const stored = [message(1), reply('It sounds as if')];
    const { conversation, tell, contents } = fakeCore(stored);
    await conversation.open(null);
    stored[1] = reply('It sounds as if something');
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 99, text: 'late' });
    await settled();
    expect(contents()).toEqual(['message 1', 'It sounds as if something']);
    stored[0] = message(1, { content: 'changed' });
    tell({ type: 'data.changed', entities: ['message'] });
    await settled();
    expect(contents()?.[0]).toBe('changed');
  });

  it('keeps words of a reply that is made again until it is known to be', async () => {
    const { conversation, tell, contents } = fakeCore([message(1)]);
    await conversation.open(null);
    conversation.take([message(1), reply('The first.', 'complete')]);
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 0, text: 'The sec' });
    expect(contents()?.[1]).toBe('The first.');
    const versions = [{ content: 'The first.', createdAt: 2, delivery: 'complete' as const }];
    conversation.take([message(2, { role: 'assistant', content: '', createdAt: 9, metadata: { delivery: 'streaming', versions } })]);
    expect(contents()?.[1]).toBe('The sec');
    tell({ type: 'reply.grew', sessionId, messageId: idOf(2), from: 7, text: 'ond.' });
    expect(contents()?.[1]).toBe('The second.');
  });

  it('leaves other sessions alone', async () => {
    const { conversation, tell, contents } = fakeCore([message(1)]);
    await conversation.open(null);
    const elsewhere = SessionId.parse('01936b5e-8f00-7000-8000-0000000000ff');
    tell({ type: 'reply.finished', message: { ...reply('Other', 'complete'), sessionId: elsewhere } });
    expect(contents()).toEqual(['message 1']);
  });
});
