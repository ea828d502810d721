import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptsFileName } from './attempts.ts';
import { nodeFileOperations, type FileOperations } from './atomic-file.ts';
import { argon2idKeyDerivation, kdfFloor } from './key-derivation.ts';
import { failureOf, fullDisk, isZeroed, newProfile, newUserId, passphrase, tamper, temporaryFolder, testPorts } from './test-support.ts';
import { createVault, openVault, readVault } from './vault.ts';

describe('a new vault', () => {
  it('opens with its passphrase and with its recovery code, and both give the same key', async () => {
    const { open, recover, key, recoveryCode, vault } = await newProfile();
    expect(key).toHaveLength(32);
    const byPassphrase = await open('quiet river');
    expect(byPassphrase.key.equals(key)).toBe(true);
    expect(byPassphrase).toMatchObject({ vault, notice: null });
    expect((await recover(recoveryCode.toLowerCase())).key.equals(key)).toBe(true);
  });

  it('works with real Argon2id, at the floor', { timeout: 30_000 }, async () => {
    const folder = join(await temporaryFolder(), 'one');
    const ports = { ...testPorts().ports, keyDerivation: { ...argon2idKeyDerivation, calibrate: () => Promise.resolve(kdfFloor) } };
    const request = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: false };
    const { key } = await createVault(folder, request, ports);
    expect((await openVault(folder, passphrase('quiet river'), ports)).key.equals(key)).toBe(true);
    await tamper(join(folder, 'vault.json'), (vault) => vault.slots.forEach((slot) => (slot.kdf.iterations = 4)));
    expect((await failureOf(openVault(folder, passphrase('quiet river'), ports))).code).toBe('WRONG_PASSPHRASE');
  });

  it('keeps neither key, passphrase nor recovery code in its files', async () => {
    const { folder, key, recoveryCode } = await newProfile();
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'latin1');
      for (const secret of ['quiet river', recoveryCode, recoveryCode.replaceAll('-', ''), key.toString('base64'), key.toString('hex')]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('calibrates the passphrase slot and gives the recovery slot the floor', async () => {
    const { vault } = await newProfile();
    expect(vault.slots.map((slot) => [slot.kind, slot.kdf.memoryKiB])).toEqual([
      ['passphrase', 128 * 1024],
      ['recovery', kdfFloor.memoryKiB],
    ]);
  });

  it('has two equal copies in a folder that only its owner can enter', async () => {
    const { folder, file } = await newProfile();
    expect((await readdir(folder)).toSorted()).toEqual(['vault.copy.json', 'vault.json']);
    expect(await readFile(file('vault.json'), 'utf8')).toBe(await readFile(file('vault.copy.json'), 'utf8'));
    if (process.platform === 'win32') return;
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('closes a folder that others could enter', async () => {
    const folder = join(await temporaryFolder(), 'wide');
    await mkdir(folder, { mode: 0o755 });
    const request = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: false };
    await createVault(folder, request, testPorts().ports);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('can do without a recovery code', async () => {
    const { recover, recoveryCode, file } = await newProfile({ withRecoveryCode: false });
    expect(recoveryCode).toBe('');
    const other = await newProfile();
    const failure = await failureOf(recover(other.recoveryCode));
    expect(failure).toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(failure.message).toContain('without a recovery code');
    await expect(stat(file(attemptsFileName))).rejects.toThrow('ENOENT');
  });

  it.each(['vault.json', 'vault.copy.json', 'trailhead.db'])('is never made where %s already is', async (name) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, name), 'precious');
    const request = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: false };
    expect((await failureOf(createVault(folder, request, testPorts().ports))).code).toBe('CONFLICT');
    expect(await readdir(folder)).toEqual([name]);
    expect(await readFile(join(folder, name), 'utf8')).toBe('precious');
  });

  it('is made once when it is asked for twice at the same time', async () => {
    const folder = await temporaryFolder();
    const request = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: false };
    const { ports } = testPorts();
    const [first, second] = await Promise.allSettled([createVault(folder, request, ports), createVault(folder, request, ports)]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves nothing behind when its passphrase is weak or the disk is full', async () => {
    const parent = await temporaryFolder();
    const request = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: false };
    const { ports, randoms } = testPorts();
    const make = (text: string, files: FileOperations) => createVault(join(parent, 'one'), { ...request, passphrase: text }, ports, files);
    expect((await failureOf(make('river', nodeFileOperations))).code).toBe('WEAK_PASSPHRASE');
    expect((await failureOf(make('quiet river', { ...nodeFileOperations, writeNew: fullDisk }))).code).toBe('DISK_FULL');
    let renames = 0;
    const diesHalfway: FileOperations = {
      ...nodeFileOperations,
      rename: (from, to) => (++renames === 2 ? fullDisk() : nodeFileOperations.rename(from, to)),
    };
    expect((await failureOf(make('quiet river', diesHalfway))).code).toBe('DISK_FULL');
    expect(await readdir(parent)).toEqual([]);
    const keys = randoms.filter((bytes) => bytes.length === 32);
    expect(keys).toHaveLength(2);
    expect(keys.every(isZeroed)).toBe(true);
  });
});

