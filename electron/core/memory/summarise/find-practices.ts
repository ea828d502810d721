import { fold } from '../../language/sentences.ts';
import type { Steps } from '../../steps.ts';
import { type Finding, type Material, beliefIdOf } from '../finding.ts';
import { aboutOf, clauseEnd, clauseStart, denies } from './clauses.ts';
import { type Passage, type Statement, sourcesOf } from './passages.ts';
import { quoted } from './quote.ts';

const PRACTICES_MAX = 6;

/** Ways to steady oneself, by how they begin a sentence, and the words they are told with. */
const practices: readonly { key: string; name: string; words: RegExp }[] = [
  { key: 'breathing', name: 'Breathing', words: /\bbreath(?:e|es|ed|s|ing|work)?\b/u },
  { key: 'walking', name: 'Walking', words: /\bwalk(?:s|ed|ing)?\b|\bstroll/u },
  { key: 'running', name: 'Running', words: /\b(?:a|my|the|go(?:ing)? for a|went for a) run\b|\brunning\b|\bjogg?(?:ed|ing)?\b/u },
  { key: 'swimming', name: 'Swimming', words: /\bsw[iau]m(?:ming)?\b/u },
  {
    key: 'moving',
    name: 'Moving',
    words: /\b(?:yoga|stretch(?:es|ed|ing)?|danc(?:e|ed|ing)|exercis(?:e|ed|ing)|gym|tai chi|cycling|bike ride)\b/u,
  },
  { key: 'writing', name: 'Writing', words: /\bwr(?:ite|ote|iting|itten)\b|\bjournal(?:l?ing|led)?\b/u },
  {
    key: 'talking',
    name: 'Talking to someone',
    words:
      /\b(?:talk(?:ed|ing)? (?:to|with|it over)|call(?:ed|ing) (?:my|a)|r[ia]ng my|ringing my|phon(?:ed|ing) my|telling (?:my|someone))\b/u,
  },
  { key: 'music', name: 'Music', words: /\b(?:music|song|songs|singing|sang|piano|guitar|playlist|choir)\b/u },
  { key: 'meditating', name: 'Meditating', words: /\bmeditat(?:e|ed|ing|ion)\b|\bmindfulness\b|\bbody scan\b/u },
  { key: 'grounding', name: 'Grounding', words: /\bground(?:ing|ed)\b|\b5-4-3-2-1\b|\bfeet on the (?:floor|ground)\b|\bcold water\b/u },
  {
    key: 'being-outdoors',
    name: 'Being outdoors',
    words: /\b(?:outside|outdoors|fresh air|garden(?:ing)?|the sea|the woods|the park|nature|allotment)\b/u,
  },
  { key: 'warmth', name: 'Warmth', words: /\b(?:bath|shower|blanket|hot water bottle|cup of tea|a tea|hug)\b/u },
  { key: 'resting', name: 'Resting', words: /\b(?:nap|sleep(?:ing)?|lying down|lie down|rest(?:ing)?)\b/u },
  {
    key: 'making',
    name: 'Making something',
    words: /\b(?:draw(?:ing)?|paint(?:ing)?|knit(?:ting)?|cook(?:ing)?|bak(?:e|ing)|pottery|sew(?:ing)?)\b/u,
  },
  { key: 'animals', name: 'Being with an animal', words: /\b(?:dog|cat|horse|rabbit)\b/u },
  { key: 'praying', name: 'Praying', words: /\bpray(?:ed|ing|er)?\b/u },
  { key: 'reading', name: 'Reading', words: /\bread(?:ing)?\b|\ba book\b/u },
  {
    key: 'asking-for-space',
    name: 'Asking a part for space',
    words: /\b(?:ask(?:ed|ing)|giv(?:e|en|ing)|gave) .{0,30}(?:space|room|step back)\b/u,
  },
];

