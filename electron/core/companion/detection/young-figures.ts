import type { Mention } from './mention.ts';
import type { Surroundings } from './surroundings.ts';
import { nounPhraseBefore, withThereIs } from './noun-phrase.ts';

const YOUNG =
  '(?:boy|girl|kid|child|toddler|baby|teenager|schoolgirl|schoolboy|lad|orphan|infant|year-old|[a-z]+-year-old|\\d{1,2}-year-old|younger me|little me|small me|young me|younger self|creature|animal|me|tiny one|little one|small one|younger one|young one)';
const figure = new RegExp(`\\b${YOUNG}\\b(?!')`, 'g');
const OUTSIDE =
  /\b(?:playground|neighbou?rs?'?s?|grand(?:son|daughter|kids|children)|my (?:son|daughter|kids|children|niece|nephew|boys|girls)|bus stop|on the bus|on the train|on the tube|in the shop|in the queue|birthday party|class|volunteer\w*|food bank|wendy|castle|gift shop|film|movie|book|novel|story|painting|photo|news|church|nursery run|school run|babysit\w*|kids came|her dad|his dad|her mum|his mum|next door|toddler group|dreamt|dreamed|documentary|episode|character|game|teaching|pupils|students|park|beach|patient|at work|in my (?:class|year|office|team)|gym|ward|clinic|hospital|shop|supermarket|cafe|pool|museum|wedding|christening|hoover|pram|buggy|cot|feeds?|nappy|nappies)\b/;
const sheIs =
  /^(?:she|he)(?:'s| is| was| looks| seems| must be)(?: only| about| maybe| around| like| just| probably| still)* (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|[3-9]|1[0-5])\b(?! (?:at night|in the morning|and it|past|o'clock|months|weeks|days|am|pm|foot|feet|stone|in the))/;
const suddenlyYoung =
  /\b(?:(?:all at once|suddenly|then|and) (?:i'?m|i am) (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[,.;]| and)|(?:i'?m|i am|i was|i feel|i felt)(?: \w+){0,3} (?:a (?:little |small |scared )?(?:boy|girl|kid|child|toddler|schoolboy|schoolgirl)\b|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|[3-9]|1[0-5]) (?:again|years old\b)|(?:like )?(?:being )?(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen) again)|like (?:being|i was|i'm|when i was) (?:about )?(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[3-9]|1[0-5])\b(?: again)?)/g;

/** "The little boy again", "a kid in cardboard shoes", "I'm suddenly nine again". */
export function* youngFigures(sentence: string, own: Surroundings, near: Surroundings): Generator<Mention> {
  const outside = OUTSIDE.test(sentence);
  const inside = own.met;
  for (const hit of sentence.matchAll(figure)) {
    const phrase = nounPhraseBefore(sentence, hit.index);
    const { determiner, modifiers } = phrase;
    if (!/^(?:a|an|the|that|this|some|another|one|my)$/.test(determiner)) continue;
    const isMe = hit[0] === 'me';
    if (isMe && !/\b(?:younger|little|small|young|other|quieter|tiny|smaller|old)$/.test(modifiers.join(' '))) continue;
    if (determiner === 'my' && !(isMe || /younger|self/.test(hit[0]) || own.met)) continue;
    if (/\b(?:with|of|for|to|from|like|by|than|as) $/.test(sentence.slice(Math.max(0, phrase.start - 6), phrase.start))) continue;
    const start = withThereIs(sentence, phrase.start);
    const there = start !== phrase.start;
    const year = /year-old/.test(hit[0]) || modifiers.some((word) => /^\d+$/.test(word));
    let strength = inside ? 0.65 : near.met ? 0.45 : 0.2;
    if (outside) strength -= 0.4;
    if (there && !outside) strength += 0.2;
    if (year && !outside)
      strength += determiner === 'the' && /^ (?:who|that|in)\b/.test(sentence.slice(hit.index + hit[0].length)) ? 0.3 : 0.2;
    if (isMe || /younger|little me|self/.test(hit[0])) strength += 0.4;
    if (/\bagain\b|\bstill\b/.test(sentence.slice(hit.index, hit.index + 60))) strength += 0.15;
    if (/creature|animal|infant/.test(hit[0]) && !inside) strength -= 0.1;
    const headEnd = hit.index + hit[0].length;
    yield { form: 'figure', start, headEnd, label: [...modifiers, hit[0]].join(' '), strength, ...(strength < 0.5 ? { leans: true } : {}) };
  }
  const she = sheIs.exec(sentence);
  if (she !== null && !outside)
    yield { form: 'figure', start: 0, headEnd: she[0].length, label: '', strength: near.met ? 0.65 : 0.45, leans: true };
  for (const hit of sentence.matchAll(suddenlyYoung)) {
    if (/\bwhen i was\b/.test(hit[0]) && !/\blike\b/.test(hit[0])) continue;
    if (/^i was\b/.test(hit[0]) && !/suddenly|again/.test(hit[0])) continue;
    yield { form: 'figure', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.6 };
  }
}
