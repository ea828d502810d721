/**
 * What messages about danger are made of, however it is put: each theme with the words that belong to it. No word means danger by itself.
 * The themes of neighbouring sentences, taken together, are what the model learns from, so that it can know words it has never met in an example.
 */
const WORDS: Readonly<Record<string, string>> = {
  dying:
    'die dies died dying dead death deaths deceased suicide suicidal kill kills killed killing killer murder murdered unalive unaliving overdose overdosed od kms kys ctb drown drowned drowning hang hanged hanging hung jump jumping jumped suffocate perish corpse coffin grave graves funeral hearse buried bury cremation ashes undertaker headstone cemetery morgue afterlife heaven reaper eulogy obituary wake noose lethal fatal',
  ending:
    'end ends ended ending over stop stops stopped stopping finish finishes finished finishing done final finally last quit quits quitting exit exits exiting leave leaves leaving left depart departing gone disappear disappears disappearing vanish vanishing cease erase erased delete deleting deleted unsubscribe uninstall logout permanent permanently forever nothingness terminate termination close closing curtain epilogue credits checkout offline respawn reincarnation unfollow',
  living:
    'live lives living alive life exist exists existing existence breathe breathing breath stay stays staying stayed remain remaining survive surviving survived continue continuing awake wake waking woke born onwards',
  rest: 'sleep sleeps sleeping asleep slept rest resting rested peace peaceful quiet quieter silence silent still stillness nap lie bed dark darkness nothing blank off',
  calm: 'calm calmer calmly light lighter lightness relief relieved settled ready certain sure decided decision resolved easy easier clear clearer happy happier cheerful content serene free freed finally strangely oddly funny weird weirdly lovely sunny smiling',
  goodbye:
    'goodbye goodbyes bye byee byeee farewell hug hugged hugging hugs kiss kissed thank thanks thanked thankful grateful sorry apologise apologised apologized apologies forgive forgave forgiven forgiveness love loved xx xxx remember remembered proud memory memories amends',
  giving:
    'give gave given giving gives hand handed handing pass passed passing donate donated lend lent post posted bequeath inherit promised keep rehome rehomed rehoming dropped adopt adopted share leave left label labelled labels wrapped bagged sold',
  keepsakes:
    'ring rings watch medal medals necklace bracelet earrings jewellery jewelry brooch locket piano guitar violin fiddle ukulele drum records vinyl bike bicycle car van motorbike console playstation xbox switch laptop ipad books bookcase tools toolbox toolkit jacket coat boots trainers dress sari camera photos photo photographs album albums teddy collection stamps coins rod rods skateboard hoodie headphones account skins loot chain clock',
  pets: 'dog dogs cat cats kitten puppy hamster rabbit rabbits budgie parrot horse pony hens goat tortoise fish kennel kennels vet lead leash collar tank cage',
  papers:
    'will insurance policy pension password passwords pin pins bank account accounts papers paperwork document documents folder file envelope envelopes letter letters note notes card cards key keys deed deeds certificate certificates hymn hymns solicitor lawyer bill bills rent mortgage subscription subscriptions standing debit payslips diary notebook instructions list lists desk drawer passbook beneficiary nominee spreadsheet',
  order:
    'tidy tidied tidying clear cleared clearing clean cleaned cleaning scrub scrubbed sort sorted sorting order arrange arranged arranging arrangements label labelled defrost defrosted wipe wiped delete deleted cancel cancelled cancelling canceled empty emptied boxed burned burnt burn shred shredded pay paid settle settled folded ironed iron ironing hoovered mop mopped packed wrote written writing finalise square squared ready prepared unfollowed',
  dates:
    'tonight tomorrow today monday tuesday wednesday thursday friday saturday sunday weekend week fortnight month morning midnight date day deadline countdown until till before after soon anniversary calendar timetable hour hours minutes',
  future:
    'need needed renew renewal reschedule appointment plans plan year years birthday christmas easter summer spring autumn winter season future later someday next reunion holiday retirement degree results wedding graduate graduation grown ever again anymore longer',
  burden:
    'burden burdens weight cost costs costing expense expensive trouble bother nuisance useless worthless waste drain cheaper spare load fault failure failed disappoint disappointed disappointment shame ashamed dishonour dishonor disgrace hindrance liability obligation millstone mouth upkeep',
  sums: 'sum sums arithmetic maths math calculate calculated calculation column columns worth debt debts overdraft payout money cheque savings lump owe owed owing inheritance insured total balance logical logic sensible practical rational',
  others:
    'they them their everyone everybody family kids children wife husband mum mom mam mammy amma mummy papa dad daddy parents boys girls lads son daughter sister brother sisters brothers herself himself',
  cope: 'cope manage miss missing cry upset grieve grief sad understand forgive recover adjust stronger better happier fine alright relieved free remarry start new',
  pain: 'pain pains hurt hurts hurting ache aches aching suffer suffering agony torment tired exhausted weary worn drained empty emptiness numb hollow black grey heavy weight hopeless hopelessness despair despairing misery miserable unbearable pointless point trapped stuck drowning sinking dread lonely loneliness alone',
  crying: 'cry cried crying cries tears sob sobbed sobbing weep wept howl howled shaking shook trembling panic panicked',
  places:
    'bridge bridges platform platforms station train trains tracks track railway rails cliff cliffs edge ledge parapet roof rooftop balcony window windows sill river sea weir quarry lake canal reservoir viaduct tide tides pier motorway crossing multistorey storey floor dam lock slipway harbour pylon wall railing railings barrier banister stairwell overpass flyover terrace water lorry lorries traffic road garage barn shed attic loft woods forest lift tower underpass',
  means:
    'tablet tablets pill pills paracetamol tylenol ibuprofen aspirin codeine morphine insulin med meds medication medicine medicines prescription prescriptions blister blisters antidepressants sleeping sleepers opioids fentanyl xanax rope ropes cord flex belt scarf cable twine hook beam rafter gun guns shotgun rifle pistol revolver glock cartridge cartridges bullet bullets cabinet blade blades razor razors knife knives scissors scalpel lighter bleach weedkiller antifreeze pesticide insecticide poison hose hosepipe exhaust pipe gas helium charcoal toaster stash needle bag engine knot',
  hoarding:
    'count counted counting counts save saved saving stash stashed hoard hoarded hoarding stockpile stockpiled hide hidden hid hiding enough plenty dose doses box boxes packet packets bottle bottles supply collected collecting tin jar shoebox sock research researched googled googling looked measured measuring height forum bought ordered practised practiced rehearsed',
  wounds:
    'cut cuts cutting slice slicing sliced burn burns burning burned scratch scratched scratches scar scars scarred sleeve sleeves hoodie bandage bandages plaster plasters blood bled bleed bleeding thigh thighs wrist wrists arm arms forearm skin leg legs bruise bruises bruised hips stomach shin shins stitches gauze barcode marks lines relapse relapsed clean starve starving starved purge purging punish punishment deserve purpose pressure release relief sharp dressing tally',
  blows:
    'hit hits hitting punch punched punches slap slapped slaps choke choked chokes choking strangle strangled throttle throttled kick kicked kicks shove shoved shoves push pushed pushes grab grabbed grabs drag dragged pin pinned throw threw thrown smash smashed smashes broke broken burnt rape raped rapes force forced forces touch touched touches touching beat beats beaten beating bit bites headbutted stamped squeezed twisted spat knocked slammed backhand fist fists belt throat neck hair jaw ribs lip eye swollen',
  threats:
    'threat threats threaten threatened threatens threatening kill find finds warn warned warns promise promised promises swore swears regret sorry pay finish finished finishes deport consequences revenge leak expose photos pictures send blackmail honour gun knife petrol acid police bury body lake ground next',
  control:
    'allow allowed allows let lets permission permitted check checks checked checking phone messages passport visa keys key lock locked locks door doors money wages card cards allowance watch watches watching camera cameras track tracks tracker tracking follow followed follows following counts rules obey obeys forbid forbidden decides chooses controls house home curtains account password receipts mileage',
  fear: 'afraid scared frightened terrified petrified fear fears feared dread dreading careful eggshells hide hides hiding quiet quietly whisper whispering creep flinch flinched freeze froze shake listening footsteps mood moods temper rage angry anger drunk drinking drink shouting shouts screams screaming safe unsafe bathroom escape bag packed run',
  persons:
    'he him his hes partner husband boyfriend ex stepdad stepfather uncle landlord boss man men wife girlfriend brother father dad son cousin inlaws roommate flatmate neighbour stranger carer gang dealer lads pimp uncles mother',
  help: 'nurse doctor gp therapist counsellor counselor psychiatrist ward hospital sectioned crisis helpline samaritans police ambulance paramedic paramedics emergency social worker safeguarding refuge clinic team hotline 999 911 112 988 nhs admitted discharged',
  parts:
    'part parts exile exiles exiled firefighter firefighters protector protectors manager managers critic self blend blended unblend unblended unblending system inner inside voice voices pleaser perfectionist unburdening unburdened ifs burdens',
  jokes:
    'lol haha hahaha lmao lmfao ha hah jk joke jokes joking kidding lolol xd rofl hehe era vibes bestie iykyk ngl tbh fr rn mood slay yeet bruh bro girlie delulu',
  secrets:
    'nobody noone secret secrets secretly hide hidden pretend pretending pretended lie lied lying tell told telling know knows notice noticed realise realised suspect idea clue smile smiled mask fine okay grand',
  made: 'film films movie book books novel novels play plays series episode podcast documentary song songs lyrics album poem poems poetry chapter character game games level boss story article news exhibition museum lecture essay homework exam class lesson revision quiz training module course workshop theatre opera concert band comic history war battle king queen',
  ordinary:
    'tea coffee cake biscuit biscuits soup supper lunch dinner breakfast chips pie toast crumble bread bus rain sun weather garden allotment beans tomatoes seeds compost laundry washing kettle shopping shop tesco lidl aldi gym run parkrun football match cricket rugby tennis swim swimming yoga choir knitting crossword telly tv meeting meetings email emails boss printer laptop spreadsheet sofa walk walked picnic barbecue paint painting wallpaper plumber boiler dentist haircut bins',
  laughing: 'laugh laughed laughing laughs giggle giggled hilarious funny joked silly ridiculous brilliant delicious gorgeous',
  farther:
    'ago once used childhood teens twenties school teenager teenage young younger grandfather grandmother granddad nana gran past then 1970s seventies eighties nineties decade decades',
  wanting:
    'want wants wanted wish wished wishes hope hoping hopes hoped long longing crave craving urge urges thought thoughts thinking think consider considering plan planned planning intend intending decide decided mean meant going gonna ready tempted imagine imagining picture picturing keep keeps kept',
};

