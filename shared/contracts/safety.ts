import { z } from 'zod';
import { CountryCode, CountryHelplines } from '../entities/helpline.ts';
import { route } from './route.ts';

export const safetyContract = {
  /** For anyone: whoever can’t unlock their profile may need it most. Without a country, the region of the locale decides. */
  'safety.helplines': route(
    'anyone',
    z.strictObject({ country: CountryCode.nullable(), locale: z.string().max(100) }),
    z.strictObject({
      found: CountryHelplines,
      /** What holds anywhere; the same as `found` when nothing is known about the country. */
      general: CountryHelplines,
      /** Every country there is an entry for. */
      countries: z.array(CountryCode),
    }),
  ),
};
