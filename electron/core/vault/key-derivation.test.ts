import * as crypto from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Argon2idParameters } from '../ports.ts';
import { argon2idKeyDerivation, calibrateWith, kdfCeiling, kdfFloor, withinLimits } from './key-derivation.ts';

describe('Argon2id', () => {
  it('agrees with the reference implementation’s published vector', async () => {
    // phc-winner-argon2, src/test.c, version 0x13: argon2id, t=2, m=2^16, p=1, "password", "somesalt".
    const key = await argon2idKeyDerivation.derive('password', Buffer.from('somesalt'), {
      memoryKiB: 65536,
      iterations: 2,
      parallelism: 1,
    });
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it.runIf('argon2Sync' in crypto)('agrees with OpenSSL at the floor, for text outside ASCII', async () => {
    const salt = Buffer.alloc(16, 7);
    const message = 'Zwölf stille Wörter';
    const key = await argon2idKeyDerivation.derive(message, salt, kdfFloor);
    const expected = crypto.argon2Sync('argon2id', {
      message,
      nonce: salt,
      memory: kdfFloor.memoryKiB,
      passes: kdfFloor.iterations,
      parallelism: kdfFloor.parallelism,
      tagLength: 32,
    });
    expect(key.equals(expected)).toBe(true);
  });

  it('leaves the main thread free while it works', async () => {
    let done = false;
    let turns = 0;
    const deriving = argon2idKeyDerivation.derive('a secret', Buffer.alloc(16), kdfFloor).finally(() => (done = true));
    while (!done) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await deriving;
    expect(turns).toBeGreaterThan(10);
  });

  it('calibrates to parameters within the limits on this computer', async () => {
    const parameters = await argon2idKeyDerivation.calibrate(1);
    expect(parameters).toEqual(kdfFloor);
    expect(withinLimits(parameters)).toEqual(parameters);
  });
});

describe('calibration', () => {
  /** A computer on which the floor takes `floorMs`, and everything else its share. */
  const computer = (floorMs: number) => ({
    measure: (parameters: Argon2idParameters) =>
      Promise.resolve((floorMs * parameters.memoryKiB * parameters.iterations) / (kdfFloor.memoryKiB * kdfFloor.iterations)),
  });

  it('never goes below the floor, however slow the computer', async () => {
    expect(await calibrateWith(computer(5000).measure, 250)).toEqual(kdfFloor);
  });

  it('raises memory first', async () => {
    const parameters = await calibrateWith(computer(100).measure, 250);
    expect(parameters).toEqual({ memoryKiB: 160 * 1024, iterations: 3, parallelism: 1 });
  });

  it('takes memory back when more of it costs more than its share', async () => {
    const { measure } = computer(62.5);
    const uneven = async (parameters: Argon2idParameters) =>
      (await measure(parameters)) * (parameters.memoryKiB > kdfFloor.memoryKiB ? 2 : 1);
    expect(await calibrateWith(uneven, 250)).toEqual({ memoryKiB: 128 * 1024, iterations: 3, parallelism: 1 });
  });

  it('raises passes once memory is at 256 MiB', async () => {
    const parameters = await calibrateWith(computer(20).measure, 250);
    expect(parameters).toEqual({ memoryKiB: 256 * 1024, iterations: 9, parallelism: 1 });
  });

  it('stays under the ceiling on a computer of the future, also with a clock that shows no time at all', async () => {
    expect((await calibrateWith(computer(0.001).measure, 250)).iterations).toBe(kdfCeiling.iterations);
    expect((await calibrateWith(() => Promise.resolve(0), 250)).iterations).toBe(kdfCeiling.iterations);
  });

  it('goes by the faster of two runs, so that a busy moment doesn’t end in weak parameters', async () => {
    const runs = [400, 125, 900, 250];
    const parameters = await calibrateWith(() => Promise.resolve(runs.shift() ?? 0), 250);
    expect(parameters).toEqual({ memoryKiB: 128 * 1024, iterations: 3, parallelism: 1 });
  });
});
