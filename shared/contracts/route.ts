import { z } from 'zod';

/** `anyone` may call before a profile is open; `person` needs an unlocked profile and acts as its person. */
export type Access = 'anyone' | 'person';

/** Declares one route: who may call it, what it takes and what it answers. Both sides derive their types from this. */
export const route = <const A extends Access, I extends z.ZodType, O extends z.ZodType>(access: A, input: I, output: O) => ({
  access,
  input,
  output,
});

export const Nothing = z.strictObject({});
