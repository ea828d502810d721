import { type DangerAnswer, hearInDanger, isHeardAnywhere } from './danger-answers.ts';
import { numbersOf, readsMessages } from './danger-numbers.ts';
import { type GuideContext, type InDanger, whereItStands } from './guide-context.ts';
import { isQuestion } from './quote.ts';
import type { Told } from './six-fs-reply.ts';
import type { Telling } from './telling.ts';
import * as words from './words/in-danger.ts';
import type { Line } from './words/line.ts';

/**
 * The Guide’s reply while somebody may be in danger, or null when the message is no matter of that. In the session of a crisis everything is, until
 * the person says that they are all right or chooses something to do; otherwise only the answer to a question of safety, heavy words, and what asks for help.
 * @param isQuiet whether the newest replies asked nothing.
 */
export function answerInDanger(danger: InDanger, guide: GuideContext, text: string, tell: Telling, isQuiet: boolean): Told | null {
  if (guide.move !== null || guide.letter !== null || text === '') return null;
  const heard = hearInDanger(text, danger.question);
  // Whoever asks something else after a concern has said how near it is.
  if (heard === 'other' && danger.label === 'concern' && !danger.isHeavy && isQuestion(text)) return null;
  const isHeldHere = danger.goesOn && danger.label === 'crisis' && danger.isHere;
  const isAnswered = danger.goesOn && danger.question !== null && (danger.isJustAsked || heard !== 'other');
  const isFirst = danger.isFirst && danger.label === 'crisis' && !danger.isHere;
  if (!isHeldHere && !isAnswered && !isFirst && !danger.isHeavy && !isHeardAnywhere(heard)) return null;
  if (heard === 'elsewhere') return goElsewhere(guide, tell);

  const asksFirst = isFirst && (heard === 'other' || heard === 'there' || heard === 'thanks');
  const meeting = asksFirst ? openFromBefore : heard === 'other' ? staying(danger, isQuiet) : meetings[heard];
  const sentences = sentencesOf(meeting, danger, tell);
  const asked = !asksNothing(guide) || heard === 'leaving' ? ask(meeting, danger, tell) : null;
  const kept = guide.mode === 'letter' ? tell.say(words.letterKeeps) : null;
  const state = { ...whereItStands(guide), at: 'in_danger' as const };
  return { sentences: [...sentences, kept, asked], state: danger.exileNear && !guide.part ? { ...state, resting: true } : state };
}

/** They want to go on with something: a walk takes up its step again by itself, writing is told that it may. */
const goElsewhere = (guide: GuideContext, tell: Telling): Told | null => {
  if (guide.mode !== 'write') return null;
  const { at: _over, ...state } = whereItStands(guide);
  return { sentences: [tell.sayAgain(words.elsewhere)], state };
};

type Asked = keyof typeof words.dangerQuestions;

/** What an answer is met with: topics in their order, and one question, if any. `eased` topics are left out when the reply before told the numbers. */
type Meeting = {
  readonly says: readonly (readonly Line[])[];
  readonly eased?: readonly Line[];
  readonly asks?: Asked;
  readonly checksIn?: boolean;
};

const { callNow, listens } = words;

const meetings: Readonly<Record<Exclude<DangerAnswer, 'other' | 'elsewhere'>, Meeting>> = {
  close: { says: [words.closeNow, callNow, words.outOfReach], asks: 'company' },
  worried: { says: [words.closeNow], eased: callNow, asks: 'danger' },
  soon: { says: [words.soon, callNow], asks: 'company' },
  means: { says: [words.outOfReach], eased: callNow, asks: 'company' },
  hurt: { says: [words.callAtOnce, words.hurtAlready] },
  alone: { says: [words.alone, listens], asks: 'somebody' },
  no_one: { says: [words.noOne, listens] },
  can_call: { says: [words.canCall] },
  accompanied: { says: [words.accompanied], eased: words.numberAlone },
  arrived: { says: [words.arrived] },
  going: { says: [words.going] },
  ashamed: { says: [words.ashamed], eased: listens },
  afraid: { says: [words.afraid], eased: callNow },
  put_away: { says: [words.putAway] },
  what_happens: { says: [words.whatHappens] },
  seen: { says: [words.whoSees] },
  text: { says: [words.reads, words.insteadOfCalling, words.numberAlone] },
  called: { says: [words.called] },
  unanswered: { says: [words.nobodyAnswered, callNow] },
  cannot_call: { says: [words.insteadOfCalling, words.reads, words.numberAlone] },
  whom: { says: [words.whomToCall, callNow, words.whereHelpIs] },
  what: { says: [words.whatToDo, callNow, words.whereHelpIs] },
  say: { says: [words.whatToSay], eased: listens },
  tells: { says: [words.tellsNobody], eased: callNow },
  software: { says: [words.isSoftware], eased: callNow },
  why: { says: [words.whyAsked] },
  safe: { says: [words.safeNow, words.ifItChanges] },
  not_now: { says: [words.notNow, words.ifItChanges] },
  taken_back: { says: [words.takenBack] },
  unsure: { says: [words.unsure], eased: callNow, asks: 'company' },
  stop: { says: [words.stopsAsking, words.numberAlone] },
  thanks: { says: [words.welcome] },
  there: { says: [words.stillThere], asks: 'danger' },
  body: { says: [words.groundNow, words.ifTheBodyStays] },
  ground: { says: [words.groundNow] },
  no_ground: { says: [words.withoutGround] },
  leaving: { says: [words.leaving], asks: 'safe' },
};

/** In another session, while a crisis is open from an earlier one. */
const openFromBefore: Meeting = { says: [words.stillOpen], asks: 'danger' };

/** Anything else is received; after a while it asks how things are, and with heavy words it is told where somebody listens. */
const staying = ({ isHeavy, label }: InDanger, isQuiet: boolean): Meeting =>
  isHeavy ? { says: [words.heavy], eased: listens, checksIn: isQuiet } : { says: [words.present], checksIn: isQuiet && label === 'crisis' };

function sentencesOf({ says, eased }: Meeting, { help, numbersTold }: InDanger, tell: Telling): string[] {
  const fill = numbersOf(help);
  const topics = eased && !numbersTold ? [...says, eased] : says;
  // Who reads messages is not known everywhere.
  return topics.map((topic) => tell.sayAgain(topic, topic === words.reads ? { line: readsMessages(help) } : fill));
}

/** What it asks when it asks how things are: the first that was not asked lately. */
const checks: readonly Asked[] = ['danger', 'ground', 'somebody'];

/**
 * The question that follows. Whether there is danger may be asked at any time; who is there, and what would help, not again for a while. What was asked
 * right before is not asked again at once.
 */
function ask({ asks, checksIn }: Meeting, danger: InDanger, tell: Telling): string | null {
  for (const about of checksIn ? checks : []) {
    const asked = danger.isJustAsked && about === danger.question ? null : tell.say(words.dangerQuestions[about]);
    if (asked !== null) return asked;
  }
  if (asks === undefined || (danger.isJustAsked && asks === danger.question)) return null;
  return asks === 'danger' || asks === 'safe' ? tell.sayAgain(words.dangerQuestions[asks]) : tell.say(words.dangerQuestions[asks]);
}

/** They asked it to stop asking, not long ago. */
const asksNothing = ({ saidLately }: GuideContext): boolean => words.stopsAsking.some(({ id }) => saidLately.has(id));
