import { z } from 'zod';

/**
 * The way through the six Fs: find it, focus on it, flesh it out, how one feels toward it, befriend it, what it fears. Between them stands
 * `unblend`, where another part is asked to give space; `close` is the end.
 */
export const guideSteps = ['find', 'focus', 'flesh_out', 'feel_toward', 'unblend', 'befriend', 'fear', 'close'] as const;
export const GuideStep = z.enum(guideSteps);
export type GuideStep = z.infer<typeof GuideStep>;

/** The steps a person can go to by themselves: asking for space only follows from an answer. */
export const openSteps = ['find', 'focus', 'flesh_out', 'feel_toward', 'befriend', 'fear', 'close'] as const satisfies readonly GuideStep[];
export const OpenStep = z.enum(openSteps);
export type OpenStep = z.infer<typeof OpenStep>;

/** What a person asks of the Guide without writing: to ask, to go past a step, to go to one, to stop here, to keep the letter. */
export const GuideMove = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin') }),
  z.strictObject({ kind: z.literal('skip') }),
  z.strictObject({ kind: z.literal('go_to'), step: OpenStep }),
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('finish_letter') }),
]);
export type GuideMove = z.infer<typeof GuideMove>;
