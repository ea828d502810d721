import type { Mention } from './mention.ts';
import { nounPhraseBefore, withThereIs } from './noun-phrase.ts';
import { kindsOfAgent, kindsOfJob, kindsOfWord } from './part-kinds.ts';

// "Inner" before these is about houses, bodies and towns.
const OUTER =
  /^(?:courtyard|city|cities|ear|ears|thigh|thighs|tube|door|doors|ring|rings|circle|drum|quad|quads|knee|bit|hebrides|ankle|elbow|arm|arms|wall|walls|lining|pocket|lane|garden|temple|sole|tube|sanctum|london|suburb|suburbs|workings|strength|peace|calm|self|life|world|conflict|conflicts|monologue|dialogue|beauty|space|wisdom|compass|room|yard|harbour|core|child workshop|sleeve|layer|packaging|cabinet|surface|edge|corner|part|parts|critics|mongolia|tubes|join|leg|side|page)\b/;
const NOT_INNER =
  /^(?:believes?|believed|faith|trust|confidence|interest|interested|confide|confided|pain|pains|ache|tightness|tension|pressure|lump|knot|flutter|butterflies|burning|cough|cramp|cramps|warmth|pulse|feeling|feelings|sensation|song|tune|ringing|noise|headache|stuck|love|invest|see|saw|put|placed|money|way|change|changes|difference|hand|hands|crick|stitch|time|food|water|infection|phlegm|air|breath|hole|twinge|list|lists|idea|picture|thought|thoughts|word|words|jolt|everything|anything|nothing|good|best|worst|day|morning|evening|energy|problem|fault)$/;
