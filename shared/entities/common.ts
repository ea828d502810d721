import { z } from 'zod';

/** A moment in integer milliseconds since 1970-01-01 UTC. */
export const Timestamp = z.int().nonnegative();

/** UTF-16 that pairs its surrogates and holds no NUL: what SQLite, JSON and UTF-8 can all carry unchanged. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** A name as people write them, in any script: trimmed, one line, without control characters. Emoji and right-to-left names are fine. */
export const Name = (max: number, message: string) =>
  z
    .string()
    .trim()
    .min(1, message)
    .max(max, message)
    .refine((name) => isStorableText(name) && !/\p{Cc}/u.test(name), 'A name can’t hold control characters or broken symbols.')
    .refine((name) => name === '' || /[^\p{Z}\p{Cf}\p{Cc}\u115F\u1160\u2800\u3164\uFFA0]/u.test(name), message)
    // Bidirectional overrides could make one name look like another; plain right-to-left text needs none of them.
    .refine((name) => !/[\u202A-\u202E\u2066-\u2069]/u.test(name), 'A name can’t hold hidden direction marks.');

/** A page of rows and, when there are more, the cursor that asks for the next page. */
export const page = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const PageRequest = { cursor: z.string().max(1000).optional(), limit: z.int().min(1).max(200).default(50) };

/** Text of several paragraphs, kept exactly as it was written. */
export const LongText = (max: number, message: string) =>
  z.string().max(max, message).refine(isStorableText, 'This text holds a broken symbol that can’t be kept. Please remove it.');
