import type { TakeoverReason } from '../../../shared/entities/session.ts';

/** A tool as a model is told of it. The schema is JSON Schema for an object. */
export type ToolDescription = {
  name: string;
  description: string;
  input_schema: { type: 'object' } & Record<string, unknown>;
};

/**
 * The first request of a reply, in the shape of the Messages API. What is sent is this and nothing more, which is why it can be shown
 * beforehand. There is no field by which a server could keep the conversation: each request carries all of it.
 */
export type ModelRequest = {
  model: string;
  max_tokens: number;
  system: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
  tools: ToolDescription[];
  /** The one tool the answer must be a call of. Servers that do not know this leave it aside, so the answer is checked all the same. */
  tool_choice?: { type: 'tool'; name: string };
  stream: true;
};

/** A tool the model wants used. Its input is whatever the model wrote and is checked before anything else. */
export type ToolCall = { id: string; name: string; input: unknown };
/** What the model is told about a call. */
export type ToolAnswer = { id: string; content: string; isError: boolean };

/** Why a model ended its turn. */
export type StepEnd = 'done' | 'tools' | 'length' | 'declined';
export type ModelEvent = { type: 'text'; text: string } | { type: 'end'; why: StepEnd; calls: readonly ToolCall[] };

/** A conversation with a model while one reply is made. It lives in this process alone. */
export type ModelConversation = {
  /** Sends the request, with the answers to the tools of the last step, and yields what comes; the last event is `end`. @throws ModelFailure */
  step(answers: readonly ToolAnswer[], signal: AbortSignal): AsyncIterable<ModelEvent>;
};

/** The way to one server. */
export type ModelAccess = {
  converse(request: ModelRequest): ModelConversation;
  /** The models it has, by their identifiers. Sends nothing a person wrote. @throws ModelFailure */
  models(signal: AbortSignal): Promise<string[]>;
};

/** A model that could not answer. Holds a reason from a closed list and nothing of what a server or a library said. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly reason: TakeoverReason;

  constructor(reason: TakeoverReason) {
    super(`The model did not answer: ${reason}.`);
    this.reason = reason;
  }
}

/** An answer longer than any there should be; nobody reads it to its end. */
export class AnswerTooLarge extends ModelFailure {
  constructor() {
    super('failed');
  }
}
