import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVENT_BACKLOG_MAX, KEEP_ALIVE_MS } from './event-stream.ts';
import { type TestHost, startTestHost } from './testing.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.server.close());

const connect = async (): Promise<IncomingMessage> => {
  const cookie = await test.cookie();
  return new Promise((resolve, reject) => {
    const asked = request(`${test.server.origin}/events`, { headers: { cookie, 'sec-fetch-site': 'same-origin' }, agent: false }, resolve);
    asked.on('error', reject);
    asked.end();
  });
};

const readUntil = async (stream: IncomingMessage, wanted: string): Promise<string> => {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes(wanted)) return text;
  }
  throw new Error(`The stream ended before ${wanted}`);
};

describe('GET /events', () => {
  it('tells every event as one line of JSON', async () => {
    const stream = await connect();
    await readUntil(stream, 'retry: 1000\n\n');
    test.core.emit({ type: 'data.changed', entities: ['part'] });
    expect(await readUntil(stream, '\n\n')).toBe('data: {"type":"data.changed","entities":["part"]}\n\n');
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    stream.destroy();
  });

  it('shows that it is alive while nothing happens', async () => {
    const stream = await connect();
    await test.clock.advance(KEEP_ALIVE_MS);
    expect(await readUntil(stream, ': still here')).toContain(': still here\n\n');
    stream.destroy();
  });

  it('stops listening when the page goes away', async () => {
    const stream = await connect();
    expect(test.core.listenerCount()).toBe(1);
    stream.destroy();
    await vi.waitFor(() => expect(test.core.listenerCount()).toBe(0));
  });

  it('ends a page’s stream that stopped reading instead of keeping ever more for it', async () => {
    const stream = await connect();
    stream.pause();
    const name = 'x'.repeat(64 * 1024);
    for (let sent = 0; sent < (EVENT_BACKLOG_MAX * 4) / name.length && test.core.listenerCount() > 0; sent += 1) {
      test.core.emit({ type: 'lock.changed', lock: { state: 'locked' }, ...{ padding: name } });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(() => expect(test.core.listenerCount()).toBe(0));
  });
});
