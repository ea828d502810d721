import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Failure } from '../failure.ts';
import { holdProfile, inUseFileName } from './in-use.ts';
import { temporaryFolder } from './test-support.ts';

const refusalOf = (folder: string): Failure => {
  try {
    holdProfile(folder).release();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('the profile was free');
};

/** A process of its own that holds a profile, drops the answer, collects garbage and stays. */
async function otherProcess(folder: string) {
  const module = new URL('in-use.ts', import.meta.url).href;
  const script = `
    import { holdProfile } from ${JSON.stringify(module)};
    try { holdProfile(${JSON.stringify(folder)}); globalThis.gc(); console.log('held'); }
    catch (error) { console.log(error.code); }
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  onTestFinished(() => end('SIGKILL'));
  const heard: unknown[] = await once(child.stdout, 'data');
  return { said: String(heard[0]).trim(), end };
}

describe('holding a profile', () => {
  it('refuses a second window of the same process until the first lets go', async () => {
    const folder = await temporaryFolder();
    const first = holdProfile(folder);
    const failure = refusalOf(folder);
    expect(failure.code).toBe('ALREADY_OPEN');
    expect(failure.message).toContain('already open in another Trailhead window');
    first.release();
    holdProfile(folder).release();
  });

  it('can be let go twice without freeing somebody else’s hold', async () => {
    const folder = await temporaryFolder();
    const first = holdProfile(folder);
    first.release();
    const second = holdProfile(folder);
    first.release();
    expect(refusalOf(folder).code).toBe('ALREADY_OPEN');
    second.release();
  });

  it('keeps other processes out, and is freed when they are killed', { timeout: 20_000 }, async () => {
    const folder = await temporaryFolder();
    const other = await otherProcess(folder);
    expect(other.said).toBe('held');
    expect(refusalOf(folder).code).toBe('ALREADY_OPEN');
    await other.end('SIGKILL');

    const mine = holdProfile(folder);
    expect((await otherProcess(folder)).said).toBe('ALREADY_OPEN');
    mine.release();
  });

  it('leaves two profiles alone', async () => {
    const one = holdProfile(await temporaryFolder());
    const other = holdProfile(await temporaryFolder());
    one.release();
    other.release();
  });

  it('writes an empty file that only its owner can read', async () => {
    const folder = await temporaryFolder();
    const hold = holdProfile(folder);
    expect(await readdir(folder)).toEqual([inUseFileName]);
    hold.release();
    const file = await stat(join(folder, inUseFileName));
    expect(file.size).toBe(0);
    if (process.platform !== 'win32') expect(file.mode & 0o777).toBe(0o600);
  });

  it('says what to do about a damaged lock file, and about a folder that is gone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, inUseFileName), 'not a database '.repeat(100));
    expect(refusalOf(folder)).toMatchObject({ code: 'DATABASE_DAMAGED' });
    expect(refusalOf(join(folder, 'nowhere'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
