import { some, type Family } from './sign.ts';

/** The same dangers told in the language of parts: a firefighter with a blade is as near as a hand with one. */
export const signsInside: readonly Family[] = [
  {
    name: 'a part that would end it',
    why: 'A part plans, holds the means or speaks of dying. Suicidal parts are firefighters that want the pain to stop; the danger is the same.',
    weight: 'danger',
    bearer: 'inner',
    patterns: [
      `(?:has|have|had|got|hold(?:s|ing)?|holding|reach(?:es|ing)? for|wants?|picks? up|picked up|found|finds?|keeps?|takes? (?:out|up)|likes|offers?|offering|sharpen\\w*|show(?:s|ed) me)${some(2)} (?:the |a |its |that |his |her )(?:\\w+ )?(?:blades?|razors?(?: blades?)?|knife|knives|rope|gun|bottle of pills|pills|tablets|noose|scissors|lighter|matches|sharpener)\\b(?! (?:out of|away from|edge sharp|crowd))`,
      `(?:say(?:s|ing)?|said|suggest(?:s|ed|ing)?|whisper(?:s|ed|ing)?|wants?|talk(?:s|ing)? about|point(?:s|ed|ing)? (?:at|to|out)|keeps?|show(?:s|ed) me|likes|knows|chose|chosen|picked|looking at|thinks? (?:about|of)|recommends?)${some(4)} (?:the |a )(?:bridge|balcony|roof|train tracks?|tracks|platform|cliffs?|multi storey|overpass|river|canal|window ledge|open window)\\b(?! (?:walk|view|club|over there is pretty))`,
      `(?<!(?:nobody|no one|never|before they|before he|before she) (?:can|could|will|would)? ?)(?:pills|overdose|hang(?:ing)?|jump(?:ing|s)?|kill(?:ing|s|ed)?|murder|destroy|finish|end|strangle|burn|cut(?:s|ting)?|hurt(?:s|ing)?|punish(?:es|ing)?|harm(?:s|ing)?|starve) (?:me|us|all of us|the (?:whole )?(?:system|body|lot of us)|my body|itself|himself|herself|both of us|everything|it all|the whole (?:thing|lot))\\b(?! (?:feel|by|so|down|off|out|short|with (?:its|her|his) (?:look|word)))`,
      `(?:wants?|wish(?:es)?|longs?|decided|says?|thinks?|believes?|plans?|planning|ready|insists?|would rather|suggests?|keeps? (?:saying|suggesting|asking|telling))${some(5)} (?:to die|die|death|dead|dying|suicide|suicidal|stop (?:living|existing|breathing)|not (?:be|want to be) (?:here|alive)|be over|end it|end of us|end my|end our|out for good|no pain|sleep forever|forever sleep|stop for good|never wake|not wake)\\b(?! (?:than|of (?:shame|embarrassment|boredom)))`,
      `(?:holds?|keeps?|guards?|carries) (?:the|a) plan|even the day|thoughts are winning|got a knife|` +
        `measur\\w+ (?:the|how) |keeps? (?:us|me) alive|(?:steer|walk|driv|lead|tak|pull|drag|push|guid)\\w*${some(2)} (?:us|me|the car|it) (?:towards?|to|into|off|over|under) (?:the )?(?:river|bridge|edge|water|traffic|tracks|sea|roof|wheel|motorway|cliffs?|train)`,
      `(?:make|makes|making) (?:it|everything|this|the (?:pain|noise)|us) (?:all )?(?:stop|quiet|go away)(?: for (?:good|ever)| forever| permanently)?`,
      `(?:not|no more|never) (?:doing|having|seeing|facing|do) (?:another|any more) (?:birthday|day|christmas|year|winter|week|morning|spring)|(?:can|could|will) not do another (?:day|night|year|week)(?: alive)?`,
      `(?:wants? out(?! of (?:this|the|that|my|our|her|here))\\b|wants? out of (?:this|my|our) (?:life|body|world|skin)|only (?:door|way out|exit|option|answer|solution|way)|last (?:door|exit|option|resort)|final (?:solution|exit|act|answer)|way out for (?:all of us|good|us))`,
      `where (?:the )?(?:pills|tablets|knives|blades?|gun|rope|meds|razors?) (?:are|is)|knows where the`,
      `(?:too blended|can not|could not|unable|wo not|will not|too tired|did not want|not sure i want|nobody|none of (?:us|them))${some(6)} (?:take it off (?:him|her|it|them)|stop (?:it|him|her|them)|step back|argue with (?:it|him|her)|say no to it|hold it back|talk it (?:down|out))(?=[^"]*$)`,
      `(?:agreed|agrees|offered|promised) (?:to|on)${some(4)} (?:help it|let it|go along|together|for once|one thing|a date|a day)`,
      `(?:says|calls it|call it|thinks it is|tells me it is) (?:mercy|a mercy|kindness|peace|the kindest|release|rest)\\b`,
      `(?:says|calls it) it is (?:a )?(?:mercy|kindness|peace|release|the kindest)`,
    ],
  },
  {
    name: 'a part making ready',
    why: 'A part has a plan, a date, or is packing. Many a part that worries plans and packs for everything, so it needs more beside it.',
    weight: 'trace',
    bearer: 'inner',
    patterns: [
      `(?:something|it all|everything|things|it) (?:arranged|planned|sorted|set up|ready|worked out|prepared|lined up) (?:for (?:tonight|tomorrow|the weekend|us)|and)|(?:making|made|quietly making|started making) (?:the )?(?:arrangements|preparations)(?= ?[.,"\\n]|$| and\\b)|(?:has|have|had) (?:a|its|the) (?:\\w+ ){0,2}(?:plan|method|date|way out)\\b(?! to (?:get|clean|finish))`,
      `(?:stopped talking and|quietly|already) (?:started )?(?:packing|started packing|saying goodbye|saying its goodbyes|writing (?:the )?(?:letters|notes))`,
    ],
  },
];
