import type { Sentence } from '../../language/sentences.ts';

// Places where one thought often ends and the next begins.
const soft =
  /,? (?:but|so|because|which is|even though|although|and)(?= (?:then |now |yet |so |later |afterwards )?(?:i|i'm|i've|i'd|i'll|we|they|there|there's|the|my|it's|that's|later|a|another|on)\b)|,? but\b|; ?| [-\u2013\u2014]+ |\u2014| \(|,(?= (?:i|i'm|i've|i'd|we|which)\b)/g;
// A cut only goes where either reading, short or long, would still overlap the other well.
const LEAST_SHARE = 0.42;

/** Ends a quote at its clause: the sentence's end, the next part, or an earlier turn of thought. */
export function quoteEnd(sentence: Sentence, start: number, headEnd: number, nextStart: number): number {
  let limit = nextStart < sentence.text.length ? beforeConnective(sentence.text, start, nextStart) : sentence.text.length;
  limit = trimmed(sentence.text, start, limit);
  const whole = limit - start;
  soft.lastIndex = Math.max(headEnd, start + 12);
  let tooShort = false;
  for (let hit = soft.exec(sentence.text); hit !== null && hit.index < limit; hit = soft.exec(sentence.text)) {
    if (hit[0] === '') soft.lastIndex += 1;
    if (hit.index - start >= whole * LEAST_SHARE && hit.index > headEnd + 6) return trimmed(sentence.text, start, hit.index);
    tooShort = true;
  }
  return tooShort ? lastComma(sentence.text, start, limit) : limit;
}

/** Takes the "and", "but then", "while" that lead over to the next part off the end. */
function beforeConnective(text: string, start: number, end: number): number {
  let to = end;
  for (let round = 0; round < 3; round += 1) {
    const tail =
      /(?:[\s,;:\u2013\u2014-]+|\b(?:and|but|while|then|yet|so|or|whereas|underneath|(?:behind|under|underneath|beneath) (?:it|her|him|that|them)(?: is| was| there)?|also|now|suddenly|plus|with|says|meanwhile|later on at home)\b)+$/.exec(
        text.slice(Math.max(start, to - 60), to),
      );
    if (tail === null || tail[0] === '') break;
    to -= tail[0].length;
  }
  return Math.max(to, start + 1);
}

function trimmed(text: string, start: number, end: number): number {
  let to = end;
  while (to > start + 1 && /[\s.,;:!?\u2026\u2013\u2014]/.test(text[to - 1] ?? '')) to -= 1;
  return to;
}

/** Between a clause that is too short and a sentence that runs on, a comma is the middle way. */
function lastComma(text: string, start: number, limit: number): number {
  const comma = text.lastIndexOf(',', start + (limit - start) * 0.85);
  return comma - start >= (limit - start) * 0.45 ? trimmed(text, start, comma) : limit;
}

// A short sentence without a subject of its own still belongs to the one before ("Just hums.").
const FRAGMENT =
  /^(?:just |always |never |only |not |and |or |then |wasn't |wasnt |didn't |went |like |click|two |three |four |five |six |seven |eight |nine |nobody |no one |mid |any |white |arms |same )|^[\p{L}-]+(?:ing|ed)\b|^doesn't /u;

/** Says whether the next sentence is a fragment that finishes the quote rather than a new thought. */
export function isFragment(next: string, quoteLength: number): boolean {
  return next.length <= quoteLength * 1.3 && FRAGMENT.test(next) && !/\b(?:i'll|we|booked|called|rang)\b/.test(next.slice(0, 20));
}
