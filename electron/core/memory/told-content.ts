import { z } from 'zod';

/**
 * The contents of check-ins and insights as memory reads them. It takes what it knows from whatever stands there and passes over the rest, so that
 * those features can write more than memory understands.
 */
const TEXTS_MAX = 50;
const TEXT_MAX = 32_768;

const Text = z.string().transform((text) => text.slice(0, TEXT_MAX).toWellFormed());
/** One text or a list of them; anything else is none. */
const Texts = z
  .union([
    Text.transform((text) => [text]),
    z.array(z.unknown()).transform((texts) => texts.flatMap((text) => Text.safeParse(text).data ?? [])),
  ])
  .catch([])
  .transform((texts) => texts.filter((text) => text.trim() !== '').slice(0, TEXTS_MAX));

const CheckInContent = z.looseObject({
  ...{ intention: Texts, wins: Texts, gratitude: Texts, reflection: Texts, note: Texts },
  parts: Texts,
  partsPresent: Texts,
});

/** What was written in a check-in, field by field, and the identifiers of parts that were said to be there. */
export function readCheckIn(content: unknown): { words: string[]; present: string[] } {
  const { data } = CheckInContent.safeParse(content);
  if (!data) return { words: [], present: [] };
  const { intention, wins, gratitude, reflection, note, parts, partsPresent } = data;
  return { words: [intention, wins, gratitude, reflection, note].flat(), present: [...new Set([...partsPresent, ...parts])] };
}

const Stars = z.number().min(1).max(4).optional().catch(undefined);
/** A number, or an object that holds one. */
const Rating = z.union([z.number().transform((value) => ({ value, stars: undefined })), z.looseObject({ value: Stars, stars: Stars })]);
const InsightContent = z.looseObject({ title: Texts, text: Texts, body: Texts, practice: Texts });

/** How an insight was rated, 1 to 4, with its own words; null when it was not. */
export function readRating(rating: unknown, content: unknown): { value: number; about: string } | null {
  const parsed = Rating.safeParse(rating).data;
  const given = Stars.parse(parsed?.value ?? parsed?.stars);
  if (given === undefined) return null;
  const { title = [], text = [], body = [], practice = [] } = InsightContent.safeParse(content).data ?? {};
  return { value: given, about: [title, text, body, practice].flat().join('\n').slice(0, TEXT_MAX) };
}
