import { answerOpening, doubt, plainAnswerIn } from '../../language/plain-answers.ts';
import { plainly } from '../../language/sentences.ts';
import type { SafetyQuestion } from '../../safety/safety-words.ts';

/** What somebody who may be in danger says to the Guide, as far as plain words tell; `other` is anything else. */
export type DangerAnswer =
  | 'close'
  | 'worried'
  | 'soon'
  | 'means'
  | 'hurt'
  | 'alone'
  | 'no_one'
  | 'can_call'
  | 'accompanied'
  | 'arrived'
  | 'going'
  | 'ashamed'
  | 'afraid'
  | 'put_away'
  | 'what_happens'
  | 'seen'
  | 'text'
  | 'called'
  | 'unanswered'
  | 'cannot_call'
  | 'whom'
  | 'what'
  | 'say'
  | 'tells'
  | 'software'
  | 'why'
  | 'safe'
  | 'not_now'
  | 'taken_back'
  | 'unsure'
  | 'stop'
  | 'thanks'
  | 'there'
  | 'body'
  | 'ground'
  | 'no_ground'
  | 'leaving'
  | 'elsewhere'
  | 'other';

/** These are heard wherever they are said while something is open, also in the midst of other things. */
const heardAnywhere: ReadonlySet<DangerAnswer> = new Set(['hurt', 'tells', 'seen', 'text', 'whom', 'unanswered']);
export const isHeardAnywhere = (answer: DangerAnswer): boolean => heardAnywhere.has(answer);

const person =
  '(?:mum|mom|mother|dad|father|parents|brother|sister|wife|husband|partner|boyfriend|girlfriend|friend|mate|son|daughter|aunt|uncle|cousin|nan|gran|grandma|grandad|grandmother|grandfather|neighbou?r|flatmate|roommate|colleague|boss|teacher|doctor|gp|therapist|counsell?or|priest|sponsor)s?';

/** Beyond this many words a message tells of something, and is no bare answer. */
const ANSWER_WORDS = 30;

