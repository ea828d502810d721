import { plainly } from '../../language/sentences.ts';
import { type HeardKind, heardKinds } from './words/heard.ts';

/** A feeling may be mentioned in passing in a long entry: from this many words on it counts only when it comes up again. */
const LONG_TEXT = 80;
/** Characters that are read. */
const READ_MAX = 8000;

const between = String.raw`(?:(?:so|really|very|just|a|an|bit|little|quite|too|still|also|kind|sort|of|all|even|more|most|totally|completely|utterly|absolutely|extremely|incredibly|pretty|rather|being|getting|been|such|this|that|again|now|today|tonight|lately|always|often|sometimes|suddenly|only|feeling|and|but|both|\w+ and|\w+,)[ ,]+){0,4}`;
const mine = String.raw`(?:^|\b(?:i am|i'm|im|i feel|i felt|i was|i've been|i have been|i get|i got|i keep feeling|feeling|feel|felt|makes? me|made me|leaves me|left me|makes me feel|part of me is|part of me feels)\s+)`;

/** A feeling of the writer’s own: “I am so afraid”, “feeling sad and tired”, “Angry again”. What somebody else feels does not count. */
const feeling = (words: string): RegExp => new RegExp(`${mine}${between}(?:${words})\\b`, 'gu');

const kin = String.raw`(?:mum|mom|mother|mummy|mama|dad|daddy|father|papa|parents?|nan|nana|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|brother|sister|twin|son|daughter|child|kid|kids|baby|boy|girl|toddler|husband|wife|partner|boyfriend|girlfriend|fiancée?|ex|friend|best friend|aunt|auntie|uncle|cousin|niece|nephew|godmother|godfather|stepmum|stepmother|stepdad|stepfather|stepson|stepdaughter|neighbou?r|colleague|boss|teacher|coach|mentor|therapist|pet|dog|puppy|cat|kitten|horse|pony|rabbit|hamster|guinea pig|bird|parrot|budgie)`;
const some = String.raw`(?:my|our|her|his|their|the|a)`;
const being = String.raw`(?:he|she|they|${some}(?: \p{L}+){0,3} ${kin}(?: \p{L}+)?|my \p{L}+|mum|mom|dad|nan|gran|grandma|grandpa|somebody|someone|a (?:man|woman|friend|stranger)|who)`;
const also = String.raw`(?: (?:just|always|sometimes|often|once|then|still|even|also|really|has|have|had|again|suddenly|nearly|used to))*`;

/** Words up to the end of a match that make it a tale, a wish or a thought. */
const notReal = /\b(?:if|dream\w*|dreamt|imagin\w*|films?|movie|novel|book|series|episode|story|show|game|wish)\b[^.]*$/u;
/** Directly before a match, and in the beginning of it. */
const isDenied = /\b(?:not|never|no longer|nobody|without|less|isn't|aren't|wasn't|don't|didn't|doesn't|won't|can't be|hardly)\b/u;

/** @param unless what, in the same sentence, makes it something else. */
type Signs = { readonly told?: readonly RegExp[]; readonly felt?: readonly RegExp[]; readonly unless?: RegExp };

