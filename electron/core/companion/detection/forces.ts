import type { Mention } from './mention.ts';
import { nounPhraseBefore, withThereIs } from './noun-phrase.ts';

const TAKE_OVER =
  "(?:(?:takes?|took|grabs?|drags?|dragged|pushed|pushes|holds?|held|stops?|stopped|yanks?|lifts|shoves) me|took over|takes over|taken over|taking over|take over|takes? the wheel|took the wheel|taken the wheel|slams?|slammed|shuts|shut|snaps|snapped|switch(?:es|ed)|flips?|flipped|grabs?|grabbed|gets? hold|got hold|comes? over me|came over me|pulls?|pulled|drives?|drove|rises?|rose|wells? up|welled up|goes? off|went off|goes? (?:cold|dark|quiet|blank|numb|dead|hard|stiff)|went (?:cold|dark|quiet|blank|numb|dead|hard|stiff)|had taken|clamps?|clamped|closes?|closed|locks?|locked|kicks? in|kicked in|pipes? up|whispers?|whispered|says|said|tells|told|won'?t let|wouldn'?t let|doesn'?t want|does not want|wants|needs|makes me|made me|steps in|stepped in|leaves|left|just leaves|bolts|starts to|begins to|collapses|curls up)";
const something = new RegExp(
  `\\b(?:something|somebody|someone|this thing|some other me|a different me|another me|other me)\\b(?: (?:very |really |so )?(?!to\\b|in\\b|about\\b|i\\b)[\\p{L}-]{3,14}(?: and [\\p{L}-]{3,14})?)?(?: (?:in|inside|behind|at) (?:my|the) [\\p{L}]+(?: of my [\\p{L}]+)?)?(?: in there)? (?:just |then |suddenly |always |still |really |also )?(?:${TAKE_OVER})\\b`,
  'gu',
);
const barrier =
  /\b(?:a|the|this|my|these|some) (?:[\p{L}-]+ )?(?:wall|walls|shutter|shutters|drawbridge|armou?r|shield|visor|curtain|curtains|barrier|barricade|portcullis|mask|fog|mist|red mist|ice|numbness|blankness|rage|fury|autopilot|blinds|gate|gates) (?:just |then |suddenly |always |that |which |of \w+ )?(?:comes?|came|goes?|went|rolls?|rolled|drops?|dropped|descends?|descended|rises?|rose|slams?|slammed|creeps?|crept|takes?|took|coming|going|shuts?|up|down)\b/gu;
const pull =
  /\b(?:this|a|an|the|that|such a|same old|old) (?:[\p{L}-]+,? ){0,2}?(?:pull|urge|craving|itch|impulse|compulsion|longing|yearning|ache|hunger|thirst|need|shame|terror|loneliness|homesickness|dread) (?:in me )?(?:again|towards?|to|for|that|so|rises|rose|comes|came|comes up|came up|inside|in me|in my)\b/gu;
const comesDown =
  /\b(?:down|up) (?:comes?|came|goes?|went) (?:the|my|that|those) (?:shutters?|walls?|drawbridge|visor|blinds|barriers?|guard|mask|portcullis|armou?r)\b/g;
const feeling =
  /\b(?:the |this |my |that |old |that old |my old |a |some )?(?:[a-z]+ feeling|dread|anxiety|panic|shame|guilt|anger|rage|grief|loneliness|fear|doubt|self-doubt|envy|jealousy|ambition|duty|perfectionism|impostor syndrome|imposter syndrome|sadness|emptiness|despair|terror|resentment|homesickness|worry|self-loathing|numbness) (?:just |then |always |still |suddenly |immediately )?(?:sits|sat|comes? (?:in|back|over|and|round|knocking|out)|came (?:in|back|over|and|round|knocking|out)|arrives|arrived|whispers|whispered|says|said|tells|told|takes over|took over|has me|had me|grabs?|grabbed|creeps|crept|shows up|showed up|moves in|moved in|crawls|crawled|crawling|crowds|is back|was back|wants|wakes me|woke me|follows|followed|won'?t let|kicks in|kicked in|rises in me|rose in me|pulls|pulled|drags|dragged|steps in|stepped in|keeps|goes|kept)\b/g;
const BARRIER_LITERAL =
  /\b(?:garden|brick|stage|shop|window|bathroom|kitchen|north|cemetery|car|theatre|school|back|front|side|airport|boarding|shower|motorway|valley|morning|face|gas|oxygen|net|sea|black|pub|park|farm|mountain|over the (?:sea|hills|bay|river|fields?)|road|lake)\b/;
const LITERAL_NEED = /^(?:a|the|an) (?:need|ache|pull|thirst|hunger) (?:for|to|that)\b/;

/** "Something hot took over", "the shutters come down", "this pull toward the bottle". */
export function* forces(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(something)) {
    const before = sentence.slice(Math.max(0, hit.index - 14), hit.index);
    if (/\b(?:if|unless|did|has|have|does|can|could|anything|tell|ask|about|on|for|for|to|by|when) $/.test(before)) continue;
    const strong = / me$|took|takes|taken|take over|slam|snap|switch|grabs|gets hold|comes over|came over|goes|went|shut|drives|clamp/.test(
      hit[0],
    );
    yield {
      form: 'force',
      start: withThereIs(sentence, hit.index),
      headEnd: hit.index + 7,
      label: adjectiveOf(hit[0]),
      strength: strong && !/^(?:someone|somebody) (?:says|said|told|closed|left|made|shut|locked|took|goes|went)/.test(hit[0]) ? 0.6 : 0.25,
      leans: true,
    };
  }
  for (const hit of sentence.matchAll(barrier)) {
    if (BARRIER_LITERAL.test(sentence)) continue;
    const cue =
      /\b(?:i|i'm|me|my|myself|nobody home)\b/.test(sentence) ||
      /\b(?:again|every time|each time|whenever)\b/.test(sentence) ||
      hit.index < 12;
    const phrase = nounPhraseBefore(sentence, hit.index + hit[0].indexOf(' ') + 1);
    yield {
      form: 'force',
      start: withThereIs(sentence, Math.min(phrase.start, hit.index)),
      headEnd: hit.index + hit[0].length,
      label: '',
      strength: cue ? 0.6 : 0.3,
    };
  }
  for (const hit of sentence.matchAll(comesDown))
    yield { form: 'force', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.6 };
  for (const hit of sentence.matchAll(feeling)) {
    if (/\b(?:his|her|their|your|of|about|with|for|and) $/.test(sentence.slice(Math.max(0, hit.index - 7), hit.index))) continue;
    yield { form: 'force', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.55 };
  }
  for (const hit of sentence.matchAll(pull)) {
    const start = withThereIs(sentence, hit.index);
    if (LITERAL_NEED.test(hit[0]) && start === hit.index) continue;
    const first = /\b(?:i|me|my|myself)\b/.test(sentence);
    yield {
      form: 'force',
      start,
      headEnd: hit.index + hit[0].length,
      label: '',
      strength: start !== hit.index ? 0.65 : first ? 0.55 : 0.3,
    };
  }
}

/** The describing word behind "something": "hot" in "something hot took over". */
function adjectiveOf(words: string): string {
  const adjective = /^(?:something|somebody|someone) (?:very |really |so )?([\p{L}-]+)/u.exec(words)?.[1] ?? '';
  return new RegExp(`^${TAKE_OVER}$`).test(adjective) ||
    /^(?:just|then|suddenly|always|still|really|also|in|inside|goes|comes|came|went|gets|got|wells|takes?|took)$/.test(adjective)
    ? ''
    : adjective;
}
