import { z } from 'zod';
import { DamagedProfile, Passphrase, ProfileLabel, ProfileSummary, Secret } from '../entities/profile.ts';
import { UserId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const LockState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('locked') }),
  z.strictObject({ state: z.literal('unlocked'), profile: ProfileSummary }),
]);
export type LockState = z.infer<typeof LockState>;

export const profilesContract = {
  'profiles.list': route('anyone', Nothing, z.strictObject({ profiles: z.array(ProfileSummary), damaged: z.array(DamagedProfile) })),
  'profiles.current': route('anyone', Nothing, LockState),
  /** Makes a profile and opens it. The recovery code is answered once and kept nowhere. */
  'profiles.create': route(
    'anyone',
    z.strictObject({ label: ProfileLabel, passphrase: Passphrase, withRecoveryCode: z.boolean() }),
    z.strictObject({ profile: ProfileSummary, recoveryCode: z.string().nullable() }),
  ),
  'profiles.unlock': route(
    'anyone',
    z.strictObject({ profileId: UserId, secret: Secret }),
    z.strictObject({
      profile: ProfileSummary,
      /** Set when one of the two copies of `vault.json` was damaged and the other one opened the profile. */
      notice: z.string().nullable(),
    }),
  ),
  'profiles.lock': route('anyone', Nothing, Nothing),
  'profiles.changePassphrase': route('person', z.strictObject({ current: Secret, next: Passphrase }), Nothing),
};
