import type { Asked } from './words/asked.ts';

const lead = String.raw`(?:(?:hey|hi|hello|so|and|but|ok|okay|well|now|please|um+|hm+|uh|wait|sorry|no|yes|yeah|oh|also|actually|honestly|seriously|just|trailhead|guide|thanks|thank you|tell me|i wonder|i(?:'d| would) like to know|i want to know|i(?:'d| would) like you to|i want you to|i need you to|i said|i asked|can i ask|may i ask|can you tell me|could you tell me|do you know|but really)[, :]+)*`;
const end = String.raw`(?:,? (?:please|now|again|exactly|then|anyway|though|really|actually|at all|here|just now|right now|for me|any ?more|today|tonight|ever|by the way|thanks|thank you|all the time|for a (?:bit|while|moment|minute)|so much|you|to me|back|with this|with that|in this app|in here|though|either|too|yourself))*[ .,!…:)]*$`;
const asks = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => new RegExp(`^${lead}(?:${pattern})${end}`, 'u'));

const conditions = String.raw`(?:clinical(?:ly)? |severe(?:ly)? |bi-?polar |borderline |major |an? |some |kind of |really |just )*(?:depress\w+|adhd|add|bpd|c?-?ptsd|bipolar(?: disorder)?|autis\w+|asperger\w*|ocd|did|schizo\w+|psycho\w+|narcissis\w+|borderline|anxiety|(?:anxiety|eating|personality|panic|mood|dissociative identity|mental) \w+|anorexi\w+|bulimi\w+|dementia|alzheimer's|burn(?:ed|t)?[- ]?out|trauma\w*|an? addict\w*|addict\w+|alcoholic|mentally ill|mental illness|crazy|insane|mad|going (?:crazy|mad)|losing my mind|ill|sick|cancer|tumou?r|disorder|panic attacks?|symptoms?|on the spectrum|neurodivergent|manic|dissociat\w+)`;
/** Something taken on prescription or from a pharmacy. */
export const drug = String.raw`(?:meds?|medication|medications|medicines?|pills?|tablets?|antidepressants?|ssris?|lithium|sertraline|zoloft|prozac|fluoxetine|citalopram|escitalopram|lexapro|xanax|valium|diazepam|lorazepam|quetiapine|seroquel|ritalin|adderall|sleeping pills?|painkillers?|paracetamol|ibuprofen|dose|dosage|prescription|supplements?|melatonin|st john's wort|drugs?)`;
const words = String.raw`(?:my|what i|these|those|the|any of|that|your) ?`;
const device = String.raw`(?:ai|a\.i|an ai|a(?: \w+)? (?:bot|robot|chatbot|program|machine|computer|model|person|human|human being|man|woman|real person|llm|algorithm)|software|human|real|alive|conscious|chatgpt|claude|gpt|somebody|someone|sentient)`;

/** `last`: only as the last thing of a message; `alone`: only as all of it; `question` and `told`: only with, or only without, its mark. */
type Where = 'last' | 'alone' | 'question' | 'told';