/** Several words that mean together what none of them means alone. */
const PHRASES: Readonly<Record<string, string>> = {
  ending:
    'check out|clock out|log off|opt out|give up|the end|no more|get off|the bus|step off|let go|game over|way out|see to it|get it over|done with|the door|of here|out of here|bow out|slip away|drift off|fade out|fade away|the lights',
  dying:
    'with him again|with her again|join him|join her|joining him|joining her|see him again|see her again|other side|my maker|the ground|six feet|barn owl|next life|the light|with nan|with mum|with dad|in heaven|kick the|the bucket|the angels|sewer slide|commit die|do it|of me',
  'without me':
    'without me|not be|not here|not around|be here|be around|be there|am gone|be gone|after me|when i am|if i am|if i was|if i were|never there|one less|minus one|instead of me|a better mum|nicer mum|new wife|new husband|somebody else|someone else|better off|off my hands|no longer be',
  'no need':
    'no need|not need|not bother|no point|not matter|will not|not be needing|not buy|not booked|not renew|not worth|no use|what for|not going to|do not bother|need for|stopped paying|not my problem|not get to',
  last: 'one last|last time|last one|last day|last week|last night|the last|last entry|final time|for good|once more|one more|never again',
  order:
    'in order|up to date|all done|all set|put away|so nobody|so no one|so they|no bother|no trouble|nobody has to|not have to|made sure|taken care|looked after|look after|take care|will find|where to find|who finds|whoever finds|finds me|whoever comes|walks in',
  hoarding:
    'put by|putting by|putting aside|put aside|stored up|saved up|kept back|how many|how much|how long|how high|how to|would hold|would take|just in case|in case',
  wounds:
    'on purpose|hurt myself|hurting myself|harm myself|self harm|long sleeves|the lines|my arms|my arm|my legs|my thighs|my wrists|my skin|cat scratched|hit myself|my head|hit my|bang my|punish myself|make myself|the wall|to feel',
  threats:
    'next time|if i leave|if i tell|or else|find me|come for|sort me out|teach me|make me|make sure|nobody else|no one else|will not let|his hands|what he will|what she will|what will happen|one day',
  control:
    'not let|not allowed|at night|in the door|the door|his keys|go home|going home|at home|comes home|gets home|come back|gets back|my bank|my own|walks me|outside my|outside the|my room|my bedroom',
  calm: 'made up|my mind|at peace|so light|feel better|slept well|first time in|for once|worked out|all right now|it is fine|good now',
  pain: 'not cope|go on|carry on|keep going|keep this up|any more|nothing left|no hope|no way|cannot do|can not|so tired|too much|what is the|give up|no future|rock bottom',
  made: 'act one|act two|in the film|the script|chapter six|watched the|read the',
};

