import type { SafetyQuestion } from '../../safety/safety-words.ts';
import { type DangerAnswer, hearInDanger, isHeardAnywhere } from './danger-answers.ts';
import { numbersOf, readsMessages } from './danger-numbers.ts';
import { type GuideContext, type InDanger, whereItStands } from './guide-context.ts';
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
  const isHeldHere = danger.goesOn && danger.label === 'crisis' && danger.isHere;
  const isAnswered = danger.goesOn && danger.question !== null && (danger.isJustAsked || heard !== 'other');
  const isFirst = danger.isFirst && danger.label === 'crisis' && !danger.isHere;
  if (!isHeldHere && !isAnswered && !isFirst && !danger.isHeavy && !isHeardAnywhere(heard)) return null;
  if (heard === 'elsewhere') return goElsewhere(guide, tell);

  const asksFirst = isFirst && (heard === 'other' || heard === 'there' || heard === 'thanks');
  const { question, sentences } = asksFirst ? openFromBefore(tell) : replyTo(heard, danger, tell, isQuiet);
  const mayAsk = !asksNothing(guide) || heard === 'leaving';
  const asked = question !== null && mayAsk ? ask(question, danger, tell) : null;
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

type Reply = { sentences: (string | null)[]; question: SafetyQuestion | null };

const openFromBefore = (tell: Telling): Reply => ({ sentences: [tell.sayAgain(words.stillOpen)], question: 'danger' });

/** What an answer is met with: topics in their order, and one question, if any. `eased` topics are left out when the reply before told the numbers. */
type Meeting = { readonly says: readonly (readonly Line[])[]; readonly eased?: readonly Line[]; readonly asks?: SafetyQuestion };

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
  accompanied: { says: [words.accompanied] },
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

function replyTo(heard: DangerAnswer, danger: InDanger, tell: Telling, isQuiet: boolean): Reply {
  const { says, eased, asks = null } = heard === 'other' || heard === 'elsewhere' ? stayWith(danger, isQuiet) : meetings[heard];
  const fill = numbersOf(danger.help);
  const topics = eased && !danger.numbersTold ? [...says, eased] : says;
  return {
    // Who reads messages is not known everywhere.
    sentences: topics.map((topic) => tell.sayAgain(topic, topic === words.reads ? { line: readsMessages(danger.help) } : fill)),
    question: asks,
  };
}

/** Anything else is received; after a while it asks how things are, and with heavy words it is told where somebody listens. */
function stayWith({ isHeavy, label }: InDanger, isQuiet: boolean): Meeting {
  if (isHeavy) return { says: [words.heavy], eased: listens, ...(isQuiet && { asks: 'danger' }) };
  return { says: [words.present], ...(label === 'crisis' && isQuiet && { asks: 'danger' }) };
}

/** The question that is wanted, or one in its place; null when all were asked lately. What was just asked is not asked again at once. */
function ask(wanted: SafetyQuestion, danger: InDanger, tell: Telling): string | null {
  const order: SafetyQuestion[] = [wanted, ...(wanted === 'danger' ? (['ground', 'somebody', 'company'] as const) : [])];
  for (const about of order) {
    if ((danger.isJustAsked && about === danger.question) || about === 'safety' || about === 'open') continue;
    const asked = tell.say(words.dangerQuestions[about]);
    if (asked !== null) return asked;
  }
  return wanted === 'safe' ? tell.sayAgain(words.dangerQuestions.safe) : null;
}

/** They asked it to stop asking, not long ago. */
const asksNothing = ({ saidLately }: GuideContext): boolean => words.stopsAsking.some(({ id }) => saidLately.has(id));
