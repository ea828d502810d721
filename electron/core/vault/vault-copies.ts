import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, notFound } from '../failure.ts';
import { errorCode, nodeFileOperations, writeFilesAtomically, type FileOperations } from './atomic-file.ts';
import { decodeVault, encodeVault, vaultFileMaxBytes, type Vault } from './vault-file.ts';

/** In the order they are written. */
export const vaultFileNames = ['vault.json', 'vault.copy.json'] as const;
export type VaultFileName = (typeof vaultFileNames)[number];

/** Both copies as they were found. */
export type VaultCopies = {
  /** The copy in force: the valid one with the higher revision. */
  vault: Vault;
  /** Can't be read, or contradicts the copy in force. Left as it is until the person changes their passphrase. */
  damaged: VaultFileName[];
  /** Valid but older: a change was interrupted between the two files. */
  outdated: VaultFileName[];
  missing: VaultFileName[];
};

type Copy = { name: VaultFileName; vault: Vault | 'damaged' | 'missing' };

/**
 * Reads both copies and changes neither.
 * @throws Failure `VAULT_DAMAGED` when no copy can be used, `DATABASE_TOO_NEW`, or `NOT_FOUND` without such a folder
 */
export async function readCopies(folder: string): Promise<VaultCopies> {
  const copies = await Promise.all(vaultFileNames.map((name) => readCopy(folder, name)));
  const valid = copies.flatMap(({ name, vault }) => (typeof vault === 'string' ? [] : [{ name, vault }]));
  const namesOf = (state: Copy['vault']) => copies.filter((copy) => copy.vault === state).map((copy) => copy.name);
  // `vault.json` comes first and stays first when the revisions are equal: sorting keeps the order of equals.
  const inForce = valid.toSorted((one, other) => other.vault.revision - one.vault.revision)[0];
  if (inForce === undefined) throw await unusable(folder, namesOf('damaged'), namesOf('missing'));

  const others = valid.filter((copy) => copy !== inForce);
  if (others.some((copy) => copy.vault.profileId !== inForce.vault.profileId)) {
    throw new Failure('VAULT_DAMAGED', `${bothFiles} belong to two different profiles. ${restoreAdvice}`);
  }
  const contradicting = others.filter(
    ({ vault }) => vault.revision === inForce.vault.revision && encodeVault(vault) !== encodeVault(inForce.vault),
  );
  return {
    vault: inForce.vault,
    damaged: [...namesOf('damaged'), ...contradicting.map((copy) => copy.name)],
    outdated: others.filter((copy) => copy.vault.revision < inForce.vault.revision).map((copy) => copy.name),
    missing: namesOf('missing'),
  };
}

/**
 * Writes the given files, all of them unless named.
 * @throws Failure `DISK_FULL` or `READ_ONLY`
 */
export function writeCopies(
  folder: string,
  vault: Vault,
  files: FileOperations,
  names: readonly VaultFileName[] = vaultFileNames,
): Promise<void> {
  const bytes = encodeVault(vault);
  // What couldn't be read again must never replace something that can.
  if (decodeVault(bytes) === null) throw new TypeError('a vault that breaks its own schema was about to be written');
  return writeFilesAtomically(
    names.map((name) => ({ path: join(folder, name), bytes })),
    files,
  );
}

/**
 * Keeps the vault beside a copy of its database: `<prefix>.vault.json` and `<prefix>.vault.copy.json`, both with the
 * content in force. They open with the passphrase of today, also after it is changed.
 * @throws Failure as `readCopies` and `writeCopies`
 */
export async function copyVaultFiles(folder: string, prefix: string, files: FileOperations = nodeFileOperations): Promise<void> {
  const { vault } = await readCopies(folder);
  const bytes = encodeVault(vault);
  await writeFilesAtomically(
    vaultFileNames.map((name) => ({ path: `${prefix}.${name}`, bytes })),
    files,
  );
}

/** A sentence for the person when a copy is damaged, otherwise null. */
export function damageNotice({ damaged }: VaultCopies): string | null {
  const name = damaged[0];
  if (name === undefined) return null;
  return (
    `One of the two files that keep this profile’s key, ${name}, is damaged. ` +
    'The other one opened your profile and nothing you wrote is affected. Changing your passphrase writes both files anew.'
  );
}

const bothFiles = 'The two files that keep this profile’s key, vault.json and vault.copy.json,';
const restoreAdvice =
  'Please restore both files from a backup of this profile. Trailhead hasn’t changed anything, and what you wrote is still there, encrypted.';

async function readCopy(folder: string, name: VaultFileName): Promise<Copy> {
  try {
    const text = await readSmallFile(join(folder, name), vaultFileMaxBytes);
    return { name, vault: (text === null ? null : decodeVault(text)) ?? 'damaged' };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return { name, vault: errorCode(error) === 'ENOENT' ? 'missing' : 'damaged' };
  }
}

/** Answers the text of a regular file, or null when it is something else or has more than `maxBytes` bytes. */
export async function readSmallFile(path: string, maxBytes: number): Promise<string | null> {
  // Without O_NONBLOCK, opening a named pipe somebody put there would wait for ever. Windows has neither.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    return found.isFile() && found.size <= maxBytes ? await handle.readFile('utf8') : null;
  } finally {
    await handle.close();
  }
}

async function unusable(folder: string, damaged: VaultFileName[], missing: VaultFileName[]): Promise<Failure> {
  const exists = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!exists) return notFound('This profile');
  if (missing.length === 0) return new Failure('VAULT_DAMAGED', `${bothFiles} are damaged. ${restoreAdvice}`);
  if (damaged.length === 0) return new Failure('VAULT_DAMAGED', `${bothFiles} are missing. ${restoreAdvice}`);
  return new Failure('VAULT_DAMAGED', `${damaged.join()} is damaged and ${missing.join()} is missing. ${restoreAdvice}`);
}
