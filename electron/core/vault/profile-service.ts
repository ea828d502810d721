import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LockState } from '../../../shared/contracts/profiles.ts';
import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { ProfileSummary } from '../../../shared/entities/profile.ts';
import { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { nodeFileOperations } from './atomic-file.ts';
import { holdProfile } from './in-use.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { summariseVault } from './vault-file.ts';
import { changePassphrase, createVault, openVault, readVault } from './vault.ts';

/** What stands behind an unlocked profile. This service opens and closes it and knows nothing else about it. */
export type Opened = { readonly summary: ProfileSummary; close(): Promise<void> };
export type OpenDatabase<Profile extends Opened> = (request: {
  folder: string;
  key: Buffer;
  summary: ProfileSummary;
  isNew: boolean;
}) => Promise<Profile>;

/** The profiles of this computer, at most one of them unlocked. Calls that open or close run one after the other. */
export type ProfileService<Profile extends Opened> = {
  list(): Promise<RouteOutput<'profiles.list'>>;
  current(): LockState;
  /** The unlocked profile, or null. */
  opened(): Profile | null;
  create(input: ParsedInput<'profiles.create'>): Promise<RouteOutput<'profiles.create'>>;
  unlock(input: ParsedInput<'profiles.unlock'>): Promise<RouteOutput<'profiles.unlock'>>;
  /** Closes the database, then empties the key. Locking what is locked changes nothing. */
  lock(): Promise<void>;
  changePassphrase(input: ParsedInput<'profiles.changePassphrase'>): Promise<void>;
};

type Session<Profile> = { profile: Profile; folder: string; key: Buffer; release(): void };

/** A folder left by a creation that never came to its end is removed after this long: until then somebody may be at it. */
const UNFINISHED_KEPT_MS = 3_600_000;

export function createProfileService<Profile extends Opened>(
  ports: Ports,
  openDatabase: OpenDatabase<Profile>,
  onChange: (state: LockState) => void,
): ProfileService<Profile> {
  const profilesFolder = join(ports.paths.dataDir, 'profiles');
  const folderOf = (id: UserId) => join(profilesFolder, id);
  const inTurn = <Value>(work: () => Promise<Value>) => oneAtATime(profilesFolder, work);
  let session: Session<Profile> | null = null;

  const current = (): LockState => (session ? { state: 'unlocked', profile: session.profile.summary } : { state: 'locked' });

  const lockNow = async (): Promise<void> => {
    if (!session) return;
    const { profile, key, release } = session;
    // From here on every call that needs a profile answers LOCKED, while replies and long work come to an end.
    session = null;
    try {
      await profile.close();
    } finally {
      key.fill(0);
      release();
      onChange(current());
    }
  };

  const open = async (folder: string, key: Buffer, summary: ProfileSummary, release: () => void): Promise<void> => {
    const profile = await openDatabase({ folder, key, summary, isNew: false });
    session = { profile, folder, key, release };
    onChange(current());
  };

  return {
    current,
    opened: () => session?.profile ?? null,
    lock: () => inTurn(lockNow),

    async list() {
      const names = await readdir(profilesFolder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw new Failure('READ_ONLY', 'The data folder can’t be read. Check its permissions.', { cause: error });
      });
      const profiles: ProfileSummary[] = [];
      const damaged: { folder: string; message: string }[] = [];
      for (const { name } of names.filter((entry) => entry.isDirectory() && UserId.safeParse(entry.name).success)) {
        try {
          profiles.push(summariseVault((await readVault(join(profilesFolder, name))).vault));
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          damaged.push({ folder: name, message: error.message });
        }
      }
      return { profiles: profiles.toSorted((a, b) => a.createdAt - b.createdAt), damaged };
    },

    create: ({ label, passphrase, withRecoveryCode }) =>
      inTurn(async () => {
        const profileId = UserId.parse(ports.ids.next());
        // Made under another name and renamed when it is whole: there is never half a profile.
        let folder = join(profilesFolder, `.new-${profileId}`);
        await makePrivateFolder(profilesFolder);
        await removeUnfinished(profilesFolder, ports.clock.now() - UNFINISHED_KEPT_MS);
        try {
          const { key, recoveryCode, vault } = await createVault(folder, { profileId, label, passphrase, withRecoveryCode }, ports);
          try {
            const summary = summariseVault(vault);
            await (await openDatabase({ folder, key, summary, isNew: true })).close();
            await rename(folder, folderOf(profileId));
            folder = folderOf(profileId);
            // Without this, a power cut could take the name back, and with it what was written since.
            await nodeFileOperations.syncFolder(profilesFolder);
            await lockNow();
            const held = holdProfile(folder);
            try {
              await open(folder, key, summary, held.release);
            } catch (error) {
              held.release();
              throw error;
            }
            return { profile: summary, recoveryCode };
          } catch (error) {
            key.fill(0);
            throw error;
          }
        } catch (error) {
          // Also after it got its name: its person never saw the recovery code, and nothing of theirs is in it yet.
          await rm(folder, { recursive: true, force: true }).catch(() => undefined);
          throw error;
        }
      }),

    unlock: ({ profileId, secret }) =>
      inTurn(async () => {
        // Opening what is open means: close it and see whether the secret still opens it.
        if (session?.profile.summary.id === profileId) await lockNow();
        const folder = folderOf(profileId);
        // Also tells a profile that isn't there before a lock file would be made for it.
        await readVault(folder);
        const held = holdProfile(folder);
        try {
          const { vault, key, notice } = await openVault(folder, secret, ports);
          try {
            // Only now: a slip at another profile's passphrase leaves the open one open.
            await lockNow();
            await open(folder, key, summariseVault(vault), held.release);
          } catch (error) {
            key.fill(0);
            throw error;
          }
          return { profile: summariseVault(vault), notice };
        } catch (error) {
          held.release();
          throw error;
        }
      }),

    changePassphrase: ({ current: secret, next }) =>
      inTurn(async () => {
        if (!session) throw new Failure('LOCKED', 'Unlock the profile first.');
        await changePassphrase(session.folder, secret, next, ports);
      }),
  };
}

async function makePrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Failure('READ_ONLY', 'The data folder can’t be written. Check its permissions, or choose another one.', { cause: error });
  }
}

async function removeUnfinished(folder: string, before: number): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => entry.startsWith('.new-'))) {
    // Another Trailhead may be finishing or removing it right now. Tidying up must not keep a profile from being made.
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < before) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
