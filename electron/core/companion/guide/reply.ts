import type { GuideState, GuideWish, ToldOf } from '../../../../shared/entities/session.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { stepWantedIn, wantsToStop } from './answers.ts';
import { askingIn, tellAsked, wishesAfter } from './asked.ts';
import { speaksAgainst, speaksHarshly } from './attitude.ts';
import { type GuideContext, freshContext, whereItStands } from './guide-context.ts';
import { answerInDanger } from './in-danger.ts';
import { type Heard, listenTo } from './listen.ts';
import { tellMemory } from './memory-reply.ts';
import { quoted } from './quote.ts';
import { type Told, sixFsReply } from './six-fs-reply.ts';
import { type Fill, type Telling, createTelling, spoken } from './telling.ts';
import { visitReply } from './visit-reply.ts';
import { afterHarshSelf, afterPart, afterSelf, dialogueOpening } from './words/dialogue.ts';
import { letterEmpty, letterFinished, letterOpening, letterReceived, letterSuggestions } from './words/letter.ts';
import { letterRests, resting, stillResting } from './words/resting.ts';
import { stopped } from './words/six-fs.ts';
import * as writing from './words/writing.ts';

/** When it only listens, the Guide asks something after this many replies without a question. */
const QUIET_REPLIES = 2;

/** The Guide’s whole reply to a request, and where it then stands. The same request always gets the same one. */
export function composeReply(request: CompanionRequest): { text: string; state: GuideState } {
  const { turns, noticed: found, safetyOpen, danger = null } = request;
  const guide = takenUp(request.guide ?? freshContext, safetyOpen);
  const newest = turns.at(-1);
  const text = newest?.role === 'user' && guide.move === null ? newest.content : '';
  const replies = turns.filter(({ role }) => role === 'assistant');
  const mayAsk = replies.length > 0 && !replies.slice(-QUIET_REPLIES).some(({ content }) => content.includes('?'));
  const asking = askingIn(text, guide);
  const wishes = wishesAfter(guide, asking);
  const tell = createTelling(guide.saidLately, turns.length + text.length, { newest: guide.state?.used ?? [], wishes });
  const noticed = found.filter(({ quote }) => quoted(quote) !== null);
  const heard: Heard = { text, noticed, mayAsk, before: turns.slice(0, -1) };
  const exileNear = danger?.exileNear === true || found.some(({ role }) => role === 'exile');
  const usual = () =>
    asking
      ? tellAsked(asking, guide, { ...heard, safetyOpen }, tell)
      : mustRest(guide, text, exileNear, safetyOpen)
        ? rest(guide, text, tell)
        : tellIn(guide, heard, tell, wishes);

  // A question about safety stands before this reply already: that is the one thing that is asked. What was said counts all the same.
  if (request.isAsked === true && guide.letter === null)
    return { text: '', state: { mode: guide.mode, ...usual().state, at: 'in_danger', used: [], ...kept(wishes) } };
  const inDanger = danger && answerInDanger(danger, guide, text, tell, mayAsk);
  const told = inDanger ?? (guide.remembered ? tellMemory(guide, guide.remembered, tell) : usual());
  const explained = !inDanger && found.some(({ known }) => !known) && !wishes.has('only_listen') ? explain(guide, tell) : null;
  const body = told.sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ');
  const whole = [body === '' ? tell.listen() : body, explained].filter((piece) => piece !== null).join('\n\n');
  const about = [...new Set([...(told.state.told ?? []), ...partsNamedIn(whole, guide, found)])];
  return {
    text: whole,
    state: { mode: guide.mode, ...told.state, ...(about.length > 0 && { told: about }), ...kept(wishes), used: [...tell.used] },
  };
}

const kept = (wishes: ReadonlySet<GuideWish>): Pick<GuideState, 'wishes'> => (wishes.size > 0 ? { wishes: [...wishes] } : {});

/** Steps that waited for somebody's safety, or rested for it, go on where they stood as soon as they are spoken to again. */
function takenUp(guide: GuideContext, safetyOpen: boolean): GuideContext {
  const { state } = guide;
  const waited = state?.at === 'in_danger' || (state?.resting === true && !safetyOpen);
  return waited && state.step !== undefined ? { ...guide, state: { ...state, at: 'left' } } : guide;
}

/** The parts a reply may have named: when one of them is forgotten, so is what was said of it. */
function partsNamedIn(text: string, { part, speaker }: GuideContext, noticed: readonly Noticed[]): ToldOf[] {
  const near = [
    ...(part ? [part] : []),
    ...(speaker?.kind === 'part' ? [{ id: speaker.partId, name: speaker.name }] : []),
    ...noticed.flatMap(({ name, partId }) => (partId ? [{ id: partId, name }] : [])),
  ];
  const said = text.toLowerCase();
  return near.filter(({ name }) => said.includes(spoken(name).toLowerCase())).map(({ id }): ToldOf => `part:${id}`);
}

