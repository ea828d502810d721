import type { GuideState } from '../../../../shared/entities/session.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { speaksAgainst, speaksHarshly } from './attitude.ts';
import { type GuideContext, freshContext, whereItStands } from './guide-context.ts';
import { tellMemory } from './memory-reply.ts';
import { quoted, tellingWords } from './quote.ts';
import { type Told, sixFsReply } from './six-fs-reply.ts';
import { type Fill, type Telling, createTelling } from './telling.ts';
import { visitReply } from './visit-reply.ts';
import { afterHarshSelf, afterPart, afterSelf, dialogueOpening } from './words/dialogue.ts';
import { letterEmpty, letterFinished, letterOpening, letterReceived, letterSuggestions } from './words/letter.ts';
import { resting } from './words/resting.ts';
import { stopped } from './words/six-fs.ts';
import * as writing from './words/writing.ts';

/** When it only listens, the Guide asks something after this many replies without a question. */
const QUIET_REPLIES = 2;

/** The Guide’s whole reply to a request, and where it then stands. The same request always gets the same one. */
export function composeReply({ turns, noticed: found, guide = freshContext, safetyOpen }: CompanionRequest): {
  text: string;
  state: GuideState;
} {
  const newest = turns.at(-1);
  const text = newest?.role === 'user' && guide.move === null ? newest.content : '';
  const replies = turns.filter(({ role }) => role === 'assistant');
  const mayAsk = replies.length > 0 && !replies.slice(-QUIET_REPLIES).some(({ content }) => content.includes('?'));
  const tell = createTelling(guide.saidLately, turns.length + text.length);
  const noticed = found.filter(({ quote }) => quoted(quote) !== null);

  const told = guide.remembered
    ? tellMemory(guide, guide.remembered, tell)
    : mustRest(guide, found, safetyOpen)
      ? rest(guide, tell)
      : tellIn(guide, text, noticed, tell, mayAsk);
  const explained = found.some(({ known }) => !known) ? explain(guide, tell) : null;
  const body = told.sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ');
  return {
    text: [body === '' ? tell.listen() : body, explained].filter((piece) => piece !== null).join('\n\n'),
    state: { mode: guide.mode, ...told.state, used: [...tell.used] },
  };
}

/** What the suggestions are. Nobody who writes a letter is interrupted with it: there it is said when the letter is done. */
function explain({ mode, letter }: GuideContext, tell: Telling): string | null {
  if (mode !== 'letter') return tell.say(writing.aboutProposals);
  return letter === 'kept' ? tell.say(letterSuggestions) : null;
}

function tellIn(guide: GuideContext, text: string, noticed: readonly Noticed[], tell: Telling, mayAsk: boolean): Told {
  if (guide.move?.kind === 'leave' && guide.mode !== 'six_fs') return { sentences: [tell.say(stopped)], state: {} };
  switch (guide.mode) {
    case 'write':
      return { sentences: listenTo(text, noticed, tell, mayAsk), state: {} };
    case 'six_fs':
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

/** Protectors first: while somebody may be in danger, parts that carry pain are left to rest. */
function mustRest({ letter, mode, move, part }: GuideContext, found: readonly Noticed[], safetyOpen: boolean): boolean {
  if (!safetyOpen || mode === 'write' || move?.kind === 'leave' || letter !== null) return false;
  return part ? part.role === 'exile' : found.some(({ role }) => role === 'exile');
}

function rest(guide: GuideContext, tell: Telling): Told {
  const fill: Fill = { part: nameOf(guide) };
  const state = whereItStands(guide);
  // Words for safety may come again at any time.
  return { sentences: [tell.say(resting, fill) ?? createTelling(new Set(), tell.used.length).say(resting, fill)], state };
}

/** Just write: it says back what it noticed, or shows that it listens; now and then it asks. */
function listenTo(text: string, noticed: readonly Noticed[], tell: Telling, mayAsk: boolean): (string | null)[] {
  const [one, two] = noticed;
  if (one === undefined) {
    const back = mayAsk ? tell.say(writing.sayingBack, { one: tellingWords(text) }) : null;
    return mayAsk ? [back, tell.say(writing.asking) ?? (back ? null : tell.listen())] : [tell.listen()];
  }
  const fill: Fill = { one: quoted(one.quote), two: two ? quoted(two.quote) : null, part: one.name };
  const [statements, questions] = topicsFor(noticed, one);
  const statement = tell.say(statements, fill) ?? tell.say(writing.sayingBack, fill) ?? tell.listen();
  return [statement, mayAsk ? tell.say(questions, fill) : null];
}

function topicsFor(noticed: readonly Noticed[], one: Noticed) {
  if (noticed.length > 2) return [writing.moreSpeak, writing.askingMore] as const;
  if (noticed.length === 2) return [writing.twoSpeak, writing.askingTwo] as const;
  return one.known
    ? ([writing.knownSpeaks, writing.askingKnown] as const)
    : ([writing.oneSpeaks[one.role], writing.askingOne[one.role]] as const);
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