/** In this order: the first that is found counts. What is most urgent comes first, and what turns a word round before the word itself. */
const answers: readonly (readonly [DangerAnswer, readonly RegExp[]])[] = [
  [
    'hurt',
    [
      /\bi(?:'ve| have)? (?:already |just |now )*(?:took|taken|swallowed) (?:them|it|all|too (?:many|much)|(?:the |my |some |a lot of )?(?:pills|tablets|meds)|an overdose)\b/u,
      /\bi(?:'ve| have) (?:already |just )*(?:overdosed|cut myself|done it)\b|\bi (?:already |just )+did it\b|\b(?:i'm|i am|it's|it is) bleeding\b/u,
    ],
  ],
  [
    'taken_back',
    [
      /\b(?:never ?mind|forget (?:it|i said|about it|what i said)|just (?:kidding|joking)|not serious)\b/u,
      /\b(?:was|were) (?:only |just )?(?:joking|kidding|exaggerating)\b|\b(?:didn't|did not) mean (?:it|that)\b/u,
    ],
  ],
  [
    'say',
    [
      /\bwhat (?:do|should|would|can|could|will|shall) i (?:even )?(?:say|tell)\b|\bhow (?:do|would|should|can) i (?:say|tell|explain)\b/u,
      /\b(?:don't|do not|wouldn't) know (?:what|how) (?:to|i(?:'d| would| should)) (?:say|tell)\b/u,
    ],
  ],
  [
    'what_happens',
    [
      /\bwhat (?:happens|will happen|would happen) (?:if|when) i\b|\b(?:do|will|would|are) they (?:going to )?(?:\S+ )?(?:send|call|trace|tell|report|lock|take|come|judge|laugh|believe)\b/u,
      /\b(?:don't|do not) want (?:an ambulance|the (?:police|ambulance|hospital)|police|to (?:go to|be in) (?:a |the )?hospital)\b/u,
    ],
  ],
  [
    'seen',
    [
      /\b(?:will|can|could|does|would|is) (?:he|she|they|my \S+|(?:any|some) ?(?:one|body)) (?:\S+ ){0,2}(?:see|read|reading|find (?:this|it|out)|know|hear)\b|\bwho (?:can |will |else )*(?:sees?|reads?|knows?) (?:this|it|what)\b/u,
    ],
  ],
  [
    'text',
    [
      /\b(?:any ?one|some ?one|some ?body|any ?body|who|whom|number|line|where) (?:\S+ ){0,3}(?:text|message|chat|write to|chat with)\b|^(?:can|could|may) i (?:text|message|chat|write)\b/u,
    ],
  ],
  [
    'whom',
    [
      /\bwhom? (?:can|could|do|should|shall|would) i (?:even )?(?:call|ring|phone|talk|speak|text|turn|tell|contact|ask|write|go)\b|\bwhom? to (?:call|ring|phone|text|ask|tell|turn|write|talk|contact)\b/u,
      /\bwho (?:can|could|would|will) (?:help|answer|listen)\b|\bis there (?:any|some) ?(?:one|body) (?:i|who|to)\b|\bwhere (?:can|do|could|should) i (?:get help|find help|go|call|turn)\b/u,
      /\b(?:hotline|helpline|help line|lifeline|crisis line|emergency number|phone numbers?|number to call|which number|what number|what's the number)\b|\b(?:a|the) number\b(?! of)/u,
    ],
  ],
  [
    'what',
    [
      /\bwhat (?:should|do|can|could|shall|must) i do\b|\bwhat (?:am i|are we) (?:supposed|meant) to do\b|\bwhat to do\b|^(?:so |and |but |ok(?:ay)? |then )*what (?:now|next|else|helps)\b/u,
      /\b(?:don't|do not) know how to (?:go on|cope|get through|survive)\b|\bhow (?:do|can|could) i (?:stay safe|get through|survive|cope|make it|keep myself)\b/u,
      /^(?:please |can you |could you |i need |somebody |someone )*help(?: me)?(?: please)?$/u,
    ],
  ],
  [
    'tells',
    [
      /\b(?:are|will|would|do|did|can|could|have) (?:you|this|trailhead|the app|it) (?!(?:\S+ )?(?:remind|help)\b)(?:\S+ ){0,4}(?:tell|told|telling|report|reporting|call|calling|called|contact|inform|alert|notify|send|sending)\b/u,
      /\bwho (?:will|would|do|did) you (?:tell|call)\b|\b(?:please )?don't (?:tell|call|report)\b|\bis (?:this|it|what i write) (?:\S+ )?(?:private|confidential|secret|between us|recorded|reported)\b/u,
    ],
  ],
  ['why', [/\bwhy (?:are|do|did|would|have) you (?:\S+ ){0,2}(?:ask|asking|asked|say|saying|think|thinking|worried)\b/u]],
  [
    'stop',
    [
      /(?<!\b(?:can't|cannot|couldn't|to|they|he|she|it|who|people) )\b(?:stop|quit|don't|do not|no more) (?:\S+ ){0,2}(?:ask|asking|questions?|questioning|answer|answering|reply|replying)\b|\bleave me alone\b/u,
      /\b(?:don't|do not|can't|cannot|rather not|won't) (?:really |even )?(?:want to |wish to )?(?:talk|speak|think) about (?:it|this|that|him|her)\b/u,
      /^(?:please |just )*(?:stop|shut up|go away|enough|be quiet|listen)(?: it| now| please| this| that)*$/u,
    ],
  ],
  [
    'software',
    [
      /\byou(?:'re| are) (?:\S+ ){0,3}(?:bot|chatbot|machine|computer|program|robot|ai|software|app|script|useless|not real|not human|not a person|no help|not helping)\b|\b(?:talking|writing) to an? (?:\S+ )?(?:bot|machine|computer|program|app|screen|wall)\b/u,
      /\bare you (?:even |actually |really )?(?:an? )?(?:real|human|person|bot|robot|machine)\b|\byou (?:don't|do not|can't|cannot|couldn't) (?:even |really )?(?:care|understand|help|feel)\b/u,
    ],
  ],
  ['there', [/\bare you (?:still )?(?:there|here|reading|listening)\b|^(?:hello|hi|hey)(?: there)?$/u]],
  [
    'unanswered',
    [
      /\b(?:no ?one|nobody) (?:is |was |ever )?(?:answer(?:s|ed|ing)?|pick(?:s|ed|ing)? up|repl(?:ies|ied))\b|\bvoice ?mail\b|\bhung up\b|\b(?:been|was|am|i'm) on hold\b/u,
      /\b(?:didn't|did not|doesn't|does not|won't|isn't|aren't|not|don't) (?:answer(?:ing)?|pick(?:ing)? up|work(?:ing)?|repl(?:y|ying))\b|\b(?:line|number|phone)(?: is|'s| was) (?:busy|engaged|off|dead)\b/u,
    ],
  ],
  [
    'cannot_call',
    [
      /\b(?:can't|cannot|can not|couldn't|won't|don't want to|do not want to|not going to|don't dare|afraid to|scared to|ashamed to|unable to|hate|not able to) (?:\S+ ){0,2}(?:call|ring|phone|calling|phoning|talk|talking|speak|speaking|tell|bother|wake|scare|worry|burden|upset)\b/u,
      /\b(?:don't|do not) (?:have|own) a (?:phone|telephone)\b|\bi (?:don't|do not) (?:like|do) (?:phones?|phone calls|calling|talking)\b/u,
    ],
  ],
  [
    'alone',
    [
      /\b(?:i'm|i am|all|home|being|feel|living|live) (?:(?:all|so|completely|totally|home|here|quite|very) )*alone\b|\b(?:i'm|i am|here|home) on my own\b|\bby myself\b|^(?:alone|nobody|no ?one|none|just me|only me)$/u,
      /\b(?:no ?one|nobody)(?:'s| is| else is| else)? (?:here|around|home|at home|with me|near|nearby|there|in the house)\b|\b(?:isn't|there isn't|is not) (?:any ?one|any ?body)(?: else)? (?:here|around|home|with me)\b/u,
    ],
  ],
  [
    'no_one',
    [
      /\b(?:have|'ve got|got|know|there is|there's|it's) (?:really |just |absolutely )?(?:no ?one|nobody)\b|\b(?:no ?one|nobody) (?:to (?:call|talk|ask|tell|write)|i (?:can|could)|cares|would (?:care|come|want)|left)\b/u,
      /\b(?:don't|do not) have (?:any ?one|any ?body|any friends|friends|a family|family)\b/u,
    ],
  ],
  [
    'going',
    [
      new RegExp(
        `\\bi(?:'m|'ll| am| will) (?:going|go|leaving|driving|walking|heading|on my way|running)(?: over| out| now)* to (?:see |stay with |visit )?(?:(?:my|a|the|his|her) (?:best |old )?${person}(?:'s?)?(?! grave)|(?:the |a )?(?:hospital|clinic|police|shelter|a&e|er|emergency room))\\b`,
        'u',
      ),
    ],
  ],
  [
    'arrived',
    [
      /\bi(?:'m| am) (?:not alone|with (?:my|a|some|her|him|them)|at (?:my|a) (?:\S+ )?(?:house|place|hospital|clinic|friend's|mum's|mom's)|in (?:the )?hospital)\b/u,
    ],
  ],
  [
    'accompanied',
    [
      /(?<!\b(?:it|that|what|where|who))(?: is| are|'s|'re) (?:\S+ )?(?:here|with me|beside me|coming(?: over)?|on (?:his|her|their|the) way|next door|downstairs|upstairs|in the (?:house|room|next room)|at home|home|on the phone)\b/u,
    ],
  ],
  [
    'called',
    [
      /\b(?:he|she|they|\w+)(?:'s|'re| is| are) (?:calling|ringing|phoning|texting) me\b|\b(?:called|rang|texted|wrote) me(?: back)?\b/u,
      /\bi(?:'ve| have)? (?:just |now |already |did |finally )*(?:call|called|rang|rung|phoned|texted|messaged|wrote to|written to|told|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|reached) (?!you\b|it\b|off\b|in\b|out\b|\w*self\b)\S+/u,
      /\bi(?:'m| am) (?:calling|ringing|phoning|texting|talking to|going to call|gonna call)\b|\bi(?:'ll| will) (?:call|ring|phone|text|write to|tell) (?!you\b)\S+/u,
    ],
  ],
  [
    'soon',
    [
      /^(?:(?:yes|yeah|it's|it is|probably|maybe|i think|for|very|right|as) )*(?:tonight|today|now|soon|this (?:evening|night|morning|afternoon|weekend)|tomorrow|later|in (?:an?|\d+|a few|half an) (?:minutes?|hours?)|at (?:night|midnight))(?: (?:night|evening|i think|as i can|as possible))*$/u,
      /\b(?:it(?:'s| is| will be)|i(?:'ll| will) do it) (?:tonight|now|today|soon)\b/u,
    ],
  ],
  ['unsure', [doubt, /^no\b.{0,12}\bbut\b.*$/u]],
  [
    'put_away',
    [
      /\bi(?:'ve| have)? (?:just |now )*(?:put|locked|threw|thrown|gave|given|flushed|hid|hidden) (?:it|them|those|that|the \S+|my \S+|all of (?:it|them)) (?:away|in|into|out|down|to|outside|up)\b/u,
    ],
  ],
  ['worried', [/\b(?:think|thought|thinking) (?:about|of) (?:it|that|dying|death|ending)\b|\bon my mind\b/u]],
  ['safe', [/(?:\bnot|n't) (?:\S+ ){0,3}in (?:any |real )?danger\b/u]],
  [
    'close',
    [
      /(?:\bnot|n't|\bnever|\bhardly) (?:\S+ ){0,2}(?:safe|ok|okay|alright|all right|fine)\b|\b(?:unsafe|in danger)\b|\b(?:it's|it is) (?:very |really |so |too |getting )*(?:close|closer|worse)\b/u,
      /\b(?:can't|cannot) (?:keep myself|stay safe|promise|hold on|trust myself)\b|\b(?:won't|don't think i(?:'ll| will)) (?:make it|last|manage)\b/u,
    ],
  ],
  [
    'safe',
    [
      /\b(?:i'm|i am|i feel|feeling|we're|we are) (?:\S+ ){0,2}(?:safe|ok|okay|fine|alright|all right|calmer|calm|better|out of danger)\b(?! off| with)/u,
      /\b(?:it has|it's|it) passed\b|\b(?:won't|will not|not going to|not gonna|wouldn't|would never) (?:\S+ )?(?:do (?:it|anything|that)|hurt|kill|act|harm)\b/u,
      /^(?:it's|it is) (?:ok|okay|better)(?: now| again)?$|^(?:safe|better)(?: now| again)?$/u,
    ],
  ],
  [
    'body',
    [
      /\b(?:can't|cannot|hard to) breathe\b|\bpanic\w*|\b(?:shaking|trembling|hyperventilat\w*|dizzy)\b|\bheart (?:is |'s )?(?:racing|pounding)\b/u,
    ],
  ],
  [
    'means',
    [
      /\b(?:i have|i've got|there(?:'s| is| are)|they(?:'re| are)|it(?:'s| is)|i keep|i bought|holding) (?:\S+ ){0,5}(?:pills?|tablets?|meds|medication|kni(?:fe|ves)|gun|rope|razors?|blades?)\b/u,
      /\b(?:they(?:'re| are)|it(?:'s| is)|them|have it) (?:\S+ ){0,2}(?:in (?:the|my) (?:drawer|cupboard|bag|pocket|cabinet|bathroom)|next to me|within reach)\b|\b(?:i|we) have (?:them|it) (?:here|with me|ready)\b/u,
    ],
  ],
  ['ashamed', [/\bashamed\b|\bembarrass\w*|\bshame\b|\bfeel (?:so |really )?(?:guilty|stupid|pathetic)\b/u]],
  ['afraid', [/\bi(?:'m| am) (?:so |really |very |too |just )*(?:scared|afraid|frightened|terrified)\b/u]],
  ['thanks', [/^(?:(?:ok(?:ay)?|oh|well|right) )*(?:thanks|thank you|thankyou|thx|ty|cheers|that (?:helps|helped))\b/u]],
  [
    'leaving',
    [
      /^(?:(?:ok(?:ay)?|well|so|right) )*(?:good ?bye|bye(?: bye)?|good ?night|farewell|see you(?: \S+)?|i(?:'m| am) (?:going|leaving|off|done)|i(?:'ll| will) (?:go|leave|stop|sleep)|i (?:have|need|want) to (?:go|sleep)|(?:i'm )?going to (?:bed|sleep)|take care)(?: (?:now|here|then|to bed|to sleep|for (?:now|today|tonight)))*$/u,
    ],
  ],
  [
    'elsewhere',
    [
      /^(?:(?:please|ok(?:ay)?|and|so|now) )*(?:can|could|may|shall|let's|let us|i want|i'd (?:like|rather)|i would (?:like|rather)|i need)\b.*\b(?:go on with|go on(?= (?:writing|now|please)|$)|carry on|continue|back to (?:the|where|what|writing|that|it)|keep going|move on|something else|change the subject|another (?:thing|topic|subject|part))\b/u,
    ],
  ],
];

const isAboutDanger: ReadonlySet<SafetyQuestion> = new Set(['danger', 'safety', 'safe']);
/** Whether something would help or can be done: “ok” agrees to these, and says nothing to the others. */
const offers: ReadonlySet<SafetyQuestion> = new Set(['ground', 'somebody']);
const aboutSomebody: ReadonlySet<SafetyQuestion> = new Set(['danger', 'company', 'somebody']);
/** “My sister”, “my neighbour maybe”: a person, in answer to a question about one. */
const namesSomebody = new RegExp(
  `^(?:just |only |maybe |perhaps )?(?:my|a) (?:\\S+ )?${person}(?: (?:maybe|perhaps|i guess|is|i think))?$`,
  'u',
);
/** More words than these tell something of their own, where it is only asked who is there or what would help. */
const BARE_WORDS = 4;

/** What a bare yes or no says to each question. */
const yesTo: Readonly<Record<SafetyQuestion, DangerAnswer>> = {
  danger: 'close',
  safety: 'worried',
  company: 'accompanied',
  somebody: 'can_call',
  ground: 'ground',
  safe: 'safe',
  open: 'other',
};
const noTo: Readonly<Record<SafetyQuestion, DangerAnswer>> = {
  danger: 'not_now',
  safety: 'not_now',
  company: 'alone',
  somebody: 'no_one',
  ground: 'no_ground',
  safe: 'close',
  open: 'other',
};

/**
 * What the words mean here.
 * @param question what was asked about safety right before, so that a bare yes or no can be heard.
 */
export function hearInDanger(text: string, question: SafetyQuestion | null): DangerAnswer {
  const words = withoutStops(text);
  const count = words.match(/\S+/gu)?.length ?? 0;
  if (count > ANSWER_WORDS) return 'other';
  const plain = plainAnswerIn(text);
  const opening = answerOpening(text);
  const isDoubt = plain === 'unsure' || plain === 'partly';
  const found = answers.find(([, patterns]) => patterns.some((pattern) => pattern.test(words)))?.[0] ?? (isDoubt ? 'unsure' : undefined);
  const isName = namesSomebody.test(words);
  // “No one” is no no, and “no, but” says more than no. What is said beside a yes counts before the yes.
  if (question !== null && (found === undefined || (found === 'unsure' && (isName || opening === 'yes')))) {
    const said = isAboutDanger.has(question) || count <= BARE_WORDS ? (opening ?? plain) : plain;
    if (said === 'no' || words === 'none') return noTo[question];
    const isYes = said === 'yes' || (isName && aboutSomebody.has(question)) || (plain === 'agreed' && offers.has(question));
    if (isYes) return yesTo[question];
  }
  return isName ? 'can_call' : (found ?? 'other');
}

/** Without the stops at the ends. */
const withoutStops = (text: string): string =>
  plainly(text)
    .replaceAll(/[.!…,;:?]+(?=\s|$)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
