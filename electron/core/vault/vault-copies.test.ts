import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileOperations } from './atomic-file.ts';
import { failureOf, newProfile, passphrase, tamper, temporaryFolder } from './test-support.ts';
import { changePassphrase, openVault, readVault } from './vault.ts';
import { copyVaultFiles, vaultFileNames, type VaultFileName } from './vault-copies.ts';
import { vaultFileMaxBytes } from './vault-file.ts';

const otherOf = (name: VaultFileName): VaultFileName => (name === 'vault.json' ? 'vault.copy.json' : 'vault.json');

/** Ways for a file to break. */
const damages: [string, (path: string) => Promise<void>][] = [
  ['is empty', (path) => writeFile(path, '')],
  ['is cut off', async (path) => writeFile(path, (await readFile(path)).subarray(0, 300))],
  ['is full of zeros', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  [
    'has one changed letter of its key',
    async (path) => {
      // Still base64 of the right length: only the checksum can notice.
      const changeLetter = (_all: string, before: string, letter: string) => before + (letter === 'B' ? 'C' : 'B');
      await writeFile(path, (await readFile(path, 'utf8')).replace(/("ciphertext": ")(.)/, changeLetter));
    },
  ],
  ['is huge', async (path) => writeFile(path, (await readFile(path, 'utf8')) + ' '.repeat(vaultFileMaxBytes))],
  ['asks for too much memory', (path) => tamper(path, (vault) => vault.slots.forEach((slot) => (slot.kdf.memoryKiB = 2 ** 31)))],
];

describe.each(vaultFileNames)('when only %s is damaged', (name) => {
  it.each(damages)('because it %s, the other one opens the profile and a notice names it', async (_how, damage) => {
    const { file, open, key, folder } = await newProfile();
    await damage(file(name));
    const broken = await readFile(file(name));
    const opened = await open('quiet river');
    expect(opened.key.equals(key)).toBe(true);
    expect(opened.notice).toContain(`, ${name}, is damaged`);
    expect((await readVault(folder)).notice).toBe(opened.notice);
    // Nothing is repaired behind the person's back.
    expect((await readFile(file(name))).equals(broken)).toBe(true);
  });

  it('changing the passphrase writes both anew, so that the old one opens neither', async () => {
    const { file, folder, ports, open } = await newProfile();
    await writeFile(file(name), 'broken');
    await changePassphrase(folder, passphrase('quiet river'), 'deep lake', ports);
    expect((await open('deep lake')).notice).toBeNull();
    expect(await readFile(file('vault.json'), 'utf8')).toBe(await readFile(file('vault.copy.json'), 'utf8'));
  });

  it('a folder in its place is damage too', async () => {
    const { file, open } = await newProfile();
    await rm(file(name));
    await mkdir(file(name));
    expect((await open('quiet river')).notice).toContain(name);
  });
});

describe('when both copies are damaged', () => {
  it.each(damages)('because each %s, nothing is derived or written and both are named', async (_how, damage) => {
    const { file, folder, open, derivations } = await newProfile();
    for (const name of vaultFileNames) await damage(file(name));
    const before = await Promise.all(vaultFileNames.map((name) => readFile(file(name), 'hex')));
    const derived = derivations.length;
    const failure = await failureOf(open('quiet river'));
    expect(failure.code).toBe('VAULT_DAMAGED');
    expect(failure.message).toContain('vault.json');
    expect(failure.message).toContain('vault.copy.json');
    expect(failure.message).toContain('restore both files from a backup');
    expect(derivations).toHaveLength(derived);
    expect((await readdir(folder)).toSorted()).toEqual(['vault.copy.json', 'vault.json']);
    expect(await Promise.all(vaultFileNames.map((name) => readFile(file(name), 'hex')))).toEqual(before);
  });

  it('or missing, it says which', async () => {
    const { file, open } = await newProfile();
    await rm(file('vault.json'));
    await writeFile(file('vault.copy.json'), 'broken');
    expect((await failureOf(open('quiet river'))).message).toContain('vault.copy.json is damaged and vault.json is missing');
  });
});

describe('bounds of the derivation', () => {
  it.each([
    ['weaker', 64 * 1024 - 1, 3, 1],
    ['too heavy on memory', 1024 * 1024 + 1, 3, 1],
    ['with too few passes', 64 * 1024, 2, 1],
    ['with too many passes', 64 * 1024, 21, 1],
    ['with too many lanes', 64 * 1024, 3, 5],
  ])('refuse a file made %s before anything is derived', async (_how, memoryKiB, iterations, parallelism) => {
    const { file, open, derivations } = await newProfile();
    for (const name of vaultFileNames) {
      await tamper(file(name), (vault) => vault.slots.forEach((slot) => Object.assign(slot.kdf, { memoryKiB, iterations, parallelism })));
    }
    const derived = derivations.length;
    expect((await failureOf(open('quiet river'))).code).toBe('VAULT_DAMAGED');
    expect(derivations).toHaveLength(derived);
  });
});

describe('two copies that differ', () => {
  it.each(vaultFileNames)('the higher revision is in force when %s is behind, and brings it up to date', async (name) => {
    const { file, folder, ports, open, key } = await newProfile();
    const old = await readFile(file(name));
    await changePassphrase(folder, passphrase('quiet river'), 'deep lake', ports);
    await writeFile(file(name), old);

    expect((await failureOf(open('quiet river'))).code).toBe('WRONG_PASSPHRASE');
    // A wrong secret changes nothing yet.
    expect((await readFile(file(name))).equals(old)).toBe(true);
    const opened = await open('deep lake');
    expect(opened.key.equals(key)).toBe(true);
    expect(opened.notice).toContain(`${name}, was out of date`);
    expect(await readFile(file(name), 'utf8')).toBe(await readFile(file(otherOf(name)), 'utf8'));
    expect((await open('deep lake')).notice).toBeNull();
  });

  it.each(vaultFileNames)('%s is written again when it is missing, with a notice', async (name) => {
    const { file, open } = await newProfile();
    await rm(file(name));
    expect((await open('quiet river')).notice).toContain(`${name}, was missing and has been written again`);
    expect((await open('quiet river')).notice).toBeNull();
  });

  it('the profile opens also when a copy can’t be written again', async () => {
    const { file, folder, ports } = await newProfile();
    await rm(file('vault.copy.json'));
    const files = {
      ...nodeFileOperations,
      writeNew: (path: string, bytes: string | Buffer) =>
        path.includes('vault.') ? Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) : nodeFileOperations.writeNew(path, bytes),
    };
    expect((await openVault(folder, passphrase('quiet river'), ports, files)).notice).toContain('couldn’t be written again');
  });

  it('vault.json counts when both claim the same revision, and the other is named', async () => {
    const { file, open } = await newProfile();
    await tamper(file('vault.copy.json'), (vault) => (vault.label = 'Somebody else’s'));
    const opened = await open('quiet river');
    expect(opened.vault.label).toBe('Mine');
    expect(opened.notice).toContain('vault.copy.json');
  });

  it('copies of two profiles are refused', async () => {
    const one = await newProfile();
    const other = await newProfile();
    await writeFile(one.file('vault.copy.json'), await readFile(other.file('vault.copy.json')));
    const failure = await failureOf(one.open('quiet river'));
    expect(failure.code).toBe('VAULT_DAMAGED');
    expect(failure.message).toContain('two different profiles');
  });
});

describe('a vault of a newer Trailhead', () => {
  it.each(vaultFileNames)('is refused and left alone, also when only %s is newer', async (name) => {
    const { file, folder, ports } = await newProfile();
    await writeFile(file(name), JSON.stringify({ format: 'trailhead-vault', version: 2 }));
    const failures = [
      await failureOf(readVault(folder)),
      await failureOf(openVault(folder, passphrase('quiet river'), ports)),
      await failureOf(changePassphrase(folder, passphrase('quiet river'), 'deep lake', ports)),
    ];
    for (const failure of failures) {
      expect(failure.code).toBe('DATABASE_TOO_NEW');
      expect(failure.message).toContain('newer Trailhead');
    }
    expect(await readFile(file(name), 'utf8')).toContain('"version":2');
  });
});

describe('a copy of the vault for a backup', () => {
  it('is made of the copy in force, twice, so that either of its files opens the backup', async () => {
    const { file, folder, ports, key } = await newProfile();
    const old = await readFile(file('vault.json'));
    await changePassphrase(folder, passphrase('quiet river'), 'deep lake', ports);
    await writeFile(file('vault.json'), old);
    const backup = join(folder, 'before-update');
    await copyVaultFiles(folder, backup);

    const restored = await temporaryFolder();
    for (const name of vaultFileNames) await writeFile(join(restored, name), await readFile(`${backup}.${name}`));
    const opened = await openVault(restored, passphrase('deep lake'), ports);
    expect(opened.key.equals(key)).toBe(true);
    expect(opened.notice).toBeNull();
  });
});
