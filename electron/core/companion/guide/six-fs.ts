import { type GuideStep, type OpenStep, guideSteps, openSteps } from '../../../../shared/entities/guide.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';

/**
 * The six Fs as a statechart: steps, what can happen at each, and where that leads. A table of some sixty lines does it: a library for
 * statecharts would bring an interpreter, and what is needed here is one pure function whose every edge a test can walk.
 */

/**
 * What can happen at a step. `answered`: something was said to the question. `opened`: there is openness toward the part. `blended`: another
 * part speaks. `gave_space`: it has stepped aside. `refused`: it won’t. `unsure`: no answer came. `left` and `resumed` stay where they are.
 */
export type GuideEvent =
  'answered' | 'opened' | 'blended' | 'gave_space' | 'refused' | 'unsure' | 'skipped' | 'left' | 'resumed' | `go_to:${OpenStep}`;

export type Edge = { readonly from: GuideStep; readonly on: GuideEvent; readonly to: GuideStep };

const edge = (from: GuideStep, on: GuideEvent, to: GuideStep): Edge => ({ from, on, to });

/** The way on, when a question is answered or skipped. */
const onward: readonly [GuideStep, GuideStep][] = [
  ['find', 'focus'],
  ['focus', 'flesh_out'],
  ['flesh_out', 'feel_toward'],
  ['befriend', 'fear'],
  ['fear', 'close'],
];

/** Every edge there is. What is not here can’t happen. */
export const edges: readonly Edge[] = [
  ...onward.flatMap(([from, to]) => [edge(from, 'answered', to), edge(from, 'skipped', to), edge(from, 'blended', 'unblend')]),
  // Openness is what this step waits for; a neutral answer is asked about once more, as an unsure one.
  edge('feel_toward', 'opened', 'befriend'),
  edge('feel_toward', 'skipped', 'befriend'),
  edge('feel_toward', 'blended', 'unblend'),
  edge('feel_toward', 'refused', 'focus'),
  // Space was given: the same question once more. Space refused twice: that part is the one to get to know.
  edge('unblend', 'gave_space', 'feel_toward'),
  edge('unblend', 'opened', 'befriend'),
  edge('unblend', 'blended', 'unblend'),
  edge('unblend', 'refused', 'focus'),
  edge('unblend', 'skipped', 'feel_toward'),
  edge('close', 'answered', 'close'),
  edge('close', 'skipped', 'close'),
  ...guideSteps.flatMap((step) => [
    edge(step, 'unsure', step),
    edge(step, 'left', step),
    edge(step, 'resumed', step),
    ...openSteps.map((target) => edge(step, `go_to:${target}`, target)),
  ]),
];

const nextSteps = new Map(edges.map(({ from, on, to }) => [`${from} ${on}`, to]));

/** Where an event leads, or null when it can’t happen at this step. */
export const nextStep = (from: GuideStep, on: GuideEvent): GuideStep | null => nextSteps.get(`${from} ${on}`) ?? null;

/** How far somebody has come with one part, and what they said on the way. */
export type Walk = {
  readonly step: GuideStep;
  /** The part it is about, when it is one of the person’s named ones. */
  readonly partId: PartId | null;
  /** The message that answered each step. */
  readonly learned: Readonly<Partial<Record<GuideStep, MessageId>>>;
  readonly rounds: number;
  readonly unsure: number;
};

/** Space is asked for this often before a part that stays is taken as the one to meet. */
export const ROUNDS_OF_ASKING = 2;
/** A question that found no answer this often is left open. */
export const TRIES = 2;

/** A walk begins by finding a part, or, with one that is known, by focusing on it. */
export const beginWalk = (partId: PartId | null): Walk => ({ step: partId ? 'focus' : 'find', partId, learned: {}, rounds: 0, unsure: 0 });

/**
 * One event further. `said` is the message it was told in, if it was told in words.
 * An event that can’t happen at this step leaves the walk as it is.
 */
export function advance(walk: Walk, event: GuideEvent, said: MessageId | null): Walk {
  const step = nextStep(walk.step, event);
  if (step === null) return walk;
  if (event === 'refused') return { step, partId: null, learned: said ? { find: said } : {}, rounds: 0, unsure: 0 };
  const isAnswer = (event === 'answered' || event === 'opened') && walk.step !== 'close';
  // Openness told while space was asked for answers the question before it.
  const answered = walk.step === 'unblend' ? 'feel_toward' : walk.step;
  return {
    step,
    partId: walk.partId,
    learned: isAnswer && said ? { ...walk.learned, [answered]: said } : walk.learned,
    rounds:
      event === 'blended' ? Math.min(walk.rounds + 1, ROUNDS_OF_ASKING) : step === 'unblend' || step === 'feel_toward' ? walk.rounds : 0,
    unsure: event === 'unsure' ? Math.min(walk.unsure + 1, TRIES) : 0,
  };
}
