import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { DeliveryState, Message, MessageMetadata, ToolUse } from '../../../shared/entities/session.ts';
import type { MessageId, SessionId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { Clock } from '../ports.ts';
import type { CompanionProvider, CompanionRequest } from './provider.ts';

/** A reply on its way is written to disk at least this often, so that a crash loses no more than this. */
const FLUSH_MS = 250;

export type ReplyJob = {
  messageId: MessageId;
  sessionId: SessionId;
  provider: CompanionProvider;
  request: CompanionRequest;
  introduced?: string;
};

/**
 * Carries a reply from a companion into the database and to whoever listens, until it is complete, fails or is stopped.
 * What came is kept in every case. Never rejects: a provider's failure ends the reply as interrupted and is given to `onFailure`.
 */
export async function streamReply(
  job: ReplyJob,
  signal: AbortSignal,
  options: { scope: OwnerScope; clock: Clock; emit: (event: CoreEvent) => void; onFailure: (error: unknown) => void },
): Promise<void> {
  const { scope, clock, emit } = options;
  const about = { sessionId: job.sessionId, messageId: job.messageId };
  let content = '';
  /** Where the Guide stands, what was done, who took over, and how it was introduced. */
  let account: ReplyAccount = job.introduced === undefined ? {} : { introduced: job.introduced };
  let flushedAt = clock.now();
  let delivery: DeliveryState = 'complete';
  try {
    for await (const event of untilAborted(job.provider.reply(job.request, signal), signal)) {
      switch (event.type) {
        case 'text':
          emit({ type: 'reply.grew', ...about, from: content.length, text: event.text });
          content += event.text;
          break;
        case 'guide':
          account = { ...account, guide: event.state };
          continue;
        case 'tool':
          account = { ...account, tools: [...(account.tools ?? []), event.use] };
          emit({ type: 'reply.tool', ...about, at: (account.tools?.length ?? 1) - 1, use: event.use });
          break;
        case 'took_over':
          account = { ...account, tookOver: event.reason, provider: event.provider };
          break;
        case 'broke_off':
          account = { ...account, brokeOff: event.reason };
          delivery = 'interrupted';
          continue;
      }
      // What was done is written down with it: it has changed something already.
      if (event.type !== 'text' || clock.now() - flushedAt >= FLUSH_MS) {
        keepReply(scope, job.messageId, content, 'streaming', account);
        flushedAt = clock.now();
      }
    }
  } catch (error) {
    delivery = 'interrupted';
    if (!signal.aborted) options.onFailure(error);
  }
  try {
    keepReply(scope, job.messageId, content, delivery, account);
  } catch (error) {
    options.onFailure(error);
  }
  try {
    const message = scope.use(messageRepository).get(job.messageId);
    if (message) emit({ type: 'reply.finished', message: settled(message) });
  } catch (error) {
    options.onFailure(error);
  }
}

/** A reply whose end could not be written down still has one. The file says so after the next unlock. */
const settled = (message: Message): Message =>
  message.metadata.delivery === 'streaming' ? { ...message, metadata: { ...message.metadata, delivery: 'interrupted' } } : message;

/** Ends with the signal's reason as soon as it is aborted, also when `items` does not: a companion that hangs must not keep a profile open. */
async function* untilAborted<Item>(items: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Item, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true });
  });
  // Without this, a reply that is stopped between two pieces would count as an unhandled rejection.
  aborted.catch(() => undefined);
  try {
    while (true) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not waited for: it may never come.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('stopped', { cause: reason }));

/** What a reply says of itself beside its words. */
export type ReplyAccount = Pick<MessageMetadata, 'provider' | 'tookOver' | 'brokeOff' | 'guide' | 'introduced'> & {
  tools?: readonly ToolUse[];
};

/** Writes down how far a reply has come. A stream flush: the action that began the reply is its record. */
export function keepReply(
  scope: OwnerScope,
  messageId: MessageId,
  content: string,
  delivery: DeliveryState,
  { tools, ...account }: ReplyAccount = {},
): void {
  scope.write('stream_flush', (table) => {
    const message = table('messages').get(messageId);
    const metadata = { ...account, ...(tools && { tools: [...tools] }), delivery };
    if (message) table('messages').update(messageId, { content, metadata: { ...message.metadata, ...metadata } });
  });
}
