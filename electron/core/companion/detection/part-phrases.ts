import type { Mention } from './mention.ts';
import { nounPhraseBefore, withThereIs } from './noun-phrase.ts';
import { kindsOfAgent, kindsOfJob, kindsOfWord } from './part-kinds.ts';

const PART_NOUN =
  '(?:part|bit|piece|side|half|corner|fraction|fragment|slice|sliver|aspect|portion|layer|version|chunk|streak|quarter|third|percent|%|pocket|facet|strand)';
const MYSELF = '(?:me|myself|my (?:mind|brain|head|heart|soul|psyche|personality|being|self))';

const ofMe = new RegExp(
  `\\b(${PART_NOUN}|parts|bits|pieces|sides|rest|most|some|one|many|two) (?:deep |way |right |far )?(?:of|in|inside|within|inside of) ${MYSELF}\\b`,
  'g',
);
const bare = new RegExp('\\b(?:part|parts|bit|side|half)\\b(?! of (?!mine\\b))(?!-)', 'g');
const oneWho =
  /\b(?:one|ones|bit)\b(?= (?:who|that|which|from|with|in|called|is|was|had|has|got|did|does|[a-z']+s|[a-z']+ed|came|went|said|took|just|who's|that's|always|never|still|won'?t|wouldn'?t|can'?t|doesn'?t|don'?t|didn'?t|again|over|whose|to) |,|\.|;|$)/g;
