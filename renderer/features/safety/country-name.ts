import type { CountryCode } from '../../../shared/entities/helpline.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** A country as English names it. */
export const countryName = (code: CountryCode): string => (code === 'ZZ' ? 'another country' : (names.of(code) ?? code));
