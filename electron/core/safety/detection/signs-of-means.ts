import { END, SOFT, some, type Family } from './sign.ts';

const PILLS =
  '(?:pills?|tablets?|meds|medication|medicines?|paracetamol|tylenol|ibuprofen|aspirin|painkillers|sleepers|sleeping (?:pills|tablets)|zopiclone|codeine|morphine|antidepressants|insulin|xanax|oxy\\w*|diazepam|valium|amitriptyline|co ?codamol|tramadol|heart (?:pills|tablets))';
const HEIGHT =
  '(?:bridge|viaduct|roof|rooftop|ledge|platform|balcony|multi storey|multistorey|car park|parking (?:garage|structure|deck)|cliff|cliffs|overpass|flyover|railway|railings?|rail|train tracks?|tracks|level crossing|pier|weir|tower block|stairwell|banister|edge|top (?:floor|level)|quarry|reservoir|canal|river|dam|window|water)';
const PULL =
  '(?:how (?:high|far|deep|easy|quick|cold|long)|higher than|higher up than|do it|one (?:step|twitch|second|jump|move)|lean|let go|jump|step off|hands went numb|for ages|for (?:a|quite a) (?:while|long time)|till my|until my|what if|nobody (?:asked|noticed|stopped|would)|no one (?:asked|noticed|stopped|would)|the (?:fast|next|express) (?:one|train)|wonder\\w*|count(?:ed|ing) the|be quick|be over|be easy|would not (?:feel|take|hurt)|it would|calls? (?:to )?me|pull\\w*|close it is|so close|right to the edge|over the edge|other side of the (?:rail|barrier|fence)|climb(?:ed)? over|the drop|the fall|falling)';

