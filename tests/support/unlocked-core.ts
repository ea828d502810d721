import { createHash } from 'node:crypto';
import type { KeyDerivationPort } from '../../electron/core/ports.ts';
import { kdfFloor } from '../../electron/core/vault/key-derivation.ts';
import type { RouteOutput } from '../../shared/contracts/index.ts';
import type { ProfileSummary } from '../../shared/entities/profile.ts';
import type { SessionId } from '../../shared/ids.ts';
import { type TestCore, type TestCoreOptions, testCore } from './test-core.ts';

export const passphrase = 'quiet river';

/** One hash instead of Argon2id, for tests that are about something else and open many profiles. */
export const hashDerivation: KeyDerivationPort = {
  derive: (secret, salt) => Promise.resolve(createHash('sha256').update(secret).update(salt).digest()),
  calibrate: () => Promise.resolve(kdfFloor),
};

export type UnlockedCore = TestCore & {
  profile: ProfileSummary;
  unlock(): Promise<RouteOutput<'profiles.unlock'>>;
  /** Says something and waits for the whole reply. */
  say(text: string, sessionId?: SessionId): Promise<RouteOutput<'companion.say'>>;
};

/** A core with a new profile, open. */
export async function unlockedCore(options: TestCoreOptions = {}): Promise<UnlockedCore> {
  const core = testCore({ keyDerivation: hashDerivation, ...options });
  const { profile } = await core.ask('profiles.create', { label: 'Mine', passphrase, withRecoveryCode: false });
  return {
    ...core,
    profile,
    unlock: () => core.ask('profiles.unlock', { profileId: profile.id, secret: { kind: 'passphrase', passphrase } }),
    async say(text, sessionId) {
      const said = await core.ask('companion.say', { text, ...(sessionId && { sessionId }) });
      await core.replied(said.reply.id);
      return said;
    },
  };
}

export const twoParts = 'A part of me wants to rest, but another part keeps making lists.';
export const onePart = 'There is a part of me that checks everything twice.';
