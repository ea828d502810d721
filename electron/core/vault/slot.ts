import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import type { UserId } from '../../../shared/ids.ts';
import { Failure } from '../failure.ts';
import type { Argon2idParameters, KeyDerivationPort, Ports } from '../ports.ts';
import { saltBytes, withinLimits } from './key-derivation.ts';
import { nonceBytes, slotContext, tagBytes, type Slot, type SlotKind } from './vault-file.ts';

export type SlotRequest = {
  profileId: UserId;
  kind: SlotKind;
  /** The normalised passphrase, or the 32 symbols of a recovery code. */
  secret: string;
  /** The database key. It stays the caller's. */
  key: Buffer;
  parameters: Argon2idParameters;
};

/**
 * Wraps the database key under a secret and proves the result by opening it again from the start.
 * Salt and nonce are fresh, so no wrapping key ever meets a second nonce (NIST SP 800-38D, section 8).
 * @throws Failure `INTERNAL` when the new slot doesn't give the key back
 */
export async function buildSlot(request: SlotRequest, ports: Pick<Ports, 'ids' | 'random' | 'keyDerivation'>): Promise<Slot> {
  const { memoryKiB, iterations, parallelism } = withinLimits(request.parameters);
  const salt = ports.random.bytes(saltBytes).toString('base64');
  const header: Omit<Slot, 'wrap'> = {
    id: ports.ids.next(),
    kind: request.kind,
    kdf: { algorithm: 'argon2id', memoryKiB, iterations, parallelism, salt },
  };
  const wrappingKey = await deriveWrappingKey(header, request.secret, ports.keyDerivation);
  let slot: Slot;
  try {
    slot = { ...header, wrap: wrapKey(request.key, wrappingKey, ports.random.bytes(nonceBytes), slotContext(request.profileId, header)) };
  } finally {
    wrappingKey.fill(0);
  }
  await proveSlot(slot, request, ports.keyDerivation);
  return slot;
}

/** Answers the database key, or null when the secret is wrong or the slot was changed: the tag can't tell these apart. */
export async function unwrapSlot(profileId: UserId, slot: Slot, secret: string, keyDerivation: KeyDerivationPort): Promise<Buffer | null> {
  const wrappingKey = await deriveWrappingKey(slot, secret, keyDerivation);
  try {
    return unwrapKey(slot.wrap, wrappingKey, slotContext(profileId, slot));
  } finally {
    wrappingKey.fill(0);
  }
}

const deriveWrappingKey = (slot: Omit<Slot, 'wrap'>, secret: string, keyDerivation: KeyDerivationPort): Promise<Buffer> =>
  keyDerivation.derive(secret, Buffer.from(slot.kdf.salt, 'base64'), {
    memoryKiB: slot.kdf.memoryKiB,
    iterations: slot.kdf.iterations,
    parallelism: slot.kdf.parallelism,
  });

function wrapKey(key: Buffer, wrappingKey: Buffer, nonce: Buffer, context: Buffer): Slot['wrap'] {
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(context);
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    algorithm: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

function unwrapKey(wrap: Slot['wrap'], wrappingKey: Buffer, context: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrap.nonce, 'base64'), { authTagLength: tagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'));
  // All of the key comes from `update`; `final` adds no bytes in this mode and only checks the tag.
  const key = decipher.update(Buffer.from(wrap.ciphertext, 'base64'));
  try {
    decipher.final();
    return key;
  } catch {
    key.fill(0);
    return null;
  }
}

async function proveSlot(slot: Slot, request: SlotRequest, keyDerivation: KeyDerivationPort): Promise<void> {
  const again = await unwrapSlot(request.profileId, slot, request.secret, keyDerivation);
  try {
    if (again === null || !timingSafeEqual(again, request.key)) {
      throw new Failure('INTERNAL', 'The new passphrase didn’t pass its own check, so nothing was changed. Please try again.');
    }
  } finally {
    again?.fill(0);
  }
}
