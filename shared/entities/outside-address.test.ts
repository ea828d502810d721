import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE_ADDRESS_MAX, OutsideAddress, destinationOf, isSpelledOut } from './outside-address.ts';

const refusal = (typed: string): string => {
  const parsed = OutsideAddress.safeParse(typed);
  if (parsed.success) throw new Error(`This was taken: ${parsed.data}`);
  expect(parsed.error.issues).toHaveLength(1);
  return parsed.error.issues[0]?.message ?? '';
};

describe('an address that may be opened', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://Example.ORG/A?b=c#d', 'https://example.org/A?b=c#d'],
    ['https://example.org:8443/', 'https://example.org:8443/'],
    ['https://example.org:443/', 'https://example.org/'],
    ['https://example.org/a/../b', 'https://example.org/b'],
    ['https://example.org/käse', 'https://example.org/k%C3%A4se'],
    ['https://example.org/a|b^c`d{e}', 'https://example.org/a%7Cb%5Ec%60d%7Be%7D'],
    ["https://example.org/?q=a|'b", 'https://example.org/?q=a%7C%27b'],
    ['https://en.wikipedia.org/wiki/Self_(psychology)', 'https://en.wikipedia.org/wiki/Self_(psychology)'],
    ['https://example.org/@somebody', 'https://example.org/@somebody'],
    ['mailto:somebody@example.org', 'mailto:somebody@example.org'],
    ['MAILTO:Some.Body+x@Example.ORG', 'mailto:Some.Body+x@example.org'],
  ])('%s is spelled %s', (typed, spelled) => {
    expect(OutsideAddress.parse(typed)).toBe(spelled);
  });

  it('tells where it leads, plainly', () => {
    const leads = (typed: string) => destinationOf(OutsideAddress.parse(typed));
    expect(leads('https://www.example.org/a?b')).toEqual({ kind: 'site', name: 'www.example.org' });
    expect(leads('https://example.org.evil.example:8443/')).toEqual({ kind: 'site', name: 'example.org.evil.example:8443' });
    expect(leads('mailto:somebody@example.org')).toEqual({ kind: 'mail', name: 'somebody@example.org' });
  });

  it.each([
    // A Cyrillic letter that looks like a Latin one, also as Markdown hands it on.
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['https://%D0%B0pple.com/', 'xn--pple-43d.com'],
    ['https://münchen.de/', 'xn--mnchen-3ya.de'],
  ])('%s shows its letters as the internet spells them', (typed, name) => {
    const destination = destinationOf(OutsideAddress.parse(typed));
    expect(destination.name).toBe(name);
    expect(isSpelledOut(destination)).toBe(true);
  });

  it('says nothing of letters where they are plain', () => {
    expect(isSpelledOut(destinationOf(OutsideAddress.parse('https://axn--b.example.org/xn--')))).toBe(false);
  });
});