/** What eases for an hour and harms: a part of the person's may do it, but it is nothing to remind anybody of. */
const HARMFUL =
  /\b(?:drink(?:s|ing)?|drank|drunk|wine|beer|whisky|whiskey|vodka|gin|alcohol|weed|joint|cocaine|pills?|tablets?|opioids?|smok(?:e|ed|ing)|cigarettes?|vap(?:e|ed|ing)|cut|cutting|hurting|burning|scratching|hitting|punching|starv(?:e|ed|ing)|not eating|skipping|purg(?:e|ed|ing)|vomit(?:ed|ing)?|throwing up|bing(?:e|ed|eing|ing)|gambl(?:e|ed|ing)|betting|laxatives?|overdos\p{L}*|razor|knife|blade)\b/u;

/**
 * What is nothing to be reminded of either, unless it is one of the practices above: what is done to somebody else, and what keeps away or wears out. Only
 * the person can say of it that it is good for them, by adding it themselves.
 */
const DOUBTFUL =
  /\b(?:him|her|his|hers|them|their|people|(?:some|any|every)(?:body|one)|my (?:\p{L}+ )?(?:son|daughter|kids?|child(?:ren)?|baby|wife|husband|partner|boyfriend|girlfriend|ex|mum|mom|mother|dad|father|parents|brother|sister|boss|colleague|neighbour|friends?)|shout\p{L}*|yell\p{L}*|scream\p{L}*|threat\p{L}*|throw\p{L}*|smash\p{L}*|break\p{L}*|kick\p{L}*|revenge|spy\p{L}*|follow\p{L}*|lying to|driv\p{L}*|speed\p{L}*|check\p{L}*|scroll\p{L}*|phone|gaming|porn|shopping|spend\p{L}*|buying|in bed|hid(?:e|ing)|avoid\p{L}*|ignor\p{L}*|isolat\p{L}*|staying (?:away|in|home|up)|overwork\p{L}*|working (?:more|late|harder|through))\b/u;

const HELPS =
  '(?:help(?:s|ed)(?: me)?(?: (?:a (?:bit|little|lot)|so much|most))?|did help|does help|(?:really|always|also|still) helps?|calm(?:s|ed) (?:me|it|things|everything|my \\p{L}+)|sooth(?:es|ed) (?:me|it)|ground(?:s|ed) me|stead(?:ies|ied) me|settle[sd] (?:me|it|my \\p{L}+)|eas(?:es|ed) (?:it|me|the \\p{L}+|my \\p{L}+)|ma(?:kes|de) me (?:feel )?(?:calmer|better|lighter|safer|steadier)|brought me back|brings me back|took the edge off|loosened (?:it|my \\p{L}+)|worked for me|works for me|did me good|does me good|was good for me|is good for me)';
const helps = new RegExp(`(?<![\\p{L}'])${HELPS}(?!\\p{L})`, 'gu');
const whatHelped =
  /\b(?:what|the (?:only )?thing that) (?:really |actually |always )?(?:helped|helps|calms me|calmed me)(?: me)?(?: (?:most|a bit|a little))? (?:was|is|were) /gu;
const itHelped = /\bit (?:really |always )?(?:helped|helps)(?: me)?(?: a (?:bit|little|lot))? to (?=\p{L})/gu;
const feltBetter =
  /\b(?:i (?:feel|felt|was|am)|i'm) (?:\p{L}+ )?(?:calmer|better|lighter|steadier|more settled|quieter inside) (?:after|when i|once i|since i|from) /gu;
const betterAfter = /\bafter (?<what>[^.!?;]{3,80}?),? i (?:feel|felt|was) (?:\p{L}+ )?(?:calmer|better|lighter|steadier|more settled)\b/gu;

/** Nobody’s practice: a person, or a word that only points. */
const NOT_A_PRACTICE =
  /^(?:it|that|this|which|they|he|she|we|you|i|nothing|nobody|no one|something|someone|everything|what|who|these|those|the rest|time|and|but|so)?$/u;
/** Somebody else was helped, or it is only supposed. */
const HELPS_OTHERS =
  /^ (?:him|her|them|us|you|with|out|my (?:sister|brother|mum|mom|mother|dad|father|friend|neighbour|son|daughter|partner|husband|wife)|the|a (?!bit|little|lot)|people|someone|everyone)\b/u;
const SUPPOSED =
  /\b(?:if|whether|hope|hoped|hoping|wish|wished|would|might|could|may|should|supposed to|used to|thought|pretend|maybe|will)\b/u;
const DENIED_AFTER = /^(?: \p{L}+){0,2} (?:not|nothing|no one|nobody|less|any more than)\b/u;

/** What helped, said by the person themselves: nothing denied, supposed, or told of somebody else, and nothing that harms. */
export function* findPractices(material: Material, passages: readonly Passage[]): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const passage of passages.filter(({ speaker }) => speaker === null))
    for (const statement of passage.sentences) {
      yield;
      for (const { what, words } of practicesIn(statement)) {
        const practice = practiceOf(material, passage, what, words);
        if (practice) found.push(practice);
        if (found.length === PRACTICES_MAX) return found;
      }
    }
  return [...found, ...ratedPractices(material)].slice(0, PRACTICES_MAX);
}

