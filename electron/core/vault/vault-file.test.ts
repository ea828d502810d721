import { describe, expect, it } from 'vitest';
import { kdfCeiling, kdfFloor } from './key-derivation.ts';
import { newUserId } from './test-support.ts';
import { decodeVault, encodeVault, summariseVault, type Vault, vaultFileMaxBytes } from './vault-file.ts';

const bytes = (length: number, value: number) => Buffer.alloc(length, value).toString('base64');

const vault = (): Vault => ({
  format: 'trailhead-vault',
  version: 1,
  revision: 7,
  profileId: newUserId(),
  label: 'Ma vie intérieure',
  createdAt: 1_800_000_000_000,
  slots: [
    {
      id: newUserId(),
      kind: 'passphrase',
      kdf: { algorithm: 'argon2id', ...kdfFloor, salt: bytes(16, 1) },
      wrap: { algorithm: 'aes-256-gcm', nonce: bytes(12, 2), ciphertext: bytes(32, 3), tag: bytes(16, 4) },
    },
  ],
});

/** Anything at all under a checksum that fits, so that only the schema can refuse it. */
const withFittingChecksum = (change: (content: Vault) => void): string => {
  const content = vault();
  change(content);
  return encodeVault(content);
};
const slotOf = (content: Vault) => {
  const slot = content.slots[0];
  if (slot === undefined) throw new Error('no slot');
  return slot;
};

describe('a vault file', () => {
  it('is read as it was written, far below its size limit', () => {
    const content = vault();
    const text = encodeVault(content);
    expect(decodeVault(text)).toEqual(content);
    expect(text.length).toBeLessThan(vaultFileMaxBytes / 10);
  });

  it('may ask for anything from the floor to the ceiling', () => {
    for (const parameters of [kdfFloor, kdfCeiling]) {
      expect(decodeVault(withFittingChecksum((content) => Object.assign(slotOf(content).kdf, parameters)))).not.toBeNull();
    }
  });

  it.each<[string, (content: Vault) => void]>([
    ['too little memory', (content) => (slotOf(content).kdf.memoryKiB = kdfFloor.memoryKiB - 1)],
    ['too much memory', (content) => (slotOf(content).kdf.memoryKiB = kdfCeiling.memoryKiB + 1)],
    ['too few passes', (content) => (slotOf(content).kdf.iterations = 2)],
    ['too many passes', (content) => (slotOf(content).kdf.iterations = 21)],
    ['no lane', (content) => (slotOf(content).kdf.parallelism = 0)],
    ['too many lanes', (content) => (slotOf(content).kdf.parallelism = 5)],
    ['half a pass', (content) => (slotOf(content).kdf.iterations = 3.5)],
    ['another derivation', (content) => Object.assign(slotOf(content).kdf, { algorithm: 'argon2i' })],
    ['another cipher', (content) => Object.assign(slotOf(content).wrap, { algorithm: 'aes-256-ecb' })],
    ['a short salt', (content) => (slotOf(content).kdf.salt = bytes(15, 1))],
    ['a short nonce', (content) => (slotOf(content).wrap.nonce = bytes(8, 1))],
    ['a short tag', (content) => (slotOf(content).wrap.tag = bytes(4, 1))],
    ['a long key', (content) => (slotOf(content).wrap.ciphertext = bytes(33, 1))],
    ['base64 with stray bits', (content) => (slotOf(content).wrap.tag = slotOf(content).wrap.tag.replace('A==', 'B=='))],
    ['base64url', (content) => (slotOf(content).wrap.tag = Buffer.alloc(16, 255).toString('base64').replaceAll('/', '_'))],
    ['no slot', (content) => (content.slots = [])],
    ['two passphrase slots', (content) => content.slots.push(slotOf(content))],
    ['only a recovery slot', (content) => (slotOf(content).kind = 'recovery')],
    ['another kind of slot', (content) => Object.assign(slotOf(content), { kind: 'master' })],
    ['another owner', (content) => Object.assign(content, { profileId: 'somebody' })],
    ['version 0', (content) => Object.assign(content, { version: 0 })],
    ['another format', (content) => Object.assign(content, { format: 'something' })],
    ['revision 0', (content) => (content.revision = 0)],
    ['one field too many', (content) => Object.assign(content, { note: 'x' })],
    ['one field too many in a slot', (content) => Object.assign(slotOf(content), { note: 'x' })],
  ])('is damaged when it asks for or holds %s', (_what, change) => {
    expect(decodeVault(withFittingChecksum(change))).toBeNull();
  });

  it('is damaged when one letter anywhere changed', () => {
    const text = encodeVault(vault());
    let accepted = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] === 'x' ? 'y' : 'x';
      const changed = text.slice(0, at) + letter + text.slice(at + 1);
      if (decodeVault(changed) !== null) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  it.each(['', 'null', '[]', '{}', '"x"', '{"format":"trailhead-vault"', '{"__proto__":{"format":"trailhead-vault"}}'])(
    'is damaged when it reads %s',
    (text) => expect(decodeVault(text)).toBeNull(),
  );

  it('says so when a newer Trailhead wrote it, whatever that one added', () => {
    const text = JSON.stringify({ format: 'trailhead-vault', version: 2, something: 'new' });
    expect(() => decodeVault(text)).toThrow(expect.objectContaining({ code: 'DATABASE_TOO_NEW' }));
  });

  it('shows its label and whether there is a recovery code, and nothing of its slots', () => {
    const content = vault();
    const { profileId: id, label, createdAt } = content;
    expect(summariseVault(content)).toEqual({ id, label, createdAt, hasRecoveryCode: false });
    content.slots.push({ ...slotOf(content), kind: 'recovery' });
    expect(summariseVault(content).hasRecoveryCode).toBe(true);
  });
});
