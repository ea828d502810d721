import type { GuideState, ToldOf } from '../../../../shared/entities/session.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { type GuideContext, freshContext, whereItStands } from './guide-context.ts';
import { tellMemory } from './memory-reply.ts';
import { quoted, tellingWords } from './quote.ts';
import { type Told, sixFsReply } from './six-fs-reply.ts';
import { type Fill, type Telling, createTelling } from './telling.ts';
import { afterPart, afterSelf, dialogueOpening } from './words/dialogue.ts';
import { letterEmpty, letterFinished, letterOpening, letterReceived, letterSuggestions } from './words/letter.ts';
import { resting } from './words/resting.ts';
import { placeWords, stopped } from './words/six-fs.ts';
import { visitAsking, visitLastWords, visitOpening, visitPlace, visitStory } from './words/visit.ts';
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
  const whole = [body === '' ? tell.listen() : body, explained].filter((piece) => piece !== null).join('\n\n');
  const about = [...new Set([...(told.state.told ?? []), ...partsNamedIn(whole, guide, found)])];
  return {
    text: whole,
    state: { mode: guide.mode, ...told.state, ...(about.length > 0 && { told: about }), used: [...tell.used] },
  };
}

/** The parts a reply may have named: when one of them is forgotten, so is what was said of it. */
function partsNamedIn(text: string, { part, speaker }: GuideContext, noticed: readonly Noticed[]): ToldOf[] {
  const near = [
    ...(part ? [part] : []),
    ...(speaker?.kind === 'part' ? [{ id: speaker.partId, name: speaker.name }] : []),
    ...noticed.flatMap(({ name, partId }) => (partId ? [{ id: partId, name }] : [])),
  ];
  const said = text.toLowerCase();
  return near.filter(({ name }) => said.includes(name.toLowerCase())).map(({ id }): ToldOf => `part:${id}`);
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
      return { sentences: [standBetween(guide, tell)], state: withPart(guide) };
    case 'letter':
      return receiveLetter(guide, tell);
    case 'visit':
      return { sentences: visit(guide, text, noticed, tell, mayAsk), state: withPart(guide) };
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
function standBetween(guide: GuideContext, tell: Telling): string {
  const fill: Fill = { part: nameOf(guide) };
  if (guide.move?.kind === 'begin') return tell.say(dialogueOpening, fill) ?? tell.listen();
  return tell.say(guide.speaker?.kind === 'part' ? afterPart : afterSelf, fill) ?? tell.listen();
}

function receiveLetter(guide: GuideContext, tell: Telling): Told {
  const fill: Fill = { part: nameOf(guide) };
  const state = withPart(guide);
  if (guide.letter === 'kept') return { sentences: [tell.say(letterFinished, fill)], state: { ...state, at: 'letter_finished' } };
  if (guide.letter === 'empty') return { sentences: [tell.say(letterEmpty)], state };
  return { sentences: [tell.say(guide.move ? letterOpening : letterReceived, fill)], state };
}

/** A known part is looked in on: with what was last known of it, then with one question at a time. */
function visit(guide: GuideContext, text: string, noticed: readonly Noticed[], tell: Telling, mayAsk: boolean): (string | null)[] {
  const { earlier, part, state } = guide;
  if (state === null) {
    const lastWords = part?.lastWords ? quoted(part.lastWords) : null;
    const story = part ? quoted(part.story) : null;
    return [
      tell.say(visitOpening, { part: nameOf(guide) }),
      tell.say(visitLastWords, { one: lastWords }) ?? tell.say(visitStory, { one: story }),
      earlier?.step === undefined ? null : tell.say(visitPlace, { place: placeWords[earlier.step] }),
      tell.say(visitAsking),
    ];
  }
  const one = noticed[0] ? quoted(noticed[0].quote) : tellingWords(text);
  const back = tell.say(writing.sayingBack, { one });
  return [back ?? tell.listen(), mayAsk ? tell.say(visitAsking) : null];
}
