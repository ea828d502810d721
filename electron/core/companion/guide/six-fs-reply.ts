import type { GuideStep } from '../../../../shared/entities/guide.ts';
import type { GuideState } from '../../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';
import type { Noticed } from '../provider.ts';
import { plainAnswerIn } from '../../language/plain-answers.ts';
import { eventInPause, eventOf, saysNo, saysUnsure, saysYes, stepWantedIn, wantsToSkip, isNeutral } from './answers.ts';
import { attitudeIn } from './attitude.ts';
import type { GuideContext } from './guide-context.ts';
import { heardIn, isTender } from './heard.ts';
import { fitting } from './listen.ts';
import { calledIn, namesAcquaintance } from './part-words.ts';
import { quoted, tellingWords } from './quote.ts';
import { type GuideEvent, type Walk, advance, beginWalk } from './six-fs.ts';
import { saidToTheGuide } from './to-the-guide.ts';
import type { Fill, Telling } from './telling.ts';
import type { Line } from './words/line.ts';
import * as words from './words/six-fs.ts';
import { meaningLeft, stepMeaning, stepWays, whichNone, whichPart, whichWords } from './words/step-meaning.ts';
import { feelAgain, feelFromOutside, stepQuestions, stillAsking } from './words/step-questions.ts';

/** What a reply says, sentence by sentence, and how it leaves things. */
export type Told = { sentences: (string | null)[]; state: Omit<GuideState, 'mode' | 'used'> };