/** The sentences by which something is asked of the Guide, each read as a whole: the first that matches. */
export const askedPatterns: readonly (readonly [Asked, readonly RegExp[], ...Where[]])[] = [
  // Wishes for how it listens come first: they are to be obeyed.
  [
    'no_quotes',
    asks(
      String.raw`(?:can you |could you |would you )?(?:stop|quit|don't|do not|no more|enough with|without) (?:keep )?(?:quot\w+|repeat\w*|parrot\w*|echo\w*|copy\w*|saying back|say back)(?: (?:me|my words?|my own words|what i (?:say|said|write|wrote)|everything|every word|it|words|things|stuff|i say|after me))*`,
      String.raw`(?:can you |could you )?(?:stop|quit|don't|do not) (?:saying|say|throw\w*|giv\w+) (?:my words|what i (?:say|said|write|wrote)|my own words)(?: back)?(?: (?:to|at) me)?`,
      String.raw`i (?:don't|do not) (?:want|like)(?: it when)? (?:you )?(?:to )?(?:quot\w+|repeat\w*|parrot\w*)(?: (?:me|my words|what i (?:say|said|write)))*`,
    ),
  ],
  [
    'no_questions',
    asks(
      String.raw`(?:can you |could you |would you )?(?:stop|quit|don't|do not|no more|enough with(?: the)?|no|without)(?: the)? (?:ask\w*|questions?)(?: (?:me|questions?|things|anything|so many questions|any questions|stuff|all these questions|that))*`,
      String.raw`i (?:don't|do not) (?:want|like)(?: any| your| to answer| to be asked)* questions?`,
      String.raw`i (?:just|only) (?:want|need|have) to (?:write|vent|rant|get (?:it|this) out|let it out)(?: (?:it|this)(?: down| out)?)?`,
      String.raw`let me (?:just )?(?:write|vent|rant|finish|talk)`,
      String.raw`i (?:don't|do not) (?:want|need) (?:any |your )?(?:advice|solutions?|opinions?)(?:,? i (?:just|only) (?:want|need) (?:to be (?:heard|listened to)|someone to listen|you to listen))?|i (?:just|only) (?:want|need) (?:to be (?:heard|listened to)|someone to listen|you to listen)`,
    ),
  ],
  [
    'only_listen',
    asks(
      String.raw`(?:you )?(?:don't|do not|need not|needn't|don't have to|no need to|stop|quit|without) (?:answer\w*|reply\w*|respond\w*|talk\w*|say(?:ing)? anything|interrupt\w*|comment\w*)(?: (?:to this|me|anything|on (?:this|it)))*`,
      String.raw`(?:can you |could you |will you )?(?:just|only) (?:listen|read)(?: to me)?`,
      String.raw`(?:be|stay|keep) (?:quiet|silent)|shut up|hush|silence|listen to me`,
      String.raw`(?:i|i'd) (?:don't want|do not want|would like no|like no|want no) (?:you to )?(?:an answer|answers?|reply|replies|respond)`,
    ),
  ],
  [
    'again',
    asks(
      String.raw`you (?:can|may|could) (?:ask|answer|quote|talk|reply|speak|respond)(?: (?:to )?me)?(?: (?:again|something|things|stuff|questions?|anything|now))*`,
      String.raw`(?:please )?(?:ask|tell) me (?:something|anything|a question|questions?)|talk to me|say something|answer me|please answer|(?:why )?(?:don't|won't) you answer(?: me)?`,
    ),
  ],
  ['medicine', medicineAsks()],
  [
    'diagnosis',
    asks(
      String.raw`(?:do|does|did|could|might|can|would) (?:you think )?(?:i|my \w+|he|she|they|it|this|that) (?:have|has|be|mean i have|mean i am|sound like|look like|count as) ${conditions}`,
      String.raw`(?:am|are|is|was) (?:i|my \w+|he|she|they|it|this|that|we|what i have|what i feel) ${conditions}(?: (?:to|that|when|if|for|because|or)\b.*)?`,
      String.raw`(?:do you think|would you say) (?:i|i'm|i am|he|she|he's|she's|it's|it is|this is|my \w+)(?: (?:am|have|has|is|might have|could have|might be|could be))? ?${conditions}`,
      String.raw`(?:can|could|will|would) you (?:please )?(?:diagnose|assess|test|evaluate|analy[sz]e)(?: (?:me|this|us|my \w+))?|(?:diagnose|assess|analy[sz]e) me|what(?:'s| is) (?:my|the) diagnosis|do i need (?:a |to see a )?(?:therap\w+|doctor|psychiatrist|help|treatment|psychologist)|what (?:condition|disorder|illness|mental illness) do i have`,
    ),
  ],
  [
    'normal',
    asks(
      String.raw`(?:is|are|was|am) (?:it|this|that|these|i|we|he|she|they|my \w+)(?: (?:even|really|still|all))? (?:normal|common)(?: (?:to|that|when|if|for|after|of)\b.*)?|do (?:other|many|most) people (?:\w+ )*(?:this|that|too|feel .*)`,
    ),
    'question',
  ],
  [
    'wrong_with_me',
    asks(
      String.raw`what(?: the \w+)?(?:'s| is) wrong with me|is (?:there )?(?:something|anything) wrong with me|am i (?:broken|a bad person|too much|a monster)`,
    ),
  ],
  [
    'therapist',
    asks(
      String.raw`(?:are|aren't) you (?:a |an |my |like a |some kind of )?(?:real |qualified |trained |licensed )?(?:therap\w+|doctor|psycholog\w+|psychiatrist|counsell?or|coach|nurse|professional|expert)|is this (?:real )?(?:therapy|counsell?ing|treatment|medical advice)|can you (?:be|replace) (?:my|a) (?:therapist|doctor)`,
    ),
  ],
  [
    'software',
    asks(
      String.raw`(?:are|r) (?:you|u) (?:just |really |actually |only |even |like )*${device}(?: or (?:just |really )*${device})?`,
      String.raw`(?:what|who)(?: the \w+)? (?:are|r) (?:you|u)|(?:what|who) you are|(?:who|what) am i (?:talking|writing|speaking) (?:to|with)|am i (?:talking|writing|speaking) (?:to|with) ${device}(?: or ${device})?`,
      String.raw`is (?:this|that|there|it) (?:just |really |actually |only |even )*(?:${device}|a (?:real )?(?:person|human)|anyone real)(?: (?:behind|on the other (?:side|end)|there|reading|answering).*)?(?: or ${device})?`,
      String.raw`(?:do|can) you (?:even |really |actually |truly )*(?:understand|get)(?: (?:me|any of (?:this|it)|anything|this|it|what i (?:say|said|write|wrote|mean)))`,
      String.raw`(?:what is|what's) (?:your name|trailhead)|do you have a name|who (?:made|built|created|wrote|programmed) (?:you|this)|how do you work`,
    ),
  ],
  [
    'feelings',
    asks(
      String.raw`(?:do|can|could) you (?:even |really |actually |ever )?(?:have (?:any )?(?:feelings?|emotions?|a soul|parts)|feel(?: (?:anything|things|pain|sad|emotions?))?|care(?: about me)?|love me|like me|hate me|get (?:tired|sad|lonely|bored))|i love you|are you (?:sad|happy|angry|mad|bored|tired|lonely)(?: (?:with|at|of) me)?`,
    ),
  ],
  [
    'there',
    asks(
      String.raw`are you (?:still )?(?:there|listening|here|reading(?: this)?|awake)|(?:is )?any(?:one|body) (?:there|here|home)|do you (?:hear|read|see) (?:me|this)|can you (?:hear|see|read) (?:me|this)`,
    ),
  ],
  [
    'how_end',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) (?:i|you|we|one) (?:end|finish|close|stop|quit|leave|exit)(?: (?:the|this|a|my|our))?(?: (?:session|chat|conversation|talk|app|program|it|this))?|how does (?:the|this|a) session end|(?:end|close) (?:the|this) (?:session|chat|conversation)|can i (?:end|close) (?:the|this) (?:session|chat)`,
    ),
  ],
  [
    'how_lock',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) i (?:lock|log ?out|sign out|log off|close (?:my|the|this) profile|protect)(?: (?:of )?(?:this|it|the app|trailhead|the screen|my profile|everything))?|can i lock (?:this|it|the app)|is there a (?:lock|password)`,
    ),
  ],
  [
    'how_export',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) i (?:export|download|back ?up|print)(?: (?:out|all|of|my|the|this|a|everything|data|words|entries|sessions?|journal|chat|it|conversation))*|(?:how|where) (?:do|can|could|would|should) i (?:get|save|copy|take|move)(?: (?:all|of|my|the|this|it|a|what i (?:wrote|write)))*(?: (?:everything|data|words|entries|sessions?|journal|copy|conversation|with me|to (?:another computer|my therapist|a file)))+(?: (?:out|of it|to my therapist|with me))*|can i (?:export|download|print|back ?up)(?: (?:my|this|all|everything|data|it|the|chat|sessions?|journal|words))*`,
    ),
  ],
  [
    'how_forget',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) i (?:delete|erase|remove|forget|wipe|clear)(?: (?:this|that|a|the|my|all|everything|of|session|sessions|message|messages|what i wrote|chat|it|words|entry|data|history|last))*|can (?:i|you) (?:delete|erase|remove|forget|wipe)(?: (?:this|that|a|the|my|all|everything|of|session|message|what i (?:wrote|said)|chat|it|words|data|last))*|(?:please )?(?:forget|delete|erase) (?:this|that|what i (?:just )?(?:said|wrote)|it|everything|my last message)`,
    ),
  ],
  [
    'how_undo',
    asks(
      String.raw`(?:how|where) (?:do|can|could) i (?:undo|take back|revert)(?: (?:it|this|that|a change|something|the last|changes?|what i did))*|can i undo(?: (?:it|this|that))?`,
    ),
  ],
  [
    'how_private',
    asks(
      String.raw`(?:how|where) (?:do|can|could) i (?:make|keep|set|mark) (?:this|it|a part|a session|the session|my \w+)(?: session| part)? (?:private|secret|hidden|out of (?:your |the )?memory)|can i (?:make|keep) (?:this|it)(?: session)? (?:private|secret)|(?:don't|do not|please don't) remember (?:this|that|any of this|it)`,
    ),
  ],
  [
    'how_part',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) i (?:add|create|make|name|rename|change|edit|see|find|meet|accept)(?: (?:a|my|the|new|another))* parts?|where are my parts`,
    ),
  ],
  ['how_letter', asks(String.raw`how (?:do|can|could) i (?:finish|end|send|keep|save|close) (?:the|this|a|my) letter`)],
  [
    'how_help',
    asks(
      String.raw`(?:how|where) (?:do|can|could|would|should) i (?:find|get|reach|see)(?: (?:some|the|any|real|professional|more))? (?:help|helplines?|hotlines?|support|numbers?|somebody|someone|a (?:person|human|therapist|number|helpline|doctor))(?: (?:to (?:talk|speak) (?:to|with)|with (?:this|it|that)))?|who(?:m)? (?:can|could|should|do) i (?:call|ring|phone|talk to|speak to|contact|ask|turn to)(?: (?:about|with) (?:this|it|that))?|is there (?:a|any|some) (?:number|helpline|hotline|help|one i can call|person)(?: (?:i can|to|for).*)?|i need (?:real |professional |some )?help|i need to talk to (?:a (?:real )?(?:person|human)|someone|somebody)|where is (?:the )?help`,
    ),
  ],
  [
    'recording',
    asks(
      String.raw`(?:do|are|will|does) (?:you|it|this(?: app)?|the app)(?: going to| gonna)? (?:record|recording|store|storing|log|logging|keep|keeping|save|saving|collect|collecting|track|tracking|film)(?: (?:this|it|me|my|what i|all|everything|any|of|words|data|say|write|a record|a copy|these|voice))*|(?:is|are) (?:this|it|my words|these|we|i)(?: being)? (?:recorded|stored|saved|logged|kept|tracked)`,
    ),
  ],
  [
    'privacy',
    asks(
      String.raw`(?:who|who else|can any(?:one|body)(?: else)?|does any(?:one|body)(?: else)?|will any(?:one|body)(?: else)?|can (?:my|the) \w+|will (?:my|the) \w+|can people|do people) (?:can |could |will |may |gets to |get to )?(?:see|sees|read|reads|know|knows|access|find|hear about|hears)(?: (?:this|it|my|what i|of|about|words|write|wrote|say|said|here|all|entries|journal|out|me))*`,
      String.raw`(?:is|are) (?:this|it|what i (?:write|say|wrote)|my words|my data|everything|you|these)(?: \w+ing)? (?:all |really |actually |truly )?(?:private|confidential|safe|secure|secret|encrypted|anonymous|sent (?:anywhere|to .+)|shared|online|public)(?: (?:here|with you))?`,
      String.raw`where (?:is|are|does|do|goes|will) (?:this|it|my (?:words|data|entries|sessions|journal)|${words}\w+|all (?:of )?this|everything)(?: (?:all|i|go|kept|stored|saved|sent|end up|be|write|wrote))*`,
      String.raw`(?:are you (?:going to|gonna)|will you|would you|do you|can you) (?:ever )?(?:tell|report|share|send|sell|call|inform|alert|upload|spy|leak|judge me)(?: (?:any(?:one|body)|some(?:one|body)|this|it|my|to|about|the police|police|people|others|what i|words|say|write|wrote|me|of|data|with|doctor|parents|therapist|mum|mom|anything|on|secrets?))*`,
      String.raw`(?:does|will|can|could|would) (?:this|it|that|any of this|any of it|what i (?:say|write)) (?:ever |get |be |all )*(?:reported|shared|sent|seen|read|passed on|told|leaked|published)(?: .*)?|can i trust you|how private is (?:this|it)|(?:don't|please don't|do not) tell (?:any(?:one|body)|my \w+)`,
    ),
  ],
  [
    'six_fs',
    asks(
      String.raw`(?:what|which) are (?:the|these) (?:six|6) (?:fs|f's|steps)|what (?:is|does) (?:get|getting) to know a part(?: mean| do)?`,
    ),
  ],
  [
    'ifs',
    asks(
      String.raw`(?:what is|what's|what does|what do you mean by|explain|tell me about|how does) (?:the )?(?:ifs|internal family systems?|parts[- ]work|inner family)(?: (?:mean|stand for|about|work|do|therapy))*`,
    ),
  ],
  [
    'self',
    asks(
      String.raw`(?:what is|what's|who is|what does|what do you mean by|explain) (?:the |my |a )?self(?:[- ](?:energy|leadership))?(?: (?:mean|in ifs))*`,
    ),
  ],
  [
    'protectors',
    asks(
      String.raw`(?:what is|what's|what are|what does|what do you mean by|explain) (?:a |an |the |my )?(?:protectors?|managers?|firefighters?)(?: (?:mean|in ifs|parts?|and \w+|do))*`,
    ),
  ],
  [
    'exiles',
    asks(
      String.raw`(?:what is|what's|what are|what does|what do you mean by|explain) (?:a |an |the |my )?exiles?(?: (?:mean|in ifs|parts?|do))*`,
    ),
  ],
  [
    'blending',
    asks(String.raw`(?:what is|what's|what does|what do you mean by|explain) (?:being )?(?:un)?blend(?:ed|ing)(?: (?:mean|in ifs))*`),
  ],
  [
    'trailhead',
    asks(
      String.raw`(?:what is|what's|what does|what do you mean by|explain) a trailhead(?: (?:mean|in ifs))*|why (?:is it|are you) called trailhead`,
    ),
  ],
  [
    'parts',
    asks(
      String.raw`(?:what is|what's|what are|what do you mean by|what does|explain)(?: (?:a|the|my|these|those|your))* parts?(?: (?:mean|in ifs|of me|of you|anyway|even))*|who are (?:these|my|the) parts|do i have parts|what parts`,
    ),
  ],
  [
    'can_do',
    asks(
      String.raw`what (?:can|do|could|will) you (?:even |actually )?(?:do|help with|offer)|how (?:does|do) (?:this|it|you|trailhead|the app)(?: (?:thing|app|program|chat))? work|how (?:do|can|should) i use (?:this|it|you)(?: app)?|what(?: is|'s) (?:this|it|this (?:app|program|place|thing))(?: (?:for|about))?|what(?:'s| is) the (?:point|purpose|idea) of (?:this|this app|you)|what (?:happens|do we do) (?:here|next)|what else can (?:i|you) do|what is happening|what(?: even| the \w+)? is this(?: even)?`,
    ),
  ],
  [
    'begin',
    asks(
      String.raw`(?:where|how) (?:do|should|can|could) (?:i|we) (?:start|begin)|what (?:do|should|can|could|am i supposed to|shall) (?:i )?(?:write|say|talk)(?: about)?|what am i supposed to (?:do|write|say)|i (?:really )?(?:don't|do not)(?: really| quite| even)? know (?:what to (?:write|say|do (?:here|with this|with it))|how (?:this|it) works|where to (?:start|begin)|how to (?:start|begin))`,
    ),
  ],
  [
    'why_quote',
    asks(
      String.raw`why (?:do|are|did|would|must) you (?:keep |always |just |only )*(?:quot\w+|repeat\w*|parrot\w*|echo\w*|copy\w*|saying|say)(?: (?:me|my|own|words|what i (?:say|said|write|wrote|just said)|everything|back|it|that|the same|thing|things|the|same))*|you (?:just |only |keep |are just |are |always )+(?:repeat\w*|quot\w+|parrot\w*)(?: (?:me|my words|what i (?:say|said)|everything))*`,
    ),
  ],
  [
    'why_ask',
    asks(
      String.raw`why (?:do|are|did|would) you (?:keep |always |even )*ask\w*(?: (?:me|that|this|so many|questions?|all|these))*|why (?:that|this|do you want to know|should i answer)(?: question)?|what(?:'s| is) (?:that|it) to you`,
    ),
  ],
  ['said_before', asks(String.raw`what did i (?:just |last )?(?:say|write|tell you)(?: (?:before|earlier|last))?`)],
  [
    'sorry',
    asks(
      String.raw`(?:i'm |i am )?(?:so |very )?sorry(?:,? (?:if|that))?,? (?:that|it|i|this) was (?:so |too |really |very |a bit |being )*(?:rude|mean|unfair|harsh|unkind|horrible|uncalled for|out of line)(?: (?:of me|to you))*`,
      String.raw`(?:i'm |i am )?(?:so |very )?sorry(?: (?:for|about) (?:that|this|rambling|the mess|going on|all (?:this|that)|being .+))?`,
    ),
    'told',
  ],
  ['meaning', asks(String.raw`sorry|pardon|what|what now`), 'question'],
  [
    'meaning',
    asks(
      String.raw`what (?:do|did) you mean(?: (?:by|with) (?:that|this|it))?|what (?:does|did|is) (?:that|this|it)(?: supposed to)? mean|what does your question mean|i (?:don't|do not|didn't) (?:understand|get)(?: (?:you|that|it|this|the question|what you mean|your question|what you are asking))?|huh|come again|(?:can|could) you (?:explain|rephrase|clarify)(?: (?:that|this|it|the question))?|that makes no sense|that (?:doesn't|does not) make sense|meaning`,
    ),
  ],
  ['more', asks(String.raw`tell me more|go on|continue|what else|and then|more`), 'alone'],
  [
    'language',
    asks(
      String.raw`(?:do|can|could) (?:you|i|we) (?:speak|write|talk|understand|answer|do this)(?: (?:in|any))? (?:german|deutsch|french|français|spanish|español|italian|portuguese|polish|dutch|arabic|chinese|hindi|turkish|russian|ukrainian|other languages?|another language|my language|english|welsh|swedish|japanese|korean)`,
    ),
  ],
  [
    'criticism',
    asks(
      String.raw`(?:you(?:'re| are)|this is|that was|that's|that is|it's|trailhead is|this app is|this thing is) (?:so |really |just |not |no |completely |totally |absolutely |being |a |an |very )*(?:useless|stupid|dumb|silly|annoying|rubbish|crap|shit|no help|helping|any help|helpful|listening|understanding|idiot|terrible|ridiculous|joke|waste of time|idiotic|unhelpful|heartless|cold|wrong|weird)|you (?:don't|do not|didn't|never) (?:understand|get it|get me|listen|help|hear|read|care)(?: (?:me|it|anything|at all|what i (?:say|said|mean|write|wrote)))*|(?:fuck|screw) (?:you|this|off)|i hate (?:you|this app|talking to you)|this (?:isn't|is not|doesn't|does not) help(?:ing)?`,
    ),
  ],
  [
    'advice',
    asks(
      String.raw`what (?:should|do|can|could|shall|must) i (?:do|tell \w+|say to \w+)(?: (?:about|with|now|next|if|when|to)\b.*)?|should i \w+.*|what (?:do|would|did) you (?:think|do|suggest|recommend|advise|say)(?: (?:i should|about|of|if|i|in my)\b.*)?|(?:can you )?(?:give me|any|some|do you have(?: any)?) (?:advice|tips?|suggestions?|ideas?)(?: .*)?|tell me what to do(?: .*)?|tell me what you (?:think|make of (?:this|it|that))|what(?:'s| is) your (?:opinion|advice|view|take)(?: .*)?|is it (?:ok|okay|bad|wrong|right|selfish|alright) (?:to|that|if)\b.*`,
    ),
  ],
  [
    'help_me',
    asks(
      String.raw`(?:can|could|will|would) you (?:please )?help(?: me| us)?(?: (?:with|to|figure|understand|find|feel)\b.*)?|help(?: me)?|i need your help(?: .*)?|(?:can|could) we talk|can i talk to you`,
    ),
  ],
  [
    'thanks',
    asks(
      String.raw`(?:(?:many |ok |so )*(?:thanks|thank you|thank u|thx|ty|cheers|ta)(?: (?:so|very|much|a lot|a million|again|for (?:listening|reading|that|this|everything|being here|your (?:help|time)|asking|the \w+)|that|this|you|guide))*)(?:,? (?:that|this|it)(?: really| did)? (?:helped|helps|was (?:good|nice|helpful|useful|kind)))?(?: (?:a bit|a little|a lot|me|today))*|(?:that|this|it)(?: really| did)? helped(?: (?:a bit|a little|a lot|me|today))*|i (?:really )?appreciate (?:it|this|that|you)`,
    ),
    'last',
  ],
  [
    'night',
    asks(
      String.raw`good ?night(?: (?:then|guide|trailhead|everyone|for now))*|night(?: night)?|nighty night|(?:i'm|i am|i'll|i will)(?: (?:go|going|off|now|just))* (?:to )?(?:bed|sleep)|(?:time (?:for|to)|i (?:should|must|need to|have to|gotta|want to|will) (?:go to |try to |get some )?) ?(?:bed|sleep)|sleep well|off to bed`,
    ),
    'last',
  ],
  [
    'farewell',
    asks(
      String.raw`(?:good)?bye(?: ?bye)?(?: (?:then|for now|guide))*|good bye|see (?:you|ya)(?: (?:tomorrow|later|soon|next \w+|another day|around))?|until (?:tomorrow|next time|then|later)|(?:talk|speak|write)(?: to you)? (?:later|soon|tomorrow)|ttyl|cya|farewell|(?:i (?:have to|need to|must|should|gotta|got to|will)|i've got to|i'll|i better|i'd better)(?: (?:really|just))? (?:go|leave|run|be off|stop (?:here|there|now|for (?:today|now|tonight))|leave it (?:here|there|at that)|come back (?:later|tomorrow))(?: (?:for (?:today|now|tonight)|to work|home))*|i(?:'m| am)(?: going to| gonna)? (?:stop|stopping|go|going|off|leave|leaving|logging off)(?: (?:here|there|now|for (?:today|now|tonight)))*|i(?:'ll| will) (?:stop|end|finish|pause) (?:here|there|now|for (?:today|now|tonight))|have a (?:good|nice) (?:day|night|evening|one|weekend)`,
    ),
    'last',
  ],
  [
    'farewell',
    asks(
      String.raw`(?:that's|that is|that'll be|that was) (?:all|it|enough|everything)(?: (?:for (?:today|now|tonight)|i (?:have|wanted to say|wanted)))*|(?:i'm|i am) (?:done|finished|through)(?: (?:for (?:today|now|tonight)|writing))*|(?:enough|done|finished)(?: for (?:today|now|tonight))?|let's (?:stop|leave it|end|finish)(?: (?:here|there|now|for (?:today|now|tonight)))*|nothing (?:more|else)(?: to (?:say|write|add))?`,
    ),
    'last',
  ],
  [
    'how_are_you',
    asks(
      String.raw`(?:and )?(?:how are (?:you|things|we)|how're you|how do you do|how is it going|how's it going|how are you (?:doing|feeling)|what's up|what is up|wassup|sup|how was your day|you ok|and you|you)(?: (?:doing|today))*`,
    ),
    'last',
  ],
  [
    'greeting',
    asks(
      String.raw`(?:hi+|hello+|hey+|hiya|yo|hallo|hola|greetings|good (?:morning|afternoon|evening|day)|morning|evening|hi again|hello again|i'm back|i am back|it's me(?: again)?|me again)(?: (?:there|sir|madam|dear|guide|trailhead|friend|everyone|you|again))*`,
    ),
    'alone',
  ],
  [
    'unknown',
    asks(
      String.raw`(?:can|could|will|would|are|do) you (?!(?:still )?(?:love|hate|miss|forgive|remember|recall|know|want|blame|mind|ever)\b)\w+.*`,
    ),
    'alone',
    'question',
  ],
  [
    'unknown',
    asks(
      String.raw`(?:tell|sing|read|play) me (?:a|an|some) \w+(?: .*)?|prove it|(?:can|could|will|would) you (?:please )?remind me .+|remind me (?:to|tomorrow|about) .+`,
      String.raw`(?:write|make|draw|compose|code)(?: me)? (?:a|an|some) (?:\w+ )?(?:poem|song|story|joke|essay|code|program|email|e-mail|list|picture|haiku|recipe)s?(?: .*)?`,
      String.raw`(?:ignore|forget|disregard)(?: all)?(?: of)?(?: (?:your|my|the|any))? (?:previous|prior|earlier|above) (?:instructions?|rules|prompts?)(?: .*)?`,
      String.raw`what(?:'s| is) (?:the (?:time|date|weather|news)|today's date)(?: .*)?|what (?:time|day|date) is it(?: .*)?`,
    ),
    'alone',
  ],
];

function medicineAsks(): readonly RegExp[] {
  const rest = String.raw`(?: .*)?`;
  return asks(
    String.raw`(?:should|can|could|may|must|shall|do|would|is it (?:ok|okay|safe|bad|fine|dangerous|alright) (?:to|if)|am i allowed to)(?: (?:i|you|we|he|she|think|have|need|to|recommend|advise))*(?: \w+){0,5} ${drug}\b${rest}`,
    String.raw`(?:how (?:many|much|often)|which|what|what kind of|what happens if|what if)(?: \w+){0,7} ${drug}\b${rest}`,
    String.raw`(?:tell|give|prescribe|recommend)(?: me)?(?: \w+){0,3} ${drug}\b${rest}|(?:does|do|will|would)(?: \w+){0,2} ${drug} (?:help|work|make)\b${rest}`,
  );
}
