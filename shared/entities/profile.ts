import { z } from 'zod';
import { UserId } from '../ids.ts';
import { CountryCode } from './helpline.ts';
import { Name, Timestamp, isStorableText } from './common.ts';
import { ProviderChoice, SentSeen } from './provider.ts';

export const ProfileLabel = Name(80, 'A profile needs a label of 1 to 80 characters.');

export const PASSPHRASE_MIN = 8;
export const PASSPHRASE_MAX = 1024;

/** What a person types to open their profile. Its strength is judged when it is chosen, not when it is tried. */
export const Passphrase = z
  .string()
  .min(1, 'Please type your passphrase.')
  .max(PASSPHRASE_MAX, 'A passphrase can have at most 1,024 characters.')
  .refine(isStorableText, 'This passphrase holds a broken symbol.');

/** One of the two ways into a profile. */
export const Secret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: Passphrase }),
  z.strictObject({ kind: z.literal('recovery'), code: z.string().min(1).max(200) }),
]);
export type Secret = z.infer<typeof Secret>;

/** A profile as it can be seen before it is unlocked: its label is readable by anyone who can read this computer's files. */
export const ProfileSummary = z.strictObject({
  id: UserId,
  label: z.string(),
  createdAt: Timestamp,
  hasRecoveryCode: z.boolean(),
});
export type ProfileSummary = z.infer<typeof ProfileSummary>;

/** A profile folder whose `vault.json` can't be read: shown instead of hidden, and never overwritten. */
export const DamagedProfile = z.strictObject({ folder: z.string(), message: z.string() });
export type DamagedProfile = z.infer<typeof DamagedProfile>;

export const themes = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(themes);
export type Theme = z.infer<typeof Theme>;

export const Settings = z.strictObject({
  theme: Theme,
  /** A session ends by itself after this many minutes without a message. */
  idleMinutes: z.int().min(5).max(1440),
  /** Every so many versions, the memory is kept as a whole: fewer are smaller on the disk, more are rebuilt faster. */
  checkpointEvery: z.int().min(2).max(1000),
  /** Whose helplines are shown; null for the country of the locale. */
  country: CountryCode.nullable(),
  /** Who answers, when something may leave at all. */
  provider: ProviderChoice,
  /** The one switch over everything that opens a connection, also to a model on this computer. Off until the person turns it on. */
  online: z.boolean(),
  sentSeen: SentSeen,
  /** Whether the model is also given a session when it has ended, to say what is worth remembering. Off until the person turns it on. */
  rememberWithModel: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;
export const defaultSettings: Settings = {
  theme: 'system',
  idleMinutes: 30,
  checkpointEvery: 50,
  country: null,
  provider: { kind: 'guide' },
  online: false,
  sentSeen: { anthropic: false, local: false },
  rememberWithModel: false,
};

/** What decides where words go is changed by a route of its own and is no part of this. */
export const SettingsUpdate = Settings.omit({ provider: true, online: true, sentSeen: true, rememberWithModel: true }).partial();
export type SettingsUpdate = z.infer<typeof SettingsUpdate>;
