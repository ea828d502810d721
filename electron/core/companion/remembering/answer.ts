import { z } from 'zod';
import type { ToolDescription } from '../model.ts';

/** Beliefs of one kind a model may find in one session. */
const EACH_MAX = 12;

/** The numbers of the messages a belief rests on. */
const Messages = z.array(z.int().positive()).min(1).max(4).describe('The numbers n of the messages this rests on.');
const Words = z.string().min(1).max(400);

const Answer = z.strictObject({
  themes: z
    .array(
      z.strictObject({
        theme: z.string().min(1).max(60).describe('One of the listed themes, or one word that stands in each of these messages.'),
        messages: Messages,
      }),
    )
    .max(EACH_MAX)
    .default([]),
  triggers: z
    .array(
      z.strictObject({
        words: Words.describe('Exact words of a message that say what sets something off and what happens then.'),
        wanted: Words.max(200).optional().describe('Exact words of a message that say what was wanted then.'),
        messages: Messages,
      }),
    )
    .max(EACH_MAX)
    .default([]),
  openThreads: z
    .array(
      z.strictObject({
        kind: z.enum(['postponed', 'intended', 'asked']),
        words: Words.describe('Exact words of a message that leave something open.'),
        messages: Messages,
      }),
    )
    .max(EACH_MAX)
    .default([]),
  practices: z
    .array(
      z.strictObject({
        what: Words.max(80).describe('Exact words of a message that name what was done.'),
        words: Words.describe('Exact words of a message that say it helped; they hold those of `what`.'),
        messages: Messages,
      }),
    )
    .max(EACH_MAX)
    .default([]),
});
/** What a model says is worth remembering. Every belief names the messages it rests on, and all words are the person's own. */
export type Answer = z.infer<typeof Answer>;

export const readAnswer = (input: unknown): Answer | null => Answer.safeParse(input).data ?? null;

const { $schema: _dialect, ...schema } = z.toJSONSchema(Answer, { io: 'input' });

/** The one shape an answer can have: a call of this tool, which does nothing but hand the answer over. */
export const rememberTool: ToolDescription = {
  name: 'remember',
  description: 'Hands over what is worth remembering of this session. Call it once, with empty lists where there is nothing.',
  input_schema: { ...schema, type: 'object' },
};
