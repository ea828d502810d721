import type { CountryHelplines } from '../../../shared/entities/helpline.ts';
import type { SafetyState } from '../../../shared/entities/safety.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { type SafetyQuestion, askedIn } from '../safety/safety-words.ts';
import type { InDanger } from './guide/guide-context.ts';
import { numbersOf } from './guide/danger-numbers.ts';
import { dangerQuestions, heavy, present } from './guide/words/in-danger.ts';
import { SAFETY_PROVIDER } from './safety-reply.ts';

/** A concern is asked about again after this many replies that asked nothing about safety. */
const SPACED = 2;

/** What a reply asked about safety, whoever wrote it: the machine, the Guide, or a model behind our one gentle sentence. */
function questionIn(reply: string): SafetyQuestion | null {
  const asked = Object.entries(dangerQuestions).find(([, ways]) => ways.some(({ text }) => reply.includes(text)))?.[0];
  return isQuestion(asked) ? asked : askedIn(reply);
}

const isQuestion = (about: string | undefined): about is keyof typeof dangerQuestions => about !== undefined && about in dangerQuestions;

/** The newest replies of a session, newest first. @param turns its messages, oldest first. */
export const repliesIn = (turns: readonly Message[]): Message[] => turns.filter(({ role }) => role === 'assistant').toReversed();

/** Whether a heavy message may be asked about although a concern is open already: not every one is. */
export const mayAskAgain = (turns: readonly Message[]): boolean =>
  repliesIn(turns)
    .slice(0, SPACED)
    .every(({ content }) => questionIn(content) === null);

/** The question of the newest reply; or of the one before it, when the newest only received what was no answer. */
function questionBefore(before: Message | undefined, earlier: Message | undefined): Pick<InDanger, 'question' | 'isJustAsked'> {
  const question = before ? questionIn(before.content) : null;
  const isReceiving = before?.metadata.guide?.used.some((id) => receiving.has(id)) === true;
  if (question !== null || !isReceiving || !earlier) return { question, isJustAsked: true };
  return { question: questionIn(earlier.content), isJustAsked: false };
}
const receiving = new Set([...heavy, ...present].map(({ id }) => id));

export type DangerSources = {
  state: SafetyState;
  sessionId: SessionId;
  /** The session's messages before the reply, oldest first. */
  turns: readonly Message[];
  /** Danger or heaviness was found in the newest message. */
  isHeavy: boolean;
  exileSpeaksIn: (content: string) => boolean;
  help: CountryHelplines;
};

/** What the Guide goes by while a hard moment is open, read from what is stored; null while nothing is. */
export function readDanger({ state, sessionId, turns, isHeavy, exileSpeaksIn, help }: DangerSources): InDanger | null {
  if (state.label === null) return null;
  const [before, earlier] = repliesIn(turns);
  const newest = turns.at(-1);
  const said = newest?.role === 'user' ? newest.content : '';
  return {
    label: state.label,
    isHere: state.open.some((flag) => flag.label === 'crisis' && flag.sessionId === sessionId),
    goesOn: before !== undefined && (before.metadata.provider === SAFETY_PROVIDER || before.metadata.guide?.at === 'in_danger'),
    ...questionBefore(before, earlier),
    numbersTold: Object.values(numbersOf(help)).some((told) => told !== null && before?.content.includes(told) === true),
    isFirst: before === undefined,
    exileNear: exileSpeaksIn(said),
    ...{ isHeavy, help },
  };
}