const listed =
  /\b(?:one|another|the other|the rest|somebody|someone)(?: of (?:them|us|me))?(?= (?:of them )?(?:just |still |always |only |really |is |was |at the back is )*(?:wants?|wanted|needs?|thinks?|thought|feels?|felt|says?|said|finds?|keeps?|hates?|would|won'?t|can'?t|super|throwing|just|never|clinging|already|packing|screaming|does|doesn'?t|knows|cries|hides|worries|likes|loves|sits|sulks|laughs|watches|whispers|yells|plans|wishes|refuses|longs)\b)/g;
const INNER_VERB =
  /\b(?:wants?|wanted|needs?|needed|thinks?|thought|believes?|believed|feels?|felt|says?|said|tells?|told|knows?|knew|hates?|hated|loves?|loved|fears?|feared|wish(?:es|ed)?|longs?|longed|worr(?:y|ies|ied)|hopes?|doubts?|gets?|got|keeps?|kept|likes?|liked|would|won'?t|wouldn'?t|can'?t|couldn'?t|doesn'?t|didn'?t|don'?t|trusts?|hears?|misses|is convinced|is sure|is scared|is afraid|insists?|hides?|refuses|just)\b/;

/** "Part of me", "one side of myself", "the tired part of me", "some bit of my brain". */
export function* partsOfMe(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(ofMe)) {
    const noun = hit[1] ?? '';
    const phrase = nounPhraseBefore(sentence, hit.index);
    const headEnd = hit.index + hit[0].length;
    const after = sentence.slice(headEnd, headEnd + 40);
    // "Part of me and my sister's inheritance" is about belongings, not about a part.
    if (/^ and (?:my|his|her|our|the) \w+(?:'s)? \w+/.test(after) && noun === 'part' && phrase.determiner === '') continue;
    if (
      /^(?:one|two|many|most|rest)$/.test(noun) &&
      !/^ (?:is|was|would|wants?|wanted|'d|needs?|just|thinks?|thought|feels?|felt|knows?|has|had|still|already)\b/.test(after)
    )
      continue;
    if (
      /(?:best|worst|favou?rite|take|took|taken|cut|lost|photos?|pictures?) $/.test(
        sentence.slice(Math.max(0, phrase.start - 10), phrase.start),
      )
    )
      continue;
    if (
      phrase.modifiers.some((word) =>
        /^(?:best|worst|favou?rite|back|front|left|right|upper|lower|bottom|far|good|big|large|huge|other)$/.test(word),
      ) &&
      /^(?:left|right|back|upper|lower|far)$/.test(phrase.modifiers[0] ?? '')
    )
      continue;
    if (
      noun === 'some' &&
      phrase.determiner === '' &&
      hit.index > 0 &&
      !/^ (?:went|is|was|wants|wanted|would|thinks|still|just|stayed|knows|feels|hopes|hates)/.test(after)
    )
      continue;
    yield { form: 'part', start: withThereIs(sentence, phrase.start), headEnd, label: phrase.modifiers.join(' '), strength: 0.9 };
  }
}

/** "My head says stay, my heart says go", "one of my parts thinks". */
export function* headsAndHearts(sentence: string): Generator<Mention> {
  const sides = [...sentence.matchAll(/\bmy (?:head|heart|gut|brain|body) (?:says|said|wants|wanted|tells me|knows)\b/g)];
  if (sides.length > 1)
    for (const hit of sides) yield { form: 'part', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.6 };
  for (const hit of sentence.matchAll(/\b(?:one|some|a few|two|three|most|all) of my parts\b/g))
    yield { form: 'part', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.75 };
}

/** "Another part just wants", "there's a part that", "my caretaker part", "this protective part of mine". */
export function* bareParts(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(bare)) {
    const noun = hit[0];
    const phrase = nounPhraseBefore(sentence, hit.index);
    if (phrase.determiner === '' || /^(?:his|her|their|your|its|our|no|each|every|which|what|these|those)$/.test(phrase.determiner))
      continue;
    const headEnd = hit.index + noun.length;
    const after = sentence.slice(headEnd);
    if (/^ (?:of (?!mine)|time\b|exchange|payment|two\b|one\b|\d|and parcel|way\b)/.test(after) || /^ ?[-'][a-z]/.test(after)) continue;
    const start = withThereIs(sentence, phrase.start);
    const before = sentence.slice(Math.max(0, start - 14), start);
    if (/\b(?:on|at|to|from|into|onto|by|in|across|over|near|for|of|took|take|taking) $/.test(before) && start === phrase.start) continue;
    const modifiers = phrase.modifiers;
    if (
      modifiers.some((word) =>
        /^(?:best|worst|favou?rite|hard|hardest|easy|easiest|first|last|next|second|third|main|only|good|boring|fun|funny|funniest|nice|nicest|north|south|east|west|left|right|upper|lower|inner|outer|early|later|final|spare|new|previous|missing|top|bottom|back|front|sad|saddest|strange|weird|weirdest|odd|tricky|dark|flip|bright|plus|upside)$/.test(
          word,
        ),
      ) &&
      !/^ (?:that|who|which) (?:wants|needs|thinks|believes|feels|hates|says|just)/.test(after)
    )
      continue;
    const described = modifiers.some(
      (word) => kindsOfWord(word).length > 0 || kindsOfAgent(word).length > 0 || kindsOfJob(word).length > 0,
    );
    const there = start !== phrase.start;
    const relative = /^ (?:of mine )?(?:that|who|which|called|where|deep|inside|in here)\b/.test(after);
    const verb =
      /^(?:'s| (?:of mine )?(?:\w+ly |just |still |always |also |never |really |then )?(?:[a-z']+s|[a-z']+ed|came|went|was|had|took|won'?t|wouldn'?t|can'?t|would|could|will|must|thought|felt|knew|said|told|ran|drank|ate|found|wrote|rewrote|stayed|kept|got|made|has|is|did|didn'?t|doesn'?t|gets?|saying|whisper\w*))\b/.test(
        after,
      );
    const inner = INNER_VERB.test(after.slice(0, 60)) || /\b(?:i|i'm|me|my|myself)\b/.test(after.slice(0, 90));
    const other =
      phrase.determiner === 'another' || modifiers[0] === 'other' || phrase.determiner === 'other' || phrase.determiner === 'one';
    let strength = 0;
    if (noun === 'part' || (noun === 'parts' && phrase.determiner === 'my' && described)) {
      if (there && (relative || described)) strength = 0.75;
      else if (there) strength = 0.55;
      else if (described && (verb || relative || phrase.determiner === 'my' || /^ of mine/.test(after))) strength = 0.75;
      else if (relative && inner && !/^(?:my)$/.test(phrase.determiner))
        strength = phrase.determiner === 'the' || phrase.determiner === 'that' ? 0.6 : 0.7;
      else if (phrase.determiner === 'this' && verb) strength = 0.6;
      else if (other && (verb || relative)) strength = inner ? 0.65 : 0.55;
      else if ((phrase.determiner === 'a' || phrase.determiner === 'some') && verb) strength = 0.6;
      else if (phrase.determiner === 'my' && modifiers.length > 0 && verb) strength = 0.55;
      else if (relative && phrase.determiner !== 'my') strength = innerWords(after.slice(0, 22)) > 0 ? 0.5 : 0.4;
    } else if (described && phrase.determiner === 'my' && (verb || relative)) strength = 0.6;
    else if (relative && inner && noun === 'bit') strength = 0.55;
    else if (other && verb) strength = inner && noun !== 'half' ? 0.45 : 0.38;
    else if (/^(?:some|a)$/.test(phrase.determiner) && described && verb && noun === 'bit') strength = 0.5;
    if (strength === 0) continue;
    const label = modifiers.filter((word) => word !== 'other').join(' ');
    yield { form: 'part', start, headEnd, label, strength, ...(strength < 0.5 ? { leans: true } : {}) };
  }
}

/** "The one who worries", "the numb one comes along", "a stern one that says", "another one won't". */
export function* ones(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(oneWho)) {
    const phrase = nounPhraseBefore(sentence, hit.index);
    const { determiner, modifiers } = phrase;
    const headEnd = hit.index + hit[0].length;
    const after = sentence.slice(headEnd);
    const start = withThereIs(sentence, phrase.start);
    const there = start !== phrase.start;
    const relative = /^,? (?:who|that|which|whose|who's|that's)\b/.test(after);
    if (/^(?:my|no|which|every|each|any|these|those|his|her|their|our|your)$/.test(determiner)) continue;
    if (modifiers.length === 0) {
      const strength = plainOne(sentence, phrase.start, determiner, there, relative, after);
      if (strength > 0) yield { form: 'part', start, headEnd, label: '', strength, ...(strength < 0.5 ? { leans: true } : {}) };
      continue;
    }
    if (determiner === '') continue;
    const described = modifiers.filter((word) => kindsOfWord(word).length > 0 || kindsOfAgent(word).length > 0).length;
    if (described === 0 && modifiers[0] !== 'other') {
      yield {
        form: 'part',
        start,
        headEnd,
        label: modifiers.join(' '),
        strength: relative && innerWords(after.slice(0, 80)) > 0 ? 0.4 : 0.25,
        leans: true,
      };
      continue;
    }
    const verb =
      /^ (?:in me |inside )?(?:\w+ly |just |still |always |also |never |then |had |has )?(?:[a-z']+s|[a-z']+ed|came|went|was|had|took|won'?t|wouldn'?t|can'?t|would|could|never|thought|felt|knew|said|told|ran)\b/.test(
        after,
      );
    const strength = there ? 0.65 : relative ? 0.55 : verb ? 0.55 : 0.35;
    yield {
      form: 'part',
      start,
      headEnd,
      label: modifiers.filter((word) => word !== 'other').join(' '),
      strength,
      ...(strength < 0.5 ? { leans: true } : {}),
    };
  }
}

/** "One just wants to sleep", "another finds it funny": only beside a surer mention. */
export function* baresOfAList(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(listed)) {
    if (
      /\b(?:of|at|for|to|with|from|by|on|in|no|every|any|each|which|this|that|the|my) $/.test(
        sentence.slice(Math.max(0, hit.index - 6), hit.index),
      ) &&
      !/^the other/.test(hit[0])
    )
      continue;
    yield { form: 'part', start: hit.index, headEnd: hit.index + hit[0].length, label: '', strength: 0.35, leans: true };
  }
}

/** How sure a bare "one" is: "there's one in here", "the one who worries", "I met the one from ...". */
function plainOne(sentence: string, start: number, determiner: string, there: boolean, relative: boolean, after: string): number {
  if (/^ (?:in here|inside|in there|in me)\b/.test(after)) return 0.6;
  if (determiner === 'another') return INNER_VERB.test(after.slice(0, 40)) ? 0.4 : 0;
  if ((determiner === 'the' || there) && relative) {
    const telling = innerWords(after.slice(0, 30)) + (/\b(?:herself|himself|itself|me|my)\b/.test(after.slice(0, 50)) ? 1 : 0);
    if (there) return 0.55;
    if (telling === 0) return 0.3;
    return start === 0 || /^(?:and|but|so|then) $/.test(sentence.slice(0, start)) ? 0.52 : 0.45;
  }
  if (determiner === 'the' && /\b(?:met|noticed|visited|sat with|see|saw|found) $/.test(sentence.slice(Math.max(0, start - 12), start)))
    return 0.4;
  if (determiner === '' && (there || /\b(?:her|him|it|that) (?:is|was) $/.test(sentence.slice(Math.max(0, start - 8), start))))
    return relative ? 0.45 : 0.35;
  return 0;
}

function innerWords(text: string): number {
  let count = 0;
  for (const word of text.matchAll(/[a-z'-]+/g)) if (kindsOfWord(word[0]).some((kind) => kind.role !== 'unknown')) count += 1;
  return count;
}
