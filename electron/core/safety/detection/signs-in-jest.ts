import { END, SOFT, some, type Family } from './sign.ts';

const FOREVER = '(?:permanently|perma|forever|for good|for ever|for keeps|for all time|this time for real|no coming back)';

/** Leaving life told as leaving work, a game, a theatre or a train. Each is a hint: gamers, actors and travellers say the same in earnest. */
export const signsInJest: readonly Family[] = [
  {
    name: 'a journey without return',
    why: 'A holiday, a bus or a flight from which nobody comes back.',
    weight: 'hint',
    bearer: 'nearest',
    adds: true,
    patterns: [
      `(?:no|without a|without|not a) return (?:ticket|journey|trip|flight|leg)|(?:one way|single) (?:ticket|trip|flight|journey|bus)\\b|no return one|vacation with no|(?:the|an|early|last|next|my|this) (?:\\w+ )?(?:bus|train|stop|exit|flight|ferry|taxi) out of (?:this|life|here|it all)|heaven (?:vacation|holiday|trip|bound)`,
      `(?:hop|get|step|jump)(?:ping|ting)? off (?:at )?(?:the next stop|this (?:ride|planet|world|rock|train|merry go round))|fare (?:has )?(?:already )?been paid|freedom bird|i will not be (?:walking|needing) that (?:far|long)|where i am going(?= ?[.,"\\n]|$| (?:i|you|there|they|it|nobody)\\b)`,
      `(?:come|coming) back as (?:a|an|the)\\b|reincarnat\\w+|knock(?:ing)? on heaven|(?:up there|heaven)${some(3)} (?:knock|join)|framed (?:nicely )?on the wall|photo with (?:a )?garland|be a star${some(3)} up there`,
    ],
  },
  {
    name: 'the last act',
    why: 'Logging off, clocking off, credits, curtains, closing down, for good.',
    weight: 'hint',
    bearer: 'nearest',
    adds: true,
    patterns: [
      `(?:log(?:ging|ged)?|clock(?:ing|ed)?|sign(?:ing|ed)?|switch(?:ing|ed)?|shut(?:ting)?|check(?:ing|ed)?|punch(?:ing|ed)?|tap(?:ping|ped)?|bow(?:ing|ed)?)${some(1)} (?:off|out|down)${SOFT},?\\.? ?${FOREVER}|${FOREVER} (?:log(?:ging|ged)?|clock(?:ing|ed)?|sign(?:ing|ed)?) (?:off|out)|clocking off${END}`,
      `(?:end|roll|closing|final) (?:the )?(?:end )?credits|final (?:curtain|solution|commit|level|season|episode|boss|exit|bow|broadcast|post|push)|no encore|no sequel|no rollback|no respawn|series finale|exit stage|(?:closing|leaving) ceremony|dissolve the company|close the whole (?:building|show|shop)|striking the set|class dismissed|rm ,? ?rf|endex|cheque please|check please|last big push`,
      `(?:cancel(?:ling|led)?|end(?:ing|ed)?|quit(?:ting)?|expire[sd]?|unsubscrib\\w+|uninstall\\w*|delet(?:e|ing)|terminat\\w+|resign\\w*) (?:my |from |the )?(?:\\w+ )?(?:subscription to (?:life|living|existence)|existence|membership of (?:life|the human)|life|being (?:a person|alive|me))`,
      `(?:disappearing|vanishing) act|unavailable${some(2)} for (?:her|his|the|their) (?:bday|birthday|wedding|christmas)|the (?:permanent|final|last) (?:one|tool|option|fix|answer|exit)${END}|one tool left|five day (?:one|plan)|be (?:\\d+|twenty \\w+) by the weekend|work (?:till|until) you drop|soon i drop|tired (?:til|till|until) dead|small replacement|there is no flip side|bridge day`,
      `(?:my|the|third|fourth|silly|clumsy)${some(2)} "?fall"?${END}|walked into (?:a|the) door(?: again)?|(?:keep|learn to keep) my (?:mouth|trap) shut|funny mad|(?:practi[sc]ing|learning) (?:being|to be) quiet`,
      `last (?:entry|page|note|class|delivery|shift|letter|practice)${END}|whoever (?:comes across|finds|reads) (?:this|it|the notebook)|if this (?:diary|notebook|journal) stops|you can work out the ending|nothing left on the list|no more errands|my portion is finished|all square (?:now)?${END}|owe nobody`,
    ],
  },
];
