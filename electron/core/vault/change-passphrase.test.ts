import { readFile, readdir, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { attemptsFileName } from './attempts.ts';
import { nodeFileOperations, type FileOperations } from './atomic-file.ts';
import { failureOf, fullDisk, newProfile, passphrase, recovery } from './test-support.ts';
import { changePassphrase, readVault } from './vault.ts';

describe('changing the passphrase', () => {
  it('keeps the key and the recovery slot, and ends the old passphrase in both files', async () => {
    const { change, open, recover, recoveryCode, key, vault, file, folder } = await newProfile();
    await change('quiet river', 'deep lake');
    expect((await open('deep lake')).key.equals(key)).toBe(true);
    expect((await recover(recoveryCode)).key.equals(key)).toBe(true);
    expect((await failureOf(open('quiet river'))).code).toBe('WRONG_PASSPHRASE');
    const { vault: changed } = await readVault(folder);
    expect(changed.revision).toBe(2);
    expect(changed.slots[1]).toEqual(vault.slots[1]);
    expect(changed.slots[0]?.kdf.salt).not.toBe(vault.slots[0]?.kdf.salt);
    expect(await readFile(file('vault.json'), 'utf8')).toBe(await readFile(file('vault.copy.json'), 'utf8'));
  });

  it('works with a recovery code when the passphrase is forgotten', async () => {
    const { folder, ports, open, recoveryCode } = await newProfile();
    await changePassphrase(folder, recovery(recoveryCode), 'deep lake', ports);
    await open('deep lake');
  });

  it('refuses a weak one before anything else, without counting', async () => {
    const { change, file } = await newProfile();
    expect((await failureOf(change('guess guess', 'lake'))).code).toBe('WEAK_PASSPHRASE');
    await expect(stat(file(attemptsFileName))).rejects.toThrow('ENOENT');
  });

  it('replaces nothing when the new slot doesn’t give the key back', async () => {
    const { folder, ports, open, file, randoms } = await newProfile();
    const before = await readFile(file('vault.json'));
    let derivations = 0;
    const derive: typeof ports.keyDerivation.derive = async (...request) => {
      const key = await ports.keyDerivation.derive(...request);
      // The third one, after the current slot and the making of the new one, is the new slot's proof.
      return ++derivations === 3 ? key.fill(1) : key;
    };
    const unreliable = { ...ports, keyDerivation: { ...ports.keyDerivation, derive } };
    const failure = await failureOf(changePassphrase(folder, passphrase('quiet river'), 'deep lake', unreliable));
    expect(failure.code).toBe('INTERNAL');
    expect((await readFile(file('vault.json'))).equals(before)).toBe(true);
    await open('quiet river');
    expect(randoms.length).toBeGreaterThan(0);
  });

  it('changes nothing when the disk is full, and says so', async () => {
    const { change, open, folder } = await newProfile();
    const files: FileOperations = {
      ...nodeFileOperations,
      writeNew: (path, bytes) => (path.includes('vault.copy') ? fullDisk() : nodeFileOperations.writeNew(path, bytes)),
    };
    expect((await failureOf(change('quiet river', 'deep lake', files))).code).toBe('DISK_FULL');
    expect((await open('quiet river')).notice).toBeNull();
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('has succeeded once the first file is replaced, even when the second one can’t be', async () => {
    const { change, open } = await newProfile();
    const files: FileOperations = {
      ...nodeFileOperations,
      rename: (from, to) => (to.endsWith('vault.copy.json') ? fullDisk() : nodeFileOperations.rename(from, to)),
    };
    await change('quiet river', 'deep lake', files);
    expect((await failureOf(open('quiet river'))).code).toBe('WRONG_PASSPHRASE');
    expect((await open('deep lake')).notice).toContain('vault.copy.json, was out of date');
  });

  it('opens with the old or the new passphrase, and the old key, after a crash at any step', async () => {
    let crashed = true;
    for (let survived = 0; crashed; survived++) {
      const { change, open, folder, key, file } = await newProfile();
      const files = dyingAfter(survived);
      await change('quiet river', 'deep lake', files.operations).catch(() => undefined);
      crashed = files.crashed();

      const { vault } = await readVault(folder);
      const opened = await open(vault.revision === 2 ? 'deep lake' : 'quiet river');
      expect(opened.key.equals(key), `after ${survived} steps`).toBe(true);
      // The first unlock after the crash leaves two equal copies and no temporary file.
      expect(await readFile(file('vault.json'), 'utf8')).toBe(await readFile(file('vault.copy.json'), 'utf8'));
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(survived).toBeLessThan(50);
    }
  });
});

/** A process that does so many steps on files and none after. */
function dyingAfter(steps: number) {
  let left = steps;
  let crashed = false;
  const step = <Arguments extends unknown[]>(operation: (...request: Arguments) => Promise<void>) => {
    return (...request: Arguments): Promise<void> => {
      if (left-- > 0) return operation(...request);
      crashed = true;
      return Promise.reject(new Error('the process is gone'));
    };
  };
  const operations: FileOperations = {
    writeNew: step(nodeFileOperations.writeNew),
    rename: step(nodeFileOperations.rename),
    syncFolder: step(nodeFileOperations.syncFolder),
    remove: step(nodeFileOperations.remove),
  };
  return { operations, crashed: () => crashed };
}
