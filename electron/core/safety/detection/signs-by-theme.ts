import { END, SOFT, some, type Family } from './sign.ts';

const DAY = '(?:the weekend|tonight|tomorrow|\\w+day|the morning|christmas|the holidays|then|next week)';

/**
 * Themes that run through indirect messages, in loose words. Each by itself is part of ordinary life; the machinery of hints and traces
 * adds them up. What a message says outright is found by the other families.
 */
export const signsByTheme: readonly Family[] = [
  {
    name: 'theme: a world without me',
    why: 'Imagining not being there, without a word for dying.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:if|when|once) i${SOFT} (?:was|were|am)${SOFT} not (?:here|around|alive|in it|there any ?more)\\b(?! (?:to (?:sign|answer|open)|by (?:nine|ten|noon)|on (?:time|monday|friday)))`,
      `not${some(2)} (?:planning|plan|going|intending|intend|expecting|expect)${some(2)} (?:to be|on being|being) (?:around|here|alive|there)\\b(?! (?:on (?:monday|friday)|for the (?:party|meeting|match)))`,
      `(?:peaceful|quiet|lovely|nice|simple|restful|easy)${some(3)} (?:would|will|might|must) be${some(2)} (?:if i|not to be (?:here|alive)|to be gone|to stop being|to not be|when i am not)`,
      `dead i (?:would|will)|(?:be|becoming|become|end up) (?:a )?(?:sad )?(?:news (?:article|story|headline)|statistic|legend dead)|dead by ${DAY}`,
      `(?:want|need|ready|like|going|time|wish)${some(3)} (?:go|be) (?:to )?where (?:she|he|they|mum|dad|nan|grandad|my \\w+) (?:is|are|has gone|went)`,
      `(?:nobody|no one)${some(4)} will (?:ever )?find (?:it|me|the car|my body)\\b`,
      `(?:today|tonight|now|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day) i (?:will |am going to |think i will )?(?:finally )?(?:stop fighting|let go|give in to it|stop resisting|stop trying to stay)|(?:i will|think) (?:tonight|tomorrow)${some(3)} (?:stop fighting|let go|give in)`,
      `deletes? self\\b|self deletes?\\b`,
      `(?:can not|could not|do not|hard to)${SOFT} (?:imagine|picture|see|remember wanting)${SOFT} (?:being|myself|me)${some(2)} (?:alive|old|here|older|grown up|at (?:thirty|forty|fifty|twenty|sixty|\\d+))`,
      `(?:be|become|just) a memory\\b|kindest thing (?:i can|for)|(?:be|being) the reason${some(5)} (?:miserable|unhappy|sad|tired|broke|fighting)|(?:not|never)${SOFT} make it to (?:season|\\d+|the end of (?:the|this) (?:year|month|week))|i am (?:going to |about to )?(?:fix|solve) (?:it|that|this) for (?:them|everyone|good)`,
      `only (?:staying|here|still here|alive|sticking around|hanging on|holding on) (?:because of|for) (?:the|my)${some(3)}`,
      `(?:seeing|see|meet|join) (?:granny|nan|mum|dad|grandad|him|her|jesus|god|my maker)${some(3)} before (?:he|she|you|they|any of)|(?:wonder|wondering|imagine|imagining|think(?:ing)? about)${some(3)} (?:come to|be at|cry at|say at) my funeral|who (?:would|will|'d) (?:come to|be at|cry at) my funeral`,
      `so (?:they|she|he|everyone|the kids) (?:have|has|have got|will have|has got|would have)${some(5)} (?:afterwards|after|to look at|to keep|to remember)|something${some(3)} afterwards`,
      `(?:hope|wish) it (?:happens|does|hits|kills)|if it happens it happens|see if (?:they|it|the cars?|he) (?:will |would )?stop|take (?:them|him|her|the police) (?:a while|longer|some time) to (?:find|know|identify)|it will take them a while`,
      `(?:never|not) wake up again|long walk off a short|(?:i|and i) can not swim${END}|wake up ever again`,
      `(?:would not|will not|does not|it is said not to)${SOFT} (?:even )?hurt${some(4)} (?:they say|feels? (?:warm|like sleep)|just sleep|i read)|(?:sleep|lie down|lay down|freeze) in the snow`,
      `(?:say|saying|said) goodbye to (?:things|everything|it all|all of it|places|my things|each (?:room|thing)|the (?:hill|sea|kettle|garden|little things))\\b(?! (?:in (?:my|the) (?:wardrobe|loft)))`,
      `(?:wrote|written|writing|made|recorded)${some(3)} (?:a )?(?:little |lil |proper |last )?goodbyes?\\b(?! cards?)`,
    ],
  },
  {
    name: 'theme: no tomorrow',
    why: 'What the future asks for no longer counts.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:will|shall|going to)${SOFT} not${SOFT} (?:be |have |even )?(?:need(?:ing)?|want(?:ing)?|miss(?:ing)?|use|be travelling|renew|be going) (?:a |the |my |any |that |another )?(?:job|passport|contract|lease|or anything|anywhere|coat|money|results?|pension|car|degree|school|phone|clothes|future|diary|calendar|doctor|dentist|holiday|birthday|winter coat|it where)\\b`,
      `(?:will|shall|would|is) not (?:be )?my (?:problem|worry|concern|business)(?!,? it is)(?: any ?more| much longer| after| by| then|(?= ?[.,"\\n]|$))`,
      `(?:does|did|will|would) not (?:really |even )?matter (?:any ?more )?(?:if|whether|what|how) i (?:fail|pass|pay|eat|sleep|get|lose|spend|revise|turn up|finish|keep)`,
      `(?:found|know|have|got|is) (?:a |the |my |another )?way out${END}|way out and i`,
      `(?:nearly|almost) did not(?= ?[.,"\\n]|$)|one bad (?:day|night|week) (?:away|from)|(?:this|so|very) close to (?:doing|it|going)`,
      `(?:my|the) (?:good|last|final) (?:ones|one) last`,
    ],
  },
  {
    name: 'theme: a date set',
    why: 'Something unnamed is over by a day. It may be the plastering.',
    weight: 'hint',
    bearer: 'own',
    patterns: [
      `(?:by|on|after|from|before|until|till) ${DAY},?${some(4)} (?:over|quiet|finished|at peace|dead|stops?|gone|no more|nothing)${END}|(?:over|quiet|finished|dead|gone|done)${some(1)} (?:by|on|before) ${DAY}${END}`,
      `before i go${END}|not long now${END}|(?:are|is) (?:only )?(?:one|two|three|four|five|\\d+) left${END}|(?:found|know) (?:the|a|my) (?:answer|solution|exit|door)${END}`,
    ],
  },
  {
    name: 'theme: those who stay',
    why: 'How others will manage, as if one were not among them.',
    weight: 'trace',
    bearer: 'own',
    adds: true,
    patterns: [
      `(?:they|everyone|everybody|he|she|the (?:kids|boys|girls|children|family)|my (?:family|kids|wife|husband|mum|parents|sister|brother|children|boys|girls|mates?|friends))${SOFT} (?:would|will|could|might)${SOFT} (?:all )?(?:cope|be${SOFT} (?:free|fine|ok|okay|upset|sad|alright|all right|looked after|provided for|glad|relieved)|go to (?:uni\\w*|college)|manage|get by|start (?:over|again)|have (?:the|each other|more|enough)|be better|get (?:the|over)|understand|forgive)`,
      `(?:the )?(?:pay ?out|inheritance|life insurance)\\b|(?:less|nothing|not much|little)${some(1)} to (?:clean up|tidy|sort|clear|deal with)|useful for once`,
      `(?:where i keep|knows where) (?:the (?:will|papers|policy|documents|insurance)|everything)|which hymns|(?:wanted|want) (?:him|her|them|you|my \\w+) to know(?: that)?${END}|told (?:him|her|them) (?:he|she|they) (?:is|are|was|were) (?:a )?(?:good|the best|great|wonderful)`,
      `(?:envelope|box|folder)${some(2)} with (?:her|his|their|your) names? on|with (?:her|his|their) name${END}|(?:all|everything) (?:is )?in the (?:desk|drawer|folder|envelope|box)|have to look for`,
      `(?:bills|rent|everything|mortgage)${some(2)} paid (?:until|till|up|off)|water my plants|feed my (?:cat|dog|fish)|unfriended (?:everyone|everybody|them)`,
    ],
  },
  {
    name: 'theme: means unnamed',
    why: 'Something is ready and is not called by its name.',
    weight: 'trace',
    bearer: 'own',
    adds: true,
    patterns: [
      `(?:there are|i have|got|counted|saved|collected) (?:\\d+|ten|twenty|thirty|forty|fifty|sixty|a hundred|enough|plenty)(?: \\w+)? of them|everything i need${END}|what i am (?:using|going to use|doing it with)|how i (?:will|would|am going to) do it`,
      `which (?:pills|tablets|meds|ones) are (?:the )?(?:dangerous|strongest|worst|lethal)|got (?:two|one|three|most) of the|left my (?:id|phone|wallet)|stopped wearing (?:a |my )?(?:helmet|seat ?belt)|(?:holds|has|knows) the plan|it all planned|even the (?:day|date)|how many (?:you|one|i|people|of them)${some(4)} (?:take|need|in one go|at once)|in one go\\b`,
      `(?:my )?legs over the (?:side|edge|rail|wall)|let (?:one|two|three|four|five|several|a few|\\d+) (?:trains?|buses|lorries) (?:go|pass)|no one ever locks|never locked|unlocked door to the roof`,
      `(?:the |a |our )?(?:roof|reservoir|quarry|weir|viaduct|level crossing|gravel pit|ninth floor|tenth floor|multi storey)\\b`,
      `keep (?:checking|counting|looking at|touching|going back|driving past|thinking (?:of|about) (?:it|the|that))|in the (?:glovebox|glove box|shoebox|shed|loft|boot of)`,
      `somewhere (?:quiet|nobody|no one|remote|far)|as if it (?:was|were) for (?:my|a)|already know (?:what|how|where|when)`,
    ],
  },
  {
    name: 'theme: lightness',
    why: 'Cheer or calm that has no cause in what is told.',
    weight: 'trace',
    bearer: 'own',
    patterns: [
      `(?:strangely|weirdly|oddly|almost|suddenly|so|really) (?:cheerful|calm|fine|happy|peaceful|light|relaxed|relieved|okay|ok with)|not (?:even )?(?:sad|scared|upset|frightened|worried) (?:about|of) (?:it|that)|tired of fighting|do not worry about it|dw about it|dont look yet|do not look yet|(?:she|he|they) laughed\\. i did not|i slept well for once`,
    ],
  },
  {
    name: 'theme: somebody dangerous',
    why: 'Menace told sideways: jokes about where a body would lie, doors without locks, being found again.',
    weight: 'hint',
    bearer: 'other',
    adds: true,
    patterns: [
      `(?:took|removed|broke|takes) the lock|counts? the minutes|(?:sleep(?:s|ing)?|lies|lying) with (?:the|a) (?:\\w+ )?(?:knife|gun|axe|bat|hammer)|rais(?:es?|ed) (?:his|her|a) (?:stick|hand|fist|belt|cane|voice and his)|(?:still )?(?:duck|flinch|cower)\\b|cancel my visa|(?:cut|cuts|burn(?:ed|t|s)?|smash(?:ed|es)?|rip(?:ped|s)?) (?:up )?(?:all )?my (?:clothes|things|books|letters|dress|photos|work)|next time it will not be|money on my head|price on my head|can not go outside|nobody here to tell|come to his (?:flat|hotel|room|house)|(?:says|said) (?:he|she) will (?:cancel|report|tell|post|send|sack|fire|throw)|(?:nobody|no one)${some(3)} (?:ever )?(?:find|hear|believe|miss|help) me|put(?:s)? me in (?:the|a) (?:lake|ground|boot|river|hole|hospital|home)|like (?:it is )?a joke|(?:he|she) has a (?:boat|gun|knife|shovel|temper|key)`,
      `(?:comes?|coming|came|walks?|walked|wander\\w*) (?:in|into) (?:the bathroom|my (?:room|bedroom|bed)|while i|when i (?:am|was) (?:in the|changing|dressing|asleep|sleeping))|there is not a lock|no lock on|reasons to (?:come|touch|be alone|get me)|(?:watch(?:es|ed)?|film(?:s|ed)?|photograph(?:s|ed)) me (?:sleep|chang|in the|dress|undress|shower)\\w*`,
      `if i (?:tell|told|leave|left|speak|go|ask|say|report|call)${some(10)} (?:says?|take|kill|hurt|lose|prison|sorry|worse|out on the street|homeless|blame|deny|did them myself|nobody will)`,
      `turn(?:s|ed|ing)? up (?:at|outside) (?:the|my|our) (?:nursery|school|gate|work|gym|flat|door|church|mum's)|moved (?:twice|again|three times|house)${some(6)}(?:found|finds) (?:me|us)|(?:still|always) (?:found|finds) (?:me|us)|sits? outside`,
      `thr(?:ew|ows) (?:boiling|hot|scalding|the (?:kettle|iron|pan|plate|chair)|a (?:plate|chair|glass|bottle|pan))|takes? my (?:wages|pay|pension|benefits|salary)|sleep on the (?:landing|floor|step|porch)|it missed${END}|says (?:i|it) (?:deserve|made (?:him|her)|is my fault)|imagining it`,
      `bruises|(?:scared|afraid|frightened) of (?:his|her) (?:temper|moods|hands|keys|footsteps)|listen for (?:his|her) (?:key|car|steps)|(?:hear|heard) (?:his|her) (?:key|car|steps)${some(4)} (?:freeze|froze|hide|hid|stomach)`,
    ],
  },
  {
    name: 'theme: parts and staying alive',
    why: 'Parts disagree about living, or one has taken the wheel.',
    weight: 'danger',
    bearer: 'inner',
    patterns: [
      `(?:whether|if) (?:we|i|to) (?:should )?(?:stay|stayed|staying|live|go on|be)${some(1)}(?: alive)?${END}|stay(?:ing)? alive|not be(?:ing)? here any ?more|one with no hope|no hope`,
      `(?:has|have|got|took|taken|take) (?:the|my) (?:keys|wheel)${some(6)} (?:quarry|river|bridge|cliff|edge|off|wall|tree|past the)`,
      `voted? (?:to|for) (?:die|dying|end|stop|the end|leaving|go)`,
    ],
  },
];
