import { END, SOFT, some, type Family } from './sign.ts';

const DAY =
  '(?:tonight|tomorrow|today|now|soon|this (?:week|weekend|evening|morning|month)|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| morning)?|after (?:the )?(?:exams?|results|weekend|christmas|school|wedding|holidays)|before (?:the )?(?:weekend|christmas|spring|summer|winter|clocks)|by (?:the )?(?:weekend|morning|\\w+day))';
const LIMB = '(?:arms?|wrists?|thighs?|legs?|stomach|hips?|skin|ankles?|forearms?|shoulders?|chest|hand|belly|shins?)';
const THING = '(?:pistol|gun|shotgun|rifle|revolver|rope|noose|blades?|razors?|tablets|pills|insulin|morphine|hose|knife)';
const BRINK =
  '(?:platform edge|edge of the (?:platform|cliff|roof|quay|pier|bridge|water)|yellow line|parapet|ledge|railings?|fire escape|roof|rooftop|terrace|viaduct|gap in the fence|top of the (?:stairs|car park|cliff)|wall (?:at|by|of|over) the (?:canal|river|harbour|sea|dam|bridge|quay))';

/** Something decided, begun or within reach, in the many plain ways there are of saying so. */
export const signsOfResolve: readonly Family[] = [
  {
    name: 'resolved to end it',
    why: 'An end is decided on or was tried, and "it" has no other meaning in sight.',
    weight: 'danger',
    bearer: 'own',
    deniable: true,
    patterns: [
      `i (?:will|shall|am going to|am|want to|have to|need to|plan to|intend to|mean to|have decided to)${SOFT} (?:end|ending|finish) (?:it|this|things|everything|me|all)(?: all)?(?: for (?:me|myself)(?: too)?)?(?: ${DAY}|${END})`,
      `(?:tried|trying|attempted|meant|failed|managed)${SOFT} to (?:end|finish) (?:it|things|everything|all)(?: all)?(?: ${DAY}| last (?:night|week|month|\\w+day)| yesterday| twice| again|${END})`,
      `(?:decided|settled|set|settled on|fixed|concluded|chosen|resolved|promised myself)${some(6)} (?:to )?(?:die|end my life|take my (?:own )?life|kill myself|be dead|not (?:be|stay) alive)`,
      `death is (?:what|the only thing|all) i want|(?:mind is|mind) made up (?:about|on) (?:dying|death|it|ending)|(?:kill|end|hang|cut|hurt) your ?self|(?:can not|tired of|done) (?:stay(?:ing)?|be(?:ing)?|keep(?:ing)?) alive${some(2)} for (?:other people|them|him|her|everyone|others|the)|begun asking myself how|(?:going|gon) to do it otherwise|somebody to stop me|someone to stop me`,
      `take my (?:own )?life|end(?:ing)? my (?:own )?life|taking my (?:own )?life`,
      `do not intend to (?:see|reach|be here for) (?:it|my|the|another|next)|(?:will|shall) not live to (?:see|be)|(?:will|shall|want|wish|can)(?: to)? (?:not|no) (?:more|longer) (?:live|to live|be alive|exist)|no (?:more )?want(?: to)? (?:live|be alive)|not (?:more|any ?more) (?:want(?: to)? )?live|not want (?:live|be alive|exist)`,
      `(?:ways?|means|methods?|manner) of (?:dying|death|killing myself|doing it|going)(?! (?:in|of) (?:the|a) (?:film|book|game))|how to (?:finish|be done) with (?:me|myself|my life)|(?:picture|picturing|see|imagine|imagining|dream\\w*)${some(3)} (?:us|me|myself)(?: both| all)? (?:gone|dead|in the ground|hanging)`,
      `(?:actually|really|finally|definitely|still|seriously) (?:going to|gon) do it${END}|did not kill myself|have not (?:killed|hanged) myself|wants? me dead|envy the (?:dead|dying)|(?:dream|dreamt|dreamed)${some(4)} i (?:am|was) dead|it is (?:a|my) suicide`,
      `(?:die|dead|died)${END}(?=[^\\n]{0,30}(?:list|done|ticked))|(?:then|and|\\d) die${END}`,
      `(?:would|will) have to be (?:the )?both of us|take (?:him|her|them|the (?:baby|kids|children)) with me\\b(?! to )|(?:us|the) both (?:gone|dead)|walk(?:ed)? into the (?:sea|river|water|lake)`,
      `(?:not|stop|stopped) eating (?:till|until) i (?:am )?(?:gone|die|dead|disappear|am not)|go under and (?:stay|not)|stay under${END}`,
      `(?:chosen|chose|choosing|picked|pick|set|fixed|settled|decided|planned|planning|plan|arranged|arranging|appointed|resolved|determined)${some(5)} (?:my (?:own )?(?:death|suicide|dying)|(?:how|when) i (?:will|shall|am going to|want to|am to)? ?die)\\b(?! (?:certificate|scene|metal|cert|in (?:the|this) (?:game|play|film|book)))`,
    ],
  },
  {
    name: 'a day of one’s own',
    why: 'A day, an hour or a place picked, for something that is not named.',
    weight: 'hint',
    bearer: 'nearest',
    adds: true,
    patterns: [
      `(?:chosen|picked|chose|set|settled on|circled|decided|decided on|picked out|marked|know) (?:a|the|my|his|her|another|which)${some(2)} (?:day|night|date|hour|tree|pillar|bridge|spot|place|birthday|dress|beam|song|photo|weekend)\\b|(?:have|has) (?:chosen|picked|settled|decided) (?:it|how|when|where)\\b|already (?:decided|chosen|know|worked out|planned)${some(1)} (?:how|when|where|which)\\b`,
      `(?:nearly|almost|about to|meaning to|going to|actually|to) (?:do|doing|did) it${END}|do it (?:smart|right|properly|clean|this time)|meaning to do it|go(?:ing)? (?:back|up again) tomorrow|i will go up again|not yet${END}`,
      `i (?:will|shall|am) not (?:going to )?be (?:here|there|around|about|alive)${some(1)} (?:on|for|by|in|when|after|come|next|to see)\\b(?! (?:monday|tuesday|wednesday|thursday|friday) (?:as|because|due))`,
      `(?:going|go|gonna|want) (?:to )?be with (?:him|her|them|[a-z]+)${END}|(?:join|joining|meet|meeting) (?:him|her|them|mum|dad|nan|gran|grandad) (?:soon|again|up there|there|${DAY})`,
      `i tried (?:on |last )?(?:\\w+day|night|week|month)${END}|it did not work${END}|(?:it is going to be|it will be|it shall be) (?:on )?\\w+day\\b|i still want to${END}|another pillar|i gave it (?:a|one|two|three) (?:year|month|week)s?|not joking this time|i was not joking|this time (?:it is|i mean)|(?:lets?|letting|get|gets|getting) the (?:pressure|noise|pain|bad) out|stops the noise`,
    ],
  },
  {
    name: 'hurting the body',
    why: 'Cutting, burning and hitting oneself, told as something done again.',
    weight: 'danger',
    bearer: 'own',
    deniable: true,
    patterns: [
      `(?:i )?(?:have )?cut again${END}|(?:been|started|back to|stopped and started|still|keep) (?:cutting|burning|scratching)(?: again| myself| my \\w+|${END})(?! (?:down|back|grass|hay|out))|make (?:\\w+ )?cuts\\b|(?:cuts|lines|marks|burns|stripes) (?:on|under|up|across|along|down) my ${LIMB}\\b(?! (?:from|off) the (?:brambles|cat|roses|garden))`,
      `(?:burn|burned|burnt|cut|sliced|scratched|carved|stabbed|bit|scalded|scrubbed) (?:my|the inside of my|the back of my) ${LIMB}${some(4)} (?:on purpose|again|until|till|so|deliberately|because it|to (?:feel|calm|stop|make)|and (?:it|felt|call|said|told))`,
      `(?:hit|hitting|bang(?:ed|ing)?|smash(?:ed|ing)?|smack(?:ed|ing)?|bash(?:ed|ing)?|punch(?:ed|ing)?) (?:my|myself in the)(?: own)? (?:head|face|forehead|skull|legs?|thighs?|stomach)${some(2)} (?:off|on|against|into|until|till|til|again|so|with)|(?:on|with) purpose${some(8)} (?:${LIMB}|skin|iron|lighter|blade)`,
      `(?:new|fresh|hidden|spare|other) (?:blades?|razors?)|blades? (?:out of|from) (?:my|a|the) (?:sharpener|razor)|found the blades|where the (?:uniform|sleeves?|clothes|watch|shorts) (?:covers?|hides?)`,
    ],
  },
  {
    name: 'means to hand',
    why: 'The means or the brink named by somebody who is at it again and again.',
    weight: 'hint',
    bearer: 'own',
    adds: true,
    patterns: [
      `(?:the|a|his|my|dad's|grandad's) ${THING}${SOFT}(?: is| are| was| up| above| back| sits?| still)*${SOFT} (?:on|in|under|by|beside|above|behind) (?:the|my) (?:nightstand|bedside|table|bed|pillow|drawer|loft|shed|garage|wardrobe|seat|lap|attic|barn|boot|glovebox|couch|counter)|${THING}'?s? on the nightstand`,
      `(?:i )?(?:stand|stood|standing|sat|sit|sitting|been|went|go|climbed|walked|ride|rode|parked|stopped)${some(4)} (?:on|at|to|by|up on|over|near|out on) (?:the |a )?${BRINK}|foot (?:was )?over the edge|i leaned${END}|talk to the ledge|(?:climbed|climb|went|got) over (?:tonight|the (?:rail|railing|railings|barrier|fence|wall|parapet))|stood on the (?:outside|other side|wrong side)|held on with one hand|let go with one hand`,
      `(?:put|putting|set|setting|stor\\w+|sav\\w+|hoard\\w+|squirrel\\w+|keep|keeping|kept)${some(2)} (?:my |the |some |her |his )?(?:tablets|pills|meds|them|painkillers|sleepers|insulin)${some(1)} (?:by|aside|back|in the (?:sewing|biscuit|shoe)? ?(?:box|tin|drawer))\\b|saving them${some(5)} since|there are now enough|enough of them now`,
      `(?:everything|all|what) i (?:would |will )?need${some(2)} (?:is|for it|to do it)|got what i need|bought the (?:things|stuff)|buy the things|have the (?:stuff|things|bag packed)|the bag is packed|know where it is kept|know(?:s)? how to press`,
      `(?:do not|can not|not)${SOFT} (?:altogether )?(?:trust|be trusted)${some(2)} (?:myself|alone)|scared (?:of|by) how calm|(?:frightened|scared) myself|keep (?:looking at|going (?:back )?to|driving (?:past|to)|walking to) (?:the|that|one|a) (?:tree|bridge|quarry|roof|beam|river|platform|spot|drawer|gap)|one tree|slow down at the (?:gap|bend|bridge)`,
    ],
  },
];