const themesOf = new Map<string, string[]>();
const put = (key: string, theme: string): void => {
  const before = themesOf.get(key) ?? [];
  if (!before.includes(theme)) themesOf.set(key, [...before, theme]);
};
for (const [theme, words] of Object.entries(WORDS)) for (const word of words.split(' ')) put(word, theme);
for (const [theme, phrases] of Object.entries(PHRASES)) for (const phrase of phrases.split('|')) put(phrase, theme);

const none: readonly string[] = [];
// Most words begin no phrase, and then nothing has to be put together to look it up.
const beginsPhrase = new Set(
  [...themesOf.keys()].filter((words) => words.includes(' ')).map((words) => words.slice(0, words.indexOf(' '))),
);

/** The themes a plain word belongs to. */
export const themesOfWord = (word: string): readonly string[] => themesOf.get(word) ?? none;

/** The themes that three plain words in a row belong to as phrases of two or three words that end with the last. */
export function themesOfPhrases(first: string, second: string, last: string): readonly string[] {
  const ofTwo = beginsPhrase.has(second) ? themesOfWord(`${second} ${last}`) : none;
  const ofThree = beginsPhrase.has(first) ? themesOfWord(`${first} ${second} ${last}`) : none;
  return ofThree.length === 0 ? ofTwo : [...ofTwo, ...ofThree];
}
