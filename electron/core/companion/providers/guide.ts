import type { Clock } from '../../ports.ts';
import type { CompanionProvider, CompanionRequest, Noticed } from '../provider.ts';
import { aboutProposals, whenKnown, whenMoreSpeak, whenNobodyYet, whenOneSpeaks, whenTwoSpeak } from './guide-words.ts';

/** The longest piece of the person's words the guide says back, in UTF-16 units; longer ones are cut between words. */
const ECHO_MAX = 140;

/**
 * The built-in companion: it needs no network and no model. It says back the person's own words, asks one thing, and does not
 * use a sentence again while it still stands among the turns it was given.
 * @param paceMs milliseconds between two words.
 */
export function createGuide(clock: Clock, paceMs: number): CompanionProvider {
  return {
    name: 'guide',
    async *reply(request, signal) {
      for (const word of composeReply(request).match(/\S+\s*/gu) ?? []) {
        signal.throwIfAborted();
        yield { type: 'text', text: word };
        if (paceMs > 0) await clock.delay(paceMs, signal);
      }
    },
  };
}

/** The whole reply to a request. The same request always gets the same one. */
export function composeReply({ turns, noticed, earlier = [] }: CompanionRequest): string {
  const before = turns.filter((turn) => turn.role === 'assistant').map((turn) => turn.content);
  const said = [...before, ...earlier];
  const [one, two] = noticed;
  if (one === undefined) return pick(whenNobodyYet, said, {});
  const words = { one: echo(one), two: two ? echo(two) : '', name: one.name };
  const sentence = pick(sentencesFor(noticed, one), said, words);
  const isFirst = !before.some((text) => text.includes(aboutProposals));
  return isFirst ? `${sentence}\n\n${aboutProposals}` : sentence;
}

function sentencesFor(noticed: readonly Noticed[], one: Noticed): readonly string[] {
  if (noticed.length > 2) return whenMoreSpeak;
  if (noticed.length === 2) return whenTwoSpeak;
  return one.known ? whenKnown : whenOneSpeaks[one.role];
}

/** The first sentence whose fixed words were not said yet, else the one said longest ago. */
function pick(sentences: readonly string[], said: readonly string[], words: Record<string, string>): string {
  const lastSaid = (sentence: string): number => said.findLastIndex((text) => fixedWords(sentence).every((piece) => text.includes(piece)));
  const [best = ''] = sentences.toSorted((a, b) => lastSaid(a) - lastSaid(b));
  return best.replaceAll(/\{(\w+)\}/gu, (whole, key: string) => words[key] ?? whole);
}

const fixedWords = (sentence: string): string[] => sentence.split(/\{\w+\}/u).filter((piece) => piece.trim().length > 3);

function echo({ quote }: Noticed): string {
  const line = quote.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= ECHO_MAX) return `“${line}”`;
  const cut = line.slice(0, ECHO_MAX).replace(/\s+\S*$/u, '');
  return `“${cut}…”`;
}
