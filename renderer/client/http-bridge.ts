import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Bridge } from '../../shared/contracts/index.ts';
import { createConnection, type Connection } from './connection.ts';
import { notConnected, notReached, parseEnvelope, parseEvent, parseJson } from './envelope.ts';

const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 8_000;

/** Speaks to the loopback host: `POST /call` for calls, `GET /events` for what the core tells by itself. */
export function createHttpBridge(): Bridge & { connection: Connection } {
  const connection = createConnection();
  const listeners = new Set<(event: CoreEvent) => void>();

  const call: Bridge['call'] = async (route, input) => {
    try {
      const response = await fetch('call', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ route, input }),
      });
      if (response.status === 401) {
        connection.set('ended');
        return notConnected();
      }
      return parseEnvelope(parseJson(await response.text()));
    } catch {
      return notReached();
    }
  };

  let retryMs = RETRY_FIRST_MS;
  const listen = () => {
    const source = new EventSource('events', { withCredentials: true });
    source.addEventListener('open', () => {
      retryMs = RETRY_FIRST_MS;
      connection.set('open');
    });
    source.addEventListener('message', (message: MessageEvent<unknown>) => {
      const event = typeof message.data === 'string' ? parseEvent(parseJson(message.data)) : null;
      if (event) for (const listener of listeners) listener(event);
    });
    source.addEventListener('error', () => {
      source.close();
      connection.set('lost');
      // A call tells whether the code has expired (401) or the host is away for a moment.
      void call('profiles.current', {}).then(() => {
        if (connection.get() === 'ended') return;
        setTimeout(listen, retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MOST_MS);
      });
    });
  };
  listen();

  return {
    call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connection,
  };
}
