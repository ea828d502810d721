/**
 * How long the application would stand still, and how soon a lock is done, while a very long session is remembered and forgotten: 4,000 messages, 1.9 MB of
 * ordinary sentences. `_block_ms` is the longest time for which nothing else had its turn; `_stop_ms` is from asking for a lock in the middle of the work to
 * the profile being closed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import { personOf } from '../../electron/core/actions/actor.ts';
import { systemIds } from '../../electron/core/node-ports.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { detectSafety } from '../../electron/core/safety/detection/detect-safety.ts';
import { postMessage, startSession } from '../../electron/core/sessions/session-actions.ts';
import type { SessionId } from '../../shared/ids.ts';
import { newestSchema } from '../support/test-database.ts';
import { type WatchedCore, watchedCore } from '../support/watched-core.ts';
import { type Figure, atMost } from './figures.ts';

const MESSAGES = 4000;
/** UTF-16 units of what the person writes and of what is answered, one after the other. */
const LENGTHS = [890, 60] as const;
/** A stop has to be done in so many milliseconds. */
const STOP_MS = 2000;

export async function run(): Promise<Figure[]> {
  // What is made once, when the first message is looked through, is not what is measured here.
  detectSafety('It was an ordinary day.');
  const core = await watchedCore({ ids: systemIds });
  const sessionId = writeLongSession(core);
  await core.ask('sessions.end', { sessionId });
  const target = { kind: 'session', sessionId } as const;

  const stopRemembering = await stopTime(core, () => core.call('jobs.run', {}));
  const remembering = await longestBlock(() => core.ask('jobs.run', {}));
  const { version } = await core.ask('memory.get', {});
  if (version !== 1) throw new Error('The session was not remembered, or twice.');
  const preview = await longestBlock(() => core.ask('forgetting.preview', { target }));
  const stopForgetting = await stopTime(core, () => core.call('forgetting.forget', { target }));
  // It goes on with the next opening.
  const forgetting = await longestBlock(() => core.ask('forgetting.resume', {}));
  const [forgotten] = (await core.ask('forgetting.list', {})).items;
  if (forgotten?.step !== 'done') throw new Error('The session was not forgotten.');
  await core.stop();
  return [
    atMost('remember_block_ms', 'ms', remembering, STOP_MS),
    atMost('remember_stop_ms', 'ms', stopRemembering, STOP_MS),
    atMost('preview_block_ms', 'ms', preview, STOP_MS),
    atMost('forget_block_ms', 'ms', forgetting, STOP_MS),
    atMost('forget_stop_ms', 'ms', stopForgetting, STOP_MS),
  ];
}

/** Turns of the event loop after which the stop is asked for: the work is well under way. */
const TURNS = 20;

/** Begins some work, asks for a lock in the middle of it, and opens the profile again. */
async function stopTime(core: WatchedCore, work: () => Promise<unknown>): Promise<number> {
  const working = work();
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  const asked = performance.now();
  await core.ask('profiles.lock', {});
  const taken = performance.now() - asked;
  await working;
  await core.unlock();
  return taken;
}

/** The longest time between two turns of the event loop while some work is done. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  const watching = (async () => {
    for (let before = performance.now(); !isOver;) {
      await nextTurn();
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    }
  })();
  await work();
  isOver = true;
  await watching;
  return longest;
}

function writeLongSession(core: WatchedCore): SessionId {
  const words = ordinaryWords();
  return core.beside((_connection, scope) => {
    const bus = createActionBus({
      ...{ scopeOf: () => scope, definitions: actionDefinitions, derivations, upcast: (patch) => patch, schemaVersion: newestSchema },
      ...{ clock: core.clock, ids: systemIds, onCommit: () => undefined },
    });
    const person = personOf(scope.userId);
    const sessionId = bus.perform(person, startSession, {}).value;
    bus.together(person, () => {
      for (let at = 0; at < MESSAGES; at += 1) {
        core.clock.advance(1000);
        const isOwn = at % 2 === 0;
        const content = words(LENGTHS[isOwn ? 0 : 1]);
        bus.perform(person, postMessage, { sessionId, role: isOwn ? 'user' : 'assistant', content, metadata: { delivery: 'complete' } });
      }
    });
    return sessionId;
  });
}

const Labelled = z.object({ text: z.string(), label: z.string() });

/** Texts in which nobody is in danger, put together by a count that is the same in every run. */
function ordinaryWords(): (length: number) => string {
  const texts = ['safety.voices', 'safety.own-train', 'safety.fresh-e', 'safety.fresh-f'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, '..', 'data', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => Labelled.parse(JSON.parse(line)))
      .filter(({ label }) => label === 'none')
      .map(({ text }) => (/[.!?]$/u.test(text) ? text : `${text}.`)),
  );
  let next = 0;
  return (length) => {
    let words = '';
    while (words.length < length) {
      next = (next + 1009) % texts.length;
      words += `${texts[next] ?? ''} `;
    }
    return words.slice(0, length).toWellFormed();
  };
}
