import type { ReplyEvent } from '../provider.ts';
import { type ModelConversation, ModelFailure, type ToolAnswer, type ToolCall } from '../model.ts';
import type { Tool, ToolResult } from './tool.ts';

/** How often a model is asked for one reply: enough to look something up and act on it, few enough to end while the person waits. */
export const STEPS_MAX = 8;
/** Tokens of one step: about 3,000 words, far more than anyone wants to be answered at once. */
export const STEP_TOKENS_MAX = 4096;
/** Tools of one reply, however many are called side by side. */
const CALLS_MAX = 32;
/** After this many failed calls in a row a model is lost, and the person has waited long enough. */
const FAILURES_IN_A_ROW = 2;

const lostSentence = 'I tried to look something up and it did not work. Let us go on with what you wrote.';
const enoughSentence = 'I have looked at enough for one reply. Tell me where you would like to go on.';
const lengthSentence = '(This is as long as one reply can be.)';

export type AgentTurn<Work> = {
  conversation: ModelConversation;
  tools: readonly Tool<Work>[];
  work: Work;
};

/**
 * One reply of a model that may use tools: asks, runs what it calls, tells it what came of that, until it is done or a bound is reached.
 * Tools run here one after the other, also when they were called side by side: each sees what the one before changed.
 * @throws ModelFailure when the model can't be reached or stops in the middle; the signal's reason when it is aborted.
 */
export async function* runAgent<Work>(
  { conversation, tools, work }: AgentTurn<Work>,
  signal: AbortSignal,
): AsyncGenerator<ReplyEvent, void> {
  const byName = new Map(tools.map((tool) => [tool.description.name, tool]));
  const prose = createProse();
  let answers: ToolAnswer[] = [];
  let failures = 0;
  let calls = 0;

  for (let step = 0; step < STEPS_MAX; step += 1) {
    prose.beginStep();
    let called: readonly ToolCall[] = [];
    for await (const event of conversation.step(answers, signal)) {
      if (event.type === 'text') {
        yield prose.add(event.text);
        continue;
      }
      called = event.why === 'tools' ? event.calls : [];
      if (event.why === 'declined' && !prose.hasBegun()) throw new ModelFailure('refused');
      if (event.why === 'length') yield prose.close(lengthSentence);
    }
    if (called.length === 0) return;

    answers = [];
    for (const { id, name, input } of called) {
      signal.throwIfAborted();
      calls += 1;
      if (calls > CALLS_MAX) {
        yield prose.close(enoughSentence);
        return;
      }
      const tool = byName.get(name);
      const result = tool ? tool.call(work, input) : noSuchTool();
      failures = result.failed ? failures + 1 : 0;
      if (tool) yield { type: 'tool', use: result.use };
      if (failures >= FAILURES_IN_A_ROW) {
        yield prose.close(lostSentence);
        return;
      }
      answers.push({ id, content: result.told, isError: result.failed });
    }
  }
  yield prose.close(enoughSentence);
}

/** The name is not said back: it is whatever the model wrote. */
const noSuchTool = (): Pick<ToolResult, 'use' | 'told' | 'failed'> => ({
  use: { tool: 'unknown', about: '', outcome: 'failed' },
  told: JSON.stringify({ error: 'There is no tool of that name.' }),
  failed: true,
});

/** The words of a reply, which may come in several steps: each is a paragraph of its own. */
function createProse() {
  let begun = false;
  let fresh = false;
  const add = (text: string): ReplyEvent => {
    const gap = fresh && begun ? '\n\n' : '';
    fresh = false;
    begun = true;
    return { type: 'text', text: gap + text };
  };
  return {
    hasBegun: () => begun,
    beginStep: () => {
      fresh = true;
    },
    add,
    /** A sentence of Trailhead's own at the end. */
    close: (sentence: string): ReplyEvent => {
      fresh = true;
      return add(sentence);
    },
  };
}
