import type { CountryCode, CountryHelplines } from '../../../../shared/entities/helpline.ts';
import { countryHelplines, generalHelplines } from './helplines.ts';

const byCountry = new Map(countryHelplines.map((entry) => [entry.country, entry]));

/** The entry of a country, or the general one where there is none. */
export const helplinesFor = (country: CountryCode | null): CountryHelplines => byCountry.get(country) ?? generalHelplines;

/** The region of a BCP 47 tag, `en-GB` or `zh-Hant-TW`, as ISO 3166-1 alpha-2; null when it names none, as `en` or `es-419`. */
export function countryOf(locale: string): CountryCode | null {
  try {
    const { region } = new Intl.Locale(locale.replaceAll('_', '-').split(/[.@]/)[0] ?? '');
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null;
  } catch {
    return null;
  }
}

/** Answers `safety.helplines`: the country that was chosen, or else that of the locale. */
export const findHelplines = ({ country, locale }: { country: CountryCode | null; locale: string }) => ({
  found: helplinesFor(country ?? countryOf(locale)),
  general: generalHelplines,
  countries: countryHelplines.flatMap((entry) => entry.country ?? []),
});
