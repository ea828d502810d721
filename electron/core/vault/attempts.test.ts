import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptsFileName, beginAttempt, forgetAttempts, waitAfter } from './attempts.ts';
import { nodeFileOperations } from './atomic-file.ts';
import { failureOf, temporaryFolder, testPorts } from './test-support.ts';

async function setUp() {
  const folder = await temporaryFolder();
  const { ports, time } = testPorts();
  const path = join(folder, attemptsFileName);
  return {
    path,
    time,
    attempt: () => beginAttempt(folder, ports.clock, nodeFileOperations),
    succeed: () => forgetAttempts(folder, ports.clock, nodeFileOperations),
    failures: async () => Number(/"failures":(\d+)/.exec(await readFile(path, 'utf8'))?.[1]),
  };
}

const second = 1000;
const day = 24 * 3600 * second;

describe('attempts', () => {
  it('are free three times, then cost 1, 2, 4 seconds and so on, up to 5 minutes', () => {
    const waits = Array.from({ length: 14 }, (_, failures) => waitAfter(failures) / second);
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(waitAfter(1_000_000)).toBe(300 * second);
  });

  it('follow that schedule to the millisecond', async () => {
    const { attempt, time } = await setUp();
    for (let count = 0; count < 3; count++) await attempt();
    for (const wait of [1, 2, 4, 8]) {
      expect(await failureOf(attempt())).toMatchObject({ code: 'TOO_SOON', retryAfterMs: wait * second });
      time.now += wait * second - 1;
      expect(await failureOf(attempt())).toMatchObject({ code: 'TOO_SOON', retryAfterMs: 1 });
      time.now += 1;
      await attempt();
    }
  });

  it('tried too soon are not counted and don’t lengthen the wait', async () => {
    const { attempt, failures } = await setUp();
    for (let count = 0; count < 3; count++) await attempt();
    for (let count = 0; count < 5; count++) expect((await failureOf(attempt())).retryAfterMs).toBe(second);
    expect(await failures()).toBe(3);
  });

  it('say in words how long to wait', async () => {
    const { attempt, path, time } = await setUp();
    const state = (failures: number) =>
      writeFile(path, JSON.stringify({ format: 'trailhead-attempts', version: 1, failures, lastAttemptAt: time.now }));
    await state(3);
    expect((await failureOf(attempt())).message).toContain('Please wait 1 second before');
    await state(6);
    expect((await failureOf(attempt())).message).toContain('Please wait 8 seconds before');
    await state(99);
    expect((await failureOf(attempt())).message).toContain('Please wait 5 minutes before');
  });

  it('start anew after a right secret', async () => {
    const { attempt, succeed, failures } = await setUp();
    for (let count = 0; count < 3; count++) await attempt();
    await succeed();
    expect(await failures()).toBe(0);
    for (let count = 0; count < 3; count++) await attempt();
    expect((await failureOf(attempt())).code).toBe('TOO_SOON');
  });

  it('never lock out longer than the present wait when the clock is set back', async () => {
    const { attempt, time } = await setUp();
    for (let count = 0; count < 3; count++) await attempt();
    time.now += second;
    await attempt();
    time.now -= 400 * day;
    expect((await failureOf(attempt())).retryAfterMs).toBe(2 * second);
    time.now += second;
    expect((await failureOf(attempt())).retryAfterMs).toBe(second);
    time.now += second;
    await attempt();
  });

  it('are still free when the clock is set back before there is anything to wait for', async () => {
    const { attempt, time } = await setUp();
    await attempt();
    time.now -= day;
    await attempt();
  });

  it.each([
    ['is empty', ''],
    ['is no JSON', '{"failures":'],
    ['holds something else', '{"failures":0}'],
    ['holds a negative count', '{"format":"trailhead-attempts","version":1,"failures":-9,"lastAttemptAt":0}'],
    ['holds no number', '{"format":"trailhead-attempts","version":1,"failures":1e999,"lastAttemptAt":0}'],
    ['has more than it needs', '{"format":"trailhead-attempts","version":1,"failures":0,"lastAttemptAt":0,"x":1}'],
    ['is huge', ' '.repeat(5000) + '{}'],
  ])('count as if a wait were in force when the file %s', async (_how, text) => {
    const { attempt, path, time, failures } = await setUp();
    await writeFile(path, text);
    expect(await failureOf(attempt())).toMatchObject({ code: 'TOO_SOON', retryAfterMs: 32 * second });
    time.now += 32 * second - 1;
    expect((await failureOf(attempt())).retryAfterMs).toBe(1);
    time.now += 1;
    await attempt();
    expect(await failures()).toBe(9);
  });

  it('can’t be made while they can’t be counted', async () => {
    const folder = await temporaryFolder();
    const full = { ...nodeFileOperations, writeNew: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) };
    expect((await failureOf(beginAttempt(folder, testPorts().ports.clock, full))).code).toBe('DISK_FULL');
  });
});
