import { describe, expect, it } from 'vitest';
import { type WatchedCore, watchedCore } from '../../../tests/support/watched-core.ts';
import type { SessionId } from '../../../shared/ids.ts';

/** So many that their words leave the search index together. */
const MANY = 25;

/** A session in which the same rare word was written again and again, and one beside it. */
async function longSession(core: WatchedCore) {
  let sessionId: SessionId | undefined;
  for (let at = 0; at < MANY; at += 1)
    sessionId = (await core.say(`It was day ${at}, and the quixotrope was out again.`, sessionId)).session.id;
  if (!sessionId) throw new Error('Nothing was said.');
  await core.ask('sessions.end', { sessionId });
  const other = await core.say('The harbour was quiet. A zebrafinch sang.');
  await core.ask('jobs.run', {});
  return { sessionId, other };
}

const found = async (core: WatchedCore, sessionId: SessionId, words: string): Promise<number> =>
  (await core.ask('messages.find', { sessionId, words })).matches.length;

describe('forgetting many messages at once', () => {
  it('leaves none of their words in any table, page or index, and what stays is found as before', async () => {
    const core = await watchedCore();
    const { sessionId, other } = await longSession(core);
    expect(core.holding('quixotrope')).toContain('the search index');
    expect(await core.ask('forgetting.forget', { target: { kind: 'session', sessionId } })).toMatchObject({ step: 'done' });
    expect(core.holding('quixotrope')).toEqual([]);
    expect(core.logSize()).toBe(0);
    expect(await found(core, other.session.id, 'zebrafinch')).toBe(1);
    expect(core.problems()).toEqual([]);
    // What goes one by one is overwritten where it stands, as before.
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: other.message.id } });
    expect(core.holding('zebrafinch')).toEqual([]);
    await core.stop();
  });

  it('together with everything else leaves none of them either', async () => {
    const core = await watchedCore();
    await longSession(core);
    expect(await core.ask('forgetting.forget', { target: { kind: 'everything' } })).toMatchObject({ step: 'done' });
    for (const word of ['quixotrope', 'zebrafinch']) expect(core.holding(word)).toEqual([]);
    expect(core.problems()).toEqual([]);
    const next = await core.say('A xylophone, then.');
    await core.ask('forgetting.forget', { target: { kind: 'message', messageId: next.message.id } });
    expect(core.holding('xylophone')).toEqual([]);
    await core.stop();
  });
});
