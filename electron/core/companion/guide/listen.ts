import { isPressedAtRandom, plainAnswerIn } from '../../language/plain-answers.ts';
import { plainly } from '../../language/sentences.ts';
import type { CompanionRequest, Noticed } from '../provider.ts';
import { heardIn, isTender } from './heard.ts';
import { isBareName, isQuestion, quoted, tellingWords, withoutLead } from './quote.ts';
import type { Fill, Telling } from './telling.ts';
import { heardAsking, heardGently, heardHelp, heardNear, heardSaying } from './words/heard.ts';
import type { Line } from './words/line.ts';
import * as writing from './words/writing.ts';

/** What the person just said, the turns before it, and whether a question would be one too many. */
export type Heard = {
  readonly text: string;
  readonly noticed: readonly Noticed[];
  readonly mayAsk: boolean;
  readonly before: CompanionRequest['turns'];
};

/** So many messages long nothing is dug for after somebody told of violence or a death. */
const TENDER_FOR = 6;
/** Up to so many turns somebody who says hardly a word may be looking for a way to begin. */
const BEGINNING = 6;
/** Fewer words than this are not said back in the middle of a page. */
const SAID_BACK_FROM = 3;

/** Just write: a sentence that fits what was told, or the words in which a part seems to speak; else it shows that it listens. Now and then it asks. */
export function listenTo(heard: Heard, tell: Telling): (string | null)[] {
  const { text, noticed, mayAsk, before } = heard;
  const kind = heardIn(text);
  if (noticed.length > 0) return [...fitting(heard, tell), mayAsk && !isTender(kind) ? tell.say(questionsFor(noticed)) : null];
  if (kind) {
    const [statement, help] = fitting(heard, tell);
    return [statement ?? tell.listen(), help ?? null, mayAsk && !help ? tell.first(heardAsking[kind]) : null];
  }
  const short = shortAnswerIn(text);
  if (short)
    return [
      tell.say(writing.shortAnswers[short]) ?? tell.listen(),
      mayAsk && short === 'filler' && before.length < BEGINNING ? tell.say(writing.inviting) : null,
    ];
  const near = before
    .filter(({ role }) => role === 'user')
    .slice(-TENDER_FOR)
    .map(({ content }) => heardIn(content))
    .findLast(isTender);
  if (isQuestion(text)) return [tell.say(writing.ownQuestion) ?? tell.listen()];
  if (!mayAsk) return [(near && tell.first(heardNear)) ?? tell.listen()];
  const words = tellingWords(text);
  const isWorth = words !== null && words.split(/\s+/u).length >= SAID_BACK_FROM;
  const back = isWorth ? tell.say(writing.sayingBack, { one: words }) : null;
  return [
    back,
    (near ? (tell.first(near === 'loss' ? heardAsking.loss : []) ?? tell.first(heardGently)) : tell.say(writing.asking)) ??
      (back ? null : tell.listen()),
  ];
}

/** What fits the words, without a question: for what weighs most, that; else for the part that seems to speak. Nothing where neither is found. */
export function fitting({ text, noticed }: Pick<Heard, 'text' | 'noticed'>, tell: Telling): (string | null)[] {
  const kind = heardIn(text);
  const told = kind && (noticed.length === 0 || isTender(kind)) ? [tell.first(heardSaying[kind]), tell.first(heardHelp[kind] ?? [])] : [];
  const [one, two] = noticed;
  if (!one) return told;
  const fill: Fill = { one: quoted(withoutLead(one.quote)), two: two ? quoted(withoutLead(two.quote)) : null, part: one.name };
  const spoken =
    tell.say(statementsFor(noticed, one), fill) ?? tell.say(writing.sayingBack, fill) ?? (told.length === 0 ? tell.listen() : null);
  return [...told, spoken];
}

function statementsFor(noticed: readonly Noticed[], one: Noticed): readonly Line[] {
  if (noticed.length > 2) return writing.moreSpeak;
  if (noticed.length === 2) return writing.twoSpeak;
  if (!one.known) return writing.oneSpeaks[one.role];
  return isBareName(one.quote, one.name) ? writing.knownNamed : writing.knownSpeaks;
}

function questionsFor(noticed: readonly Noticed[]): readonly Line[] {
  const [one] = noticed;
  if (noticed.length > 2 || !one) return writing.askingMore;
  if (noticed.length === 2) return writing.askingTwo;
  return one.known ? writing.askingKnown : writing.askingOne[one.role];
}

/** Whether a message is only a yes, a no, that somebody does not know, or a word that says hardly anything, such as “ok”. */
export function shortAnswerIn(text: string): keyof typeof writing.shortAnswers | null {
  const words = plainly(text)
    .replaceAll(/[^\p{L}\p{N}' ]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (words.length > 40) return null;
  switch (plainAnswerIn(text)) {
    case 'yes':
    case 'partly':
      return 'yes';
    case 'no':
      return 'no';
    case 'unsure':
      return 'unsure';
    case 'agreed':
      return 'filler';
    case null:
      if (isPressedAtRandom(text)) return 'filler';
      return degree.test(words) ? 'yes' : filler.test(words) ? 'filler' : null;
  }
}

/** “A lot”, in answer to nothing that was asked. */
const degree = /^(?:a lot|very(?: much)?)$/u;
const filler =
  /^(?:(?:ok|okay|k|fine|well|whatever|anyway|so|hm+|mhm|uh|um|ugh|oh|ah|lol|haha|meh|sure|alright|all right|right|same|nothing|nothing much|not much|wow|argh|aa+h*|test|testing)\s*)*$/u;
