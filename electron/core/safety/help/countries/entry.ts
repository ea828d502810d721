import type { ComparedPage, CountryHelplines, Helpline } from '../../../../../shared/entities/helpline.ts';

/** The day on which every number here was last compared with stored pages; see `helplines.ts`. */
const CHECKED_ON = '2026-11-26';

export const DAY_AND_NIGHT = 'day and night';

/** A page that names the number, and the page’s own date where it shows one. */
export const seenOn = (page: string, dated: string | null = null): ComparedPage => ({ page, dated });

/** Seen in several public source repositories only, whose addresses were not noted: the weakest kind of evidence here. */
export const REPOSITORIES: ComparedPage = { page: null, dated: null };

/** 112 in the European Union, Norway and Switzerland. */
export const EUROPE = seenOn('https://vugd.gov.lv/en/single-emergency-call-number-112-europe');

/** Emergency numbers of countries one travels to. */
export const ABROAD = seenOn('https://studyabroad.co.jp/blog/study-abroad/201609090000.html', '2016-09-09');

/** Emergency numbers that a telephone company connects. */
export const SUPPORTED = seenOn('https://doc.didww.com/voice/emergency-calling/supported-emergency-numbers.html');

/** One country’s entry, or the general one where `code` is null. */
export const country = (
  code: string | null,
  emergency: { numbers: string[]; comparedWith: ComparedPage[] },
  official: string,
  lines: Helpline[],
): CountryHelplines => ({
  country: code,
  emergency: emergency.numbers,
  emergencyComparedWith: emergency.comparedWith,
  lines,
  official,
  checkedOn: CHECKED_ON,
});