describe('any other address is refused with a reason', () => {
  it.each([
    ['http://example.org/', /not encrypted/u],
    ['javascript:alert(1)', /another program/u],
    ['data:text/html,x', /another program/u],
    ['file:///etc/passwd', /another program/u],
    ['blob:https://example.org/1', /another program/u],
    ['vbscript:x', /another program/u],
    ['ms-msdt:/id', /another program/u],
    ['smb://example.org/share', /another program/u],
    ['tel:116123', /another program/u],
    ['app://trailhead/', /another program/u],
    ['view-source:https://example.org/', /another program/u],
    ['', /not a whole address/u],
    ['example.org', /not a whole address/u],
    ['//example.org/', /not a whole address/u],
    ['#/parts', /not a whole address/u],
    ['https:', /not a whole address/u],
    ['https:example.org', /not a whole address/u],
    ['https:///example.org', /not a whole address/u],
    ['mailto:', /not a whole address/u],
    ['mailto:somebody', /not a whole address/u],
    ['mailto:-x@example.org', /not a whole address/u],
    ['mailto:a@example.org,b@example.org', /not a whole address/u],
    ['mailto:a@example.org?attach=/etc/passwd', /fill in a message/u],
    ['mailto:a@example.org?subject=x', /fill in a message/u],
    ['https://me:secret@example.org/', /user name or a password/u],
    ['https://example.org@evil.example/', /user name or a password/u],
    ['https://@example.org/', /user name or a password/u],
    ['https://127.0.0.1/', /no site/u],
    ['https://2130706433/', /no site/u],
    ['https://0x7f.1/', /no site/u],
    ['https://[::1]/', /no site/u],
    ['https://localhost/', /no site/u],
    ['https://router/', /no site/u],
    ['https://example.org./', /no site/u],
    [' https://example.org/', /characters/u],
    ['https://example.org/a b', /characters/u],
    ['java\nscript:alert(1)', /characters/u],
    ['https:\\\\example.org', /characters/u],
    ['https://example.org/\u202Egro.live', /characters/u],
    ['https://exam\u200Dple.org/', /characters/u],
    ['https://example.org/\u0000', /characters/u],
    [`https://example.org/${'a'.repeat(OUTSIDE_ADDRESS_MAX)}`, /longer/u],
    [`https://example.org/${'ä'.repeat(OUTSIDE_ADDRESS_MAX / 2)}`, /longer/u],
  ])('%s', (typed, why) => {
    expect(refusal(typed)).toMatch(why);
  });
});

const wholeAddresses = fc.tuple(fc.domain(), fc.string()).map(([host, rest]) => `https://${host}/${rest}`);
/** Any text at all, also one that is no Unicode. */
const anyUnits = fc.array(fc.nat(0xffff), { maxLength: 10 }).map((units) => String.fromCharCode(...units));
const words = fc.constantFrom('https', 'http', 'mailto', 'file', 'javascript', ':', '/', '//', '\\', '@', '.', '?', '#', '%', '[', ']');
const names = fc.constantFrom(
  'example',
  'org',
  'com',
  '127.0.0.1',
  'localhost',
  'xn--',
  'аpple',
  '%2e',
  '\t',
  '\u202E',
  '0x7f',
  ';',
  '|',
  '"',
);
const nearlyAddresses = fc.array(fc.oneof(words, names, anyUnits), { maxLength: 12 }).map((pieces) => pieces.join(''));
const likely = fc
  .tuple(fc.constantFrom('https://', 'HTTPS://', 'mailto:', 'https:', 'http://'), fc.oneof(fc.domain(), nearlyAddresses), nearlyAddresses)
  .map((pieces) => pieces.join(''));

describe('whatever is typed', () => {
  const anything = fc.oneof(anyUnits, nearlyAddresses, likely, wholeAddresses);

  it('nothing passes but https to a site and mail to one person, short, in ASCII, without a name or password, and spelled only one way', () => {
    let passed = 0;
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = OutsideAddress.safeParse(typed);
        if (!parsed.success) {
          expect(parsed.error.issues[0]?.message).toMatch(/^It .+\.$/u);
          return;
        }
        passed += 1;
        const url = new URL(parsed.data);
        expect(['https:', 'mailto:']).toContain(url.protocol);
        expect(parsed.data).toMatch(/^(?:https:\/\/[a-z0-9_][a-z0-9_.-]+[a-z0-9](?::\d+)?\/|mailto:[\w.+-]+@[a-z0-9_.-]+$)/u);
        expect(parsed.data).toMatch(/^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/u);
        expect(parsed.data.length).toBeLessThanOrEqual(OUTSIDE_ADDRESS_MAX);
        expect([url.username, url.password]).toEqual(['', '']);
        expect(OutsideAddress.parse(parsed.data)).toBe(parsed.data);
        expect(url.href).toBe(parsed.data);
      }),
      { numRuns: 5_000, seed: 4 },
    );
    expect(passed).toBeGreaterThan(200);
  });
});