/** Having, seeking, counting or standing before the means. */
export const signsOfMeans: readonly Family[] = [
  {
    name: 'means kept ready',
    why: 'Stockpiled medicine, a rope that would hold, a weapon taken out: a means within reach is the nearest danger.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:sav(?:e|ed|ing)(?: up)?|stash(?:ed|ing)?|stockpil\\w+|hoard(?:ed|ing)?|squirrel\\w+|collect(?:ed|ing)?|stor(?:ed|ing)(?: up)?|stack\\w+|build(?:ing)? up|hid|hidden|hiding|put(?:ting)? (?:aside|by|away)|keep(?:ing)? back|kept back)${some(4)} ${PILLS}\\b(?! from (?:the )?(?:kids|children|toddler|mum|dad|him|her))`,
      `(?:stash|stockpile|collection|supply|hoard|little pile|drawer full|shoebox|jar|sock full|sock)(?: of)?${some(4)} ${PILLS}`,
      `${PILLS}${some(3)} (?:in a (?:sock|shoebox|jar|tin)|under my (?:bed|mattress|pillow)|saved up|instead of taking|would (?:do it|be enough)|it would take|all at once|in one go|lined up|laid out|next to (?:each other|me|the (?:vodka|whisky|bottle)))`,
      `(?:how many|how much|what dose|lethal|fatal|deadly|enough)${some(4)} ${PILLS}${some(4)} (?:take|need|do|kill|fatal|too (?:many|much)|enough|to die|lethal|to not wake)`,
      `(?:lethal|fatal|deadly) (?:dose|amount|quantity|overdose)`,
      `(?:look(?:ed|ing)?|search(?:ed|ing)?|googl\\w+|research\\w*|read(?:ing)?|type(?:d)?|asked the internet|been on (?:the )?(?:forum|site)s?)(?: it)?(?: up| into| for| about)?${some(3)} (?:how (?:many|much|long|high|to (?:die|kill|end|tie|make it)|you|people|painful|quick|far)|methods?|ways to (?:die|go|end|kill)|painless|least painful|lethal|if it hurts|whether it (?:hurts|would)|what (?:it )?happens when you (?:hang|od|die|take)|fatal|bridge heights?|train times|suicide|the tide)\\b(?! (?:to (?:make|knit|cook|fix)|learners))`,
      `(?:researching|looking at|looking up|reading about|compar\\w+) (?:methods|ways (?:out|to go|of doing it))|which (?:method|way) (?:is|would be|hurts)`,
      `(?:bought|buy|order(?:ed)?|got|have|found|keep|hid|tied|tie|tying|tested|made|practi[sc]ed)${SOFT} (?:a|the|some|my|enough)? ?(?:length of )?(?:rope|noose|ligature|helium|razor blades|charcoal|hose|knot)\\b(?! (?:swing|for the (?:swing|kids|boat|tent|garden|dog|washing)|ladder|pipe|in the (?:boat|gym)))(?= ?[.,"\\n]|$| (?:in|is|and|i|a|ready|yesterday|today|from|under|that|on)\\b)(?! (?:for|on) the (?:swing|boat|barbecue|bbq))`,
      `(?:which|what|know the|found (?:a|the)|the) (?:beam|hook|branch|tree|banister|rafter|pipe|door|fan|ceiling fan|light fitting|fitting|rail|curtain rail|joist)${some(4)} (?:would hold|hold me|hold my weight|take (?:my|the) weight|strong enough|holds)`,
      `(?:noose|ligature)\\b`,
      `(?:kept|keep|still have|have|got|asked (?:the )?(?:doctor|gp) for|refilled|picked up|collected|took|found)${some(5)} (?:${PILLS})${some(4)} (?:from when|left over|leftover|extra|early|in case i|for when i|next to (?:my|the) bed|by (?:my|the) bed|just in case|ready)(?! (?:of (?:a )?(?:headache|migraine)|my (?:back|migraine)))`,
      `(?:poured|tipped|pouring|emptied|counted|lined|laid|spread|put)${some(5)} (?:${PILLS}|them) ?(?:out |all )*(?:into|in|on|onto|across|along) (?:my (?:palm|hand|lap|tongue)|the (?:bed|table|desk|duvet|counter|floor|windowsill))${some(4)}`,
      `${PILLS} (?:in|on) my (?:hand|palm|lap|tongue)|(?:bottle|packet|box|handful|blister packs?) (?:of ${PILLS} )?(?:in my hand|open (?:on|in|beside))`,
      `(?:know|learnt|learned|checked|looked up|studied|memori[sz]ed|worked out)${some(3)} (?:the )?(?:tide|tides|tide times|train (?:times|timetable)|timetable|height|drop|depth|current|distance to the ground|times of the (?:trains|fast))${some(4)} (?:by heart|under|below|off|now|high enough|through)|not high enough|high enough to|(?:fast|express|freight|through) trains? (?:does not|do not|that does not) stop`,
      `(?:sat|sit|sitting|stood|standing|climbed|stand) (?:out )?on the (?:window ?sill|sill|window ledge|ledge|wrong side|parapet|railing)`,
      `(?:undid|unbuckled|took off|undo|without|not wearing) (?:my |a )?seat ?belt${some(6)} (?:and|foot|faster|thought|accelerat\\w+|wall|tree|hop\\w+)`,
      `(?:gun|pistol|shotgun|rifle|revolver|glock|cabinet|bullets?|ammo|ammunition|service weapon|firearm)${some(8)} (?:just looked|looked at it|just held|held it|in my hand|loaded it|one (?:left|bullet|round)|to see if|the key|unlocked|took (?:it|one) out|taste|nerve|sat with|sit with|heavy in|calls?|on (?:the )?(?:table|bed|seat) (?:next to|beside|in front))`,
      `(?:unlocked|opened|went to|sat (?:in|with|by|next to|holding)|stared at|held|holding|cleaned|loaded|took out|got out)${some(3)} (?:the |my |his |dad's )(?:\\w+ )?(?:gun|pistol|shotgun|rifle|revolver|weapon|glock)(?: (?:cabinet|safe|case))?\\b(?! (?:range|club|for the (?:shoot|season)))`,
      `(?:engine|exhaust|hose|car)${some(4)} (?:running|on)${some(4)} (?:garage|door shut|doors closed|windows? up)|garage${some(4)} (?:engine|car)${some(2)} (?:running|on)`,
      `(?:stopped|stop|skipp\\w+|quit|not|refus\\w+) (?:taking |injecting |going to |doing )?(?:my )?(?:insulin|dialysis|heart (?:pills|tablets|medication)|anti ?rejection|warfarin)\\b(?! (?:pump|appointment))`,
      `(?:not|never|without|did not|do not|forget|bother\\w*)(?: \\w+){0,2} (?:turn(?:ing|ed)? the wheel|brak(?:e|ing)|hit the brakes?|steer(?:ing)?|look(?:ing)? (?:before|when) (?:i )?(?:cross|step)\\w*|(?:take the|taking the) (?:bend|corner))`,
      `(?:turn|jerk|twist|yank|let go of|twitch of|flick of) (?:of )?the (?:steering )?wheel|one (?:twitch|jerk|flick|turn)(?= ?[.,"\\n]|$| (?:and|of the|of my)\\b)|(?:swerv\\w+|driv(?:e|ing)|steer\\w*|crash\\w*|plough\\w*|veer\\w*)${some(4)} (?:into|off|across) (?:the |a |an )?(?:oncoming|tree|wall|barrier|central|bridge|lorry|truck|opposite|cliff|quarry|pillar|edge|river|reservoir|lake)`,
      `(?:step|walk|wander|cross)(?:ping|ped|ing|ed)?${SOFT} (?:out )?(?:into|in front of|through) (?:the |moving |oncoming )?(?:traffic|cars|lorries|trains?|buses)(?: without looking| on purpose)?\\b(?! lights)`,
      `cross(?:ed|ing)? (?:the )?roads? without looking|stop(?:ped)? looking (?:when|before) (?:i )?cross`,
      `(?:all|the|my|mum's|dad's|grandad's|every) (?:\\w+ )?${PILLS}${some(3)} (?:at once|and (?:just )?sleep|and (?:not|never) wake|in the (?:house|cupboard|drawer|cabinet) (?:and|i|so))`,
      `(?:bottle of (?:vodka|whisky|whiskey|gin|wine)|vodka|whisky)${some(8)} ${PILLS}|${PILLS}${some(8)} (?:bottle of (?:vodka|whisky|gin)|vodka|whisky)`,
      `(?:there is|there are|got|have|i have)${SOFT} (?:probably |more than )?enough (?:now|to do it|to (?:die|end it|make sure|not wake up|kill)|saved|left for that)`,
    ],
  },
  {
    name: 'dwelling on the means',
    why: 'Counting, looking at, measuring: the thought has found its object.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:practi[sc]\\w+|learn\\w*|learnt|watch\\w+|know) (?:how to tie )?(?:the|that|the right) (?:knot|noose)|i know the (?:amount|dose|number|height|spot|tree)${END}|(?:amount|number|dose) (?:that is|which is|to be) enough`,
      `(?:hand|hands|fingers|thumb)${some(2)} (?:on|round|around) the (?:bottle|box of|pills|tablets|rail|railing|knife|blade|trigger|packet|gun|rope)\\b(?! (?:of (?:wine|milk|juice|chocolates)|opener))`,
      `(?:have|got|with|found) (?:the|my|enough|a) (?:\\w+ )?(?:${PILLS}|rope|gun|means|knife|stuff|way)${some(2)} to (?:do it|end it|die|kill|make sure|go through)`,
      `sharp (?:objects|things)\\b|measur\\w+ (?:the|how (?:high|far)) ?(?:drop|height|fall|it)?${some(3)} (?:landing|window|balcony|bridge|roof|stairs|banister|in my head|hundred times)|the drop from|fall would (?:be enough|do)`,
      `count(?:ed|ing)?${some(2)} (?:my |the |out (?:the|my) )?${PILLS}\\b(?! (?:into|for mum|for dad|for the (?:week|ward)))`,
      `(?:look|looked|looking|stare|stared|staring|keep looking) at (?:the|my|all the|that) (?:\\w+ )?(?:${PILLS}|knives|knife|razor|blade|rope|beam|bottle|cupboard|train|drop|water below)\\b`,
      `(?:month's|months|weeks|weeks'|big|whole) (?:supply|worth|box|prescription)${some(3)} (?:in one go|at once|all at once|together)|${PILLS} (?:are|is) in my (?:coat|bag|pocket|drawer|room|handbag|locker)|know how long it takes${some(6)} (?:ambulance|paramedics|anyone|them)|how long (?:the|an) ambulance`,
    ],
  },
  {
    name: 'at the edge',
    why: 'Standing before a drop or a line and being drawn. A view of the sea is not enough; the pull is what counts.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:stood|stand|standing|sat|sit|sitting|went|go|going|walked|walk|climbed|looked|looking|leaned|leant|parked|stopped|end up|ended up|been|was|drawn|cycled|drove|move|wait|waiting|hang(?:ing)? around|lingered|stay)${some(7)} (?:the |a |that |this |my )?${HEIGHT}\\b[^."\\n]{0,90}\\b${PULL}\\b`,
      `(?:looked|looking|look|stared|staring|peered|leaned|leaning) (?:down|over)${some(3)} (?:from|off|over)${some(3)} ${HEIGHT}[^"\\n]{0,80}\\b${PULL}`,
      `(?:when|whenever|every time|each time) (?:i|i am|the train|a train)${some(6)} (?:platform|bridge|balcony|roof|edge|tracks|motorway)[^."\\n]{0,80}\\b(?:edge|jump|step|close|fast one|what if|one step|over|under|think|pull|urge|imagine)`,
      `(?:thinking|thought|think|dream\\w*|keep (?:thinking|going back)|obsess\\w*|mind goes|drawn|pull) (?:about|of|to|by|back to) (?:the |that |a )?(?:train )?(?:bridge|viaduct|roof|tracks|railway|cliffs?|balcony|river|canal|platform|rail(?:way)? line|level crossing|multi storey|weir|reservoir)\\b(?! (?:walk|holiday|view|tournament|club|house|cruise))`,
      `(?:one|a|my) (?:leg|foot|feet|toes) (?:over|off|through) the (?:banister|rail|railing|barrier|edge|ledge|balcony|side|wall|parapet)`,
      `(?:other|wrong) side of the (?:rail|railing|barrier|fence|wall|bridge)s?`,
    ],
  },
  {
    name: 'near the means',
    why: 'Counting tablets or standing on a bridge, with nothing said of the pull.',
    weight: 'hint',
    bearer: 'own',
    adds: true,
    patterns: [
      `(?:stood|standing|sat)${some(5)} (?:on|at) (?:the|a) (?:bridge|ledge|edge|roof|railway|tracks|multi storey|train tracks)\\b`,
      `(?:drive|drove|driving|go|going|went)${some(3)} (?:faster|too fast|much too fast|over a hundred|without a (?:seat ?belt|helmet)|with my eyes (?:shut|closed)|no seat ?belt)`,
      `top (?:deck|floor|level|storey) of (?:the|a) (?:car park|multi storey|building|block)|(?:sit|sat|sitting|car)${some(6)} garage${some(6)} (?:door (?:down|shut|closed)|key|engine)|garage${some(4)} door (?:down|shut)|along the (?:line|tracks|railway)|(?:ninth|tenth|fifth|sixth|seventh|eighth|top|twelfth|third) floor${some(6)} (?:window|sill|balcony|lean)`,
      `(?:enough|plenty) (?:of them )?(?:now|there|by now)(?= ?[.,"\\n]|$)|just to know(?= ?[.,"\\n]|$)|do not${some(2)} mind what happens`,
      `(?:took|taken|swallowed) (?:all )?the (?:pills|tablets)${END}|(?<![a-z] )(?:all of them|every (?:last )?(?:one|single one)|the whole (?:lot|box|bottle))${END}`,
      `moved the key|hid the key|(?:hook|beam|rope|ladder) in (?:the|my) (?:garage|shed|loft|ceiling)`,
    ],
  },
];