type Practice = { what: string; words: string };

function practicesIn(statement: Statement): Practice[] {
  const { folded, words } = statement;
  if (folded.endsWith('?')) return [];
  const found: Practice[] = [];
  const add = (what: string, start: number, end: number, before: string): void => {
    const own = what.replace(/^(?:and|but|so|then|because|that|for me|today|again|also|the) /u, '').trim();
    if (NOT_A_PRACTICE.test(own) || denies(before) || denies(own) || SUPPOSED.test(before) || statement.isQuoted(start)) return;
    found.push({ what: own, words: words.slice(start, end) });
  };
  for (const { 0: hit, index } of folded.matchAll(helps)) {
    const from = clauseStart(folded, index);
    const end = index + hit.length;
    const after = folded.slice(end);
    const what = folded
      .slice(from, index)
      .replace(/(?: (?:really|always|also|still|actually|often|has|have|had|did|does|just|only|doesn't|didn't|never))+ ?$/u, (tail) =>
        denies(tail) ? tail : '',
      );
    if (!HELPS_OTHERS.test(after) && !DENIED_AFTER.test(after)) add(what, from, clauseEnd(folded, end), folded.slice(from, index));
  }
  for (const pattern of [whatHelped, itHelped, feltBetter]) {
    for (const { 0: hit, index } of folded.matchAll(pattern)) {
      const start = index + hit.length;
      const end = clauseEnd(folded, start);
      add(folded.slice(start, end), index, end, folded.slice(clauseStart(folded, index), index));
    }
  }
  for (const { 0: hit, index, groups = {} } of folded.matchAll(betterAfter))
    add(groups['what'] ?? '', index, index + hit.length, folded.slice(clauseStart(folded, index), index));
  return found;
}

/**
 * A practice, whoever found it: by its name when it is a known one, else in the person's words. Null when it harms, is from a hard moment, or could not be kept.
 * @param what the words that name it.
 * @param words the words that say it helped.
 */
export function practiceOf(material: Material, passage: Passage, what: string, words: string): Finding | null {
  const { source, at } = passage;
  const folded = fold(what);
  if (HARMFUL.test(folded) || passage.isHard()) return null;
  const known = practices.find((practice) => practice.words.test(folded));
  const own = quoted(words);
  if (own === null || (!known && DOUBTFUL.test(folded))) return null;
  return {
    section: 'practices',
    id: beliefIdOf('practices', known?.key ?? aboutOf(what)),
    text: known ? `${known.name} seems to help.` : `It sounds as if this helps: ${own}`,
    by: 'summariser',
    sources: sourcesOf([{ source }], material.source),
    at,
  };
}

/** From this rating of 4 on, what an insight was about has helped. */
const HELPFUL = 3;

/** What is practised in an insight that was rated as helpful. The reason is the rating; the insight's words are only looked through. */
function ratedPractices(material: Material): Finding[] {
  const { rating, source, at } = material;
  if (!rating || rating.value < HELPFUL) return [];
  const folded = fold(rating.about);
  return practices
    .filter(({ words }) => words.test(folded))
    .map(({ key, name }) => ({
      section: 'practices',
      id: beliefIdOf('practices', key),
      text: `${name} seems to help.`,
      by: 'summariser',
      sources: [source],
      at,
    }));
}
