import type { Sentence } from './message.ts';

/** Who a phrase is about: the person writing, a part of theirs, somebody else, or nobody named. */
export type Holder = 'self' | 'inner' | 'other' | 'nobody';

const KIN =
  'mum|mother|dad|father|son|daughter|sister|brother|husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|bf|gf|friends?|mates?|bestie|colleague|boss|neighbou?r|cousin|uncle|aunt|auntie|nan|nana|gran|grandma|grandad|grandpa|granddaughter|grandson|niece|nephew|flatmate|roommate|housemate|teacher|client|patient|student|pupil|classmate|kid|boy|girl|lad|man|woman|guy|bloke|child|children|teen|teenager|veteran|soldier|stepdad|stepmum|stepfather|stepmother|step dad|ex|landlord|carer|doctor|therapist|someone|somebody|people|in laws?|mother in law|father in law|coach|priest|stranger|actor|singer|parents|family';
const WHO = new RegExp(
  `\\b(?:(i|me|my|myself|mine|we|us|our)(?! (?:${KIN})\\b)|(part|parts|firefighters?|protectors?|exiles?|manager|voices?|critic|something in me|one (?:in|of|inside) me|side of me|half of me|young one|little one|\\w+ one|brain)|(he|she|they|him|her|them|his|hers|their|(?:(?:my|our|the|a|an|his|her|best|little|old|step) )*(?:${KIN})(?:'s)?))\\b`,
  'g',
);
// Behind these somebody is spoken to or about, and does nothing: "I told my wife that I".
const OBJECT =
  /\b(?:tell|told|telling|ask|asked|to|for|with|without|since|after|from|about|of|by|at|on|than|like|see|saw|miss|lost|love|loved|hide it from|rang|called|text|texted|near|behind)\s+$/;
const THIRD_PERSON = /^(?:wants|wishes|needs|longs|says|thinks|believes|keeps|plans|does not|is\b|has\b)/;

/** The last one named before a position who can be the subject there; with none in the sentence, the one of the sentence before. */
export function holderAt(sentences: readonly Sentence[], at: number, position: number, phrase: string): Holder {
  const sentence = sentences[at];
  if (sentence === undefined) return 'nobody';
  const isThird = THIRD_PERSON.test(phrase);
  const own = lastHolder(sentence.text.slice(0, position), isThird);
  if (own === 'other' && sentence.isInner && !sentence.quoted.length && isPronounLast(sentence.text.slice(0, position))) return 'inner';
  if (own !== 'nobody') return own;
  const before = sentences[at - 1];
  if (!isThird || before === undefined) return 'nobody';
  if (before.isInner) return 'inner';
  return lastHolder(before.text, true);
}

const isPronounLast = (prefix: string): boolean => {
  const found = [...prefix.matchAll(WHO)].at(-1);
  return (
    found?.[3] !== undefined && /^(?:he|she|they|him|her|them|his|their)$/.test(found[3]) && !new RegExp(`\\b(?:${KIN})\\b`).test(prefix)
  );
};

function lastHolder(prefix: string, isThird: boolean): Holder {
  let holder: Holder = 'nobody';
  for (const found of prefix.matchAll(WHO)) {
    const [whole, self, inner, other] = found;
    if (inner !== undefined) holder = 'inner';
    else if (self !== undefined) {
      // "a part of me", "one in me": the part stays the subject.
      if (holder === 'inner' && /^(?:me|my|us|our)$/.test(self)) continue;
      if (isThird && holder !== 'nobody') continue;
      holder = isThird ? holder : 'self';
    } else if (other !== undefined) {
      const before = prefix.slice(Math.max(0, found.index - 16), found.index);
      if (OBJECT.test(before) && !whole.endsWith("'s") && holder === 'self') continue;
      if (/^(?:him|her|them|his|hers|their)$/.test(other) && holder !== 'nobody') continue;
      holder = 'other';
    }
  }
  return holder;
}

const OTHER_PERSON = new RegExp(`\\b(?:he|she|they|someone|somebody|${KIN})\\b(?!'s (?:old|house))`);

/** Whether somebody else is spoken of before a position, here or up to two sentences earlier. */
export function othersNear(sentences: readonly Sentence[], at: number, end: number): boolean {
  if (OTHER_PERSON.test(sentences[at]?.text.slice(0, end) ?? '')) return true;
  return [1, 2].some((back) => OTHER_PERSON.test(sentences[at - back]?.text ?? ''));
}
