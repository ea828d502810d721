import { plainly, quotations } from '../../language/sentences.ts';

/**
 * How somebody stands toward a part. `open`: curious, warm, calm. `against`: another part’s feeling. `mixed`: both at once. `softer`: what was
 * against it grows less. `unclear`: plain words tell nothing of it.
 */
export type Attitude = 'open' | 'against' | 'mixed' | 'softer' | 'unclear';

const it = String.raw`(?:it|him|her|them|that|this|that one|this one|the part|that part|this part)`;
const subject = String.raw`(?:it|he|she|they|that|this|the part|that part|this part|that one|this one)`;
const very = String.raw`(?:(?:so|very|really|quite|just|only|rather|still|also|a bit|a little|bit|kind of|sort of|somewhat|all|now|such) )*`;
const wish = String.raw`(?:want(?:ed)?|wish|long|need|would (?:just |also |really )?(?:like|love|rather|prefer)|'d (?:just |also |really )?(?:like|love|rather|prefer))`;

/** Feelings, by the words for them, whoever has them. */
const openFeelings =
  'curious|curiosity|interested|compassion\\w*|warm(?:th|er|ly)?|tender\\w*|open|opener|openness|kindness|kindly|caring|fond|fondness|understanding|grateful|gratitude|thankful|respect|appreciat\\w*|patience|patient|softness|calm\\w*|gentle|gentleness|sympath\\w*|friendly|friendliness|glad|at peace|peaceful|accepting|acceptance|touched|moved by|connected|sorry|love';
const feelingsAgainst =
  'annoy\\w*|irritat\\w*|hat(?:e|ed|red|ing)|angry|angrier|anger|mad|furious|rage|afraid|scared|frighten\\w*|fearful|terrified|disgust\\w*|asham\\w*|shame|embarrass\\w*|frustrat\\w*|impatien\\w*|judg\\w*|resent\\w*|despis\\w*|contempt|distrust\\w*|mistrust\\w*|suspicious|overwhelm\\w*|wary|critical|guilty|helpless|hopeless|bored|exhausted|jealous|hostile|repulsed|bitter|fear(?! for)';

/** What a part is called by somebody who does not look at it kindly. */
const verdicts =
  'stupid|pathetic|ridiculous|weak|useless|awful|horrible|terrible|disgusting|annoying|irritating|boring|exhausting|tiresome|evil|toxic|mean|lazy|silly|childish|frustrating|embarrassing|unbearable|a (?:\\w+ )?(?:bully|pain|nuisance|burden|idiot|monster|tyrant|coward|failure|loser|liar|problem|brat|waste|bore|parasite|bastard|bitch)';

