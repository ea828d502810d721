import type { Noticed } from '../provider.ts';
import { saysNo, saysUnsure } from './answers.ts';
import { attitudeIn, speaksAgainst } from './attitude.ts';
import type { GuideContext } from './guide-context.ts';
import { isQuestion, quoted, tellingWords } from './quote.ts';
import type { Fill, Telling } from './telling.ts';
import { saidToTheGuide } from './to-the-guide.ts';
import { parting, placeWords } from './words/six-fs.ts';
import * as words from './words/visit.ts';
import { sayingBack } from './words/writing.ts';

/** A known part is looked in on: with what was last known of it, then with one question at a time. */
export function visitReply(
  guide: GuideContext,
  text: string,
  noticed: readonly Noticed[],
  tell: Telling,
  mayAsk: boolean,
): (string | null)[] {
  const { earlier, part, state } = guide;
  const fill: Fill = { one: wordsOf(text, noticed), part: part?.name ?? 'this part' };
  if (state === null) {
    return [
      tell.say(words.visitOpening, fill),
      lastKnown(),
      earlier?.step === undefined ? null : tell.say(words.visitPlace, { place: placeWords[earlier.step] }),
      tell.say(words.visitAsking),
    ];
  }
  if (asksAboutIt(text)) return [lastKnown() ?? tell.say(words.visitNothing, fill) ?? tell.listen()];
  const said = saidToTheGuide(text);
  if (said === 'thanked' || said === 'parted') return [tell.say(parting) ?? tell.listen()];
  if (said === 'asked_how' && !/\byou\b/iu.test(text)) return [tell.say(words.visitHow, fill) ?? tell.listen()];
  if (isQuestion(text)) return [tell.say(words.visitQuestion, fill) ?? tell.listen()];
  if (saysUnsure(text) || saysNo(text)) return [tell.say(words.visitUnsure) ?? tell.listen(), mayAsk ? tell.say(words.visitAsking) : null];
  const toward = attitudeIn(text);
  const isAgainst = toward === 'mixed' || speaksAgainst(text) || (toward === 'against' && /\bi\b/iu.test(text));
  const against = isAgainst ? tell.say(words.visitAgainst, fill) : null;
  if (against !== null) return [against];
  const back = (toward === 'open' ? tell.say(words.visitOpen, fill) : null) ?? tell.say(sayingBack, { one: fill.one ?? null });
  return [back ?? tell.listen(), mayAsk ? tell.say(words.visitAsking) : null];

  function lastKnown(): string | null {
    const lastWords = part?.lastWords ? quoted(part.lastWords) : null;
    return tell.say(words.visitLastWords, { one: lastWords }) ?? tell.say(words.visitStory, { one: part ? quoted(part.story) : null });
  }
}

/** The words a part seems to speak in, unless they are no more than somebody’s name; else the person’s telling ones. */
function wordsOf(text: string, noticed: readonly Noticed[]): string | null {
  const [one] = noticed;
  const isName = one !== undefined && one.quote.toLowerCase().trim() === one.name.toLowerCase();
  return one && !isName ? quoted(one.quote) : tellingWords(text);
}

/** “What do you know about it?”, within a visit. */
const asksAboutIt = (text: string): boolean =>
  /^\W*(?:what|how much) (?:else )?(?:do|did|can) you (?:know|remember|recall|have|keep) (?:about|of|on) (?!me\b|us\b|myself\b)/iu.test(
    text,
  );
