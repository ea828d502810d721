import { type GuideStep, type OpenStep, guideSteps, openSteps } from '../../../../shared/entities/guide.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';

/**
 * The six Fs as a statechart: steps, what can happen at each, and where that leads. A table of some sixty lines does it: a library for
 * statecharts would bring an interpreter, and what is needed here is one pure function whose every edge a test can walk.
 */

/**
 * What can happen at a step.
 *
 * Answers: `answered`, something was said to the question. `opened`: there is openness toward the part. `blended`: another part speaks.
 * `gave_space`: it has stepped aside, or what stood against the part grows less. `refused`: it won’t. `merged`: one is the part oneself.
 * `unsure`: no answer came. `declined`: a no to the question. `told_before`: it was answered already.
 *
 * About the question: `asked_back`, what it is for. `asked_how`: how one does that. `asked_which`: whom it is about. `objected`: it should not be asked.
 *
 * About the way: `skipped`, `go_to`, `wants_back` to the question before, `wants_another` part, `found_another`, which is named at once, `wants_again` from the beginning, `left`,
 * `resumed`, `thanked`. `hurt`: it is too much, and what is asked is only how to go on; `grounded` and `stayed`: that is still open.
 */
export type GuideEvent = AnswerEvent | QuestionEvent | WayEvent;
type AnswerEvent =
  'answered' | 'opened' | 'blended' | 'gave_space' | 'refused' | 'merged' | 'unsure' | 'declined' | 'told_before' | 'skipped';
type QuestionEvent = 'asked_back' | 'asked_how' | 'asked_which' | 'objected';
type WayEvent =
  | 'wants_back'
  | 'wants_another'
  | 'found_another'
  | 'wants_again'
  | 'left'
  | 'resumed'
  | 'thanked'
  | 'hurt'
  | 'grounded'
  | 'stayed'
  | `go_to:${OpenStep}`;

export type Edge = { readonly from: GuideStep; readonly on: GuideEvent; readonly to: GuideStep };

const edge = (from: GuideStep, on: GuideEvent, to: GuideStep): Edge => ({ from, on, to });

/** The way on, when a question is answered or passed by. */
const onward: readonly [GuideStep, GuideStep][] = [
  ['find', 'focus'],
  ['focus', 'flesh_out'],
  ['flesh_out', 'feel_toward'],
  ['befriend', 'fear'],
  ['fear', 'close'],
];

/** The question before. What was asked in between, for space, is not come back to. */
const backward: readonly [GuideStep, GuideStep][] = [
  ['find', 'find'],
  ['focus', 'find'],
  ['flesh_out', 'focus'],
  ['feel_toward', 'flesh_out'],
  ['unblend', 'feel_toward'],
  ['befriend', 'feel_toward'],
  ['fear', 'befriend'],
  ['close', 'fear'],
];

/** What changes nothing about where one is. */
const staying = ['unsure', 'asked_back', 'asked_how', 'asked_which', 'left', 'resumed', 'thanked', 'hurt', 'grounded', 'stayed'] as const;

