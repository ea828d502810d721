import type { Range } from '../sentences.ts';

// Turns of phrase that say the same in many words.
const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'inside',
    /\b(?:in|inside|within|inside of) (?:me|here|there|myself)\b|\b(?:in|inside|behind|at the back of|under|round) my (?:own )?(?:head|mind|brain|skull|chest|heart|stomach|belly|gut|throat|bones|soul|ribs|eyes|body)\b/g,
  ],
  [
    'part of me',
    /\b(?:part|bit|piece|side|half|corner|version|some|all|rest) of (?:me|myself|my (?:mind|head|brain|heart))\b|\bpart of mine\b/g,
  ],
  ['of others', /\b(?:of|in|inside) (?:him|her|them|us|you|everyone|everybody|his|their|your|it|the|this|that)\b/g],
  [
    'takes over',
    /\b(?:takes?|took|taken|taking) (?:over|charge|hold|the wheel)|\b(?:com|cam|pop|pip|pok|show|turn|step|jump|kick|burst|spring|chim|rush|leap)(?:e|es|s|ed|ing|ped|ps)? (?:out|up|in|forward|over)\b|\b(?:is|was) (?:back|out|up|loud|at it|there again|on duty)\b|\bshows? up\b/g,
  ],
  [
    'speaks to me',
    /\b(?:says?|said|saying|tells?|told|telling|whispers?|hiss\w*|shouts?|shouting|asks?|asking|insists?|reminds?|reckons?|goes|calls?) (?:that )?(?:me|i|i'm|i've|i'll|my|you|you're)\b/g,
  ],
  ['wants', /\b(?:wants?|wanted|longs?|longing|wish(?:es|ed)?|needs?|would rather|would like|'d rather)\b/g],
  ['will not', /\b(?:won't|wouldn't|can't|couldn't|never|doesn't|don't|didn't|refuses?)\b/g],
  ['no', /\b(?:no|none|not|nothing|nobody|neither|nor|without|isn't|wasn't|aren't|don't have)\b/g],
  ['still', /\b(?:still|always|forever|ever since|again|every time|each time|whenever|constantly)\b/g],
  [
    'trigger',
    /\b(?:when|whenever|every time|each time|the (?:moment|minute|second|instant)|as soon as|once|if)\b[^.]{3,60}\b(?:i|me|my|something|he|she|it)\b/g,
  ],
  ['it is like', /\b(?:like|as if|as though|sort of|kind of)\b/g],
  [
    'against my will',
    /\b(?:before i|by (?:itself|themselves)|find myself|found myself|hear myself|heard myself|can't stop|couldn't stop|can't help|couldn't help|next thing|don't know (?:what|why|how)|couldn't (?:have )?(?:tell|told) you|end up|ended up|without (?:thinking|deciding)|keep \w+ing|kept \w+ing)\b/g,
  ],
  [
    'age',
    /\b(?:years? old|little|small|tiny|young|wee|baby|child|kid|boy|girl|toddler|teenager|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|1[0-7])\b/g,
  ],
  [
    'done today',
    /\b(?:today|yesterday|tonight|this (?:morning|evening|afternoon)|bought|went|walked|watched|rang|cooked|drove|booked|paid|met)\b/g,
  ],
  ['inner', /\b(?:inner|inside|within|underneath|beneath|deep down|at the bottom)\b/g],
];

/** Where in a folded sentence each cue stands. */
export const cuesIn = (sentence: string): { cue: string; ranges: Range[] }[] =>
  CUES.map(([cue, pattern]) => ({
    cue,
    ranges: Array.from(sentence.matchAll(pattern), (hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  })).filter(({ ranges }) => ranges.length > 0);
