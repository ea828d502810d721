import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Timestamp } from '../../../shared/entities/common.ts';
import type { ProfileSummary } from '../../../shared/entities/profile.ts';
import { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { kdfCeiling, kdfFloor, saltBytes } from './key-derivation.ts';

export const vaultFormat = 'trailhead-vault';
export const vaultVersion = 1;
export const vaultFileMaxBytes = 64 * 1024;

/** NIST SP 800-38D: 96-bit nonces (section 5.2.1.1) and full 128-bit tags (section 5.2.1.2). */
export const nonceBytes = 12;
export const tagBytes = 16;
export const keyBytes = 32;

/** Canonical base64 of exactly `length` bytes: one spelling for one value. */
const base64 = (length: number) =>
  z
    .string()
    .length(Math.ceil(length / 3) * 4)
    .refine((text) => {
      const bytes = Buffer.from(text, 'base64');
      return bytes.length === length && bytes.toString('base64') === text;
    });

/** The bounds hold before anything is derived: a changed file can neither weaken the derivation nor hang the computer. */
const Kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().min(kdfFloor.memoryKiB).max(kdfCeiling.memoryKiB),
  iterations: z.int().min(kdfFloor.iterations).max(kdfCeiling.iterations),
  parallelism: z.int().min(kdfFloor.parallelism).max(kdfCeiling.parallelism),
  salt: base64(saltBytes),
});

const Wrap = z.strictObject({
  algorithm: z.literal('aes-256-gcm'),
  nonce: base64(nonceBytes),
  ciphertext: base64(keyBytes),
  tag: base64(tagBytes),
});

/** The database key, wrapped once: one slot for each secret that opens the profile. */
const Slot = z.strictObject({ id: z.uuid(), kind: z.enum(['passphrase', 'recovery']), kdf: Kdf, wrap: Wrap });
export type Slot = z.infer<typeof Slot>;
export type SlotKind = Slot['kind'];

const Vault = z.strictObject({
  format: z.literal(vaultFormat),
  version: z.literal(vaultVersion),
  /** Grows by one with every change; the higher of the two copies is in force. */
  revision: z.int().min(1).max(1_000_000_000),
  profileId: UserId,
  /** Wider than the rule for new labels: a rule made stricter later must not make a vault unreadable. */
  label: z.string().min(1).max(200),
  createdAt: Timestamp,
  slots: z
    .array(Slot)
    .refine((slots) => slots.filter((slot) => slot.kind === 'passphrase').length === 1)
    .refine((slots) => slots.filter((slot) => slot.kind === 'recovery').length <= 1),
});
export type Vault = z.infer<typeof Vault>;

/**
 * SHA-256 of the content. It finds rot in a place no other check sees before a passphrase is typed, such as one changed
 * letter of a ciphertext, so that the other copy can open the profile. It is no protection against intent: the slots'
 * authentication tags are.
 */
const VaultFile = Vault.extend({ checksum: base64(32) });
const Header = z.object({ format: z.literal(vaultFormat), version: z.int() });

/** The bytes of `vault.json`. */
export const encodeVault = (vault: Vault): string => `${JSON.stringify({ ...vault, checksum: checksumOf(vault) }, null, 2)}\n`;

/**
 * Reads the text of a vault file, or answers null when it is damaged.
 * @throws Failure `DATABASE_TOO_NEW` when a newer Trailhead wrote it
 */
export function decodeVault(text: string): Vault | null {
  const content = parseJson(text);
  const header = Header.safeParse(content);
  if (header.success && header.data.version > vaultVersion) {
    throw new Failure(
      'DATABASE_TOO_NEW',
      'This profile was last used with a newer Trailhead. Please update Trailhead to open it; nothing was changed.',
    );
  }
  const parsed = VaultFile.safeParse(content);
  if (!parsed.success) return null;
  const { checksum, ...vault } = parsed.data;
  return checksum === checksumOf(vault) ? vault : null;
}

/**
 * What a slot's authentication tag covers besides the key (NIST SP 800-38D, section 5.2.1.1, "additional authenticated
 * data"): no slot can be moved to another profile, or given other parameters, and still open.
 */
export const slotContext = (profileId: UserId, slot: Omit<Slot, 'wrap'>): Buffer =>
  Buffer.from(JSON.stringify([vaultFormat, vaultVersion, profileId, ...slotFields(slot)]), 'utf8');

/** What may be shown of a profile before it is unlocked. */
export const summariseVault = (vault: Vault): ProfileSummary => ({
  id: vault.profileId,
  label: vault.label,
  createdAt: vault.createdAt,
  hasRecoveryCode: vault.slots.some((slot) => slot.kind === 'recovery'),
});

// Arrays instead of objects: their order is written here and depends on no parser.
const slotFields = ({ id, kind, kdf }: Omit<Slot, 'wrap'>) => [
  id,
  kind,
  [kdf.algorithm, kdf.memoryKiB, kdf.iterations, kdf.parallelism, kdf.salt],
];
const wrapFields = ({ algorithm, nonce, ciphertext, tag }: Slot['wrap']) => [algorithm, nonce, ciphertext, tag];

function checksumOf({ format, version, revision, profileId, label, createdAt, slots }: Vault): string {
  const fields = [
    format,
    version,
    revision,
    profileId,
    label,
    createdAt,
    slots.map((slot) => [...slotFields(slot), wrapFields(slot.wrap)]),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
