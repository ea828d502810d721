import { z } from 'zod';

/** The longest address that is handed on, in characters: Windows takes little more. */
export const OUTSIDE_ADDRESS_MAX = 2_000;

const tooLong = 'It is longer than Trailhead hands on.';
const strange = 'It holds characters that do not belong in an address.';
const incomplete = 'It is not a whole address.';
const unencrypted = 'It is not encrypted (http), so others could read along on the way.';
const anotherProgram = 'It would start another program or open a file. Only web pages and mail addresses are handed on.';
const secret = 'It has a user name or a password in it.';
const nameless = 'It names a number or a computer nearby, and no site.';
const prepared = 'It would fill in a message as well. Only a plain mail address is handed on.';

/** At least two labels and no number at the end, in the internet’s own ASCII spelling. */
const siteName = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])`;
const site = new RegExp(`^${siteName}$`, 'u');
const mail = new RegExp(String.raw`^mailto:([a-z0-9][\w.+-]{0,63})@(${siteName})$`, 'iu');

/**
 * An address that the person’s browser or mail program may be given: `https:` to a site with a name, or `mailto:` to one person and nothing
 * else. It comes out in the one spelling in which it is shown and opened, all ASCII; a refusal is a sentence for a person.
 */
export const OutsideAddress = z
  .string()
  .max(OUTSIDE_ADDRESS_MAX, { error: tooLong, abort: true })
  .transform((typed, context) => {
    const found = spell(typed);
    if ('address' in found) return found.address;
    context.addIssue({ code: 'custom', message: found.refused });
    return z.NEVER;
  })
  // Its letters may have grown to several signs each.
  .pipe(z.string().max(OUTSIDE_ADDRESS_MAX, tooLong).brand<'OutsideAddress'>());
export type OutsideAddress = z.infer<typeof OutsideAddress>;

type Spelling = { address: string } | { refused: string };

function spell(typed: string): Spelling {
  // A parser drops or turns some of these without a word, and others can’t be seen: direction marks, joiners, controls.
  if (/[\s\p{C}\\]/u.test(typed)) return { refused: strange };
  const url = URL.parse(typed);
  switch (url?.protocol) {
    case undefined:
      return { refused: incomplete };
    case 'https:':
      return spellSite(typed, url);
    case 'mailto:':
      return spellMail(typed);
    case 'http:':
      return { refused: unencrypted };
    default:
      return { refused: anotherProgram };
  }
}

function spellSite(typed: string, url: URL): Spelling {
  // The parser also takes `https:site` and `https:///site`.
  const [, authority] = /^https:\/\/([^/?#]+)/iu.exec(typed) ?? [];
  if (authority === undefined) return { refused: incomplete };
  if (authority.includes('@')) return { refused: secret };
  if (url.hostname.length > 253 || !site.test(url.hostname)) return { refused: nameless };
  // What the parser leaves of the signs that RFC 3986 has no place for, and that mean something to a command line.
  return { address: url.href.replaceAll(/[^\w.~:/?#[\]@!$&'()*+,;=%-]/gu, encodeURIComponent) };
}

function spellMail(typed: string): Spelling {
  const [, person, host] = mail.exec(typed) ?? [];
  if (person !== undefined && host !== undefined) return { address: `mailto:${person}@${host.toLowerCase()}` };
  return { refused: typed.includes('?') ? prepared : incomplete };
}

export type Destination = { kind: 'site' | 'mail'; name: string };

/** Where an address leads: the host, with its port if that is not the usual one, or whom a mail would go to. */
export const destinationOf = (address: OutsideAddress): Destination => {
  const { protocol, host, pathname } = new URL(address);
  return protocol === 'mailto:' ? { kind: 'mail', name: pathname } : { kind: 'site', name: host };
};

/** Has the host letters that the internet spells out (Punycode)? Such a name can look like another one. */
export const isSpelledOut = ({ name }: Destination): boolean => /(?:^|[.@])xn--/u.test(name);
