import { createHmac, hkdfSync } from 'node:crypto';

/** Digests texts so that nobody without the profile's key can find out which text it was, not even by trying: HMAC-SHA256 in base64url, 43 characters. */
export type KeyedDigest = (text: string) => string;

/**
 * @param key the profile's database key. The digests' own key is derived from it (HKDF, RFC 5869) and stored nowhere: who copies the rules alone
 * has nothing to try words with.
 */
export function createKeyedDigest(key: Buffer): KeyedDigest {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'trailhead: what is not to be remembered', 32));
  return (text) => createHmac('sha256', own).update(text).digest('base64url');
}
