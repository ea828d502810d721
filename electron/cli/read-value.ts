import { z } from 'zod';
import { Timestamp } from '../../shared/entities/common.ts';
import { Failure } from './failure.ts';

/** A value as its schema has it, or the schema’s own sentence about what is wrong. */
export const readValue = <Schema extends z.ZodType>(schema: Schema, typed: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? 'This is not what was expected';
  throw new Failure(message.endsWith('.') ? message : `${message}.`, 2);
};

/** A number as it was typed: nothing at all is not zero. */
export const readNumber = <Schema extends z.ZodType<number>>(schema: Schema, typed: string): number =>
  readValue(schema, typed.trim() === '' ? Number.NaN : Number(typed));

const Day = z.iso.date();
const Moment = z.iso.datetime({ offset: true, local: true });

/** A moment as ISO 8601 has it. A day begins at midnight here, and a time without a zone is the clock on this wall. */
export const readMoment = (typed: string, option: string): number => {
  const text = typed.trim();
  const isDay = Day.safeParse(text).success;
  const moment = Timestamp.safeParse(isDay || Moment.safeParse(text).success ? Date.parse(isDay ? `${text}T00:00` : text) : undefined);
  if (moment.success) return moment.data;
  throw new Failure(`${option} takes a moment in ISO 8601, such as 2026-03-01 or 2026-03-01T09:30:00Z.`, 2);
};
