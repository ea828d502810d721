import { SOFT, some, type Family } from './sign.ts';

const ADV =
  '(?:,? (?:just|also|then|actually|even|really|always|often|sometimes|has|have|had|keeps?|kept|started|once|literally|never|only|first|still|again|both|suddenly|nearly|almost))*';

/** Danger from another person: violence, threats, control. Whoever does it is looked for in the sentence. */
export const signsOfViolence: readonly Family[] = [
  {
    name: 'violence',
    why: 'Somebody hurts the writer now or did of late. Long ago it is history; done to somebody else it is worry for another.',
    weight: 'danger',
    bearer: 'other',
    patterns: [
      `(?:hit|hits|hitting|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)?|chok(?:es?|ed|ing)|strangl(?:es?|ed|ing)|throttl(?:es?|ed|ing)|headbutt\\w*|batter(?:s|ed|ing)?|rap(?:es?|ed|ing)|assault(?:s|ed|ing)?|attack(?:s|ed|ing)?|stab(?:s|bed)?|burn(?:s|ed|t)?|bit|bites|thump(?:s|ed)?|smack(?:s|ed)?|whip(?:s|ped)?|belt(?:s|ed)?|abus(?:es?|ed|ing)|molest(?:s|ed)?|grop(?:es?|ed)|beat(?:s|en|ing)?|hurt(?:s|ing)?)(?: and \\w+)? (?:me|us|on me|me and the kids)\\b(?! (?:up (?:about|for|on)|like a|that|at (?:scrabble|chess|pool|cards|tennis|everything|golf|darts|monopoly|snap|rummy|uno|the)|to (?:the|it)|with (?:a|the) (?:question|bill|news|idea|pillow|snowball|one of)|so hard that it|for a lift|by \\d+|in (?:the )?(?:final|race|game|sparring|chess)|when i (?:read|saw|heard)|hard, the))`,
      `(?:hands?|fingers|arm|belt|scarf|cord|pillow)${some(2)} (?:round|around|on|over|to) my (?:throat|neck|mouth|face|windpipe)`,
      `(?:grab(?:s|bed)?|drag(?:s|ged)?|shov(?:es?|ed)|push(?:es|ed)?|threw|throws|slam(?:s|med)?|pin(?:s|ned)?|held|holds|shook|pull(?:s|ed)?|knock(?:s|ed)?)${ADV} (?:me|us) (?:by (?:the|my)|down|against|into|onto|off|up against|across|to the (?:floor|ground|wall)|out of the|so hard|about|around)\\b(?! (?:aside|into (?:a hug|the conversation|doing)|to the (?:pub|shops|cinema)|up (?:on|about)))`,
      `(?:broke|breaks|fractured|bruised|split|twisted|cracked|blacked|dislocated) my (?:arm|wrist|nose|rib|ribs|jaw|lip|finger|fingers|eye|tooth|teeth|collarbone|cheek|leg|hand)\\b`,
      `(?:forces?|forced|made|makes|making|pressur\\w+|coerc\\w+)${ADV} (?:me|himself on me|herself on me|themselves on me) (?:to |into )?(?:have sex|sleep with|do things|touch|on me|sex|undress|marry)|(?:would not|will not|did not|does not) (?:stop|take no) when i (?:said|say|tell|told|asked)|i said no and (?:he|she|they)`,
      `(?:touch(?:es|ed|ing)?|comes? (?:into|in)|came (?:into|in)|gets? into|got into)${some(2)} (?:me|my (?:room|bed)) (?:at night|in ways|where|down there|when (?:mum|everyone|my mum|they)|and (?:i|he|does)|under|again)`,
      `(?:told|said to|lied to|telling) (?:the )?(?:doctor|nurse|hospital|a and e|a e|er|everyone|people|school|work|mum|them|her|midwife)${some(3)} (?:i (?:had |would |have )?(?:fell|fallen|walked into|tripped|slipped)|it was (?:an accident|the (?:door|stairs|dog)))`,
      `(?:cover(?:ed|ing)?|conceal\\w*|make ?up|foundation|sunglasses|scarf|hid|hide|hiding)${some(5)} (?:bruises?|black eye|marks|handprint|his fingers)|(?:bruise|bruises|handprint|fingermarks)${some(3)} (?:from|where|shaped|on my (?:neck|arm|arms|face|throat|wrist|ribs)) ?(?:he|she|his|her|him)?`,
      `(?:end(?:ed)? up|was|been|back) (?:in|at) (?:a and e|a e|er|hospital|casualty)${some(5)} (?:because of (?:him|her)|after (?:he|she)|again and i (?:said|told))`,
      `(?:chair|wardrobe|chest of drawers|knife|hammer|phone|something heavy)${some(3)} (?:under|against|behind|wedged|across)${some(3)} (?:door|handle|doorknob|pillow)|sleep (?:with (?:the|a|my) (?:door locked|chair|knife|keys)|in (?:the car|my clothes|my shoes) (?:in case|because|so))|(?:bag|suitcase) packed${some(5)} (?:hid\\w*|case|under|boot|neighbou?r)`,
      `(?:threw|throws|chucked|hurled|lobbed|smashed|flung) (?:a|the|his|her|my|things|plates?|hot) ?\\w* (?:at|next to|past|beside|towards?|over) (?:me|my head|us)\\b`,
      `spat (?:on|at|in) (?:me|my)|(?:with|took) (?:his|her|a|the) belt (?:to me|again|last night|until)|(?:beats?|hit|whipped|beating) (?:me )?with (?:his|her|a|the) `,
      `(?:held|holds|pressed|pushed|put|forced) my (?:arm|hand|head|face|fingers|hands) (?:on|in|under|to|over|against|into|down) (?:the|a|his|her)|it was a \\w* ?accident|accident at work(?= ?[.,])`,
      `(?:did it|done it|hits|hit) (?:\\w+ )?in front of the (?:kids|children|baby|boys|girls)`,
    ],
  },
  {
    name: 'threat',
    why: 'Somebody says what they will do to the writer. "Mum will kill me about the carpet" has no threat in it.',
    weight: 'danger',
    bearer: 'other',
    patterns: [
      `(?:threaten(?:s|ed|ing)?)${some(4)} (?:me|us|my|to (?:kill|hurt|hit|burn|shoot|stab|take|find|tell|post|leak|release|send|deport|report|have me|get me|out me|cut|come|smash|throw)|the (?:kids|children)|with (?:a|the) (?:knife|gun|hammer|bat|bottle|belt))`,
      `(?:says?|said|saying|tells? me|told me|telling me|swears?|swore|promis(?:ed|es)|warns?|warned me|shouted|screamed|text(?:s|ed)(?: me)?|messaged(?: me)?|whispered|reckons)(?: that| if [a-z' ]{2,40}| next time| one day)*,? (?:he|she|they|i)${ADV} (?:will|would|is going to|was going to|are going to|can|could)${ADV} (?:kill|hurt|find|shoot|bury|finish|stab|burn|get|destroy|ruin|end|hunt|slit|strangle|drown|break|make (?:sure|me)|put me|take the (?:kids|children|baby)|set fire|beat|smash|track|come (?:for|to|round|after)|come and find|visit|get my|do (?:worse|it|time)|not get up|be next|be sorry|regret)`,
      `(?:next time|one day) (?:i|he|she|they)${ADV} (?:will|would|wo)(?: not)?${ADV} (?:get up|wake up|kill|finish|not miss|be so lucky|walk away|live|survive|stop)`,
      `(?:kill|shoot|stab|bury|strangle|drown|burn|hurt|murder) me${some(4)} (?:if i (?:leave|left|tell|told|go|went|file|talk|say|report|divorce|ever|try)|and (?:the kids|himself|herself|then|my|make it)|before (?:he|she|they) (?:would|let)|in my sleep|one (?:day|night|of these)|and (?:nobody|no one)|for leaving)|(?:if (?:he|she) can not have me (?:nobody|no one)|(?:nobody|no one) else (?:will|can) have me|break my (?:legs|fingers|neck|arms|jaw)|find me wherever|(?:knows?|know) where (?:i|my (?:mum|family|kids|sister|nan)) (?:lives?|goes|go)|deport me|(?:rather|sooner) (?:see me dead|bury me)|if i tell(?: anyone| mum| dad| school| people)?,? (?:mum|dad|he|she|they|i|nobody|the police) (?:will|would|goes|go|gets?)|photographed my|(?:our|a|their) (?:little |special )?secret|wants? me dead|sharpen(?:ing|ed|s)${some(2)} knife|finish the job|i would be next|bury me in|dig my grave|never see (?:the|my) (?:kids|children|baby|daughter|son|girls|boys) again|make sure i never)`,
      `(?:pulled|held|holds|waved|pointed|came at me with|got out|put) (?:a|the|his|her) (?:kitchen |carving )?(?:knife|gun|hammer|bat|screwdriver|bottle)${some(3)} (?:on|at|to|out|me|my|in my)`,
      `(?:will|would|could|might|going to|is) (?:actually |really )?(?:kill|hurt|shoot|find) (?:me|us)\\b[^.\\n]{0,40}(?:means? it|serious|not joking|believe (?:him|her|them|it)|one day|scared|if i (?:leave|tell|go))`,
      `(?:means it|mean it)\\b[^.\\n]{0,30}(?:scared|afraid|kill|hurt)`,
    ],
  },
  {
    name: 'fear of somebody',
    why: 'Afraid of one’s own home or of the one who lives in it.',
    weight: 'danger',
    bearer: 'own',
    patterns: [
      `(?:scared|afraid|frightened|terrified|dread(?:ing)?|petrified|too scared|fear(?:ful)?)${SOFT} (?:of|to|for when)${SOFT} (?:him|her|them|go home|going home|be (?:at )?home|come home|sleep in|be in (?:the|this|my) (?:own )?house|leave him|leave her|be alone with (?:him|her|my)|my (?:husband|wife|partner|boyfriend|girlfriend|dad|father|mother|mum|stepdad|step dad|stepfather|brother|uncle|son|ex|carer|housemate|flatmate|landlord)|when he|when she|the sound of his|(?:of )?what (?:he|she|they)(?: will| would| might| is going to| could)? (?:do|say))\\b(?! (?:after the (?:exam|results)|because of the exam))`,
      `(?:not|never|do not feel|no longer) (?:feel(?:ing)? )?safe (?:at home|in (?:this|my|my own|the|our) (?:house|home|flat|bed|room)|here|with (?:him|her|them|my)|around (?:him|her|them|my)|any ?more at home|when (?:he|she) is|living)`,
      `(?:lock(?:ed)?|hid(?:ing|den)?|barricad\\w+|shut|writing this)${some(5)} (?:in )?(?:the |my )?(?:bathroom|toilet|car|bedroom|wardrobe|closet|shed|loo|cupboard|room)${some(6)} (?:door locked|until he|until she|from (?:him|her|them)|till (?:he|she)|so (?:he|she)|because (?:he|she)|in case (?:he|she)|while (?:he|she)|he (?:is|was)|she (?:is|was))`,
      `(?:dare not|too (?:scared|frightened|afraid) to) (?:sleep|eat|go home|move|leave|speak|breathe|answer|tell|say no|go to bed|close my eyes)`,
      `(?:finds?|found) (?:the|my) (?:bag i packed|packed bag|bag|suitcase|escape|money i|phone i)${some(3)}`,
      `(?:before|when|until|by the time) (?:he|she|they) (?:gets?|comes?|is|wakes?) (?:back|home|in|up)${some(4)} (?:scared|afraid|hide|hiding|safe|out of here|hit|hurt|kick\\w* off)`,
    ],
  },
  {
    name: 'control',
    why: 'Isolation, watching, taking papers and money: coercive control comes before the worst violence. One such thing alone may be a quarrel.',
    weight: 'hint',
    bearer: 'other',
    adds: true,
    patterns: [
      `(?:checks?|reads?|goes? through|looks? through|monitors?|track(?:s|ed)|took|takes|has taken|has got|confiscat\\w+|smashed|broke|controls?|watches|listens? (?:in )?to|listening to|has|keeps?|hides?|hid|listened to|scrolls? through)${ADV} (?:all )?(?:of )?my (?:phone|messages|texts|emails?|calls|passwords|location|bank (?:card|account)|cards?|money|wages|pay|passport|papers|visa|documents|keys|car keys|meds|medication|post|mail|every move|whereabouts|benefits|inhaler|wheelchair|glasses|pension|savings|id)\\b`,
      `(?:everything i (?:spend|wear|eat|buy|do)|every penny|where i (?:go|am|have been)|how long i (?:am|was)|who i (?:see|talk to|speak to|text))${some(4)} (?:checks?|asks|has to know|receipts?|times|counts|demands?|on my phone|on the app|he|she)|(?:monitors?|track(?:s|ed)?|follows?|checks?|times) (?:where|when|how long|who|everything|what) i`,
      `(?:keeps?|holds?|has|took|locked away|burned|hid) my (?:passport|papers|visa|bank card|keys|phone)`,
      `(?:lock(?:s|ed)?|shut(?:s)?) (?:me|us) (?:in|out|up|in the|out of)\\b|stands? (?:in|behind|at|in front of) the door|block(?:s|ed)? the door(?:way)?`,
      `(?:will not|does not|would not|did not|never|refuses to)(?: \\w+)? let(?:s|ting)? (?:me|us)${SOFT} (?:leave|go|see|have|work|talk|speak|drive|out|sleep|eat|call|ring|visit|get a job|use|near|wear|shut the door|be alone)\\b(?! (?:of the (?:bake|bill)|to bed without))`,
      `(?:not|no longer|never) (?:permitted|allowed)${SOFT} (?:to|out|a|my|by him|by her|any|visitors|friends|in the|on the|now|near)\\b|is not permitted|forbid(?:s|den)|forbade`,
      `(?:waits?|waiting|sits?|parked|hangs? around|turn(?:s|ed)? up|shows? up|stood|appears?) (?:\\w+ )?(?:by my car|outside|at my (?:work|door|school|gym|flat)|in (?:his|her) car (?:outside|opposite)|across the (?:road|street))\\b[^.\\n]{0,40}|(?:following|follows|followed|stalk\\w*|watching) (?:me|us)\\b(?! (?:on (?:insta|strava|twitter)|back|in line|around the (?:kitchen|house) for))|found out where i (?:work|live)|knows where i (?:live|work|sleep|park)`,
      `takes the (?:car )?(?:keys|router|phone|money|remote)|if i am not (?:home|by|back|there|in|answering)|price to pay|pay for it later|(?:men|people|guy|someone) i owe|i have (?:until|till) (?:mon|tues|wednes|thurs|fri|satur|sun)day|sitting in (?:the|a|his) (?:van|car|truck) (?:opposite|outside)|out of prison|found out i am (?:gay|trans|pregnant|seeing|leaving|bi)|bring me home|when (?:he|she) (?:drinks|is drunk|has been drinking)|his temper|the state (?:he|she) gets in`,
      `(?:makes?|made|forces?|forced) me (?:sleep|kneel|beg|stand|apologi[sz]e on|eat|hand over|delete|quit|give up|show)\\b|(?:cut|cuts|cutting|isolat\\w+) me off from|(?:has|got|kept) (?:a|his|her) (?:own )?key${some(4)} (?:comes in|lets (?:himself|herself)|at night|let himself)|drives? (?:like a|too fast|at (?:a )?\\w+)${some(4)} (?:scare|frighten) me|i (?:owe|borrowed)${some(5)} (?:money|from)|(?:took|takes|taken|got|has) (?:the kids'?|the children's|our|my) passports?\\b|(?:throws?|threw|throwing) things|putting (?:things|something) in my (?:food|tea|drink)|(?:fist|foot|boot)${some(2)} through (?:the|a|my)|if i am late|times (?:it|me|how long)|what (?:he|she) could do|broke my phone|keys between my fingers|smash(?:es|ed) (?:the|my) (?:phone|plates|door|windows?)|punch(?:es|ed)? (?:the )?(?:wall|door|holes)|kill(?:ed|s)? (?:my|the) (?:cat|dog|rabbit|hamster|pet)`,
      `restraining order|non ?molestation|injunction against|let (?:the|my) (?:tyres|tires) down|slashed (?:the|my) (?:tyres|tires)|dead (?:bird|cat|rat)|photo of me (?:sleeping|asleep)|(?:revenge|private|naked) (?:photos|pictures|porn)|tracker|hidden camera|cameras? (?:in|inside) (?:the|my|our)`,
      `(?:cleans?|cleaned|shows?|showed|waves?|owns?|has|got) (?:me )?(?:his|her|a|the) (?:rifle|gun|shotgun|knife|pistol|machete|weapon)s?\\b`,
      `bruis(?:e|es|ed|ing)|black eye|marks on my (?:neck|arms?|throat|wrists?)|(?:can|could) not (?:sit|lie|walk) (?:down|on|properly)|split lip|(?:says|said) sorry (?:and|after|then|with)|(?:cried|sorry|flowers|lovely|gentle|kind) (?:after|afterwards|the next day|each time)`,
      `(?:please|pls) do not tell|nobody (?:would|will|going to) believe|who (?:is going to|would|will|is) believe (?:me)?|do not know who to tell|told the neighbou?rs i am (?:ill|mad|crazy)|say(?:s)? i am (?:the )?(?:mad|crazy|insane|ill)|tell(?:s)? (?:everyone|people|them) i am (?:mad|crazy|unstable|ill)`,
      `(?:marry|marriage|wedding|married|engaged|a man waiting|man is waiting|flights?)\\b[^.\\n]{0,80}(?:can not say no|no choice|against my will|do not know him|never met|will not let me|he is (?:forty|fifty|old)|waiting for me there|if i refuse|disown|honou?r|back home)|(?:took my passport|send(?:ing)? me (?:back|away|abroad)|booked (?:the|my) flights?)\\b`,
      `walking on eggshells|mood(?:s)? (?:changes|turn|flip)|like a (?:prisoner|hostage|servant|slave)|owns me|(?:he|she) (?:decides|chooses) what i (?:wear|eat|say)`,
      `(?:carer|nurse|staff|grandson|nephew|son|daughter)${some(4)} (?:rough|handles? me|pinches|shouts at me|takes my (?:money|pension|pills)|leaves me (?:wet|without|alone))`,
    ],
  },
];
