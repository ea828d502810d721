import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryOf, countryOfComputer } from './country-of-computer.ts';

describe('the country a computer is set to', () => {
  it.each([
    [{ LANG: 'en_GB.UTF-8' }, 'GB'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'de_AT.UTF-8' }, 'AT'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: '' }, 'GB'],
    [{ LANG: 'ca_ES@valencia' }, 'ES'],
    [{ LANG: 'C.UTF-8' }, null],
    [{ LANG: 'POSIX' }, null],
    [{}, null],
  ])('is read from the environment: %j', (env, country) => {
    expect(countryOfComputer({ platform: 'linux', env, locale: 'en-US' })).toBe(country);
  });

  it('is the region of the system’s own locale where the environment names none', () => {
    expect(countryOfComputer({ platform: 'win32', env: {}, locale: 'nl-BE' })).toBe('BE');
    expect(countryOfComputer({ platform: 'win32', env: { LANG: 'en_US.UTF-8' }, locale: 'nl' })).toBeNull();
  });
});

describe('the country of a locale', () => {
  it.each([
    ['en-GB', 'GB'],
    ['en_US.UTF-8', 'US'],
    ['zh-Hant-TW', 'TW'],
    ['de-at', 'AT'],
    ['en', null],
    ['es-419', null],
    ['', null],
    ['C', null],
    ['no such thing', null],
  ])('%j is %j', (locale, country) => expect(countryOf(locale)).toBe(country));

  it('is two capital letters or nothing, whatever comes', () => {
    fc.assert(fc.property(fc.string(), (locale) => /^[A-Z]{2}$/.test(countryOf(locale) ?? 'AA')));
  });
});
