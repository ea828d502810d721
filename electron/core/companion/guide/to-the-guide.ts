import { plainAnswerIn } from '../../language/plain-answers.ts';
import { plainly } from '../../language/sentences.ts';

/** What is said about the question or the way, and not in answer to it. */
export type ToTheGuide =
  | 'asked_back'
  | 'asked_how'
  | 'asked_which'
  | 'objected'
  | 'declined'
  | 'told_before'
  | 'hurt'
  | 'wants_back'
  | 'wants_another'
  | 'wants_again'
  | 'thanked'
  | 'parted';

/** Things of this kind are short. A longer text that happens to hold such words is an answer. */
const WORDS_MAX = 12;

const lead = String.raw`(?:(?:sorry|but|so|and|well|wait|um+|uh+|hm+|oh|ok|okay|actually|please|no|yes|then|thanks|thank you|good)[,. …]+)*`;
const may = String.raw`(?:(?:can|could|may|shall) (?:we|i|you) |let's |let us |let me |i (?:want|need|wish) to |i(?:'d| would) (?:like|love|rather|prefer)(?: to)? |i'd rather |please |just )*`;
const end = String.raw`(?:,? (?:please|now|again|then|here|instead|for now|today|first|at all|really|exactly|me))*[ .?!…]*$`;
const whole = (...alternatives: readonly string[]): RegExp => new RegExp(`^${lead}(?:${alternatives.join('|')})${end}`, 'u');

const asked = String.raw`(?:that|this|you|the question|that question|this question|your question|what you mean|what you(?:'re| are) asking|what you want|what that means|what this means)`;
const other = String.raw`(?:an?other(?: (?:part|one|side|voice))?|a (?:different|new|second|third) (?:part|one|side|voice)|(?:some|any)(?:one|body) else|the (?:other|next|second) (?:part|one|side))`;

