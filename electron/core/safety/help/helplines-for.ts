import type { CountryCode, CountryHelplines } from '../../../../shared/entities/helpline.ts';
import { countryHelplines, generalHelplines } from './helplines.ts';

const byCountry = new Map(countryHelplines.map((entry) => [entry.country, entry]));

/**
 * Whose helplines are told, everywhere: those of the country that was chosen, else of the one this computer is set to; what holds anywhere where
 * neither is known or has an entry.
 */
export const helplinesFor = (chosen: CountryCode | null, here: CountryCode | null): CountryHelplines =>
  byCountry.get(chosen ?? here) ?? generalHelplines;

/** Answers `safety.helplines`. */
export const findHelplines = (chosen: CountryCode | null, here: CountryCode | null) => ({
  found: helplinesFor(chosen, here),
  general: generalHelplines,
  countries: countryHelplines.flatMap((entry) => entry.country ?? []),
});
