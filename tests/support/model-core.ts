import { onTestFinished } from 'vitest';
import { type FakeMessagesApi, fakeMessagesApi } from './fake-messages-api.ts';
import type { TestCoreOptions } from './test-core.ts';
import { type ReadableCore, readableCore } from './exported.ts';
import { waitingClock } from './waiting-clock.ts';

/** Never a real one. Looked for everywhere it must not be. */
export const SENTINEL_KEY = 'sk-sentinel-7f3a9c51e2';

export type ModelCore = ReadableCore & { api: FakeMessagesApi; clock: ReturnType<typeof waitingClock> };

/** A `fetch` under which the hosted provider's address is the fake server's. */
export const fetchFrom =
  (api: FakeMessagesApi): typeof fetch =>
  (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    return fetch(address.origin === 'https://api.anthropic.com' ? new URL(address.pathname + address.search, api.address) : address, init);
  };

/** An open profile whose companion is a model behind a fake server, reached by the real library over a real socket. */
export async function modelCore(kind: 'anthropic' | 'local' = 'local', options: TestCoreOptions = {}): Promise<ModelCore> {
  const api = await fakeMessagesApi();
  const clock = waitingClock();
  const core = await readableCore({ clock, fetch: fetchFrom(api), ...options });
  onTestFinished(async () => {
    await core.stop();
    await api.close();
  });
  const model = 'small-model';
  const provider = kind === 'local' ? { kind, model, baseUrl: api.address } : { kind, model };
  if (kind === 'anthropic') await core.ask('providers.keepKey', { kind, key: SENTINEL_KEY });
  await core.ask('providers.choose', { provider, online: true, seen: kind });
  return { ...core, api, clock };
}
