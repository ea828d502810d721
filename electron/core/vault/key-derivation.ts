import { hashRaw } from '@node-rs/argon2';
import type { Argon2idParameters, KeyDerivationPort } from '../ports.ts';

/**
 * No slot is ever made or accepted below these: the second recommended choice of RFC 9106, section 4
 * (64 MiB, 3 passes), with one lane, because the work runs on one thread.
 */
export const kdfFloor: Argon2idParameters = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };

/** What a vault file may ask of this computer at most: above it, opening would take minutes or exhaust the memory. */
export const kdfCeiling: Argon2idParameters = { memoryKiB: 1024 * 1024, iterations: 20, parallelism: 4 };

/** RFC 9106, section 3.1: 16 bytes of salt are recommended for hashing passwords. */
export const saltBytes = 16;

/** Calibration stops raising memory here, so that opening a profile stays possible on a small or busy computer. */
const calibratedMemoryMax = 256 * 1024;
const memoryStep = 8 * 1024;
const derivedBytes = 32;

/** `Algorithm.Argon2id`: a `const enum` of the package, which single-file compilation can't read by name. */
const argon2id = 2;

/**
 * Argon2id (RFC 9106, version 0x13) in libuv's thread pool: the main thread stays free.
 * The caller zeroes the answered key.
 */
export const argon2idKeyDerivation: KeyDerivationPort = {
  async derive(secret, salt, parameters) {
    const password = Buffer.from(secret, 'utf8');
    try {
      return await hashRaw(password, {
        algorithm: argon2id,
        memoryCost: parameters.memoryKiB,
        timeCost: parameters.iterations,
        parallelism: parameters.parallelism,
        outputLen: derivedBytes,
        salt,
      });
    } finally {
      password.fill(0);
    }
  },
  calibrate: (milliseconds) => calibrateWith(measure, milliseconds),
};

/**
 * Finds parameters that take about `milliseconds`, never below the floor. Memory is raised first, because memory is what
 * makes guessing on graphics cards expensive; passes are added only once memory is at its limit.
 * @param measureMilliseconds derives once with the given parameters and answers how long that took
 */
export async function calibrateWith(
  measureMilliseconds: (parameters: Argon2idParameters) => Promise<number>,
  milliseconds: number,
): Promise<Argon2idParameters> {
  // Other work on this computer only ever makes a run slower, and a slow run would end in weaker parameters:
  // the faster of two is closer to what every later unlock costs.
  const fastest = async (parameters: Argon2idParameters) =>
    Math.min(await measureMilliseconds(parameters), await measureMilliseconds(parameters));

  const atFloor = await fastest(kdfFloor);
  const estimate = affordableMemory(kdfFloor.memoryKiB, milliseconds / atFloor);
  if (estimate === kdfFloor.memoryKiB) return kdfFloor;

  // A large memory costs more than its share: fresh pages, caches that no longer help. So the estimate is measured too.
  const measured = await fastest({ ...kdfFloor, memoryKiB: estimate });
  const memoryKiB = Math.min(estimate, affordableMemory(estimate, milliseconds / measured));
  if (memoryKiB < calibratedMemoryMax) return { ...kdfFloor, memoryKiB };
  const passes = Math.floor((kdfFloor.iterations * milliseconds) / measured);
  return { ...kdfFloor, memoryKiB, iterations: clamp(passes, kdfFloor.iterations, kdfCeiling.iterations) };
}

/** `ratio` times the memory, in whole steps, from the floor to the most that calibration asks for. */
const affordableMemory = (memoryKiB: number, ratio: number): number =>
  clamp(Math.floor((memoryKiB * ratio) / memoryStep) * memoryStep, kdfFloor.memoryKiB, calibratedMemoryMax);

/** The parameters themselves where they lie between floor and ceiling, the nearest allowed ones otherwise. */
export const withinLimits = (parameters: Argon2idParameters): Argon2idParameters => ({
  memoryKiB: clamp(parameters.memoryKiB, kdfFloor.memoryKiB, kdfCeiling.memoryKiB),
  iterations: clamp(parameters.iterations, kdfFloor.iterations, kdfCeiling.iterations),
  parallelism: clamp(parameters.parallelism, kdfFloor.parallelism, kdfCeiling.parallelism),
});

async function measure(parameters: Argon2idParameters): Promise<number> {
  const start = performance.now();
  const key = await argon2idKeyDerivation.derive('calibration', Buffer.alloc(saltBytes, 1), parameters);
  key.fill(0);
  return performance.now() - start;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
