import { z } from 'zod';
import type { ToolChange, ToolUse } from '../../../../shared/entities/session.ts';
import { Failure } from '../../failure.ts';
import type { ToolDescription } from '../model.ts';

/** What a tool answers: what it was about, in a person's words, what it changed, and what the model is told. */
export type ToolOutcome = { about: string; data: unknown; changed?: ToolChange | undefined };

/** A tool as it is written: its input is a strict schema, and it runs over the services of one person. */
type ToolDefinition<Input, Work> = {
  name: string;
  /** For the model. */
  description: string;
  input: z.ZodType<Input>;
  /** @throws Failure when it is refused, with a sentence the model may read. */
  run(work: Work, input: Input): ToolOutcome;
};

/** What came of one call. `told` is what the model reads. */
export type ToolResult = { use: ToolUse; told: string; failed: boolean };

/** A tool as the loop knows it: given whatever the model wrote. */
export type Tool<Work> = {
  readonly description: ToolDescription;
  call(work: Work, input: unknown): ToolResult;
};

/** Characters a model is told at most by one tool: what fits beside a conversation several times. */
const TOLD_MAX = 12_000;
const ABOUT_MAX = 300;

export function defineTool<Input, Work>({ name, description, input, run }: ToolDefinition<Input, Work>): Tool<Work> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(input, { io: 'input' });
  const failed = (problem: string): ToolResult => ({
    use: { tool: name, about: '', outcome: 'failed' },
    told: JSON.stringify({ error: problem }),
    failed: true,
  });
  return {
    description: { name, description, input_schema: { ...schema, type: 'object' } },
    call(work, raw) {
      const parsed = input.safeParse(raw);
      if (!parsed.success) return failed(`The input is not what this tool takes: ${problemsIn(parsed.error)}`);
      try {
        const { about, data, changed } = run(work, parsed.data);
        const use: ToolUse = { tool: name, about: about.slice(0, ABOUT_MAX).toWellFormed(), outcome: 'done', ...(changed && { changed }) };
        return { use, told: asData(data), failed: false };
      } catch (error) {
        // Anything else is a mistake of ours, which ends the turn and is written down as one.
        if (!(error instanceof Failure)) throw error;
        return failed(error.message);
      }
    },
  };
}

/** Where the input is wrong. The schemas' own sentences; nothing of what was written is said back. */
const problemsIn = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(
      ({ path, message, code }) =>
        `${path.join('.') || 'input'}: ${code === 'unrecognized_keys' ? 'has fields it does not take' : message}`,
    )
    .join('; ');

/**
 * What people wrote, handed to a model as data: one JSON value under a key that says so. Inside JSON nothing can end the quotation, and angle
 * brackets are escaped so that nothing in it looks like a mark of the conversation.
 */
export function asData(data: unknown): string {
  const text = JSON.stringify({ data }).replaceAll('<', String.raw`\u003c`);
  return text.length <= TOLD_MAX ? text : JSON.stringify({ error: 'There is too much of it. Ask for less.' });
}
