import { describe, expect, it } from 'vitest';
import { told } from '../../../tests/support/guided.ts';
import { type UnlockedCore, unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { Message } from '../../../shared/entities/session.ts';
import { introductions } from './guide/words/introductions.ts';
import { INTRODUCED_EVERY_MS, useIn } from './introduction.ts';

const MINUTE = 60_000;

describe('the introduction as software', () => {
  const isIntroduced = ({ content }: Message) => introductions.some(({ text }) => content.startsWith(text));
  const written = async (core: UnlockedCore, text: string) => told(core, { text });

  it('stands before the first reply there is, in one sentence, and not before the next ones', async () => {
    const core = await unlockedCore();
    const first = await written(core, 'Hello there.');
    expect(first.metadata.introduced).toBe('introduction.0');
    expect(isIntroduced(first)).toBe(true);
    for (let at = 0; at < 5; at += 1) expect(isIntroduced(await written(core, `More ${at}.`))).toBe(false);
    await core.ask('sessions.end', { sessionId: first.sessionId });
    expect(isIntroduced(await written(core, 'A new session.'))).toBe(false);
  });

  it('comes again after three hours of use, in other words, and breaks do not count', async () => {
    const core = await unlockedCore();
    const introduced: number[] = [];
    const seen = new Set<string>();
    let used = 0;
    for (let at = 0; used <= 7 * 3_600_000; at += 1) {
      const reply = await written(core, `Note ${at}.`);
      if (reply.metadata.introduced) {
        introduced.push(used);
        seen.add(reply.metadata.introduced);
      }
      const isBreak = at % 7 === 6;
      core.clock.advance(isBreak ? 45 * MINUTE : 20 * MINUTE);
      if (!isBreak) used += 20 * MINUTE;
    }
    expect(introduced).toEqual([0, INTRODUCED_EVERY_MS, 2 * INTRODUCED_EVERY_MS]);
    expect(seen.size).toBe(3);
  });

  it('counts the time between messages, without breaks and without what a clock set back takes away', () => {
    expect(useIn([])).toBe(0);
    expect(useIn([0, 10 * MINUTE, 39 * MINUTE])).toBe(39 * MINUTE);
    expect(useIn([0, 30 * MINUTE, 31 * MINUTE])).toBe(MINUTE);
    expect(useIn([50 * MINUTE, 0, MINUTE])).toBe(MINUTE);
  });
});
