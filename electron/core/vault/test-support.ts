import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Argon2idParameters } from '../ports.ts';
import { kdfFloor } from './key-derivation.ts';
import type { FileOperations } from './atomic-file.ts';
import { changePassphrase, createVault, openVault, type NewVault, type VaultPorts } from './vault.ts';
import { decodeVault, encodeVault, type Vault } from './vault-file.ts';

/** A real folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trailhead-vault-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const newUserId = (): UserId => UserId.parse(v7());

/**
 * Ports whose derivation is a single hash of the secret. It leaves salt and parameters out on purpose: when a changed
 * file fails to open with it, the authentication tag noticed, not the derivation. Keeps every buffer it gave away.
 */
export function testPorts() {
  const time = { now: 1_800_000_000_000 };
  const derivations: { key: Buffer; secret: string; salt: Buffer; parameters: Argon2idParameters }[] = [];
  const randoms: Buffer[] = [];
  const ports: VaultPorts = {
    clock: { now: () => time.now, delay: () => Promise.reject(new Error('no test waits')) },
    ids: { next: () => v7() },
    random: {
      bytes(length) {
        const bytes = randomBytes(length);
        randoms.push(bytes);
        return bytes;
      },
    },
    keyDerivation: {
      derive(secret, salt, parameters) {
        const key = createHash('sha256').update(secret).digest();
        derivations.push({ key, secret, salt, parameters });
        return Promise.resolve(key);
      },
      calibrate: () => Promise.resolve({ ...kdfFloor, memoryKiB: 128 * 1024 }),
    },
  };
  return { ports, time, derivations, randoms };
}

export const passphrase = (text: string) => ({ kind: 'passphrase' as const, passphrase: text });
export const recovery = (code: string) => ({ kind: 'recovery' as const, code });

/** The refusal that `work` ends in. Fails the test when it ends in something else. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome: unknown = await work.then(
    (value) => value,
    (error: unknown) => error,
  );
  if (outcome instanceof Failure) return outcome;
  throw new Error('expected a Failure', { cause: outcome });
}

export const isZeroed = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** Rewrites a vault file as somebody with the source code could: with a checksum that fits. */
export async function tamper(path: string, change: (vault: Vault) => void): Promise<void> {
  const vault = decodeVault(await readFile(path, 'utf8'));
  if (vault === null) throw new Error('the file was damaged before the test changed it');
  change(vault);
  await writeFile(path, encodeVault(vault));
}

/** A profile on a disk, and short ways to do things to it. */
export async function newProfile(request: Partial<NewVault> = {}) {
  const support = testPorts();
  const folder = join(await temporaryFolder(), 'profiles', 'one');
  const asked: NewVault = { profileId: newUserId(), label: 'Mine', passphrase: 'quiet river', withRecoveryCode: true, ...request };
  const { ports } = support;
  const { vault, key, recoveryCode } = await createVault(folder, asked, ports);
  return {
    ...support,
    folder,
    file: (name: string) => join(folder, name),
    asked,
    vault,
    key,
    recoveryCode: recoveryCode ?? '',
    open: (text: string) => openVault(folder, passphrase(text), ports),
    recover: (code: string) => openVault(folder, recovery(code), ports),
    change: (from: string, to: string, files?: FileOperations) => changePassphrase(folder, passphrase(from), to, ports, files),
  };
}

/** What a write does on a full disk. */
export const fullDisk = (): Promise<never> => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
