import type { Mention } from './mention.ts';

const OF_OTHERS =
  /^,? (?:(?:of|in|inside|within) (?:her|him|them|us|you|everyone|everybody|people)\b|of (?:his|their|hers|theirs|your|it|its|our|the|this|that|these|those|every|a|an|my (?!mind|brain|head|heart|soul|body|psyche|self|own|personality|being|life))\b|(?:in|inside) (?:his|their|her|your) (?:head|mind|heart|brain|chest))/;
const NEGATED =
  /(?:\b(?:no|nor|neither|without|never|not|hardly|isn'?t|wasn'?t|aren'?t|ain'?t)(?: (?:a|an|any|the|much|some))?|\b(?:don'?t|dont|do not|didn'?t|did not|can'?t|cannot|couldn'?t|doesn'?t) (?:really |actually |honestly )?(?:have|think|notice|noticed|hear|feel|see|find|sense|believe|know of|get|got|met)(?: (?:that |there(?:'s| is|'re) )?(?:a|an|any|the|some|my))?) $/;
const OTHERS_SAY =
  /(?:^|[\s,;])(?:(?:my|our|his|her|the|this|some) (?:\w+'s )?(?:\w+ )?\w+|he|she|they|you|people|\p{L}{2,16}(?: from \w+)?|everyone|some people) (?:says?|said|tells? me|told me|reckons?|thinks?|thought|keeps? saying|claims?|admitted|admits?|describes?|described|mentioned|wrote|insists?|explained|once said|is saying|was saying)(?: about| that| there(?:'s| is| was))?,? (?:there(?:'s| is| was) )?$/u;
const TELLER_IS_INNER = /\b(?:part|voice|side|critic|it|i|one|bit|something)\b(?: \w+)? (?:says?|said|tells?|told|thinks?|thought)/;
const SHOWN =
  /\b(?:film|films|movie|movies|novel|novels|lyric|lyrics|chorus|song|songs|podcast|poem|poems|play|opera|musical|character|characters|series|episode|documentary|lecture|(?<!of )course|module|webinar|textbook|essay|workshop|trainer|radio|detective|author|director|comic|sequel|chapter|paperback|video game|panel|audiobook|sitcom|tv show|theory|schwartz)\b/;
const AT_WORK =
  /\b(?:meeting|committee|board|team|budget|project|office|rota|shift|1:1|annual leave|client|clients|agenda|minutes|match|pitch|tournament|league|score|council|staff|staffroom|sprint|retro|orchestra|choir|scaffolding|street|road|river|bed|house|flat|roof|room|building|kitchen)\b/;
const SELF =
  /\b(?:felt like (?:myself|me)|(?:was|felt|feeling) (?:calm|spacious|curious|clear|open|warm and open|at ease|present|just me)|that's self|from self|in self|self energy)\b/;
const THEORY =
  /\b(?:in ifs|ifs (?:says|calls|theory|book)|exiles?,? (?:managers?|firefighters?|and)|managers?,? (?:firefighters?|exiles?)|protectors? (?:vs|and exiles)|every part has|parts work|all parts are|no bad parts|managers = |firefighters = )\b/;
const DOCUMENT_LINE = /^\s*(?:[-*•\u2022\u2013]|\d+[.)]|\[[ x]?\])\s/;
const OWN_WORDS = /\b(?:me|my|myself|i|i'm|i've|i'd|i'll|mine)\b/;

/** How much the surroundings speak against a mention being a part of the writer: 0 nothing, 1 settles it. */
export function doubt(mention: Mention, sentence: string, insideQuotation: boolean): number {
  if (insideQuotation) return 1;
  const before = sentence.slice(Math.max(0, mention.start - 70), mention.start);
  const head = sentence.slice(mention.start, mention.headEnd);
  const after = sentence.slice(mention.headEnd);
  if (mention.form !== 'habit' && OF_OTHERS.test(after) && !/\b(?:me|my \w+)$/.test(head)) return 1;
  if (/^there(?:'s|s| is| was) no\b/.test(head) || /^no\b/.test(head)) return 1;
  if (mention.form !== 'habit' && NEGATED.test(before)) return 1;
  const owned = /\b(?:me|myself|my)\b/.test(head);
  let against = 0;
  if (DOCUMENT_LINE.test(sentence) && !owned) against += 0.5;
  if (THEORY.test(sentence) && !owned) against += 0.4;
  if (!owned && mention.form !== 'habit' && OTHERS_SAY.test(before) && !TELLER_IS_INNER.test(before)) against += 0.5;
  if (mention.form !== 'voice' || !owned) {
    if (SHOWN.test(sentence) && !owned) against += mention.form === 'habit' ? 0.15 : 0.3;
    if (AT_WORK.test(sentence) && !owned && mention.form === 'part' && mention.strength < 0.6 && !OWN_WORDS.test(after)) against += 0.25;
  }
  if (mention.form === 'agent' && /\b(?:watch(?:ed|ing)?|saw|read(?:ing)?|at|in|near|outside|called) $/.test(before)) against += 0.3;
  if (SELF.test(sentence) && !owned) against += 0.3;
  // "He keeps getting angry and goes blank": somebody else's habit.
  if (
    mention.form === 'habit' &&
    !OWN_WORDS.test(sentence.slice(mention.start)) &&
    !/^(?:ugh |and |so )?(?:ate|drank|scrolled|bought|spent|deleted|watched|ordered)/.test(sentence)
  )
    against += 0.4;
  return Math.min(1, against);
}

const CIRCUMSTANCES: readonly (readonly [string, RegExp])[] = [
  ['shown', SHOWN],
  ['work', AT_WORK],
  ['theory', THEORY],
  ['self', SELF],
];

/** What a sentence is about when it is not about a part: "shown" on a stage or page, "work", "theory", or "self" when the writer is at ease. */
export const circumstancesOf = (sentence: string): string[] =>
  CIRCUMSTANCES.filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name);
