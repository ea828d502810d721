import Anthropic from '@anthropic-ai/sdk';
import type { Message, MessageParam, StopReason, ToolResultBlockParam } from '@anthropic-ai/sdk/resources/messages';
import type { ModelAccess, ModelConversation, ModelEvent, ModelRequest, StepEnd, ToolAnswer, ToolCall } from '../model.ts';
import type { MessageStream } from '@anthropic-ai/sdk/lib/MessageStream';
import { AnswerTooLarge, ModelFailure } from '../model.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { modelFailureFrom } from './model-failure.ts';
import { type TimeLimits, watch } from './watchdog.ts';
import type { Clock } from '../../ports.ts';

/** How often the library tries again by itself after 408, 409, 429, 5xx and 529. 401 is never tried again. */
const RETRIES = 2;

/** Bytes one answer can have: many times what the longest step comes to as a stream. */
const ANSWER_BYTES_MAX = 4_194_304;

export type Server = {
  /** Where it is, without a path of the API. */
  address: string;
  /** Null for a server that asks for none. */
  key: string | null;
  limits: TimeLimits;
};

/**
 * A server that speaks the Messages API, reached through Anthropic's library.
 * Everything the library would take from the environment or the disk is given or switched off here: address, keys, headers, log and traces.
 */
export function createModelAccess({ fetch, clock }: { fetch: typeof globalThis.fetch; clock: Clock }, server: Server): ModelAccess {
  const { address, key, limits } = server;
  const { origin } = new URL(address);

  /** Runs one exchange under the watchdog, and turns whatever goes wrong into a ModelFailure. */
  async function* exchange<Item>(
    outer: AbortSignal,
    work: (client: Anthropic, signal: AbortSignal) => AsyncIterable<Item>,
    time: TimeLimits,
  ) {
    let status: number | null = null;
    let received = 0;
    const dog = watch(clock, time, outer);
    const watched = guardedFetch(fetch, origin, (seen, bytes) => {
      status = seen;
      received += bytes;
      dog.touch();
      if (received > ANSWER_BYTES_MAX) throw new AnswerTooLarge();
    });
    try {
      yield* work(clientFor(address, key, watched), dog.signal);
    } catch (error) {
      outer.throwIfAborted();
      if (received > ANSWER_BYTES_MAX) throw new AnswerTooLarge();
      // Time ran out while a busy server was given another chance.
      if (dog.signal.aborted) throw new ModelFailure(status === 429 || status === 529 ? 'busy' : 'timed_out');
      throw modelFailureFrom(error, status === 200);
    } finally {
      dog.end();
    }
  }

  return {
    converse(request) {
      // The time for a whole reply runs from its first request on.
      const began = clock.now();
      return createConversation(request, (outer, work) =>
        exchange(outer, work, { ...limits, inAllMs: began + limits.inAllMs - clock.now() }),
      );
    },
    async models(signal) {
      const listing = exchange(
        signal,
        async function* (client, watched) {
          // A local server may leave out everything but the identifiers, and answers in one page.
          for await (const { id } of client.models.list({ limit: 100 }, { signal: watched })) yield id;
        },
        limits,
      );
      const models: string[] = [];
      for await (const id of listing) {
        if (typeof id === 'string') models.push(id);
        if (models.length === MODELS_MAX) break;
      }
      return models;
    },
  };
}

/** As many as a person can choose from. */
const MODELS_MAX = 500;

const clientFor = (address: string, key: string | null, fetch: typeof globalThis.fetch): Anthropic =>
  new Anthropic({
    baseURL: address.replace(/\/$/u, ''),
    // Never left out: the library would look for one in the environment and on the disk.
    apiKey: key ?? 'none',
    authToken: null,
    webhookKey: null,
    fetch,
    maxRetries: RETRIES,
    logLevel: 'off',
    openTelemetry: false,
  });

type Exchange = <Item>(outer: AbortSignal, work: (client: Anthropic, signal: AbortSignal) => AsyncIterable<Item>) => AsyncIterable<Item>;

function createConversation({ messages, ...request }: ModelRequest, exchange: Exchange): ModelConversation {
  const turns: MessageParam[] = [...messages];
  return {
    async *step(answers, outer) {
      if (answers.length > 0) turns.push({ role: 'user', content: answers.map(asResult) });
      yield* exchange(outer, async function* (client, signal): AsyncIterable<ModelEvent> {
        const stream = client.messages.stream({ ...request, messages: turns }, { signal });
        const whole = stream.finalMessage();
        // It is waited for below; until then a failure is not one that nobody looks at.
        whole.catch(() => undefined);
        for await (const text of textOf(stream)) yield { type: 'text', text };
        const message = await whole;
        turns.push({ role: 'assistant', content: message.content });
        yield { type: 'end', why: whyEnded(message.stop_reason), calls: callsIn(message) };
      });
    },
  };
}

/**
 * The words of a stream as they come. What comes in one breath is one piece: a server that sends every word by itself costs no more than one that
 * does not. Ends with the stream, however that ends.
 */
async function* textOf(stream: MessageStream): AsyncGenerator<string, void> {
  let text = '';
  let isOver = false;
  let isTold = false;
  let wake: () => void = () => undefined;
  const tell = (): void => {
    isTold = false;
    wake();
  };
  stream.on('text', (piece) => {
    text += piece;
    if (isTold) return;
    isTold = true;
    setImmediate(tell);
  });
  stream.on('end', () => {
    isOver = true;
    wake();
  });
  for (;;) {
    if (text === '' && !isOver) await new Promise<void>((resolve) => (wake = resolve));
    const piece = text;
    text = '';
    if (piece !== '') yield piece;
    else if (isOver) return;
  }
}

const asResult = ({ id, content, isError }: ToolAnswer): ToolResultBlockParam => ({
  type: 'tool_result',
  tool_use_id: id,
  content,
  ...(isError && { is_error: true }),
});

const callsIn = ({ content }: Message): ToolCall[] =>
  content.flatMap((block) => (block.type === 'tool_use' ? [{ id: block.id, name: block.name, input: block.input }] : []));

function whyEnded(reason: StopReason | null): StepEnd {
  switch (reason) {
    case 'tool_use':
      return 'tools';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'length';
    case 'refusal':
      return 'declined';
    case 'end_turn':
    case 'stop_sequence':
    case 'pause_turn':
    case null:
      return 'done';
  }
}
