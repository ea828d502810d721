import type { Mention } from './mention.ts';
import type { Surroundings } from './surroundings.ts';
import { kindsOfPhrases, kindsOfWord } from './part-kinds.ts';

const wantBut =
  /\b(?:i (?:really |do |truly |just |always |keep |kept |so )*(?:want(?:ed|ing)?|would like|meant|mean|was going|plan|planned|promised|promise|swear|swore|tell|told|decide|decided|try|tried|intend|intended|trying|meaning|starting|telling|had the whole|was (?:about|ready|supposed|fine)|was holding)|i'd (?:like|love|planned|promised|sworn|meant|told)|i'm (?:about|going) to|i (?:start|started) to)\b[^.!?]{4,220}?(?:,? (?:but then|and then|but|and instead|but instead|and yet|yet|instead|then|only)|,? and)(?= (?:(?:then|instead|somehow|suddenly) )?(?:i|i'm|im|i've|i'll|my|it's|its|out|somehow|suddenly)\b)/g;
const trigger =
  /\b(?:every time|everytime|each time|whenever|the (?:minute|second|moment|instant)|as soon as|once|any time|anytime|if|when) [^.!?,;]{3,110}?(?:,| then)? (?=(?:i|i'm|i've|my (?:hand|hands|fingers|feet|legs|mouth|brain|body|head|mind))\b)/g;
const reaction =
  /\bi (?:just |then |always |completely |totally |sort of |kind of |literally |immediately |instantly )?(?:go (?:\w+ )?(?:numb|blank|cold|quiet|silent|still|rigid|stiff|dead|small)|went (?:\w+ )?(?:numb|blank|cold|silent|rigid|stiff|dead)|froze|freeze|shut down|shut off|switch off|switched off|zone (?:right )?out|zoned (?:right )?out|check out|checked out|shrank|shrink|shrunk|disappear|disappeared inside|dissociate[ds]?|snapped|explode[d]?|lost it|lose it|blew up|saw red|see red|clam up|clammed up|bolt|bolted)\b/g;
const reversed =
  /\b(?:i|my (?:head|mind|brain|body|throat|hands?|mouth|chest)) [^.!?,;]{3,60}? (?:the (?:moment|second|minute|instant)|as soon as|every time|each time|whenever|when) (?:i|he|she|they|someone|somebody|anyone|my|the|it|we|things|people|there)\b/g;
const caught = /\bi (?:catch|caught|find|found|notice|noticed) myself (?:doing it again, )?([a-z-]+ing)\b/g;
const compulsive =
  /\bi (?:keep|kept|can'?t stop|couldn'?t stop|cannot stop|have to keep|had to keep|can'?t help|couldn'?t help) ([a-z-]+ing)\b/g;
const binge =
  /\b(?:i )?(?:ate|eaten|scrolled|scrolling|drank|drunk|bought|spent|smoked|gambled|binged|watched|ordered|downed|finished|inhaled|polished off|demolished|swiped|deleted|doomscrolled|blew|betting|bet)\b[^.!?]{0,90}?\b(?:again|whole|entire|till? (?:\d|midnight|dawn|sunrise|the)|until (?:\d|midnight|dawn|the)|every (?:photo|last)|midnight|at (?:\d|two|three|four)|third|in one (?:go|sitting)|straight from|standing (?:at|up)|over the sink|hours)\b/g;
const mask =
  /\bi (?:put (?:the|my|on (?:the|my)) (?:mask|brave face|smile|armou?r)|paste on|plaster on|make a (?:joke|crack)|made a (?:joke|crack)|crack(?:ed)? a joke|change the subject|changed the subject|laughed it off|laugh it off|apologi[sz]ed? to|said (?:yes|it was fine|sorry) (?:before|again)|hear myself say|heard myself say|(?:went|go) back to check|re-?(?:read|wrote|checked))\b/g;

const myMind =
  /\bmy (?:mind|brain|head|hands?|fingers|feet|body)(?:,[^,]{2,40},)?(?:'s)? (?:\w+ department|is (?:already|convinced|like|busy|telling|making)|wo'?n'?t (?:stop|let|shut)|ca'?n'?t stop|fills?|filled|has (?:already )?(?:planned|decided|made|started|written|a)|keeps|says|goes|went|starts?|started|decides|decided|insists|needs? to|won'?t|wants?|replays?|runs?|tells|told|spirals?|races?|makes?|made|already|jumps?|writes|wrote|sent|opens?|opened|reach(?:es|ed)?|find)\b/g;

