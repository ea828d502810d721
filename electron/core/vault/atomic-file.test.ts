import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileOperations, removeLeftovers, writeFileAtomically, writeFilesAtomically, type FileOperations } from './atomic-file.ts';
import { failureOf, temporaryFolder } from './test-support.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** A disk that takes half of the bytes and is full then. */
const fullDisk: FileOperations = {
  ...nodeFileOperations,
  async writeNew(path, bytes) {
    await nodeFileOperations.writeNew(path, bytes.slice(0, Math.floor(bytes.length / 2)));
    throw systemError('ENOSPC');
  },
};

describe('an atomic write', () => {
  it('creates a file only its owner can read, and leaves nothing else', async () => {
    const folder = await temporaryFolder();
    await writeFileAtomically(join(folder, 'note.txt'), 'hello');
    expect(await readFile(join(folder, 'note.txt'), 'utf8')).toBe('hello');
    expect(await readdir(folder)).toEqual(['note.txt']);
    if (process.platform !== 'win32') expect((await stat(join(folder, 'note.txt'))).mode & 0o777).toBe(0o600);
  });

  it('replaces a file and tightens a mode that was too wide', async () => {
    const path = join(await temporaryFolder(), 'note.txt');
    await writeFile(path, 'old', { mode: 0o644 });
    await writeFileAtomically(path, Buffer.from('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('has the bytes on the disk before the name changes, and the name on the disk before it returns', async () => {
    const folder = await temporaryFolder();
    const steps: string[] = [];
    const traced: FileOperations = {
      ...nodeFileOperations,
      writeNew: (path, bytes) => nodeFileOperations.writeNew(path, bytes).then(() => void steps.push('write')),
      rename: (from, to) => nodeFileOperations.rename(from, to).then(() => void steps.push('rename')),
      syncFolder: (path) => nodeFileOperations.syncFolder(path).then(() => void steps.push('sync folder')),
    };
    await writeFileAtomically(join(folder, 'note.txt'), 'hello', traced);
    expect(steps).toEqual(['write', 'rename', 'sync folder']);
  });

  it('keeps the old file and removes the half-written one when the disk is full', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'note.txt'), 'old');
    const failure = await failureOf(writeFileAtomically(join(folder, 'note.txt'), 'something new', fullDisk));
    expect(failure.code).toBe('DISK_FULL');
    expect(await readdir(folder)).toEqual(['note.txt']);
    expect(await readFile(join(folder, 'note.txt'), 'utf8')).toBe('old');
  });

  it.each(['EROFS', 'EACCES', 'EPERM'])('says so when it may not write (%s)', async (code) => {
    const files = { ...nodeFileOperations, writeNew: () => Promise.reject(systemError(code)) };
    expect((await failureOf(writeFileAtomically(join(await temporaryFolder(), 'note.txt'), 'x', files))).code).toBe('READ_ONLY');
  });

  it('removes the temporary file when the name can’t be replaced', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'note.txt'));
    await expect(writeFileAtomically(join(folder, 'note.txt'), 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['note.txt']);
  });

  it('takes the longest name a file may have', async () => {
    const folder = await temporaryFolder();
    const name = 'é'.repeat(127);
    await writeFileAtomically(join(folder, name), 'x');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('replaces none of several files when the disk fills up on the second', async () => {
    const folder = await temporaryFolder();
    let writes = 0;
    const files: FileOperations = {
      ...nodeFileOperations,
      writeNew: (path, bytes) => (++writes === 2 ? fullDisk : nodeFileOperations).writeNew(path, bytes),
    };
    const targets = ['one', 'two'].map((name) => ({ path: join(folder, name), bytes: 'new' }));
    expect((await failureOf(writeFilesAtomically(targets, files))).code).toBe('DISK_FULL');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('leftovers of a killed process', () => {
  it('are removed for one file and no other', async () => {
    const folder = await temporaryFolder();
    const dead: FileOperations = {
      ...nodeFileOperations,
      rename: () => Promise.reject(new Error('killed')),
      remove: () => Promise.reject(new Error('killed')),
    };
    await expect(writeFileAtomically(join(folder, 'one'), 'x', dead)).rejects.toThrow('killed');
    await expect(writeFileAtomically(join(folder, 'two'), 'x', dead)).rejects.toThrow('killed');
    await removeLeftovers(join(folder, 'one'));
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^\.two\./);
  });
});
