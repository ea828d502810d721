import { describe, expect, it } from 'vitest';
import { kdfCeiling, kdfFloor } from './key-derivation.ts';
import { buildSlot, unwrapSlot } from './slot.ts';
import { isZeroed, newUserId, testPorts } from './test-support.ts';
import type { Slot } from './vault-file.ts';

const key = Buffer.alloc(32, 5);
const secret = 'quiet river';

async function setUp() {
  const { ports, derivations } = testPorts();
  const profileId = newUserId();
  const request = { profileId, kind: 'passphrase' as const, secret, key, parameters: kdfFloor };
  const slot = await buildSlot(request, ports);
  const open = (changed: Slot = slot, owner = profileId, by = secret) => unwrapSlot(owner, changed, by, ports.keyDerivation);
  return { ports, derivations, request, slot, open };
}

const flipFirstBit = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a slot', () => {
  it('gives the key back for its secret and for no other', async () => {
    const { open, slot, request } = await setUp();
    expect((await open())?.equals(key)).toBe(true);
    expect(await open(slot, request.profileId, 'quiet River')).toBeNull();
  });

  // The test's derivation ignores salt and parameters: only the authentication tag can refuse these.
  it.each<[string, (slot: Slot) => void]>([
    ['id', (slot) => (slot.id = newUserId())],
    ['kind', (slot) => (slot.kind = 'recovery')],
    ['memory', (slot) => (slot.kdf.memoryKiB += 1)],
    ['passes', (slot) => (slot.kdf.iterations += 1)],
    ['lanes', (slot) => (slot.kdf.parallelism += 1)],
    ['salt', (slot) => (slot.kdf.salt = flipFirstBit(slot.kdf.salt))],
    ['nonce', (slot) => (slot.wrap.nonce = flipFirstBit(slot.wrap.nonce))],
    ['ciphertext', (slot) => (slot.wrap.ciphertext = flipFirstBit(slot.wrap.ciphertext))],
    ['tag', (slot) => (slot.wrap.tag = flipFirstBit(slot.wrap.tag))],
  ])('stays shut when its %s was changed', async (_field, change) => {
    const { open, slot } = await setUp();
    const changed = structuredClone(slot);
    change(changed);
    expect(await open(changed)).toBeNull();
  });

  it('stays shut in another profile', async () => {
    const { open, slot } = await setUp();
    expect(await open(slot, newUserId())).toBeNull();
  });

  it('has a fresh id, salt and nonce each time', async () => {
    const { ports, request, slot } = await setUp();
    const other = await buildSlot(request, ports);
    expect(other.id).not.toBe(slot.id);
    expect(other.kdf.salt).not.toBe(slot.kdf.salt);
    expect(other.wrap.nonce).not.toBe(slot.wrap.nonce);
    expect(other.wrap.ciphertext).not.toBe(slot.wrap.ciphertext);
  });

  it('is never made weaker than the floor or heavier than the ceiling', async () => {
    const { ports, request } = await setUp();
    const weak = await buildSlot({ ...request, parameters: { memoryKiB: 8, iterations: 1, parallelism: 0 } }, ports);
    expect(weak.kdf).toMatchObject(kdfFloor);
    const heavy = await buildSlot({ ...request, parameters: { memoryKiB: 1e9, iterations: 1e9, parallelism: 99 } }, ports);
    expect(heavy.kdf).toMatchObject(kdfCeiling);
  });

  it('is proved before anybody relies on it', async () => {
    const { ports, request } = await setUp();
    let derivations = 0;
    const unreliable = { ...ports.keyDerivation, derive: () => Promise.resolve(Buffer.alloc(32, ++derivations)) };
    await expect(buildSlot(request, { ...ports, keyDerivation: unreliable })).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('leaves no wrapping key behind, whether it opened or not, and never touches the caller’s key', async () => {
    const { derivations, open, slot, request } = await setUp();
    await open();
    await open(slot, request.profileId, 'wrong');
    expect(derivations).toHaveLength(4);
    expect(derivations.every((derivation) => isZeroed(derivation.key))).toBe(true);
    expect(key.equals(Buffer.alloc(32, 5))).toBe(true);
  });
});
