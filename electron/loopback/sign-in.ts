import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../core/ports.ts';

/** How long a token or code is worth something, in milliseconds. */
export const KEY_LIFETIME_MS = 60_000;
/** A new code at most this often, in milliseconds, so that a page that is reloaded does not fill the terminal. */
const CODE_INTERVAL_MS = 5_000;
const TRIES_PER_CODE = 5;
const CODE_LENGTH = 8;
/** Without letters and digits that look alike. 32 symbols, so that a byte's lowest five bits choose one evenly. */
const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

type Key = { digest: Buffer; expiresAt: number; triesLeft: number };

export type SignIn = {
  /** A secret for a program to hand over: 256 bits, once, for a minute. It replaces the one before it. */
  issueToken(): string;
  /** A secret for a person to type: 40 bits, once, for a minute and five tries. Undefined when one is still valid or was made just now. */
  issueCode(): string | undefined;
  redeemToken(token: string): boolean;
  redeemCode(code: string): boolean;
  /** Begins a session and answers its secret, 256 bits. */
  beginSession(): string;
  isSession(secret: string | undefined): boolean;
};

/** Who may use the loopback host. Secrets are kept as digests and compared in constant time. */
export const createSignIn = ({ clock, random, session }: { clock: Clock; random: Random; session?: string }): SignIn => {
  let token: Key | undefined;
  let code: Key | undefined;
  let nextCodeAt = Number.NEGATIVE_INFINITY;
  const sessions: Buffer[] = session === undefined ? [] : [digestOf(session)];

  const isValid = (key: Key | undefined): key is Key => key !== undefined && clock.now() < key.expiresAt && key.triesLeft > 0;
  const keep = (secret: string, triesLeft: number): Key => ({
    digest: digestOf(secret),
    expiresAt: clock.now() + KEY_LIFETIME_MS,
    triesLeft,
  });
  const secret = (): string => random.bytes(32).toString('base64url');

  return {
    issueToken: () => {
      const issued = secret();
      token = keep(issued, 1);
      return issued;
    },
    issueCode: () => {
      if (isValid(code) || clock.now() < nextCodeAt) return undefined;
      const letters = [...random.bytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)).join('');
      code = keep(letters, TRIES_PER_CODE);
      nextCodeAt = clock.now() + CODE_INTERVAL_MS;
      return `${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
    redeemToken: (tried) => {
      const matches = isValid(token) && timingSafeEqual(token.digest, digestOf(tried));
      // A wrong guess at 256 bits does not use it up: another page must not be able to keep the person out.
      if (matches) token = undefined;
      return matches;
    },
    redeemCode: (tried) => {
      if (!isValid(code)) return false;
      code.triesLeft -= 1;
      const matches = timingSafeEqual(code.digest, digestOf(tried.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')));
      if (matches) code = undefined;
      return matches;
    },
    beginSession: () => {
      // In development the session is known beforehand, so that it outlives a restart of the host.
      const begun = session ?? secret();
      sessions.push(digestOf(begun));
      return begun;
    },
    isSession: (tried) => {
      if (tried === undefined) return false;
      const digest = digestOf(tried);
      return sessions.some((known) => timingSafeEqual(known, digest));
    },
  };
};

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
