import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from './write-file-atomically.ts';

async function* pieces(...texts: string[]): AsyncIterable<string> {
  yield* texts;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
});

describe('writing a file whole or not at all', () => {
  it('writes every piece in order, for its owner alone', async () => {
    const path = join(folder, 'a.json');
    expect(await writeFileAtomically(path, pieces('é', '', 'nd'), { overwrite: false })).toEqual({ ok: true, value: path });
    expect(await readFile(path, 'utf8')).toBe('énd');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('writes bytes as they are', async () => {
    const path = join(folder, 'a.png');
    const bytes = Uint8Array.from([0x89, 0xff, 0x00, 0x0a]);
    const content = async function* () {
      yield bytes;
    };
    expect((await writeFileAtomically(path, content(), { overwrite: false })).ok).toBe(true);
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  });

  it('leaves a file that is there, unless it may replace it', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, 'earlier');
    expect(await writeFileAtomically(path, pieces('new'), { overwrite: false })).toEqual({
      ok: false,
      message: expect.stringContaining('already there'),
    });
    expect(await readFile(path, 'utf8')).toBe('earlier');
    expect(await writeFileAtomically(path, pieces('new'), { overwrite: true })).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('leaves a file that came to be while it was writing', async () => {
    const path = join(folder, 'a.json');
    async function* slow(): AsyncIterable<string> {
      await writeFile(path, 'theirs');
      yield 'ours';
    }
    expect(await writeFileAtomically(path, slow(), { overwrite: false })).toMatchObject({ ok: false });
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('leaves nothing behind when its content breaks off, or its folder is not there', async () => {
    async function* broken(): AsyncIterable<string> {
      yield 'half';
      throw new Error('no more');
    }
    expect(await writeFileAtomically(join(folder, 'a.json'), broken(), { overwrite: true })).toMatchObject({ ok: false });
    expect(await writeFileAtomically(join(folder, 'none', 'a.json'), pieces('x'), { overwrite: true })).toEqual({
      ok: false,
      message: expect.stringContaining('does not exist'),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