const inMe =
  /\b([\p{L}'-]+)(?: (?:deep|somewhere|buried|living|sitting|sat|right|far|way))? (?:in|inside|within|inside of) me\b(?! (?:out|up|away|down|own|with)\b)/gu;
const inMyMind =
  /\b([\p{L}'-]+),? (?:deep |somewhere |buried |living |who lives |that lives |lives |lived |sits |sat |sitting |squats |hiding |always )?(?:in|inside|behind|at the back of|in the back of|at the door of|under|on|at|around|round) my (?:own )?(?:head|mind|brain|skull|chest|heart|stomach|belly|gut|guts|throat|bones|soul|ribs|ribcage|breastbone|left shoulder|right shoulder|shoulder|ear|right eye|left eye|tummy)\b/gu;
const inner = /\b(?:inner|internal|inward) ((?:[\p{L}'-]+ )?[\p{L}'-]+)/gu;
const voices =
  /\bvoices?\b(?! ?-?(?:note|notes|mail|mails|mailbox|message|messages|lesson|lessons|memo|memos|over|overs|actor|coach|recording|recordings|call|calls|box|changer|mail|coach|training|part|parts|assistant|hearer))/g;
const SAYING =
  /^(?:[^.;!?]{0,40}?)\b(?:that|who|which)?\s?(?:says?|said|saying|tells?|told|telling|whispers?|whispered|whispering|calls?|called|calling|asks?|asked|asking|goes|going|hiss\w*|nag\w*|keeps?|insist\w*|remind\w*|inform\w*|start\w*|mutter\w*|wants?|pipes?|piped|chimes?|chimed|yell\w*|shout\w*|scream\w*|sneer\w*|mock\w*|tuts?|comment\w*|murmur\w*|reckons|thinks|laughs?|sniggers?|order\w*|warn\w*|repeat\w*|demand\w*|criticis\w*|criticiz\w*|begs?|pleads?|urg\w*|suggest\w*|announc\w*|turns? up|never)\b/;
const determiners = /\b(?:the|my|our|an?|this|that|mr|mrs|ms|miss|some) (?=\p{L})/gu;
const nextWords = /^([\p{L}'-]{2,24})(?: ([\p{L}'-]{2,24}))?(?: ([\p{L}'-]{2,24}))?/u;
// No noun phrase goes on past one of these.
const FUNCTION_WORD =
  /^(?:and|or|but|that|which|who|when|whenever|while|is|was|are|were|has|had|in|on|at|of|for|with|from|to|by|as|if|than|then|so|because|after|before|i|he|she|it|we|they|you|me|him|her|them|my|his|the|an?|all|not|just)$/;
// Jobs that people one really meets hold too often to count without more.
const STAFF =
  /^(?:boss|manager|director|supervisor|teacher|nurse|police|policeman|policewoman|cop|officer|tutor|coach|trainer|mother|doctor|editor|judge|lawyer|foreman)$/;
// "My" before these is somebody at home, or a thing.
const PEOPLE_AND_THINGS =
  /^(?:child|kid|boy|girl|baby|mum|mom|mummy|nanny|lad|son|lass|toddler|teen|teenager|rescue|dad|little|provider|runner|bairn|wean|carer|helper|wall|gate|ghost|robot|shield|mask|dog|pupil|stranger|number|phone|lawyer|professor|analyst|host|stream|driver|trainer|helper|user|lover|artist|writer)$/;
const within =
  /\b((?:deep |right |just |somewhere )?(?:inside|in|within|underneath|under|beneath|behind) (?:me|it all|all that|all this|it|her|him|that)(?: somewhere)?,? (?:there(?:'s| is| was)|sits|sat|lives|lived|lurks|stands|crouches|is|was)) (?:also |still |always )?(?:an?|the|this|some|somebody|someone|something|another|one) (?:[\p{L}-]+ ){0,3}?([\p{L}'-]+)(?= (?:who|that|which|with|in|waiting|counting|hiding|holding|trying|crumpled|cracked)\b|,? \p{L}+ing\b)/gu;
const versionOfMe =
  /\b([\p{L}-]{3,16}) me(?= (?:just |always |never |still |then |has |had |is |was |would |wants |wanted )*(?:made|wants|wanted|booked|bought|thinks|thought|is|was|has|had|says|said|wished|took|takes|decided|wrote|sent|knows|knew|promised|signed|needs|rolls|hates|loves|gets|got|left|came|comes|will|would|won'?t|did|does)\b)/gu;
const mode =
  /\bmy ((?:[\p{L}'-]+ ){1,3}?)(?:act|mode|persona|routine|alter ego|alter-ego|reflex|instinct|autopilot|switch)(?= (?:came|comes|kicks?|kicked|takes?|took|switch\w*|is|was|went|goes|got|gets|turns?|started|starts|has)\b)/gu;
const PRESENCE =
  /^(?:,? (?:who|that|which) |'s (?:been |back|here|at it|got|there|out|in)| (?:in me|in my|inside|again|of mine)?\s?(?:\w+ly |just |still |always |also |never |then |already |is |was |had |has |'d |came |comes )?(?:[a-z]+s|[a-z]+ed|came|went|was|had|took|won'?t|wouldn'?t|can'?t|would|got|made|said|told|thinks|knows|woke|drove|sat|wrote|did|stood|ran|kept|up|out|back|loud|put|shut|let|hid|fought|threw|spoke|won|won'?t|doesn'?t|didn'?t|isn'?t|wasn'?t|again|inside)\b)/;

/** "The critic in me", "something in me", "a bouncer at the door of my heart", "my dad's voice in my head". */
export function* figuresInside(sentence: string): Generator<Mention> {
  for (const [pattern, strength] of [
    [inMe, 0.8],
    [inMyMind, 0.65],
  ] as const) {
    for (const hit of sentence.matchAll(pattern)) {
      const noun = hit[1] ?? '';
      if (
        NOT_INNER.test(noun) ||
        /^(?:part|bit|side|half|piece|parts|rises?|rose|comes?|came|stirs?|stirred|wakes?|woke|wells?|builds?|grows?|grew|moves?|up|down|back|out|him|her|it|them|that|this|is|was|are|were|and|or|not|goes|go|only|deep|something's|right|straight|all|me|stays?|lives?|sits?|sat|hurts?)$/.test(
          noun,
        )
      )
        continue;
      const phrase = nounPhraseBefore(sentence, hit.index);
      const pronoun = /^(?:something|someone|somebody|thing|anyone)$/.test(noun);
      const adjectiveAfter = /\b(?:something|someone|somebody) (?:[\p{L}-]+ )?$/u.exec(
        sentence.slice(Math.max(0, hit.index - 30), hit.index),
      );
      let start = phrase.start;
      let label = [...phrase.modifiers, pronoun ? '' : noun].join(' ').trim();
      if (adjectiveAfter !== null) {
        start = hit.index - adjectiveAfter[0].length;
        label = noun;
      } else if (!pronoun && phrase.determiner === '') {
        const lead = /(?:^|[^\p{L}])(part|half)$/u.exec(sentence.slice(0, phrase.start));
        if (lead === null) continue;
      }
      if (/^(?:his|her|their|your|its|no|any)$/.test(phrase.determiner)) continue;
      const isVoice = /^voices?$/.test(noun);
      const headEnd = hit.index + hit[0].length;
      if (
        pattern === inMyMind &&
        !isVoice &&
        !pronoun &&
        adjectiveAfter === null &&
        kindsOfAgent(noun).length === 0 &&
        kindsOfJob(noun).length === 0 &&
        !/\b(?:years? old|age \d)\b/.test(sentence) &&
        !/^,? (?:who|that|which|has|is|was|wants|says|keeps|never|won'?t|and (?:he|she|it))/.test(sentence.slice(headEnd))
      )
        continue;
      yield {
        form: isVoice ? 'voice' : pronoun || adjectiveAfter !== null ? 'force' : 'figure',
        start: withThereIs(sentence, start),
        headEnd,
        label,
        strength: isVoice ? 0.8 : strength,
      };
    }
  }
}

/** "My inner critic", "the inner heckler", "inner HR". */
export function* innerSomebodies(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(inner)) {
    const rest = hit[1] ?? '';
    if (OUTER.test(rest)) continue;
    const phrase = nounPhraseBefore(sentence, hit.index);
    if (
      /^(?:his|her|their|your|its|no|any)$/.test(phrase.determiner) ||
      phrase.modifiers.some((word) => word.endsWith("'s") || word.endsWith("s'"))
    )
      continue;
    if (
      /(?:'s|\b(?:his|her|their|your|about|on|of|and|with|for)) $/.test(sentence.slice(Math.max(0, phrase.start - 8), phrase.start)) &&
      phrase.determiner === ''
    )
      continue;
    const nouns = rest.split(' ');
    const first = nouns[0] ?? '';
    const second = nouns[1] ?? '';
    const noun = kindsOfAgent(second).length > 0 ? rest : first;
    const known = noun === rest || kindsOfAgent(first).length > 0 || kindsOfJob(first).length > 0 || kindsOfWord(first).length > 0;
    if (
      /\b(?:find|channel|embrace|unleash|release|discover|nurture|love|meet) $/.test(
        sentence.slice(Math.max(0, phrase.start - 9), phrase.start),
      ) &&
      !/\bi $/.test(sentence.slice(0, phrase.start).slice(-14))
    )
      continue;
    const headEnd = hit.index + hit[0].length - (noun === rest ? 0 : rest.length - first.length);
    yield {
      form: 'agent',
      start: withThereIs(sentence, phrase.start),
      headEnd,
      label: noun,
      strength: known || phrase.determiner === 'my' ? (phrase.determiner === '' ? 0.65 : 0.85) : phrase.determiner === '' ? 0.55 : 0.45,
      ...(known ? {} : { leans: true }),
    };
  }
}

/** "There's this voice that says", "a mean little voice said". */
export function* innerVoices(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(voices)) {
    const headEnd = hit.index + hit[0].length;
    const after = sentence.slice(headEnd, headEnd + 90);
    const phrase = nounPhraseBefore(sentence, hit.index);
    const inHead =
      /^(?: \w+){0,3}? (?:in|inside|at the back of|in the back of) (?:my (?:head|mind|ear|skull|brain)|me|here)\b/.test(after) ||
      /^ (?:inside|within)\b/.test(after);
    const owned = phrase.modifiers.some((word) => word.endsWith("'s")) || /^(?:his|her|their|your|my|our)$/.test(phrase.determiner);
    if ((owned && !inHead) || (phrase.determiner === '' && !inHead) || phrase.determiner === 'no') continue;
    if (/^ (?:on|from|over|at|behind|coming|of|down|through) (?:the|a|my (?:phone|radio)|gps|an?)\b/.test(after)) continue;
    const start = withThereIs(sentence, phrase.start);
    const before = sentence.slice(Math.max(0, start - 12), start);
    if (/\b(?:in|with|hear|heard|using|by|to) $/.test(before) && !inHead && !/\bhears? $|\bheard $/.test(before)) continue;
    if (!inHead && !SAYING.test(after) && !/^(?:: |, ?"| like )/.test(after)) continue;
    const plain =
      phrase.determiner === 'one' || phrase.determiner === 'another' || (phrase.determiner === 'the' && phrase.modifiers.length === 0);
    yield {
      form: 'voice',
      start,
      headEnd,
      label: phrase.modifiers.filter((word) => !/^(?:other|same|old)$/.test(word)).join(' '),
      strength: inHead ? 0.85 : plain ? 0.45 : 0.7,
    };
  }
}

/** "Inside me sits an auntie who counts", "behind her there's a kid". */
export function* sittingInside(sentence: string): Generator<Mention> {
  for (const hit of sentence.matchAll(within)) {
    const start =
      hit.index + (hit[1] ?? '').length + (/^ (?:also |still |always )?/.exec(hit[0].slice((hit[1] ?? '').length))?.[0].length ?? 1);
    const noun = hit[2] ?? '';
    if (NOT_INNER.test(noun)) continue;
    yield { form: 'figure', start, headEnd: hit.index + hit[0].length, label: noun, strength: 0.7 };
  }
}

/** "Mother Hen was out", "Organiser Me made a rota", "teenage me rolls her eyes", "my tough guy act came out". */
export function* bareNames(sentence: string, original: string): Generator<Mention> {
  for (const hit of sentence.matchAll(versionOfMe)) {
    const word = hit[1] ?? '';
    if (
      kindsOfWord(word).length === 0 &&
      kindsOfAgent(word).length === 0 &&
      !/^(?:past|future|teenage|old|drunk|hungry|late-night|night|morning|work|party|other|twenty-something|primary|sensible)$/.test(word)
    )
      continue;
    if (
      /^(?:love|loved|hate|help|helps|tell|told|like|leave|make|made|let|feed|watch|scare|held|hold|save|see|want|show|push|pushes|check|hit|call|calls|miss|misses|hurt|hurts|worry|please|numb|fix|care|ask|ghosted|left|lost|blame|ignore|protect|trust|rescue|judge|mock|guard|stop)/.test(
        word,
      )
    )
      continue;
    yield { form: 'agent', start: hit.index, headEnd: hit.index + hit[0].length, label: word, strength: 0.6 };
  }
  for (const hit of sentence.matchAll(mode))
    yield { form: 'agent', start: hit.index, headEnd: hit.index + hit[0].length, label: (hit[1] ?? '').trim(), strength: 0.6 };
  const name =
    /^(?:(?:and|so|then|but|cue|enter) )?(?:mr |mrs |miss |ms |captain |little miss |old )?(?:\p{L}[\p{L}'-]{2,20})(?: \p{L}[\p{L}'-]{1,20})?/u.exec(
      sentence,
    );
  if (name === null) return;
  const words = name[0].split(' ');
  const last = words.at(-1) ?? '';
  const first = words.at(-2) ?? '';
  const pair = kindsOfAgent(`${first}-${last}`).length > 0;
  const single =
    kindsOfAgent(first).length > 0 &&
    /^\p{Lu}/u.test(original.slice(0, 2)) &&
    !PEOPLE_AND_THINGS.test(first) &&
    PRESENCE.test(` ${last}${sentence.slice(name[0].length)}`);
  if (pair && (PRESENCE.test(sentence.slice(name[0].length)) || /^ \w+ing\b/.test(sentence.slice(name[0].length))))
    yield { form: 'agent', start: 0, headEnd: name[0].length, label: `${first} ${last}`, strength: 0.6 };
  else if (single) yield { form: 'agent', start: 0, headEnd: first.length, label: first, strength: 0.5 };
}

/** "The joker steps in", "my people pleaser", "the Taskmaster wanted". */
export function* namedAgents(sentence: string, original: string): Generator<Mention> {
  for (const hit of sentence.matchAll(determiners)) {
    const nounsStart = hit.index + hit[0].length;
    const words = nextWords.exec(sentence.slice(nounsStart, nounsStart + 76));
    if (words === null) continue;
    const determiner = hit[0].trim();
    const found = agentAmong(words, nounsStart, original);
    if (found === undefined) continue;
    const { label, noun, headEnd, sure, capital } = found;
    const after = sentence.slice(headEnd);
    if (!PRESENCE.test(after)) continue;
    const person = PEOPLE_AND_THINGS.test(noun) && !label.includes(' ');
    const innerCue = /\b(?:me|my|myself|i'm|i'd|i've|us|loud|again|in here|inside|i)\b/.test(after);
    let strength = 0;
    if (capital && determiner === 'the' && (sure || innerCue)) strength = sure ? 0.75 : 0.55;
    else if (sure && determiner === 'my') strength = PEOPLE_AND_THINGS.test(noun) ? 0.2 : 0.7;
    else if (sure && (determiner === 'the' || determiner === 'mr'))
      strength = person
        ? /\bbefore i|\b(?:takes|took) over|comes? out|came out|shows? up|showed up|steps? in|stepped in\b/.test(after)
          ? 0.5
          : 0.3
        : 0.5;
    else if (sure) strength = 0.25;
    else if (determiner === 'the' && innerCue) strength = STAFF.test(noun) ? 0.2 : 0.35;
    if (strength > 0)
      yield {
        form: 'agent',
        start: withThereIs(sentence, hit.index),
        headEnd,
        label,
        strength,
        ...(strength < 0.5 ? { leans: true } : {}),
      };
  }
}

type Agent = { label: string; noun: string; headEnd: number; sure: boolean; capital: boolean };

/** The first of three words after a determiner that names an agent, alone or with the word before it. */
function agentAmong(words: RegExpExecArray, start: number, original: string): Agent | undefined {
  let at = start;
  let before = '';
  for (const noun of [words[1], words[2], words[3]]) {
    if (noun === undefined || FUNCTION_WORD.test(noun) || noun.endsWith("'s") || noun.endsWith("s'")) return undefined;
    const pair = before === '' ? noun : `${before}-${noun}`;
    const nextOne = original.slice(at + noun.length, at + noun.length + 2);
    const capital = /^\p{Lu}/u.test(original.slice(at, at + 2));
    if (noun.endsWith('s') && !noun.endsWith('ss') && kindsOfAgent(noun.slice(0, -1)).length > 0) return undefined;
    const sure = kindsOfAgent(noun).length > 0 || kindsOfAgent(pair).length > 0;
    const agentive = capital && noun.length > 4 && /(?:er|or|ist|ian|ess|keeper|maker|one)$/.test(noun) && !/^ \p{Lu}/u.test(nextOne);
    const spokenFor =
      capital && start > 6 && /^ (?:says|wants|thinks|would|said|wanted)\b/.test(original.slice(at + noun.length, at + noun.length + 9));
    if (sure || agentive || spokenFor || kindsOfJob(noun).length > 0)
      return { label: original.slice(start, at + noun.length).toLowerCase(), noun, headEnd: at + noun.length, sure, capital };
    at += noun.length + 1;
    before = noun;
  }
  return undefined;
}