/** Every edge there is. What is not here can’t happen. */
export const edges: readonly Edge[] = [
  ...onward.flatMap(([from, to]) => [
    edge(from, 'answered', to),
    edge(from, 'skipped', to),
    edge(from, 'told_before', to),
    edge(from, 'blended', 'unblend'),
    // A part can’t be turned down before there is one.
    edge(from, 'declined', from === 'find' ? from : to),
    edge(from, 'objected', from === 'find' ? from : 'unblend'),
    ...(from === 'find' ? [] : [edge(from, 'merged', 'feel_toward')]),
  ]),
  // Openness is what this step waits for; a neutral answer is asked about once more, as an unsure one.
  edge('feel_toward', 'opened', 'befriend'),
  edge('feel_toward', 'skipped', 'befriend'),
  edge('feel_toward', 'told_before', 'befriend'),
  edge('feel_toward', 'declined', 'befriend'),
  edge('feel_toward', 'blended', 'unblend'),
  edge('feel_toward', 'objected', 'unblend'),
  edge('feel_toward', 'gave_space', 'feel_toward'),
  edge('feel_toward', 'merged', 'feel_toward'),
  edge('feel_toward', 'refused', 'focus'),
  // Space was given: the same question once more. Space refused twice: that part is the one to get to know.
  edge('unblend', 'gave_space', 'feel_toward'),
  edge('unblend', 'opened', 'befriend'),
  edge('unblend', 'blended', 'unblend'),
  edge('unblend', 'objected', 'unblend'),
  edge('unblend', 'merged', 'feel_toward'),
  edge('unblend', 'refused', 'focus'),
  edge('unblend', 'skipped', 'feel_toward'),
  edge('unblend', 'told_before', 'feel_toward'),
  edge('close', 'answered', 'close'),
  edge('close', 'found_another', 'focus'),
  edge('close', 'skipped', 'close'),
  ...backward.map(([from, to]) => edge(from, 'wants_back', to)),
  ...guideSteps.flatMap((step) => [
    ...staying.map((event) => edge(step, event, step)),
    edge(step, 'wants_another', 'find'),
    // With nobody found yet, the beginning is finding.
    edge(step, 'wants_again', step === 'find' ? 'find' : 'focus'),
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
  const begun = { step, rounds: 0, unsure: 0 };
  // To find a part is to let go of the one before.
  if (step === 'find' && (event === 'wants_another' || event === 'go_to:find')) return { ...begun, partId: null, learned: {} };
  if (event === 'found_another') return { ...begun, partId: null, learned: said ? { find: said } : {} };
  if (event === 'wants_again') return { ...begun, partId: walk.partId, learned: walk.learned.find ? { find: walk.learned.find } : {} };
  if (event === 'refused') {
    // The one who stays in front is known by the words in which it came.
    const found = walk.learned.unblend ?? said;
    return { ...begun, partId: null, learned: found ? { find: found } : {} };
  }
  return {
    step,
    partId: walk.partId,
    learned: learnedAfter(walk, event, said),
    rounds: roundsAfter(walk, event, step),
    unsure: unsureAfter(walk, event),
  };
}

function learnedAfter(walk: Walk, event: GuideEvent, said: MessageId | null): Walk['learned'] {
  // Which words another part came in matters as long as it stands in front.
  const { unblend: _came, ...behind } = walk.learned;
  const learned = event === 'gave_space' || event === 'opened' ? behind : walk.learned;
  if (said === null || walk.step === 'close') return learned;
  // Openness told while space was asked for answers the question before it.
  if (event === 'answered' || event === 'opened') return { ...learned, [walk.step === 'unblend' ? 'feel_toward' : walk.step]: said };
  return event === 'blended' && walk.rounds === 0 ? { ...learned, unblend: said } : learned;
}

/** How often in a row space was asked for in vain. Room that is given, even a little, begins the count anew. */
function roundsAfter(walk: Walk, event: GuideEvent, step: GuideStep): number {
  if (event === 'blended' || event === 'objected') return step === 'unblend' ? Math.min(walk.rounds + 1, ROUNDS_OF_ASKING) : 0;
  return step === 'unblend' ? walk.rounds : 0;
}

const saysLittle: readonly GuideEvent[] = ['unsure', 'gave_space', 'merged', 'stayed'];
const keepsCount: readonly GuideEvent[] = ['asked_back', 'asked_how', 'asked_which'];

/** How often in a row the open question, or the one how to go on, found no answer. */
function unsureAfter(walk: Walk, event: GuideEvent): number {
  if (keepsCount.includes(event)) return walk.unsure;
  const isAtSameQuestion = nextStep(walk.step, event) === walk.step;
  return saysLittle.includes(event) && isAtSameQuestion ? Math.min(walk.unsure + 1, TRIES) : 0;
}