/** The six Fs: what the person said becomes an event, the event leads to a step, and the step asks its question. */
export function sixFsReply(context: GuideContext, text: string, noticed: readonly Noticed[], tell: Telling, mayAsk: boolean): Told {
  const { earlier, move, part, said, state } = context;
  const partId = part?.id ?? null;
  if (state?.step === undefined) return begin();

  const current = walkOf(state, state.partId ?? null);
  if (move?.kind === 'skip') return step(current, 'skipped');
  if (move?.kind === 'go_to') return step(current, `go_to:${move.step}`);
  if (move?.kind === 'leave') return step(current, 'left');
  const meant = state.at === 'pause_offer' ? eventInPause(current, text) : eventOf(current, text);
  const isElsewhere = meant.startsWith('go_to') || meant.startsWith('wants') || meant === 'found_another';
  if (state.at === 'left' && !isElsewhere) return step(current, meant === 'left' || isParting(text) ? 'thanked' : 'resumed');
  if (state.at === 'resume_offer' && !isElsewhere && saysNo(text)) return anew(beginWalk(partId));
  if (state.at === 'resume_offer' && !isElsewhere && saysYes(text)) return step(current, 'resumed');
  return step(current, meant);

  function begin(): Told {
    const wanted = move?.kind === 'go_to' ? move.step : stepWantedIn(text);
    if (wanted) return step(earlier ? walkOf(earlier, partId) : beginWalk(partId), `go_to:${wanted}`);
    const offer = earlier && offerToResume(earlier);
    if (offer) return offer;
    const walk = beginWalk(partId);
    return walk.step === 'find' && noticed.length > 0 ? step(walk, 'answered') : anew(walk);
  }

  function anew(walk: Walk): Told {
    // A part that is chosen right after the beginning needs no second one.
    const hasBegun = words.beginning.some(({ id }) => context.saidLately.has(id)) && move?.kind === 'begin';
    return { sentences: [hasBegun ? null : tell.say(words.beginning), question(walk)], state: stateOf(walk) };
  }

  function step(before: Walk, event: GuideEvent): Told {
    const after = advance(before, event, said);
    const stands = stateOf(after);
    if (event === 'left')
      return { sentences: [tell.say(after.step === 'close' ? words.stoppedAtEnd : words.stopped)], state: { ...stands, at: 'left' } };
    if (event === 'thanked')
      return { sentences: [tell.say(words.parting) ?? tell.listen()], state: state?.at === 'left' ? { ...stands, at: 'left' } : stands };
    if (event === 'hurt' || event === 'grounded' || event === 'stayed')
      return { sentences: pausing(event), state: { ...stands, at: 'pause_offer' } };
    if (after.step === 'close') return { sentences: atEnd(before, after, event), state: stands };
    return { sentences: [lead(before, after, event), question(after, event)], state: stands };
  }

  function lead(before: Walk, after: Walk, event: GuideEvent): string | null {
    const own: Fill = { one: ownWords(), part: nameOf(after) };
    const topics: Partial<Record<GuideEvent, readonly Line[]>> = {
      opened: words.openToward,
      blended: before.rounds > 0 ? words.anotherStays : attitudeIn(text) === 'mixed' ? words.bothAreHere : words.anotherIsHere,
      merged: words.areOne,
      refused: words.meetTheOther,
      gave_space: before.step === 'feel_toward' ? words.growsSofter : words.gaveSpace,
      declined: words.declining,
      told_before: words.toldBefore,
      objected: after.step === 'find' ? words.objectingEarly : words.objecting,
      skipped: before.unsure > 0 ? words.leftOpen : words.skipping,
      resumed: words.resuming,
      wants_back: words.goingBack,
      wants_another: before.step === 'find' ? [] : words.anotherPart,
      wants_again: words.onceMore,
      found_another: words.turningTo,
    };
    if (event === 'answered') return tell.say(words.takenIn, own) ?? tell.say(words.takenInBriefly);
    if (event === 'unsure' && after.step === 'find' && namesAcquaintance(text))
      return tell.say(words.somebodyElse) ?? tell.say(words.notSure);
    const isHeard = before.step === 'unblend' && before.unsure > 0 && move === null && !saysUnsure(text) && !wantsToSkip(text);
    if (event === 'skipped' && isHeard) return tell.say(words.itsReasons, own) ?? tell.say(words.leftOpen);
    if (event === 'unsure' && after.step === 'find' && before.unsure > 0) return tell.say(stepWays.find) ?? tell.say(words.notSure);
    if (event === 'unsure') return (saysUnsure(text) ? null : tell.say(heardAt(after), own)) ?? tell.say(words.notSure);
    if (event === 'asked_back') return tell.say(stepMeaning[after.step]) ?? tell.say(stepWays[after.step]) ?? tell.say(meaningLeft);
    if (event === 'asked_how') return tell.say(stepWays[after.step]) ?? tell.say(stepMeaning[after.step]) ?? tell.say(meaningLeft);
    if (event === 'asked_which') return tell.say(...whichOne(after));
    return tell.say(topics[event] ?? words.goingTo, own);
  }

  /** What shows that an answer was read which does not tell what was asked. */
  function heardAt({ step: at }: Walk): readonly Line[] {
    if (plainAnswerIn(text) === 'yes') return [];
    if (at === 'feel_toward') return isNeutral(text) || tellingWords(text) === null ? words.neitherWay : words.aboutIt;
    return at === 'unblend' ? words.itsReasons : [];
  }

  /** What was just said, to be said back: not a mere nod or number. */
  function ownWords(): string | null {
    const [one] = noticed;
    return one ? quoted(one.quote) : tellingWords(text);
  }

  function whichOne(walk: Walk): [readonly Line[], Fill] {
    const called = calledOf(walk);
    if (called !== null) return [whichPart, { part: called }];
    const found = wordsAt(walk, 'find');
    return found === null ? [whichNone, {}] : [whichWords, { one: tellingWords(found) }];
  }

  function question(walk: Walk, event?: GuideEvent): string {
    const fill: Fill = { part: nameOf(walk) };
    if (walk.step === 'close') return tell.listen();
    const isFeeling = walk.step === 'feel_toward';
    const special = isFeeling && event === 'gave_space' ? feelAgain : isFeeling && event === 'merged' ? feelFromOutside : [];
    return tell.say(special, fill) ?? tell.say(stepQuestions[walk.step], fill) ?? tell.say(stillAsking) ?? tell.listen();
  }

  /** Something hurts: the question rests, and how to go on is the person’s to say. */
  function pausing(event: 'hurt' | 'grounded' | 'stayed'): (string | null)[] {
    const ground = event === 'grounded' ? tell.say(words.grounding) : null;
    if (ground !== null) return [ground, tell.say(words.groundingAfter)];
    const heard = event === 'stayed' ? tell.say(words.pauseHeard, { one: ownWords() }) : tell.say(words.hurting);
    return [heard, tell.say(words.pauseChoice) ?? tell.say(words.groundingAfter) ?? tell.listen()];
  }

  function atEnd(before: Walk, after: Walk, event: GuideEvent): (string | null)[] {
    if (before.step !== 'close' || event.startsWith('go_to')) return arriving(after, event);
    if (event === 'asked_back' || event === 'asked_how')
      return [tell.say(stepMeaning.close), tell.say(stepWays.close) ?? tell.say(meaningLeft)];
    if (event === 'asked_which') return [tell.say(...whichOne(after))];
    // What weighs is met as such, and nothing is asked.
    const weighs = isTender(heardIn(text)) ? fitting({ text, noticed }, tell).filter((sentence) => sentence !== null) : [];
    if (weighs.length > 0) return weighs;
    // Listening, with a question now and then, or a word on what else there is.
    const asked = mayAsk ? tell.say(words.afterClose, { part: nameOf(after) }) : null;
    return [asked ?? tell.listen(), asked === null && mayAsk ? tell.say(words.fromHere) : null];
  }

  /** The end is reached: what was found in the person’s words, and where it can be kept. */
  function arriving(walk: Walk, event: GuideEvent): (string | null)[] {
    const fear = wordsAt(walk, 'fear');
    const isFound = fear !== null && (event === 'answered' || event.startsWith('go_to'));
    const fill: Fill = { one: isFound ? tellingWords(fear) : null, part: nameOf(walk) };
    const { met } = context;
    const offer = walk.partId
      ? tell.say(words.offerKnown, fill)
      : met?.isOffered
        ? tell.say(words.offerMet, { one: quoted(met.quote) })
        : null;
    return [
      event === 'declined' ? tell.say(words.declining) : tell.say(words.closingFear, fill),
      tell.say(words.closing, fill) ?? tell.listen(),
      offer,
    ];
  }

  function offerToResume(left: GuideState): Told | null {
    const walk = walkOf(left, partId);
    const found = wordsAt(walk, 'find');
    const fill: Fill = { part: calledOf(walk), place: words.placeWords[walk.step], one: found === null ? null : tellingWords(found) };
    const sentence = tell.say(fill.part ? words.resumeNamed : words.resumeUnnamed, fill);
    return sentence === null ? null : { sentences: [sentence], state: { ...stateOf(walk), at: 'resume_offer' } };
  }

  function nameOf(walk: Walk): string {
    return calledOf(walk) ?? 'this part';
  }

  /** The part’s name, else what the person called it when they found it. */
  function calledOf(walk: Walk): string | null {
    if (walk.partId) return part?.id === walk.partId ? part.name : null;
    const found = wordsAt(walk, 'find');
    return (
      (walk.learned.find && context.met?.messageId === walk.learned.find ? context.met.partName : null) ??
      (found === null ? null : calledIn(found))
    );
  }

  function wordsAt(walk: Walk, at: GuideStep): string | null {
    const id: MessageId | undefined = walk.learned[at];
    if (id === undefined) return null;
    return id === said ? text : (context.words.get(id) ?? null);
  }
}

const isParting = (text: string): boolean =>
  ['thanked', 'parted', 'declined'].includes(saidToTheGuide(text) ?? '') || /^(?:ok(?:ay)?|yes|good)[ .,]*$/iu.test(text.trim());

const walkOf = (state: GuideState, partId: PartId | null): Walk => ({
  step: state.step ?? 'find',
  partId,
  learned: state.learned ?? {},
  rounds: state.rounds ?? 0,
  unsure: state.unsure ?? 0,
});

const stateOf = ({ step, partId, learned, rounds, unsure }: Walk): Told['state'] => ({
  step,
  ...(partId && { partId }),
  ...(Object.keys(learned).length > 0 && { learned: { ...learned } }),
  ...(rounds > 0 && { rounds }),
  ...(unsure > 0 && { unsure }),
});
