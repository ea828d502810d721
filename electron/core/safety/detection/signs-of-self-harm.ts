import { SOFT, some, type Family } from './sign.ts';

const BODY =
  '(?:arms?|wrists?|legs?|thighs?|hips?|stomach|skin|ankles?|forearms?|hands?|calves|ribs|belly|shoulders?|chest|face|neck|body)';

/** Hurting oneself on purpose. */
export const signsOfSelfHarm: readonly Family[] = [
  {
    name: 'hurting oneself',
    why: 'The act named with the writer as its object; shaving, cooking and sport are taken out beforehand as harmless.',
    weight: 'danger',
    bearer: 'own',
    deniable: true,
    patterns: [
      `(?:cut(?:ting)?|slic(?:e|ed|ing)|burn(?:ing|ed|t)?|hurt(?:ing)?|harm(?:ing|ed)?|injur(?:e|ed|ing)|scratch(?:ing|ed)?|hit(?:ting)?|punch(?:ing|ed)?|bit(?:e|ing)?|carv(?:e|ed|ing)|brand(?:ed|ing)?|starv(?:e|ed|ing)|bruis(?:e|ed|ing)|stab(?:bed|bing)?|punish(?:ed|ing)?|beat(?:ing)? up on|slap(?:ped|ping)?)${SOFT} myself\\b(?! (?:short|off|some|a (?:slice|piece|break)|on the (?:bread|tin|kitchen|oven|grater|cheese)|shaving|chopping|up (?:about|over)|with (?:the|a) (?:kitchen|bread|peeler)|at (?:the )?(?:gym|football|training|five)|playing|lifting|running|trying|falling))`,
      `(?:cut|cuts|cutting|slic(?:e|ed|ing)|burn(?:ing|ed|t)?|scratch(?:ing|ed)?|carv(?:e|ed|ing)|stab(?:bed|bing)?|bit(?:e|ing)|claw(?:ed|ing)?|dig(?:ging)?|dug|drag(?:ged|ging)?|drew|draw(?:n|ing)?|press(?:ed|ing)?|hack(?:ed|ing)|mark(?:ed|ing)?|doing (?:the )?\\w+(?: \\w+)? to)${some(4)} (?:up |into |across |on |to |along |down |against )?my${SOFT} ${BODY}\\b(?! (?:on the|with the (?:oven|iron|kettle|tray)|shaving|hair|gardening))`,
      `(?:self harm(?:ing|ed|s)?|sh|s h)\\b(?= (?:again|tonight|today|last night|streak|urges?|relapse\\w*|is back|since|scars? (?:are )?(?:new|fresh)|every|this|at|on my))`,
      `(?:self harm(?:ing|ed|s)?)\\b(?! (?:and disclosures|training|policy|awareness|prevention|support|module|theory|scars?))`,
      `i (?:have |had |did )?(?:started |been |just )?(?:cut|cutting|burn|burned|burnt) (?:again|deep\\w*|last night|tonight|this morning|today|bc|because|until|till|to feel|so|every|when|in the)\\b(?! (?:the|my (?:hair|hand|finger|tongue)|some|up))`,
      `(?:blade|razor|razors|lighter|sharpener|scissors|knife|glass|needle|compass|box cutter|stanley)${some(5)} (?:again|skin|${BODY}|calling (?:me|to)|in my (?:hand|drawer|pocket|sock)|under my (?:bed|pillow|mattress)|tonight|out and|to feel|deeper|urge\\w*)\\b(?! (?:hair|shav))`,
      `(?:urges?|want(?:ed|ing)?|need(?:ed|ing)?|tempted|itch(?:ing)?|crav(?:e|ing)|started|began|back to|going back to|gone back to)(?: to| for| is to| of)*${SOFT} (?:cut|cutting|hurt (?:me|myself)|bleed|burn (?:me|myself|my)|self harm|harm (?:me|myself)|the blade|the razor|sh|see blood|slice)(?! (?:down|back|out|off|short|costs|carbs|sugar|my hair|corners|the|class|loose|it fine|a))\\b`,
      `(?:hit|hitting|bang(?:ed|ing)?|smash(?:ed|ing)?|punch(?:ed|ing)?|slamm(?:ed|ing))${some(2)} (?:my (?:own )?(?:head|face|fists?|thighs?|legs?)|the wall|walls)${some(3)} (?:until|till|against|again and again|so hard|bled|bleeding|on purpose|over and over)`,
      `(?:starving|purging|bingeing|binging|drinking|burning|scratching) and cutting\\b|cutting and (?:starving|purging|burning|drinking|lying|bingeing|binging|hiding)\\b`,
      `(?:made|make|making|did|do|have|hid|hide|count(?:ed|ing)?)(?: the| my| more| new| some| fresh| little)* cuts${some(2)} (?:where|on|under|with|again|so|every|deeper|this|because)\\b`,
      `(?:keep|kept|can not stop|could not stop|started|been|went back to|gone back to|back to) (?:on )?(?:cutting|burning|slicing)(?: again| more)?(?= ?[.,"\\n]|$| (?:and|i|because|every|when|so|at|in the (?:bath|toilet|night)|since|even|deeper)\\b)`,
      `(?:burn|cut|hurt|scald|hit|injur|fell|crash|starv|scratch|graz|bruis)\\w*${some(9)} (?:on purpose|deliberately)|(?:on purpose|deliberately)${some(3)} (?:burn|cut|hurt|scald|hit|injur|crash|starv|scratch)\\w*`,
      `(?:razor|blade|razor blade|sharpener|scalpel|glass)s?${some(5)} (?:phone case|wallet|pencil case|purse|bra|locker|school bag|make ?up bag)|(?:bath|bed|bathroom|room|floor|toilet|car|shower)${some(2)} with (?:the|a|my) (?:blade|razor|knife|scissors|pills|tablets|rope|gun)(?= ?[.,"\\n]|$| (?:and|in|again|next)\\b)`,
      `(?:did|do|done|doing) (?:it|this|that) to myself(?= ?[.,"\\n]|$| (?:again|on|last|and)\\b)|(?:bleed\\w*|blood)${some(5)} (?:did it|by) myself`,
      `(?:until|till|so|made it|it) (?:it |i |they )?(?:bleeds?|bled|blood|see (?:lights|stars|blood))\\b(?! (?:on the pitch|gums))`,
      `(?:relapsed|relapse)\\b${some(12)} (?:clean|cut|cuts|blade|${BODY}|sleeves|scars|razor|sh|self harm)`,
      `(?:months?|weeks?|years?|days?|streak) (?:clean |free )?(?:down the drain|gone|back to (?:zero|day one)|is at zero|broken|ruined)`,
      `(?:sh|self harm|clean|cutting) streak${some(4)} (?:zero|day one|broken|over|gone|reset|again)`,
      `pour(?:ed|ing)?${some(4)} (?:boiling|kettle|hot water|bleach|over my (?:hand|arm|skin|leg|foot)|on my (?:skin|hand|arm|leg))`,
      `(?:stub|stubbed|put|putting|press\\w*) (?:out )?(?:a |the |my )?(?:cigarette|cigarettes|lighter|iron|match|fag)s? (?:out )?(?:on|to|against|into) my`,
      `(?:pain|hurt\\w*|cut\\w*|bleeding|blade|blood|burn\\w*|scratch\\w*|bruis\\w+)${some(6)} (?:only thing (?:that|which)|at least (?:then )?(?:i|it)|makes? (?:it|the noise|everything|me) (?:go |feel )?(?:quiet|real|away|calm|better|something)|lets? the (?:pressure|pain) (?:go|out))`,
      `(?:cutting|burning myself|hurting myself|self harm(?:ing)?|the (?:blade|razor))(?: it)?(?: always| really| still| just| only| never fails to)* (?:helps?|helped|calms?|calmed|soothes?|soothed|relaxes|relaxed|settles?|quiets?|takes the edge off|works)(?! (?:to|my|her|him|them|us|the (?:lawn|dough|cost))\\b)`,
      `(?:helps?|helped|calms? me|calmed me)(?: me)?(?: down)? (?:when|if|to) (?:i )?(?:cut|burn myself|hurt myself)(?= ?[.,"\\n]|$| (?:again|deep\\w*|too)\\b)`,
      `(?:stop|keep|prevent) (?:myself|me) from (?:hurting|cutting|harming|burning|doing something) (?:myself|stupid)?`,
      `(?:afraid|scared|frightened|terrified|worried)(?: that)?(?: of)?(?: what)? i (?:am going to|will|might|could|may)(?: just)? (?:hurt myself|do something|do to myself|do it|not stop)`,
      `do something (?:stupid|silly|bad|drastic|i can not take back|permanent|final) (?:to myself|tonight|soon|if)`,
      `(?:fresh|new|more|open) (?:cuts?|burns?|marks?|scars?|wounds?|lines?) (?:on|up|down|across|under|all)`,
      `(?:don not|not) (?:eaten|eat|eating)${some(3)} (?:on purpose|to punish|as punishment|until i disappear)`,
    ],
  },
  {
    name: 'hidden marks',
    why: 'Long sleeves in the heat, plasters and stained sheets are what is told when the rest is not.',
    weight: 'hint',
    bearer: 'own',
    patterns: [
      `long sleeves?${some(6)} (?:july|august|june|summer|heat|season|hot|degrees|year round|pe|again|in this weather|at the (?:beach|pool))`,
      `(?:hide|hiding|cover|covering|covered|hid)${some(3)} (?:the |my )?(?:cuts|marks|scars|arms|wrists|burns|bandages?|plasters)`,
      `blood (?:on|in|all over) (?:the|my) (?:sheets?|sleeves?|towel|sink|bath|bathroom|carpet|tissue)s?`,
      `barcode|tiger stripes|cat scratches`,
    ],
  },
];
