import type { Range } from '../../../language/sentences.ts';

// Words and turns of phrase that say the same in many ways.
const WORDS: Readonly<Record<string, string>> = {
  wants: 'want wants wanted long longs longing wish wishes wished need needs needed rather wanting',
  'will not': "won't wouldn't can't couldn't never doesn't don't didn't refuse refuses refused",
  no: "no none not nothing nobody neither nor without isn't wasn't aren't",
  still: 'still always forever again whenever constantly every',
  'it is like': 'like sort kind',
  age: 'years little small tiny young wee baby child kid boy girl toddler teenager three four five six seven eight nine ten eleven twelve 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17',
  'done today': 'today yesterday tonight bought went walked watched rang cooked drove booked paid met',
  inner: 'inner inside within underneath beneath deep',
};
const cueByWord = new Map(Object.entries(WORDS).flatMap(([cue, words]) => words.split(' ').map((word) => [word, cue] as const)));

const PHRASES: readonly (readonly [string, RegExp])[] = [
  [
    'inside',
    /\b(?:in|inside|within|inside of) (?:me|here|there|myself)\b|\b(?:in|inside|behind|of|under|round) my (?:own )?(?:head|mind|brain|skull|chest|heart|stomach|belly|gut|throat|bones|soul|ribs|eyes|body)\b/g,
  ],
  ['part of me', /\b(?:part|bit|piece|side|half|corner|version|some|all|rest) of (?:me|myself|mine|my (?:mind|head|brain|heart))\b/g],
  ['of others', /\b(?:of|in|inside) (?:him|her|them|us|you|everyone|everybody|his|their|your|it|the|this|that)\b/g],
  [
    'takes over',
    /\b(?:takes?|took|taken|taking) (?:over|charge|hold|the wheel)|\b(?:com|cam|pop|pip|pok|show|turn|step|jump|kick|burst|spring|chim|rush|leap)(?:e|es|s|ed|ing|ped|ps)? (?:out|up|in|forward|over)\b|\b(?:is|was) (?:back|out|up|loud|at it|there again|on duty)\b/g,
  ],
  [
    'speaks to me',
    /\b(?:says?|said|saying|tells?|told|telling|whispers?|hiss\w*|shouts?|shouting|asks?|asking|insists?|reminds?|reckons?|goes|calls?) (?:that )?(?:me|i|i'm|i've|i'll|my|you|you're)\b/g,
  ],
  [
    'trigger',
    /\b(?:when|whenever|every time|each time|the (?:moment|minute|second|instant)|as soon as|once|if)\b[^.]{3,60}\b(?:i|me|my|something|he|she|it)\b/g,
  ],
  [
    'against my will',
    /\b(?:before i|by (?:itself|themselves)|(?:find|found|hear|heard) myself|(?:can't|couldn't) (?:stop|help)|next thing|don't know (?:what|why|how)|couldn't (?:have )?(?:tell|told) you|end(?:ed)? up|without (?:thinking|deciding)|(?:keep|kept) \w+ing)\b/g,
  ],
];

/** The cue a folded word is by itself, if any. */
export const cueOfWord = (word: string): string | undefined => cueByWord.get(word);

/** Where in a folded sentence each cue of several words stands. */
export function cuesIn(sentence: string): { cue: string; ranges: Range[] }[] {
  const found: { cue: string; ranges: Range[] }[] = [];
  for (const [cue, pattern] of PHRASES) {
    const ranges: Range[] = [];
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(sentence); hit !== null; hit = pattern.exec(sentence))
      ranges.push({ start: hit.index, end: pattern.lastIndex });
    if (ranges.length > 0) found.push({ cue, ranges });
  }
  return found;
}