/** In the order in which they are tried. Each has its examples in the test beside. */
const meanings: readonly [ToTheGuide, RegExp][] = [
  [
    'asked_how',
    whole(
      String.raw`how(?: (?:do|can|could|should|would|am) (?:i|you|we|one)(?: .*)?| (?:does|would) (?:that|this|it) work| so| then| to do (?:that|this|it))?`,
      String.raw`what (?:would|does|should|could|might|will) (?:it|he|she|they|(?:a|the|this|that) part) (?:say|do|be|mean|look like|want|fear|answer|think)`,
      String.raw`what happens (?:then|next|now)`,
      String.raw`what (?:should|shall|do|can|must|would) (?:i|we|you) (?:ask|do|say|write|answer|look for|try)(?: .*)?`,
      String.raw`(?:and )?(?:what|where) (?:now|next|then|do we go from here|comes next)|now what|and now|is that (?:it|all)|are we (?:done|finished)|what happens (?:now|next)`,
    ),
  ],
  [
    'asked_back',
    whole(
      String.raw`what do you mean(?: (?:by|with) .*)?`,
      String.raw`what (?:does|do|is|are) (?:that|this|it|you|the question|${asked}) (?:mean|asking|supposed to mean|for)(?: .*)?`,
      String.raw`what(?:'s| is) (?:the )?(?:point|use|sense|idea|question|meaning)(?: (?:of|in) .*)?`,
      String.raw`what(?:'s| (?:even |exactly |actually )?(?:is|are)) (?:an? |the )?(?:focus|part|parts|self|space|giving space|fleshing out|befriending|body sense)`,
      String.raw`wdym|idgi`,
      String.raw`i (?:really )?(?:don't|do not|dont|didn't|did not|can't) (?:get it|understand|get|follow|see)(?: (?:${asked}|what .*|why .*|how .*))?`,
      String.raw`(?:can|could|would|will) you (?:please )?(?:explain|clarify|rephrase|say|repeat|put|ask)(?: (?:that|this|it|the question|more|what .*|why .*|how .*))*(?: (?:differently|another way|in (?:another|a different|other) (?:way|words)|to me))?`,
      String.raw`explain(?: (?:that|this|it))?|come again|pardon|huh|what|meaning`,
      String.raw`why(?: do you (?:ask|want to know|need to know)(?: .*)?| (?:are you asking|this question|that question|does (?:it|that|this) matter|should (?:it|that) matter))?`,
      String.raw`(?:that|this|it)(?: question)? (?:makes no sense|doesn't make (?:any )?sense|is (?:unclear|confusing|a (?:strange|weird|odd) question))|i(?:'m| am) confused`,
    ),
  ],
  [
    'asked_which',
    whole(
      String.raw`(?:what|which) (?:part|one|voice|side)(?: (?:are we|are you|do you|is that|is it|was that|were we|am i)(?: .*)?)?`,
      String.raw`who(?: (?:are|do) (?:we|you) (?:talking|speaking|talk|speak|mean|asking)(?: (?:about|of|to))?)?`,
      String.raw`(?:what|who) (?:are we|are you) (?:talking|on|speaking)(?: about| of)?`,
    ),
  ],
  [
    'told_before',
    whole(
      String.raw`i(?:'ve| have)? (?:already|just|only just) (?:told|said|answered|wrote|written|explained|did|described)(?: .*)?`,
      String.raw`(?:you|we)(?:'ve| have)? (?:already|just) (?:asked|had|did|been|said)(?: .*)?|you (?:asked|said) (?:me )?that(?: already| before)?|(?:see|as) (?:above|before|i said)|same(?: (?:as (?:before|above)|again|answer))?`,
    ),
  ],
  [
    'objected',
    whole(
      String.raw`who are you to (?:ask|tell|say|judge)(?: .*)?|what(?:'s| is) it to you|what business is (?:it|that) of yours|(?:that's|that is|it's|it is|this is)? ?none of your (?:business|concern)`,
      String.raw`why (?:should|would|must|do) i (?:tell|answer|trust|do|say|have to)(?: .*)?`,
      String.raw`(?:stop|quit) (?:asking|pushing|prying|interrogating)(?: .*)?|(?:don't|do not) (?:ask|push|pry|tell me)(?: .*)?|mind your own business`,
      String.raw`(?:this|that|it|what)(?:'s| is| feels| seems| sounds)(?: all| just| so| really| such)? (?:an? )?(?:\w+ )?(?:stupid|silly|pointless|nonsense|rubbish|bullshit|ridiculous|waste of time|idiotic|dumb|useless|crap)(?: (?:question|exercise|thing|idea))?`,
      String.raw`(?:this|that|it) (?:isn't|is not|won't|doesn't|does not) (?:work|working|help|helping)(?: .*)?|(?:stupid|silly|dumb|pointless) question`,
    ),
  ],
  [
    'hurt',
    whole(
      String.raw`(?:it|this|that|everything|all of (?:it|this)|my heart) (?:just |really |all )?(?:hurts|is (?:so |too |very )?painful|aches)(?: (?:so|too|very) (?:much|bad|badly)| a lot| like hell)?`,
      String.raw`i (?:just |really )?(?:can't|cannot|can not) (?:do|take|bear|stand|handle) (?:this|it|that)(?: any ?more)?|i (?:just |really )?(?:can't|cannot) (?:go on|continue|go there|breathe|stop (?:crying|shaking))(?: (?:with (?:this|it)|any ?more))?`,
      String.raw`(?:this|it|that)(?:'s| is)(?: all| just| getting| becoming)? (?:way )?too (?:much|hard|painful|intense|heavy|scary|difficult)(?: for me)?|too (?:much|painful|hard)`,
      String.raw`i(?:'m| am| feel)(?: so| too| just| really| getting| very| completely| starting to)* (?:overwhelmed|flooded|panicking|panicky|panic|cry|crying|shaking|dizzy|falling apart|breaking down|in tears|dissociating)`,
      String.raw`i(?:'m| am)? (?:having|going to have) a panic attack|i (?:want|need) to cry|ouch|make it stop`,
    ),
  ],
  [
    'wants_another',
    whole(
      String.raw`${may}(?:(?:talk|speak|turn|go|move|switch|change|get) (?:on )?(?:to|with) |(?:do|try|meet|find|choose|pick|take|have|visit|see|look at|look for|explore|work with|work on|start with|begin with|continue with|get to know) )?${other}`,
      String.raw`(?:i|we)(?:'d| would)? (?:want|like|prefer|choose) ${other}|(?:is|are) there (?:time|room) for ${other}|(?:not|leave) this (?:part|one)(?:,? ${other})?|what about ${other}|${may}(?:change|switch) parts?`,
    ),
  ],
  [
    'wants_again',
    whole(
      String.raw`(?:${may})?(?:(?:start|begin|go|do (?:it|this|that|the (?:first|same) (?:one|part))|try)(?: it| this| that)? (?:over|again|anew|afresh|once more)|(?:go|walk) through (?:it|this|that|the steps)(?: all)? (?:again|once more)|restart|from the (?:start|beginning|top)|start (?:from the (?:start|beginning))|once more|one more time|again|the (?:first|same) (?:one|part) again|repeat (?:it|this|the steps)|another round)`,
    ),
  ],
  [
    'wants_back',
    whole(
      String.raw`(?:${may})?(?:(?:go|get|step|move|take me) )?(?:one |a )?(?:step |question )?back(?: (?:one|a)(?: step| question)?)?(?: to the (?:previous|last|earlier) (?:one|question|step))?`,
      String.raw`(?:${may})?(?:(?:go|get|see|have|repeat) (?:to )?)?(?:the )?(?:previous|last|earlier) (?:question|step|one)|(?:${may})?(?:change|correct|redo|undo) (?:my|the|that) (?:last )?(?:answer|step)?`,
    ),
  ],
  [
    'declined',
    whole(
      String.raw`never|no chance|not (?:telling|saying|now|this|that|today)|no comment|private|that's private|forget (?:it|that)`,
      String.raw`i(?:'d| would) (?:rather|prefer) not(?: (?:say|to say|answer|tell|to|talk about (?:it|that|this)))?`,
      String.raw`i (?:don't|do not|won't|will not|refuse to) (?:want to |wish to |like to |care to )?(?:answer|say|tell|talk about|go there|think about|look at|go into)(?: .*)?|i (?:don't|do not) want to|i won't`,
      String.raw`(?:that's|that is|it's|it is)? ?(?:too )?(?:personal|private|intimate)`,
    ),
  ],
  [
    'thanked',
    whole(
      String.raw`(?:many )?thanks?(?: you)?(?:,? (?:so much|very much|a lot|for .*|that (?:helped|was .*)|this (?:helped|was .*)))?|thx|ty|cheers`,
    ),
  ],
  [
    'parted',
    whole(
      String.raw`(?:good ?bye|bye(?: bye)?|gn|good ?night|see you(?: .*)?|till (?:next time|tomorrow)|until next time|talk (?:later|soon)|i(?:'m| am) (?:done|finished|off|going)|i have to (?:go|stop|leave)|i(?:'ve| have)? got to go|gotta go|that's all|that is all|that's it|i'll stop here|i(?:'m| am) (?:going to|gonna) stop)`,
    ),
  ],
];

/** What somebody says about the question or the way, or null when it is an answer like any other. */
export function saidToTheGuide(text: string): ToTheGuide | null {
  const words = plainly(text).replaceAll('\n', ' ');
  if (words.split(' ').length > WORDS_MAX) return null;
  // “No thanks” is no thanks.
  if (plainAnswerIn(text) === 'no') return 'declined';
  return meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