describe('a passphrase', () => {
  it('opens however its letters were composed', async () => {
    const { open, key } = await newProfile({ passphrase: 'caf\u00e9 au lait' });
    expect((await open('cafe\u0301 au lait')).key.equals(key)).toBe(true);
  });

  it('is compared with its spaces and capitals', async () => {
    const { open } = await newProfile({ passphrase: ' quiet river ' });
    await open(' quiet river ');
    for (const slip of ['quiet river', ' Quiet river ']) expect((await failureOf(open(slip))).code).toBe('WRONG_PASSPHRASE');
  });

  it('leaves no derived key behind, and the answered key belongs to the caller', async () => {
    const { open, recover, recoveryCode, change, derivations, key } = await newProfile();
    await open('quiet river');
    await failureOf(open('loud river'));
    await recover(recoveryCode);
    await change('quiet river', 'deep lake');
    expect(derivations.length).toBeGreaterThan(8);
    expect(derivations.every((derivation) => isZeroed(derivation.key))).toBe(true);
    expect(isZeroed(key)).toBe(false);
  });
});

describe('wrong secrets', () => {
  it('are slowed down, and a right one must wait as well', async () => {
    const { open, time, derivations } = await newProfile();
    for (let count = 0; count < 3; count++) expect((await failureOf(open('guess number 1'))).code).toBe('WRONG_PASSPHRASE');
    const before = derivations.length;
    expect(await failureOf(open('quiet river'))).toMatchObject({ code: 'TOO_SOON', retryAfterMs: 1000 });
    expect(derivations).toHaveLength(before);
    time.now += 1000;
    await open('quiet river');
    for (let count = 0; count < 3; count++) expect((await failureOf(open('guess number 2'))).code).toBe('WRONG_PASSPHRASE');
  });

  it('are counted one by one when they are sent all at once', async () => {
    const { open } = await newProfile();
    const codes = await Promise.all(Array.from({ length: 10 }, async () => (await failureOf(open('guess guess'))).code));
    expect(codes.filter((code) => code === 'WRONG_PASSPHRASE')).toHaveLength(3);
    expect(codes.filter((code) => code === 'TOO_SOON')).toHaveLength(7);
  });

  it('count before they are tried, so that killing the process gains nothing', async () => {
    const { folder, ports, file } = await newProfile();
    let counted = '';
    const keyDerivation = {
      ...ports.keyDerivation,
      derive: async () => {
        counted = await readFile(file(attemptsFileName), 'utf8');
        throw new Error('killed');
      },
    };
    await expect(openVault(folder, passphrase('guess guess'), { ...ports, keyDerivation })).rejects.toThrow('killed');
    expect(counted).toContain('"failures":1');
  });

  it('count for recovery codes, and for the current passphrase of a change', async () => {
    const { recover, change, open } = await newProfile();
    const other = await newProfile();
    const failure = await failureOf(recover(other.recoveryCode));
    expect(failure.message).toContain('recovery code');
    expect((await failureOf(change('guess guess', 'deep lake'))).code).toBe('WRONG_PASSPHRASE');
    await failureOf(open('guess guess'));
    expect((await failureOf(change('quiet river', 'deep lake'))).code).toBe('TOO_SOON');
    expect((await failureOf(recover(other.recoveryCode))).code).toBe('TOO_SOON');
  });

  it('don’t count when a recovery code has a typing slip, and nothing is derived', async () => {
    const { recover, recoveryCode, file, derivations } = await newProfile();
    const before = derivations.length;
    const failure = await failureOf(recover(recoveryCode.replace(/^./, (symbol) => (symbol === '7' ? '8' : '7'))));
    expect(failure.code).toBe('WRONG_PASSPHRASE');
    expect(failure.message).toContain('typing slip');
    expect(derivations).toHaveLength(before);
    await expect(stat(file(attemptsFileName))).rejects.toThrow('ENOENT');
  });

  it('leave the vault files as they are', async () => {
    const { open, file } = await newProfile();
    const before = await readFile(file('vault.json'));
    await failureOf(open('guess guess'));
    expect((await readFile(file('vault.json'))).equals(before)).toBe(true);
  });

  it('don’t keep a right one out when the disk fills up before the count is reset', async () => {
    const { folder, ports } = await newProfile();
    let writes = 0;
    const files: FileOperations = {
      ...nodeFileOperations,
      writeNew: (path, bytes) => (++writes > 1 ? fullDisk() : nodeFileOperations.writeNew(path, bytes)),
    };
    await openVault(folder, passphrase('quiet river'), ports, files);
    expect(writes).toBe(2);
  });
});

describe('a folder without a vault', () => {
  it('is told from one that isn’t there', async () => {
    const folder = await temporaryFolder();
    expect((await failureOf(readVault(join(folder, 'nowhere')))).code).toBe('NOT_FOUND');
    await mkdir(join(folder, 'empty'));
    const failure = await failureOf(readVault(join(folder, 'empty')));
    expect(failure.code).toBe('VAULT_DAMAGED');
    await rm(folder, { recursive: true });
  });
});
