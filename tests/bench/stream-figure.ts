/**
 * What a model's reply costs on its way: through tools and time limits, into the encrypted database and to a listener, against the same library
 * reading the same stream and doing nothing with it.
 */
import { createServer } from 'node:http';
import Anthropic from '@anthropic-ai/sdk';
import { unlockedCore } from '../support/unlocked-core.ts';
import { systemClock, systemIds } from '../../electron/core/node-ports.ts';
import { begin, finish, writeBlock } from '../support/fake-messages-api.ts';
import { type Figure, atMost, median } from './figures.ts';

const TOKENS = 2000;
const ROUNDS = 61;

export async function streamFigure(): Promise<Figure> {
  return atMost('stream_ratio', 'ratio', await streamRatio(), 1.2);
}

/** The median of time through our pipeline by time of the raw library, in turn. Both read a stream of 2,000 tokens from a server in this process. */
async function streamRatio(): Promise<number> {
  const words = Array.from({ length: TOKENS }, (_, at) => `word${at % 97} `).join('');
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      begin(response);
      writeBlock(response, 0, { type: 'text', text: words });
      finish(response, 'end_turn');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  const core = await unlockedCore({ fetch: globalThis.fetch, ids: systemIds, clock: { ...systemClock, advance: noMove, set: noMove } });
  try {
    await core.ask('providers.choose', { provider: { kind: 'local', baseUrl: address, model: 'fake' }, online: true, seen: 'local' });
    const client = new Anthropic({ baseURL: address, apiKey: 'none', logLevel: 'off' });

    // What the person said is stored before; what counts is the stream, from its request to its last word in the database.
    const ours = async (): Promise<number> => {
      const { reply, session } = await core.ask('companion.say', { text: 'Tell me at length.' });
      const took = await time(() => core.replied(reply.id));
      await core.ask('sessions.end', { sessionId: session.id });
      core.events.length = 0;
      return took;
    };
    const raw = (): Promise<number> => time(readRaw);
    const readRaw = async (): Promise<void> => {
      let text = '';
      const stream = client.messages.stream({
        model: 'fake',
        max_tokens: 4096,
        messages: [{ role: 'user', content: 'Tell me at length.' }],
      });
      for await (const event of stream)
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') text += event.delta.text;
      await stream.finalMessage();
      if (text !== words) throw new Error('The raw library read something else.');
    };
    const ratios: number[] = [];
    for (let round = -3; round < ROUNDS; round += 1) {
      const pair = round % 2 === 0 ? [await ours(), await raw()] : [await raw(), await ours()].toReversed();
      // The first rounds warm both up.
      if (round >= 0) ratios.push((pair[0] ?? Number.NaN) / (pair[1] ?? Number.NaN));
    }
    return median(ratios);
  } finally {
    await core.stop();
    server.close();
    server.closeAllConnections();
  }
}

const noMove = (): void => undefined;

async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