const signs: Readonly<Record<HeardKind, Signs>> = {
  violence_suffered: {
    told: [
      /\bi(?:'ve| have| had)? (?:was|got|been|am being|was being|'m being|keep getting)(?: \w+ly)? (?:raped|assaulted|molested|abused|attacked|mugged|groped|strangled|stalked|stabbed|bullied|beaten up|beaten (?:by (?:my|him|her)|as a|when|every|with|at home))\b/gu,
      new RegExp(
        String.raw`\b${being}${also} (?:raped|rapes|molested|assaulted|abused|abuses|groped|strangled|choked|slapped|slaps|punched|punches|kicked|beat|beats|hit|hits|shoved|stabbed|stalks|stalked|threatens|threatened) me\b(?! (?:out|off|up|at|to (?:it|the)|in (?:a|the|chess)|by|that|with (?:the|a|his|her|some) (?:news|question|idea|bill)|on the back|high))`,
        'gu',
      ),
      /\bforc(?:ed|es) (?:himself|herself|themselves|itself) on me\b|\bforced me to (?:have sex|touch|undress|sleep with)\b|\btouched me (?:when|where|without|there|down|as a|in bed|at night)\b|\bmade me touch\b|\b(?:threw|throws) (?:a|an|the|his|her|my|something) ?\w* at me\b/gu,
      /\bmy (?:abuser|rapist|attacker)\b|\b(?:the|my) (?:rape|sexual assault)\b|\bi(?:'m| am) a (?:rape|abuse|incest) (?:survivor|victim)\b|\bi was sexually abused\b|\bhitting me\b|\bbeating me\b(?! at)/gu,
    ],
  },
  violence_done: {
    told: [
      new RegExp(
        String.raw`(?:\bi(?:'ve|'d)?(?: (?:just|actually|then|once|even|really|have|had|also|almost))*|\bi (?:just |really )?(?:lost it|snapped|got so angry|was so angry)[\w ,]{0,30}? and(?: then)?) (?:hit|slapped|punched|kicked|beat|smacked|spanked|shoved|strangled|choked|raped|abused|stabbed|shook) (?:(?:my|our|the)(?: \p{L}+){0,2} ${kin}|him|her|them)\b(?!'s)(?! (?:up|at|to|in (?:chess|the)|with (?:the|a) (?:news|question)|awake|off|out))`,
        'gu',
      ),
      /\bi (?:was|got|became) violent\b|\bi pushed (?:him|her|them|my \w+) (?:down|over|against|into)\b|\bi threw (?:something|it|a \w+) at (?:him|her|them|my)\b/gu,
    ],
  },
  loss: {
    told: [
      new RegExp(
        String.raw`(?:\b${being}|^\p{L}+)${also} (?:died|passed away|passed on|is dead|is die|was killed|killed (?:himself|herself|themselves)|took (?:his|her|their) own life)\b(?! (?:laughing|of (?:embarrassment|shame|boredom|laughter)|down|inside|on me))`,
        'gu',
      ),
      new RegExp(
        String.raw`\b(?:i|we)(?:'ve| have)?(?: just)? lost (?:(?:my|our)(?: \p{L}+){0,2} ${kin}|him|her|the baby)\b(?! (?:in|at|number|somewhere))`,
        'gu',
      ),
      new RegExp(
        String.raw`\b(?:my|our) (?:dead|late|deceased) (?:\p{L}+ )?${kin}\b|\b${being}${also} (?:drank|starved|worked|smoked) (?:him|her|them)sel(?:f|ves) to death\b`,
        'gu',
      ),
      /\b(?:funeral|miscarriage|miscarried|stillborn|stillbirth|bereave\w*|grieving|grief|widow(?:ed|er)?)\b/gu,
      /\b(?:put|had)(?: \p{L}+){0,3} (?:dog|cat|puppy|kitten|horse|pony|rabbit)(?: put)? (?:down|to sleep)\b/gu,
      new RegExp(String.raw`\b(?:since|after|of) (?:(?:my|our) (?:\p{L}+ )?${kin}'s|his|her|their) death\b|\bdeath of (?:my|our)\b`, 'gu'),
    ],
    unless:
      /\b(?:phone|battery|laptop|computer|car|engine|plants?|flowers?|fridge|telly|tv|wifi|internet|conversation|character|in (?:minecraft|the game)|putting (?:him|her|them) to sleep)\b/u,
  },
  illness: {
    told: [
      /\b(?:cancer|chemo\w*|tumou?r|biops\w+|metasta\w+|leuka?emia|dialysis|hospice|dementia|alzheimer's|parkinson's|intensive care|icu|heart attack|palliative)\b/gu,
      /\bhospital\b|\b(?:had|having|another) (?:a )?(?:stroke|seizure)\b|\bfound a lump\b|\bambulance\b|\b(?:needs?|having|had|before|after) (?:an |the |my |his |her )?(?:operation|surgery)\b/gu,
      new RegExp(
        String.raw`(?:\b(?:i'm|i am|${some}(?: \p{L}+){0,2} ${kin}(?:'s| is| has been| was| got)|he's|she's|he is|she is)(?: (?:very|so|really|seriously|still|quite|badly|getting|pretty))* )(?:ill|unwell|sick)\b(?! (?:of|to death|with worry|and tired|at ease))`,
        'gu',
      ),
      /\bdiagnosed with\b|\b(?:waiting for|got|have) (?:the|my|his|her) (?:test |scan |blood )?results\b(?= .*\b(?:doctor|scan|test|blood|clinic)\b)|\b(?:scan|blood test|mri|ct) results\b/gu,
    ],
    unless:
      /\b(?:work|works|worked|working|job|shift|shifts|nurse|training|drama|placement) (?:\w+ )?(?:at|in|on) (?:the |a |my )?hospital\b/u,
  },
  blow: {
    told: [
      /\b(?:was|were|got|been|being|getting|they|police) (?:just )?(?:arrested|evicted|sacked|fired|laid off|made redundant|burgled|sectioned|deported)\b/gu,
      /\b(?:lost|losing) (?:my|his|her|our|the) (?:job|home|house|flat|licence|license|savings)\b|\bdidn't get (?:the|in\b|that)(?: \w+)?\b|\bfailed (?:my|the|another|an) (?:\w+ )?(?:exam|test|course|year|driving|interview|degree)\b/gu,
      /\b(?:he|she|they|my (?:husband|wife|partner|boyfriend|girlfriend|ex))(?: (?:just|has|have))* (?:left|dumped|is leaving|cheated on|ghosted) me\b(?! (?:a|an|the|with|some|his|her|alone|to|in|at|on|out|behind a)\b)/gu,
      /\b(?:we|they|my parents|he and i|she and i)(?:'re| are| have|'ve)?(?: just)? (?:broke up|broken up|splitting up|split up|separating|separated|divorcing|getting (?:a )?divorced?)\b|\b(?:wants|filed for|asked for) (?:a )?divorce\b/gu,
      /\b(?:car|bad|had an|an|terrible) (?:accident|crash)\b|\bgoing to prison\b|\bin prison\b|\bbankrupt\b|\bi(?:'ve been| was| got| have been) rejected\b/gu,
    ],
  },
  shame: {
    felt: [
      feeling(
        'ashamed|guilty|embarrassed|humiliated|mortified|disgusting|dirty|worthless|like (?:a |an )?(?:monster|idiot|filth|dirt)|(?:like )?a (?:failure|fraud|liar|(?:bad|terrible|awful) (?:person|mother|father|mum|mom|dad|friend))',
      ),
    ],
    told: [
      /\b(?:my|the|so much|such|with|this|full of|of) (?:shame|guilt)\b|\bi(?:'ve| have| had)?(?: (?:just|even|also))* (?:lied|cheated|stole|betrayed|stolen)\b|\bi let (?:him|her|them|everyone|everybody|my \w+|people) down\b|\b(?:can't|cannot|never) forgive myself\b|\b(?:is|was|it's|all) my (?:own )?fault\b|\bi (?:don't|do not) deserve (?:him|her|them|you|it|any|love|this|to be)\b/gu,
    ],
    unless: /\bcheated on me\b/u,
  },
  fear: {
    felt: [
      feeling(
        "(?<!\\b(?:i'm|i am) )afraid|afraid(?! (?:i|we|so|not|that's))|scared|terrified|frightened|anxious|panicky|petrified|nervous|worried|on edge|in a panic|panicking",
      ),
    ],
    told: [
      /\bpanic attacks?\b|\b(?:my|this|the|such|so much|with) (?:fear|anxiety|panic|dread)\b|\bi(?:'m| am) dreading\b|\bi dread\b|\bi fear\b|\bi worry\b|\b(?:terrifies|scares|frightens) me\b|\bmy (?:heart|head|mind) (?:is|was|keeps) (?:racing|pounding|going round)\b/gu,
    ],
  },
  anger: {
    felt: [
      feeling('angry|furious|livid|enraged|mad(?! (?:about|for))|fuming|pissed off|outraged|resentful|annoyed|irritated|fed up|bitter'),
    ],
    told: [
      /\bi (?:really |just |so )?(?:hate|can't stand|resent) (?:him|her|them|this|that|it when|how|my (?!self)\w+)\b|\b(?:drives|driving|makes) me (?:so )?(?:mad|crazy|angry|furious)\b|\b(?:my|such|this|full of|so much) (?:rage|anger|fury)\b|\bhow (?:angry|furious) i\b|\bi could scream\b|\bi (?:lost (?:my temper|it)|yelled|screamed|shouted|snapped) at\b|\b(?:had|got into) (?:a |an )?(?:\w+ )?(?:fight|row|argument)\b|\bargued (?:again|all)\b/gu,
    ],
  },
  loneliness: {
    felt: [feeling('lonely|isolated|left out|abandoned|alone|unseen|invisible|unloved')],
    told: [
      /\bloneliness\b|\b(?:nobody|no one|no-one)(?: ever| even| really)? (?:calls|called|asks|asked|texts|texted|cares|cared|sees me|talks to me|invites me|invited me|listens|listened|visits|came|(?:here )?to (?:talk|call|tell))\b|\bno friends\b|\bso alone\b|\ball alone\b/gu,
    ],
    unless: /\b(?:leave|left|leaves|let) me alone\b/u,
  },
  tiredness: {
    felt: [
      feeling(
        '(?:sick and )?tired|exhausted|drained|worn out|worn down|burnt out|burned out|knackered|shattered|weary|wiped out|done in|overwhelmed|overworked',
      ),
    ],
    told: [
      /\b(?:can't|cannot|couldn't|didn't|haven't) (?:get (?:to|any) |get back to |really )?(?:sleep|slept)\b|\b(?:no|barely any|hardly any|so little) (?:sleep|energy)\b|\b(?:barely|hardly) slept\b|\binsomnia\b|\bawake (?:all night|again|since)\b|\brunning on empty\b|\bit(?:'s| is| was| all is)? (?:all |just |so |way )*too much\b/gu,
    ],
  },
  sadness: {
    felt: [
      feeling('sad|down(?! (?:for|to|with))|low|heartbroken|miserable|tearful|unhappy|gloomy|hurt|crushed|devastated|gutted|disappointed'),
    ],
    told: [
      /\b(?:can't|cannot|couldn't) stop crying\b|\bi(?:'ve| have)?(?: (?:just|been|keep|kept|always|still))* (?:cried|crying|cry)\b|\bin tears\b|\bmy heart (?:is )?(?:broken|breaking|breaks|broke|aches|hurts)\b|\bheartbreak\b|\bi(?:'ll| do| still| really| just)* miss (?:him|her|them|you|my|our)\b|\b(?:such|this|my|the|deep) sadness\b/gu,
    ],
  },
  good_news: {
    felt: [feeling('happy|glad|excited|thrilled|delighted|over the moon|proud|relieved|grateful|joyful|overjoyed|in love|elated')],
    told: [
      /\bi(?:'ve| have)?(?: (?:just|finally|actually|really))* (?:got (?:the|a|my|that) (?:\w+ )?(?:job|offer|place|promotion|flat|apartment|grant)|got (?:promoted|engaged|accepted|into)|passed(?! (?:out|away|by|it on|on))|won\b|did it\b|made it\b(?! (?:worse|home|to))|finished (?:my|the) (?:\w+ )?(?:thesis|degree|dissertation|marathon))/gu,
      /\bwe(?:'re| are| got| have)?(?: just)? (?:engaged|getting married|married)\b|\bwe had (?:a|our) (?:\w+ )?(?:baby|boy|girl|son|daughter)\b|\b(?:baby|son|daughter|grandson|granddaughter|niece|nephew) (?:\w+ )?(?:was|is) born\b|\b(?:good|great|wonderful|amazing|lovely) news\b|\bbest day\b|\bi think i(?:'m| am) in love\b|\bin remission\b|\ball[- ]clear\b|\bwent (?:so |really |very |surprisingly )*well\b/gu,
    ],
    unless: /\b(?:but|until|although|though|however|wish|used to|if only|should (?:be|feel)|supposed to|pretend\w*|without)\b/u,
  },
};

const grave: ReadonlySet<HeardKind> = new Set(['violence_suffered', 'violence_done', 'loss', 'illness', 'blow']);
/** After these nobody is asked what they would rather not tell. */
export const isTender = (kind: HeardKind | null): boolean => kind === 'violence_suffered' || kind === 'violence_done' || kind === 'loss';

/**
 * What a message is most of all about, the gravest first, or null when no plain word tells. It reads a few families of words, not what they
 * mean: a sentence that answers it has to fit also when it is mistaken.
 */
export function heardIn(text: string): HeardKind | null {
  // What somebody else said is not about the writer.
  const words = plainly(text.slice(0, READ_MAX)).replaceAll(/"[^"\n]{0,300}"/gu, ' ');
  const sentences = (words.match(/[^.?!;\n]+/gu) ?? []).map((sentence) => sentence.trim());
  const isLong = (words.match(/\S+/gu)?.length ?? 0) > LONG_TEXT;
  return (
    heardKinds.find((kind) => {
      const times = sentences.filter((sentence) => tells(kind, sentence)).length;
      return times > (isLong && !grave.has(kind) ? 1 : 0);
    }) ?? null
  );
}

function tells(kind: HeardKind, sentence: string): boolean {
  const { told = [], felt = [], unless } = signs[kind];
  if (unless?.test(sentence) === true) return false;
  return (
    told.some((pattern) => [...sentence.matchAll(pattern)].some((match) => !notReal.test(sentence.slice(0, match.index) + match[0]))) ||
    felt.some((pattern) => [...sentence.matchAll(pattern)].some((match) => !isDenied.test(nearBefore(sentence, match.index) + match[0])))
  );
}

/** The last few words before a place, in the same clause. */
const nearBefore = (sentence: string, at: number): string =>
  sentence
    .slice(0, at)
    .split(/[,:]|\b(?:but|and|because)\b/u)
    .at(-1)
    ?.split(/\s+/u)
    .slice(-4)
    .join(' ') ?? '';
