/**
 * Lives on in a profile's rows until it is killed: writes sessions and ends them, brings the memory up to date, corrects it, forgets. Started by
 * memory.test.ts. Prints a line for everything that is done, once it is.
 */
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { type Actor, personOf } from '../../electron/core/actions/actor.ts';
import { upcast } from '../../electron/core/actions/upcast.ts';
import { openConnection } from '../../electron/core/db/connection.ts';
import { truncateLog } from '../../electron/core/db/log-truncation.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { createForgettingService } from '../../electron/core/forgetting/forgetting-service.ts';
import { createDrain } from '../../electron/core/memory/drain.ts';
import { createKeyedDigest } from '../../electron/core/memory/keyed-digest.ts';
import { readMaterial } from '../../electron/core/memory/material.ts';
import { createMemoryService } from '../../electron/core/memory/memory-service.ts';
import { summariseInSteps } from '../../electron/core/memory/summarise/summarise.ts';
import { composeSummary } from '../../electron/core/memory/summarise/summary.ts';
import { createUpdateQueue } from '../../electron/core/memory/update-queue.ts';
import { systemIds, systemRandom } from '../../electron/core/node-ports.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { endSession, postMessage, startSession } from '../../electron/core/sessions/session-actions.ts';
import { sessionRepository } from '../../electron/core/sessions/session-repository.ts';
import { createSettingsService } from '../../electron/core/settings/settings-service.ts';
import { type SessionId, UserId } from '../../shared/ids.ts';
import { testClock } from '../support/test-core.ts';
import { newestSchema } from '../support/test-database.ts';

const [file = '', key = '', user = '', now = ''] = process.argv.slice(2);
const databaseKey = Buffer.from(key, 'hex');
const connection = openConnection(file, databaseKey, { create: false });
const scopes = createOwnerScopes(connection);
const person = personOf(UserId.parse(user));
const worker: Actor = { kind: 'scheduler', userId: person.userId };
const scopeOf = ({ userId }: Actor) => scopes(userId);
const [clock, ids, random, signal] = [testClock(Number(now)), systemIds, systemRandom, new AbortController().signal];
const bus = createActionBus({
  ...{ scopeOf, definitions: actionDefinitions, derivations, upcast, schemaVersion: newestSchema, clock, ids },
  onCommit: () => undefined,
});
const keyedDigest = createKeyedDigest(databaseKey);
const settings = createSettingsService({ bus, scopeOf });
const memory = createMemoryService({
  bus,
  scopeOf,
  settings,
  clock,
  ids,
  keyedDigest,
  composeSummary,
  signal,
  onRepaired: () => Promise.resolve(),
});
const onFailure = (error: unknown): void => {
  throw error;
};
const queue = createUpdateQueue({ bus, scopeOf, clock, random });
const drain = createDrain({
  ...{ queue, clock, random, onFailure },
  memory,
  readMaterial: (by, kind, refId) => readMaterial(scopeOf(by), { kind, refId }, { timeZone: 'UTC' }),
  ...{ find: summariseInSteps, summarise: ({ found }) => Promise.resolve(found) },
});
const forgetting = createForgettingService({
  ...{ scopeOf, clock, ids, signal, composeSummary, keyedDigest, onFailure },
  ...{ stopReplies: async () => undefined, onChange: () => undefined },
  traces: { copies: () => 0, clear: () => truncateLog(connection), readersBack: async () => undefined },
});
const tell = (...words: string[]): void => void process.stdout.write(`${words.join(' ')}\n`);

const sentences = [
  'When my manager writes late I freeze and I wanted to hide.',
  'Walking by the canal helped.',
  'Next time I want to come back to the letter.',
  'Work came up again, and money.',
];
const lived: SessionId[] = [];
const left = scopeOf(person).use(sessionRepository).active();
if (left) bus.perform(person, endSession, { sessionId: left.id, endedAt: clock.now() });
await forgetting.resume(person);
tell('began');
for (let at = 0; ; at += 1) {
  clock.advance(60_000);
  const sessionId = bus.perform(person, startSession, {}).value;
  const content = `${sentences[at % 4] ?? ''} ${sentences[(at + 1) % 4] ?? ''}`;
  bus.perform(person, postMessage, { sessionId, role: 'user', content, metadata: { delivery: 'complete' } });
  bus.perform(person, endSession, { sessionId, endedAt: clock.now() });
  tell('ended', sessionId);
  lived.push(sessionId);
  await drain.run(worker, signal);
  tell('version', String(memory.get(person).version));
  const [belief] = memory.get(person).document.themes;
  if (at % 3 === 1 && belief) {
    memory.edit(person, { beliefId: belief.id, text: `In my words, ${at}.` });
    tell('version', String(memory.get(person).version));
  }
  const oldest = at % 4 === 3 ? lived.shift() : undefined;
  if (oldest) {
    tell('forgetting', oldest);
    await forgetting.forget(person, { kind: 'session', sessionId: oldest });
    tell('forgot', oldest);
  }
}