/** Habits shown without naming a part: "I want X but then I Y", "whenever he shouts I go blank". */
export function* habits(sentence: string, own: Surroundings, near: Surroundings): Generator<Mention> {
  const { repeated } = near;
  const involuntary = near.involuntary > 0;
  for (const hit of sentence.matchAll(wantBut)) {
    const split = hit.index + hit[0].length + 1;
    const second = sentence.slice(split);
    const signs = telling(second);
    if (signs === 0 && !repeated) continue;
    const strength = 0.3 + Math.min(signs, 2) * 0.1 + (repeated ? 0.2 : 0) + (involuntary ? 0.15 : 0);
    // Both halves show the part; the quote begins where the second would fill most of it.
    const start = second.length * 10 >= (sentence.length - hit.index) * 4 ? split : hit.index;
    yield { form: 'habit', start, headEnd: split, label: '', strength };
  }
  for (const hit of sentence.matchAll(trigger)) {
    const split = hit.index + hit[0].length;
    const second = sentence.slice(split);
    const signs = telling(second);
    if (signs === 0) continue;
    const always = /^(?:every|each|whenever|any)/.test(hit[0]) || /^(?:the|as soon|once)/.test(hit[0]);
    const strength = (always ? 0.4 : 0.2) + Math.min(signs, 2) * 0.1 + (involuntary ? 0.2 : 0) + (repeated && !always ? 0.1 : 0);
    yield { form: 'habit', start: hit.index, headEnd: split, label: '', strength };
  }
  for (const hit of sentence.matchAll(reaction)) {
    const strong = /numb|blank|froze|freeze|shut|shrank|shrink|zone|dissoc|switch/.test(hit[0]);
    yield {
      form: 'habit',
      start: clauseStart(sentence, hit.index),
      headEnd: hit.index + 2,
      label: '',
      strength: (strong ? 0.4 : 0.25) + (repeated ? 0.15 : 0) + (involuntary ? 0.15 : 0),
    };
  }
  for (const hit of sentence.matchAll(reversed)) {
    const signs = telling(
      hit[0].slice(0, hit[0].search(/ (?:the (?:moment|second|minute|instant)|as soon as|every time|each time|whenever|when) /)),
    );
    if (signs > 0)
      yield {
        form: 'habit',
        start: hit.index,
        headEnd: hit.index + 2,
        label: '',
        strength: (/ when \w+$/.test(hit[0]) ? 0.25 : 0.35) + Math.min(signs, 2) * 0.1,
      };
  }
  for (const hit of sentence.matchAll(caught)) {
    if (telling(hit[1] ?? '') > 0 || repeated) yield { form: 'habit', start: hit.index, headEnd: hit.index + 2, label: '', strength: 0.52 };
  }
  for (const hit of sentence.matchAll(compulsive)) {
    const worry = kindsOfWord(hit[1] ?? '').some((kind) => kind.role !== 'unknown');
    if (worry && !/^ (?:into|out|late|low|for|across)\b/.test(sentence.slice(hit.index + hit[0].length)))
      yield {
        form: 'habit',
        start: hit.index,
        headEnd: hit.index + 2,
        label: '',
        strength: 0.5 + (/\b(?:as if|in case|even though|so that|otherwise)\b/.test(sentence) ? 0.15 : 0) + (repeated ? 0.05 : 0),
      };
  }
  for (const hit of sentence.matchAll(binge)) {
    const strength = 0.25 + (repeated ? 0.12 : 0) + (involuntary ? 0.25 : 0) + (near.afterPain ? 0.1 : 0);
    yield { form: 'habit', start: hit.index, headEnd: hit.index + 1, label: '', strength };
  }
  for (const hit of sentence.matchAll(mask)) {
    yield {
      form: 'habit',
      start: hit.index,
      headEnd: hit.index + 2,
      label: '',
      strength: 0.35 + (repeated ? 0.15 : 0) + (involuntary ? 0.1 : 0),
    };
  }
  for (const hit of sentence.matchAll(myMind)) {
    const signs = telling(sentence.slice(hit.index));
    if (signs > 0)
      yield { form: 'habit', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.42 + Math.min(signs, 3) * 0.05 };
  }
  if (own.involuntary > 0) {
    const signs = telling(sentence);
    const strength = 0.32 + (repeated ? 0.1 : 0) + Math.min(signs, 3) * 0.04 + (near.involuntary > 1 ? 0.16 : 0);
    if (signs > 0 || near.involuntary > 1) yield { form: 'habit', start: 0, headEnd: 1, label: '', strength };
  }
}

// Nobody asks for more than this, so counting stops there.
const ENOUGH_SIGNS = 3;

/** How many words and phrases of a piece of text point to a protector or an exile, counted up to three. */
function telling(text: string): number {
  let count = 0;
  for (const word of text.matchAll(/[a-z'-]{3,}/g)) {
    if (kindsOfWord(word[0]).some((kind) => kind.role !== 'unknown')) count += 1;
    if (count >= ENOUGH_SIGNS) return count;
  }
  return Math.min(ENOUGH_SIGNS, count + kindsOfPhrases(text).filter((kind) => kind.role !== 'unknown').length * 2);
}

function clauseStart(sentence: string, at: number): number {
  const before = sentence.slice(0, at);
  const edge = Math.max(before.lastIndexOf(', and '), before.lastIndexOf('; '), before.lastIndexOf(' but '));
  if (edge < 0) return /^(?:and|but|so|then) /.test(before) ? before.indexOf(' ') + 1 : 0;
  return edge + (/^[,;]? ?(?:and |but )?/.exec(before.slice(edge))?.[0].length ?? 0);
}
