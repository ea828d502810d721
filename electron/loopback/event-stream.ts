import type { ServerResponse } from 'node:http';
import type { Core } from '../core/create-core.ts';
import type { Clock } from '../core/ports.ts';
import { closedPolicy, securityHeaders } from '../hosts/security-headers.ts';

/** A comment this often, in milliseconds, shows a sleeping connection to be alive. */
export const KEEP_ALIVE_MS = 20_000;
/** A page that stops reading may fall this many bytes behind before its stream is ended; it reconnects and reads everything anew. */
export const EVENT_BACKLOG_MAX = 4 * 1024 * 1024;

/** `GET /events`: what the core tells, as server-sent events, until the page goes away. */
export const streamEvents = (response: ServerResponse, core: Core, clock: Clock): void => {
  const ended = new AbortController();
  const send = (text: string): void => {
    response.write(text);
    if (response.writableLength > EVENT_BACKLOG_MAX) response.destroy();
  };
  response.writeHead(200, { ...securityHeaders(closedPolicy), 'Content-Type': 'text/event-stream; charset=utf-8' });
  send('retry: 1000\n\n');
  const unsubscribe = core.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  response.on('close', () => {
    unsubscribe();
    ended.abort();
  });
  void keepAlive(clock, ended.signal, () => send(': still here\n\n'));
};

const keepAlive = async (clock: Clock, signal: AbortSignal, beat: () => void): Promise<void> => {
  try {
    for (;;) {
      await clock.delay(KEEP_ALIVE_MS, signal);
      beat();
    }
  } catch {
    // The stream ended, and the delay with it.
  }
};
