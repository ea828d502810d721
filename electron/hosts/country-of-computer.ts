import type { CountryCode } from '../../shared/entities/helpline.ts';

type Computer = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; locale: string };

const thisComputer = (): Computer => ({
  platform: process.platform,
  env: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
});

/**
 * The country a computer is set to, as far as a process without Electron can tell. Where the environment names the locale it alone counts: without
 * one the runtime answers `en-US`, which nobody chose, and numbers of a wrong country are worse than those that hold in many.
 */
export function countryOfComputer({ platform, env, locale }: Computer = thisComputer()): CountryCode | null {
  if (platform === 'win32') return countryOf(locale);
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((one) => one !== undefined && one !== '');
  return countryOf(named ?? '');
}

/** The region of a locale, `en-GB`, `zh-Hant-TW` or `en_GB.UTF-8`, as ISO 3166-1 alpha-2; null when it names none, as `en` or `es-419`. */
export function countryOf(locale: string): CountryCode | null {
  try {
    const { region } = new Intl.Locale(locale.replaceAll('_', '-').split(/[.@]/)[0] ?? '');
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null;
  } catch {
    return null;
  }
}