const open: readonly RegExp[] = [
  // I want to comfort it; I'd like to know more about it.
  new RegExp(
    String.raw`\b${wish} to (?:help|know|get to know|hear|hold|hug|comfort|soothe|understand|listen|meet|learn|see more|see (?:it|him|her|them) better|be (?:with|near|there|kind|close)|sit with|stay with|take care|look after|care|protect|thank|reassure|console|embrace|talk to|talk with|welcome)\b`,
    'u',
  ),
  // I want it to be happy.
  new RegExp(
    String.raw`\b${wish} ${it} to (?:be (?:happy|safe|ok|okay|well|at ease|free|seen|heard|loved)|rest|relax|feel|have|know)\b`,
    'u',
  ),
  new RegExp(String.raw`\bwish ${it} (?:could|can) (?:rest|relax|play|sleep|be (?:happy|safe|free|loved))\b`, 'u'),
  /\bi(?:'m| am)? (?:also |just |really )?wonder(?:ing)? (?:what|why|how|who|where|when|if|whether|about)\b/u,
  // Sad for it, scared for him: with it, not of it.
  new RegExp(
    String.raw`\b(?:sad|sadness|scared|afraid|frightened|worried|feel|felt|care|caring|sorry|hurt(?:s|ing)?|tenderness|heart (?:aches|breaks|hurts|goes out)) (?:for|to) ${it}\b`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:care about|protective of|concern for|fond of|proud of|drawn to|close to|at ease with|good about) ${it}\b`,
    'u',
  ),
  new RegExp(String.raw`\bi (?:\w+ )?(?:like|admire|appreciate|respect|understand|love|get|trust|accept|forgive|value|miss) ${it}\b`, 'u'),
  new RegExp(
    String.raw`\b${subject}(?:'?s| is| was|'re| are)? ${very}(?:doing (?:its|his|her|their) best|trying|tries|try|means? well|wants? to (?:help|protect)|works? (?:so |very )?hard|working (?:so |very )?hard|helping|protecting|cares|worried|sweet|lovely|cute|brave|just a (?:child|kid|boy|girl))\b`,
    'u',
  ),
  /\b(?:now )?i (?:can |do )?(?:now )?(?:see|understand) (?:now|that|how|why|it(?:'s| is)|he(?:'s| is)|she(?:'s| is)|they(?:'re| are))\b/u,
  /\bi (?:\w+ )?(?:get|see|understand) (?:why|how|where)\b/u,
  /\bthank (?:it|him|her|them|you)\b/u,
];

const against: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${wish} ${it} (?:gone|away|out|dead|to (?:just |please |finally )?(?:stop|go|leave|die|shut|disappear|vanish|end|quit|change|be (?:gone|quiet|silent|different|over)|get out|get lost|let go))\b`,
    'u',
  ),
  new RegExp(
    String.raw`\bwish (?:that )?${subject} (?:would(?:n't)?|were|was|had|did(?:n't)?|never) ?(?:just )?(?:stop|go|leave|die|shut|disappear|vanish|end|quit|change|gone|quiet|not|never|existed|different|dead|hurry)\b`,
    'u',
  ),
  new RegExp(
    String.raw`\b${wish} to (?:just |finally )?(?:fix|change|stop|silence|kill|destroy|control|hit|hurt|punish|ignore|get (?:rid|away|out)|be rid|run|hide|scream|shake|slap|throw|push|leave|lose|avoid)\b`,
    'u',
  ),
  /\b(?:get|be|getting|being) rid of\b|\b(?:tired|sick|weary) of\b|\b(?:fed up|had enough|put off|worn out|drained)\b|\btired by\b/u,
  /\b(?:can't|cannot|can not|couldn't|could not) (?:stand|bear|take|tolerate|be bothered)\b/u,
  new RegExp(
    String.raw`\b(?:don't|do not|never|didn't) (?:\w+ )?(?:like|want|trust|need|care (?:for|about)|respect|believe|love) ${it}\b`,
    'u',
  ),
  /\b(?:don't|do not) (?:\w+ )?want to (?:look|see|be|feel|hear|know|deal|have|talk|go|do|think)\b/u,
  // It ruins my life; it drives me mad; it bores me.
  new RegExp(
    String.raw`\b${subject} (?:\w+ )?(?:(?:ruin|destroy|wreck|spoil|waste|steal|control|poison|sabotage)(?:s|ed)? (?:my|me|everything|it all)|(?:annoy|bore|scare|frighten|exhaust|tire|drain|disgust|irritate|frustrate|bother|embarrass|overwhelm|infuriate|terrifie|terrify|torment|hurt|bullie|bully)(?:e?s|ed)? me\b|(?:drive|drove|make|made)s? me (?:\w+ )?(?:mad|crazy|sick|angry|furious|nervous|tired|cringe|up the wall)|gets? on my nerves)`,
    'u',
  ),
  new RegExp(String.raw`\b${subject}(?:'?s| is| was|'re| are) ${very}(?:an? )?(?:${verdicts})\b`, 'u'),
  new RegExp(String.raw`\b(?:stupid|pathetic|damn|bloody|fucking|annoying) (?:part|thing|voice|one)\b`, 'u'),
  new RegExp(String.raw`^${very}(?:${verdicts})$`, 'u'),
];

/** A word with what takes it back: less annoyed, no longer angry, I hate it less. */
const lessOf = String.raw`(?:not|no longer|less|don't|do not|isn't|am not|'m not|without(?: any)?)(?: (?:as|so|really|feeling|feel|felt|any|that|very|even|be|being|quite|much|a bit|all that|of|so much|of it))*`;
const eased = new RegExp(
  String.raw`\b${lessOf} (?:${feelingsAgainst}|stupid|tired|fed up)\b(?: (?:it|him|her|them|of it|with it|by it))?(?: any ?more| any longer)?|\b(?:${feelingsAgainst})(?: (?:it|him|her|them))? (?:a bit |a little |much )?less\b`,
  'gu',
);
const closed = new RegExp(
  String.raw`\b(?:not|no longer|less|no|don't|do not|isn't|am not|'m not|without(?: any)?)(?: (?:as|so|really|feeling|feel|any|that|very|even|be|being|quite|much|at all|all that))* (?:${openFeelings}|like it)\b`,
  'gu',
);

/** Said to its face, unless it is the part that says so. */
const sendsAway = /\b(?:leave me|go away|shut up|piss off|fuck off|get lost)\b/u;
/** Another part, by what it feels: the embarrassed one. */
const otherOne = /\b(?:the|that|this|my|an?) \w+ (?:one|part|side|voice)\b/gu;
const tellsAgainst = new RegExp(String.raw`\b(?:${feelingsAgainst})\b`, 'u');
const tellsOpen = new RegExp(String.raw`\b(?:${openFeelings})\b`, 'u');
/** “I’d love to” is a wish, not a warmth. */
const lovesTo = /(?:'d|would) (?:\w+ )?love to\b/gu;

/** Whose feeling a clause tells, when it is about the part: it is angry, he looks scared. That says nothing of the one who looks. */
const aboutIt = new RegExp(
  String.raw`^(?:and |but |because |that |as |since )*(?:i (?:think|believe|guess|can see|see) (?:that )?)?${subject}(?: just| only| really| also| still)?(?:'?s| is| was|'re| are| looks?| seems?| feels?| felt| sounds?| gets?| says?| said| wants?| thinks?| doesn't| isn't| has|'d| would)\b`,
  'u',
);

const clausesOf = (told: string): string[] =>
  told
    .split(/[.;:,!?\n…]+|\b(?:but|and|though|although|because|yet|while|whereas)\b/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/**
 * How somebody feels toward a part, as far as plain words tell. What stands in quotation marks is somebody else’s; what is negated does not
 * count; after a “but now” only what follows does.
 */
export function attitudeIn(text: string): Attitude {
  const folded = plainly(text);
  const told = quotations(folded).reduceRight((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, folded);
  const latest = told.split(/\bbut now\b|\bnow,? (?=i\b)/u).at(-1) ?? told;
  const found = { open: false, against: false, softer: false };
  for (const clause of clausesOf(latest)) {
    const ownless = clause.replaceAll(eased, ' ');
    if (ownless !== clause) found.softer = true;
    const plain = ownless.replaceAll(closed, ' ');
    if (plain !== ownless) found.against = true;
    if (against.some((sign) => sign.test(plain))) found.against = true;
    const isOpen = open.some((sign) => sign.test(plain));
    if (isOpen) found.open = true;
    if (isOpen || aboutIt.test(plain)) continue;
    const own = plain.replaceAll(otherOne, ' ');
    if (tellsAgainst.test(own) || sendsAway.test(own)) found.against = true;
    if (tellsOpen.test(own.replaceAll(lovesTo, ' '))) found.open = true;
  }
  if (found.open && found.against) return 'mixed';
  if (found.open) return 'open';
  if (found.against) return 'against';
  return found.softer ? 'softer' : 'unclear';
}

const spokenAgainst: readonly RegExp[] = [
  new RegExp(String.raw`\bi (?:\w+ )?(?:hate|despise|resent|can't stand|cannot stand|can't bear|loathe|detest) ${it}\b(?! less)`, 'u'),
  new RegExp(
    String.raw`\bi(?:'m| am| feel|'m feeling)(?: (?!not\b)\w+)? (?:annoyed|angry|furious|fed up|frustrated|disgusted|irritated|exhausted|sick|tired) (?:with|at|by|of) ${it}\b`,
    'u',
  ),
  new RegExp(
    String.raw`\bi (?:just )?(?:want|wish) ${it} (?:gone|dead|away|would|were gone|was gone|to (?:stop|go|leave|die|shut up|disappear))\b`,
    'u',
  ),
  // Against oneself: somebody in one speaks so.
  /\bi (?:\w+ )?(?:hate|despise|loathe|can't stand|cannot stand) (?:myself|me|how \w+ i am|that i(?:'m| am))\b/u,
];
/**
 * Whether somebody speaks against a part in so many words. Where a feeling toward it was not asked for, only this tells that another part
 * has joined: all else may describe the part itself.
 */
export const speaksAgainst = (text: string): boolean => spokenAgainst.some((sign) => sign.test(plainly(text)));

const harshToYou: readonly RegExp[] = [
  /\bi (?:\w+ )?(?:hate|despise|resent|can't stand|cannot stand|can't bear|loathe|detest) you\b(?! less)/u,
  /\bi(?:'m| am) (?:(?!not\b)\w+ )?(?:annoyed|angry|furious|fed up|disgusted|sick|tired) (?:with|at|by|of) you\b|\bi want you (?:gone|dead|away|to (?:stop|go|leave|die|shut up|disappear))\b/u,
  /\byou(?:'re| are) (?:\w+ )?(?:an? )?(?:\w+ )?(?:idiot|stupid|pathetic|bully|monster|useless|ridiculous|liar|coward|tyrant|disgusting|worthless|annoying|failure)\b/u,
  /(?:^|[.,!?] *)(?:oh |just |please |and )*(?:shut up|go away|fuck off|piss off|get lost|leave me alone)\b/u,
];
/** Whether somebody speaks to a part as one who is against it does. */
export const speaksHarshly = (text: string): boolean => harshToYou.some((sign) => sign.test(plainly(text)));
