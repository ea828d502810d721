import { z } from 'zod';
import { OutsideAddress } from './outside-address.ts';

/** A country as ISO 3166-1 alpha-2 writes it. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as GB.');
export type CountryCode = z.infer<typeof CountryCode>;

/** A number as one would dial it inside its country; blanks and hyphens are for the eye. */
const Dialled = z.string().regex(/^\+?\d[\d -]{1,18}$/, 'This can’t be dialled.');

/** As it is printed: the way there is always `https://`, and one that can be opened. */
const WebAddress = z.string().refine((web) => OutsideAddress.safeParse(`https://${web}`).success, 'This is no address of a site.');

/** A stored copy of a public page that names the same number, or the same hours. */
export const ComparedPage = z.strictObject({
  /** Its address; null stands for public source repositories whose addresses were not noted. */
  page: z.url({ protocol: /^https?$/ }).nullable(),
  /** The page’s own date, as far as it shows one: a year, a month or a day. */
  dated: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, 'A date is a year, a month or a day, such as 2025-09.')
    .nullable(),
});
export type ComparedPage = z.infer<typeof ComparedPage>;

/** Somewhere to turn to. */
export const Helpline = z.strictObject({
  name: z.string().min(1),
  /** Whom it is for: anybody in crisis, or somebody hurt or threatened by another person. */
  kind: z.enum(['crisis', 'violence']),
  phone: z.array(Dialled),
  text: z.strictObject({ number: Dialled, word: z.string().nullable() }).nullable(),
  /** A web address without its `https://`. Trailhead opens none by itself. */
  web: WebAddress,
  /** When it answers, if that is known. */
  hours: z.string().nullable(),
  languages: z.array(z.string().min(2)).min(1),
  /** What its numbers, its address or its hours were compared with. */
  comparedWith: z.array(ComparedPage).min(1),
});
export type Helpline = z.infer<typeof Helpline>;

/** What helps in one country, or anywhere when `country` is null. */
export const CountryHelplines = z.strictObject({
  country: CountryCode.nullable(),
  emergency: z.array(Dialled).min(1),
  /** What the emergency numbers were compared with. */
  emergencyComparedWith: z.array(ComparedPage).min(1),
  lines: z.array(Helpline).min(1),
  /** The day its numbers were last compared with those pages, as YYYY-MM-DD. Nobody rang them. */
  checkedOn: z.iso.date(),
  /** The organisation’s or the government’s own address, where the number of today is to be found. */
  official: WebAddress,
});
export type CountryHelplines = z.infer<typeof CountryHelplines>;