/** What the suggestions are. Nobody who writes a letter is interrupted with it: there it is said when the letter is done. */
function explain({ mode, letter }: GuideContext, tell: Telling): string | null {
  if (mode !== 'letter') return tell.say(writing.aboutProposals);
  return letter === 'kept' ? tell.say(letterSuggestions) : null;
}

function tellIn(guide: GuideContext, heard: Heard, tell: Telling, wishes: ReadonlySet<GuideWish>): Told {
  const { text, noticed, mayAsk } = heard;
  if (guide.move?.kind === 'leave' && guide.mode !== 'six_fs') return { sentences: [tell.say(stopped)], state: {} };
  if (wishes.has('only_listen') && guide.mode !== 'letter' && guide.mode !== 'six_fs' && guide.move === null)
    return { sentences: [tell.listen()], state: withPart(guide) };
  switch (guide.mode) {
    case 'write':
      return { sentences: listenTo(heard, tell), state: {} };
    case 'six_fs':
      // The steps are made of questions: who wants none is only listened to, until a step is chosen.
      if (guide.move === null && (wishes.has('no_questions') || wishes.has('only_listen')))
        return { sentences: [tell.listen()], state: { ...whereItStands(guide), at: 'left' } };
      return sixFsReply(guide, text, noticed, tell, mayAsk);
    case 'dialogue':
      return { sentences: [standBetween(guide, text, tell)], state: withPart(guide) };
    case 'letter':
      return receiveLetter(guide, tell);
    case 'visit':
      return { sentences: visitReply(guide, text, noticed, tell, mayAsk), state: withPart(guide) };
  }
}

const withPart = ({ part }: GuideContext): Told['state'] => (part ? { partId: part.id } : {});
const nameOf = ({ part, speaker }: GuideContext): string => (speaker?.kind === 'part' ? speaker.name : (part?.name ?? 'this part'));

/**
 * Protectors first: while somebody may be in danger, parts that carry pain are left to rest. One that came near in a walk without a named part rests
 * until something else is begun or looked for.
 */
function mustRest({ letter, mode, move, part, state }: GuideContext, text: string, exileNear: boolean, safetyOpen: boolean): boolean {
  if (!safetyOpen || mode === 'write' || move?.kind === 'leave' || letter !== null) return false;
  if (part) return part.role === 'exile';
  const looksElsewhere = (move?.kind === 'go_to' && move.step === 'find') || stepWantedIn(text) === 'find' || wantsToStop(text);
  return exileNear || (state?.resting === true && !looksElsewhere);
}

/** Told at length once; then only the senses, or, in a letter, that the words are kept. */
function rest(guide: GuideContext, text: string, tell: Telling): Told {
  const fill: Fill = { part: nameOf(guide) };
  const isTold = guide.state?.resting === true;
  const state: Told['state'] = { ...whereItStands(guide), resting: true };
  if (!isTold)
    return { sentences: [tell.sayAgain(resting, fill), guide.mode === 'letter' && text !== '' ? tell.sayAgain(letterRests) : null], state };
  if (guide.mode === 'letter') return { sentences: [tell.say(letterReceived, fill) ?? tell.sayAgain(stillResting, fill)], state };
  return { sentences: [tell.sayAgain(stillResting, fill)], state };
}

/** A dialogue is between the person and their parts; the Guide stands between the lines. */
function standBetween(guide: GuideContext, text: string, tell: Telling): string {
  const fill: Fill = { part: nameOf(guide) };
  if (guide.move?.kind === 'begin') return tell.say(dialogueOpening, fill) ?? tell.listen();
  if (guide.speaker?.kind === 'part') return tell.say(afterPart, fill) ?? tell.listen();
  const harsh = speaksHarshly(text) || speaksAgainst(text) ? tell.say(afterHarshSelf, fill) : null;
  return harsh ?? tell.say(afterSelf, fill) ?? tell.listen();
}

function receiveLetter(guide: GuideContext, tell: Telling): Told {
  const fill: Fill = { part: nameOf(guide) };
  const state = withPart(guide);
  if (guide.letter === 'kept') return { sentences: [tell.say(letterFinished, fill)], state: { ...state, at: 'letter_finished' } };
  if (guide.letter === 'empty') return { sentences: [tell.say(letterEmpty)], state };
  return { sentences: [tell.say(guide.move ? letterOpening : letterReceived, fill)], state };
}
