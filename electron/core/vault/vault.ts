import { access, chmod, mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secret } from '../../../shared/entities/profile.ts';
import type { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { attemptsFileName, beginAttempt, forgetAttempts } from './attempts.ts';
import { nodeFileOperations, removeLeftovers, type FileOperations } from './atomic-file.ts';
import { kdfFloor } from './key-derivation.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { normalisePassphrase, requireStrongPassphrase } from './passphrase.ts';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { buildSlot, unwrapSlot } from './slot.ts';
import { damageNotice, readCopies, vaultFileNames, writeCopies, type VaultCopies } from './vault-copies.ts';
import { keyBytes, vaultFormat, vaultVersion, type Slot, type Vault } from './vault-file.ts';

/*
 * The key of a profile's database: made once, kept only in wrapped form, handed out to whoever brings a secret.
 * `openVault` and `changePassphrase` expect the caller to hold the profile (`holdProfile`), so that no other process
 * counts attempts or writes at the same time. The key they answer belongs to the caller, who zeroes it.
 * Strings (the secrets themselves) can't be zeroed in JavaScript; every Buffer made here is.
 */

export type { Vault } from './vault-file.ts';
export type VaultPorts = Pick<Ports, 'clock' | 'ids' | 'random' | 'keyDerivation'>;
export type NewVault = { profileId: UserId; label: string; passphrase: string; withRecoveryCode: boolean };

/** What opening a profile may cost on the computer it was made on. */
const unlockMilliseconds = 250;

/**
 * Makes the folder if need be, a new database key, and both copies of the vault.
 * @throws Failure `WEAK_PASSPHRASE`; `CONFLICT` when the folder already holds a profile; `DISK_FULL`; `READ_ONLY`.
 *   Nothing is left behind then.
 */
export function createVault(
  folder: string,
  request: NewVault,
  ports: VaultPorts,
  files: FileOperations = nodeFileOperations,
): Promise<{ vault: Vault; key: Buffer; recoveryCode: string | null }> {
  return oneAtATime(folder, async () => {
    requireStrongPassphrase(request.passphrase);
    await requireNoProfile(folder);
    const recoveryCode = request.withRecoveryCode ? newRecoveryCode(ports.random) : null;
    const key = ports.random.bytes(keyBytes);
    try {
      const vault: Vault = {
        format: vaultFormat,
        version: vaultVersion,
        revision: 1,
        profileId: request.profileId,
        label: request.label,
        createdAt: ports.clock.now(),
        slots: [await buildPassphraseSlot(request.profileId, request.passphrase, key, ports)],
      };
      if (recoveryCode !== null) vault.slots.push(await buildRecoverySlot(request.profileId, recoveryCode, key, ports));
      await writeNewProfile(folder, vault, files);
      return { vault, key, recoveryCode };
    } catch (error) {
      key.fill(0);
      throw error;
    }
  });
}

/**
 * Reads what is known of a profile without a secret. Changes nothing; `notice` names a damaged copy.
 * @throws Failure `VAULT_DAMAGED`, `DATABASE_TOO_NEW` or `NOT_FOUND`
 */
export async function readVault(folder: string): Promise<{ vault: Vault; notice: string | null }> {
  const copies = await readCopies(folder);
  return { vault: copies.vault, notice: damageNotice(copies) };
}

/**
 * Unwraps the database key. A copy that is missing or older than the other is written again, with a notice; a damaged one is
 * left as it is, with a notice.
 * @throws Failure `WRONG_PASSPHRASE`, `TOO_SOON`, `VAULT_DAMAGED`, `DATABASE_TOO_NEW`, `NOT_FOUND`, `DISK_FULL` or `READ_ONLY`
 */
export function openVault(
  folder: string,
  secret: Secret,
  ports: VaultPorts,
  files: FileOperations = nodeFileOperations,
): Promise<{ vault: Vault; key: Buffer; notice: string | null }> {
  return oneAtATime(folder, async () => {
    const copies = await readCopies(folder);
    const key = await unwrapWith(folder, copies.vault, secret, ports, files);
    try {
      const notice = await finishInterruptedWrites(folder, copies, files);
      return { vault: copies.vault, key, notice };
    } catch (error) {
      key.fill(0);
      throw error;
    }
  });
}

/**
 * Replaces the passphrase slot; the database key and a recovery slot stay as they are. Writes both copies, also one that was
 * damaged: leaving it could leave the old passphrase working.
 * @throws Failure as `openVault` for the current secret, `WEAK_PASSPHRASE` for the next. The old passphrase then still opens.
 */
export function changePassphrase(
  folder: string,
  current: Secret,
  next: string,
  ports: VaultPorts,
  files: FileOperations = nodeFileOperations,
): Promise<void> {
  return oneAtATime(folder, async () => {
    requireStrongPassphrase(next);
    const { vault } = await readCopies(folder);
    const key = await unwrapWith(folder, vault, current, ports, files);
    try {
      const slot = await buildPassphraseSlot(vault.profileId, next, key, ports);
      const slots = vault.slots.map((old) => (old.kind === 'passphrase' ? slot : old));
      await replaceVault(folder, { ...vault, revision: vault.revision + 1, slots }, files);
    } finally {
      key.fill(0);
    }
  });
}

async function buildPassphraseSlot(profileId: UserId, passphrase: string, key: Buffer, ports: VaultPorts): Promise<Slot> {
  const parameters = await ports.keyDerivation.calibrate(unlockMilliseconds);
  return buildSlot({ profileId, kind: 'passphrase', secret: normalisePassphrase(passphrase), key, parameters }, ports);
}

/** The floor is enough here: nobody guesses 160 random bits, however cheap a guess is. */
const buildRecoverySlot = (profileId: UserId, recoveryCode: string, key: Buffer, ports: VaultPorts): Promise<Slot> =>
  buildSlot({ profileId, kind: 'recovery', secret: parseRecoveryCode(recoveryCode), key, parameters: kdfFloor }, ports);

async function unwrapWith(folder: string, vault: Vault, secret: Secret, ports: VaultPorts, files: FileOperations): Promise<Buffer> {
  const text = secret.kind === 'passphrase' ? normalisePassphrase(secret.passphrase) : parseRecoveryCode(secret.code);
  const slot = vault.slots.find((candidate) => candidate.kind === secret.kind);
  if (slot === undefined) {
    throw new Failure('WRONG_PASSPHRASE', 'This profile was made without a recovery code. Only its passphrase opens it.');
  }
  await beginAttempt(folder, ports.clock, files);
  const key = await unwrapSlot(vault.profileId, slot, text, ports.keyDerivation);
  if (key === null) {
    throw new Failure(
      'WRONG_PASSPHRASE',
      secret.kind === 'passphrase'
        ? 'This passphrase doesn’t open the profile. Capital letters and spaces count.'
        : 'This recovery code doesn’t open the profile. It may belong to another one.',
    );
  }
  // The secret was right. A disk that filled up just now costs a wait at the next slip, and must not cost the profile.
  await forgetAttempts(folder, ports.clock, files).catch(() => undefined);
  return key;
}

async function replaceVault(folder: string, vault: Vault, files: FileOperations): Promise<void> {
  try {
    await writeCopies(folder, vault, files);
  } catch (error) {
    // The first file decides: once it is replaced, the new passphrase is in force and saying otherwise would mislead.
    // The second file is then brought up to date at the next unlock.
    const found = await readCopies(folder).catch(() => null);
    if (found?.vault.revision !== vault.revision) throw error;
  }
}

async function finishInterruptedWrites(folder: string, copies: VaultCopies, files: FileOperations): Promise<string | null> {
  // An old temporary file may hold a slot for an old passphrase. Failing to remove it is no reason to keep the profile shut.
  await Promise.allSettled([...vaultFileNames, attemptsFileName].map((name) => removeLeftovers(join(folder, name))));
  const name = copies.outdated[0] ?? copies.missing[0];
  if (name === undefined) return damageNotice(copies);
  const found = copies.outdated.length > 0 ? 'was out of date' : 'was missing';
  const about = `One of the two files that keep this profile’s key, ${name}, ${found}`;
  try {
    await writeCopies(folder, copies.vault, files, [name]);
    return `${about} and has been written again from the other one. Nothing you wrote is affected.`;
  } catch {
    return `${about} and couldn’t be written again. The other one opened your profile; please check that the disk has space and can be written to.`;
  }
}

async function requireNoProfile(folder: string): Promise<void> {
  for (const name of [...vaultFileNames, 'trailhead.db']) {
    const exists = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (exists) throw new Failure('CONFLICT', 'This folder already holds a profile, so no new one was made there.');
  }
}

async function writeNewProfile(folder: string, vault: Vault, files: FileOperations): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  try {
    await writeCopies(folder, vault, files);
  } catch (error) {
    // Half a new profile would stand in the list of profiles without a database.
    await Promise.allSettled(vaultFileNames.map((name) => files.remove(join(folder, name))));
    await rmdir(folder).catch(() => undefined);
    throw error;
  }
}
