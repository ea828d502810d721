import type { z } from 'zod';
import { Failure } from './failure.ts';

/** An id as it was typed, or the way to find the right one. */
export const readId = <Schema extends z.ZodType>(schema: Schema, typed: string, listing: string): z.output<Schema> => {
  const parsed = schema.safeParse(typed.trim().toLowerCase());
  if (parsed.success) return parsed.data;
  throw new Failure(`That is not an id; ${listing} shows the ids there are.`, 2);
};

/** Ids with commas between them. */
export const readIds = <Schema extends z.ZodType>(schema: Schema, typed: string, listing: string): z.output<Schema>[] =>
  typed.split(',').map((id) => readId(schema, id, listing));
