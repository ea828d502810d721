import { onTestFinished } from 'vitest';
import { introductions } from '../../electron/core/companion/guide/words/introductions.ts';
import type { Message, Session } from '../../shared/entities/session.ts';
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

/** Words without the sentence of introduction that stands before whoever answers first. */
const afterIntroduction = (text: string): string =>
  introductions.reduce((rest, { text: sentence }) => (rest.startsWith(sentence) ? rest.slice(sentence.length + 2) : rest), text);

/** What the model itself said so far, as listeners heard it. */
export const heard = (core: ModelCore): string =>
  afterIntroduction(core.events.flatMap((event) => (event.type === 'reply.grew' ? [event.text] : [])).join(''));

/** The reply as it stands in the database, without the introduction. */
export async function storedReply(
  core: ModelCore,
  { reply, session }: { reply: Pick<Message, 'id'>; session: Pick<Session, 'id'> },
): Promise<Message> {
  const { items } = await core.ask('messages.list', { sessionId: session.id });
  const message = items.find(({ id }) => id === reply.id);
  if (!message) throw new Error('There is no reply.');
  return { ...message, content: afterIntroduction(message.content) };
}

/** Says something and answers the finished reply to it. */
export const replyTo = async (core: ModelCore, text: string): Promise<Message> => storedReply(core, await core.say(text));

export const createPlanner = (core: ModelCore) => core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
