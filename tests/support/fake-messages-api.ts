import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { z } from 'zod';

/** What came in: the request as it was sent, and whether its sender hung up before the answer was complete. */
export type Received = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Sent;
  text: string;
  hungUp: Promise<void>;
};

const Sent = z.looseObject({
  model: z.string().default(''),
  system: z.string().default(''),
  max_tokens: z.number().default(0),
  messages: z.array(z.looseObject({ role: z.enum(['user', 'assistant']), content: z.unknown() })).default([]),
  tools: z.array(z.looseObject({ name: z.string() })).default([]),
});
export type Sent = z.infer<typeof Sent>;

/** One answer. Ends the response itself, or leaves it open on purpose. */
export type Answer = (response: ServerResponse, received: Received) => void | Promise<void>;

export type FakeMessagesApi = {
  /** Where it listens: `http://127.0.0.1:port`. */
  address: string;
  received: Received[];
  /** Connections that were opened to it. */
  connections(): number;
  /** Answers for the next requests, in order; the last one stays for all that follow. */
  answers(...next: Answer[]): void;
  close(): Promise<void>;
};

/** A server on this computer that speaks as much of the Messages API as the real library needs, and misbehaves on request. */
export async function fakeMessagesApi(models: string[] = ['small-model', 'large-model']): Promise<FakeMessagesApi> {
  const received: Received[] = [];
  let script: Answer[] = [says('Hello there.')];
  let connections = 0;
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (pathname.endsWith('/v1/models')) {
        const data = models.map((id) => ({ id, object: 'model' }));
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data }));
        return;
      }
      const hungUp = new Promise<void>((resolve) => response.on('close', () => !response.writableFinished && resolve()));
      const item: Received = {
        ...{ method: request.method ?? '', path: pathname, headers: request.headers, text, hungUp },
        body: Sent.parse(JSON.parse(text === '' ? '{}' : text)),
      };
      received.push(item);
      const [answer, ...rest] = script;
      if (rest.length > 0) script = rest;
      void answer?.(response, item);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    answers: (...next) => {
      script = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Block = { type: 'text'; text: string } | { type: 'tool_use'; name: string; input: unknown };

const event = (response: ServerResponse, type: string, data: object): void =>
  void response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);

/** Begins a stream as the API does. */
export function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'fake', content: [], stop_reason: null, stop_sequence: null };
  event(response, 'message_start', { message: { ...message, usage: { input_tokens: 10, output_tokens: 1 } } });
}

let toolUses = 0;

/** Writes one block of an answer, in pieces. */
export function writeBlock(response: ServerResponse, index: number, block: Block): void {
  if (block.type === 'text') {
    event(response, 'content_block_start', { index, content_block: { type: 'text', text: '' } });
    for (const text of block.text.split(/(?<=\s)(?=\S)/u))
      event(response, 'content_block_delta', { index, delta: { type: 'text_delta', text } });
  } else {
    toolUses += 1;
    const start = { type: 'tool_use', id: `toolu_${toolUses}`, name: block.name, input: {} };
    event(response, 'content_block_start', { index, content_block: start });
    const json = JSON.stringify(block.input);
    const middle = Math.floor(json.length / 2);
    for (const partial_json of [json.slice(0, middle), json.slice(middle)])
      event(response, 'content_block_delta', { index, delta: { type: 'input_json_delta', partial_json } });
  }
  event(response, 'content_block_stop', { index });
}

export function finish(response: ServerResponse, stop_reason: string): void {
  event(response, 'message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 5 } });
  event(response, 'message_stop', {});
  response.end();
}

/** An answer of words alone. */
export const says =
  (text: string, stopReason = 'end_turn'): Answer =>
  (response) => {
    begin(response);
    if (text !== '') writeBlock(response, 0, { type: 'text', text });
    finish(response, stopReason);
  };

/** An answer that calls tools, perhaps after some words. */
export const calls =
  (uses: [name: string, input: unknown][], words = ''): Answer =>
  (response) => {
    begin(response);
    const blocks: Block[] = [
      ...(words === '' ? [] : [{ type: 'text' as const, text: words }]),
      ...uses.map(([name, input]) => ({ type: 'tool_use' as const, name, input })),
    ];
    for (const [index, block] of blocks.entries()) writeBlock(response, index, block);
    finish(response, 'tool_use');
  };

/** An error as the API answers it. Its text repeats the key and the words it was sent, as a careless server would. */
export const fails =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response, received) => {
    const message = `Failed with ${String(received.headers.authorization)} ${String(received.headers['x-api-key'])} on ${received.text}`;
    const error = { type: 'error', error: { type: status === 529 ? 'overloaded_error' : 'api_error', message } };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(error));
  };

/** Some words, and then the line is cut. */
export const cutsAfter =
  (text: string): Answer =>
  (response) => {
    begin(response);
    if (text !== '') writeBlock(response, 0, { type: 'text', text });
    // After what was written has left.
    setImmediate(() => response.destroy());
  };

/** Some words, and then nothing more, with the line open. */
export const stallsAfter =
  (text: string): Answer =>
  (response) => {
    begin(response);
    if (text !== '') writeBlock(response, 0, { type: 'text', text });
  };

/** What a tool was answered, in the newest request. */
export function toolAnswers({ body }: Received): { content: string; isError: boolean }[] {
  const Results = z.array(z.looseObject({ type: z.literal('tool_result'), content: z.string(), is_error: z.boolean().optional() }));
  return Results.parse(body.messages.at(-1)?.content).map(({ content, is_error }) => ({ content, isError: is_error === true }));
}
