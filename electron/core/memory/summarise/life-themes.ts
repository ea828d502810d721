import { bareForms } from '../../language/bare-forms.ts';

/**
 * An area of life or a feeling, and the words that show it. `name` is how it stands behind “You wrote about …”. `words` are listed bare, without
 * endings; what is only clear in company is a phrase.
 */
export type LifeTheme = {
  readonly key: string;
  readonly kind: 'area' | 'feeling';
  readonly name: string;
  readonly words: string;
  readonly phrases?: RegExp;
};

const area = (key: string, name: string, words: string, phrases?: RegExp): LifeTheme => ({
  ...{ key, kind: 'area', name, words },
  ...(phrases && { phrases }),
});
const feeling = (key: string, name: string, words: string, phrases?: RegExp): LifeTheme => ({
  ...{ key, kind: 'feeling', name, words },
  ...(phrases && { phrases }),
});

export const lifeThemes: readonly LifeTheme[] = [
  area(
    'work',
    'work',
    'job boss colleague coworker office deadline meeting client workplace workload career redundancy promotion rota appraisal interview overtime payslip timesheet',
    /\b(?:at|from|after|to|about|my|of|before|new|off|into|hate|love) work\b|\bworking (?:late|from home|weekends)\b/gu,
  ),
  area(
    'money',
    'money',
    'money rent mortgage debt bill bills salary savings overdraft budget loan wage landlord invoice',
    /\b(?:can't|cannot|could) afford\b/gu,
  ),
  area('mother', 'your mother', 'mother mum mam mom mummy mama mommy'),
  area('father', 'your father', 'father dad daddy papa'),
  area(
    'family',
    'your family',
    'family sister brother sibling aunt uncle cousin grandmother grandfather gran grandma grandad grandpa nan parent parents in-laws stepmother stepfather niece nephew',
  ),
  area(
    'partner',
    'your relationship',
    'husband wife partner boyfriend girlfriend spouse fiance fiancee marriage wedding',
    /\bmy ex\b|\bour relationship\b|\b(?:split|break(?:ing)?|broke) up\b|\b(?:he|she|they) left me\b/gu,
  ),
  area(
    'children',
    'your children',
    'son daughter toddler kids children child parenting nursery babysitter teenager',
    /\bthe baby\b|\bschool run\b/gu,
  ),
  area('friends', 'friends', 'friend friends friendship mate flatmate housemate'),
  area(
    'studies',
    'studying',
    'exam essay thesis dissertation lecture lecturer university uni college homework coursework tutor seminar assignment',
  ),
  area('home', 'home', 'flat house kitchen garden neighbour neighbor neighbourhood chores laundry dishes landlord'),
  area(
    'moving',
    'moving',
    'moving movers emigrate relocation',
    /\b(?:new|moved?|moving) (?:flat|house|home|city|country|town)\b|\bmov(?:e|ed|ing) (?:out|in|away|abroad|back)\b/gu,
  ),
  area(
    'health',
    'your health',
    'doctor hospital illness diagnosis symptom symptoms medication surgery pain migraine headache clinic appointment scan chronic flu',
    /\b(?:test|blood|scan) results\b|\bmy gp\b/gu,
  ),
  area(
    'body',
    'your body',
    'weight body mirror calories scales diet gym',
    /\bhow i look\b|\bmy (?:stomach|belly|thighs|skin|face|hair)\b/gu,
  ),
  area('food', 'eating', 'eat food meal binge snack biscuits chocolate crisps hungry hunger fridge'),
  area(
    'sleep',
    'sleep',
    'sleep insomnia awake nightmare bedtime',
    /\b(?:woke|wake|waking) (?:up )?(?:at|in the night)\b|\bcan't sleep\b|\bcouldn't sleep\b|\b[2345] ?a\.?m\b/gu,
  ),
  area(
    'drinking',
    'drinking',
    'wine beer whisky whiskey vodka gin alcohol drunk hangover sober sobriety',
    /\b(?:had|have|another|a|to) drinks?\b|\bdrinking\b/gu,
  ),
  area('phone', 'your phone and screens', 'phone scroll instagram tiktok facebook netflix youtube doomscroll screen'),
  area(
    'loss',
    'loss',
    'funeral grave bereavement widow grief grieve mourn anniversary ashes',
    /\b(?:died|passed away|lost (?:him|her|them|my (?:mum|dad|mother|father|brother|sister|friend|son|daughter)))\b|\bdeath of\b/gu,
  ),
  area(
    'childhood',
    'your childhood',
    'childhood',
    /\bwhen i was (?:a (?:child|kid|boy|girl|teenager)|little|small|young|\d+|five|six|seven|eight|nine|ten|eleven|twelve)\b|\bgrowing up\b|\bas a (?:child|kid|boy|girl)\b/gu,
  ),
  area(
    'saying-no',
    'saying no',
    'boundary boundaries people-pleasing pushover doormat',
    /\b(?:say|said|saying|tell(?:ing)? (?:him|her|them)) (?:no|yes)\b|\bcan't refuse\b|\bplease everyone\b/gu,
  ),
  area(
    'mistakes',
    'getting things right',
    'mistake perfect perfection perfectionist perfectionism typo flawless',
    /\bgood enough\b|\bnot enough\b|\bget(?:ting)? it (?:right|wrong)\b|\bmess(?:ed)? (?:it )?up\b/gu,
  ),
  area(
    'being-seen',
    'being seen',
    'presentation audience spotlight microphone speech',
    /\b(?:speak|speaking|talk|talking) in (?:public|front of)\b|\bbeing (?:seen|watched|judged|noticed)\b|\beveryone (?:was )?(?:looking|watching|staring)\b/gu,
  ),
  area(
    'rest',
    'rest',
    'holiday weekend nap',
    /\b(?:need(?:ed)? (?:a |to )?rest|slow(?:ing)? down|day off|do(?:ing)? nothing|time off)\b/gu,
  ),
  area(
    'making-things',
    'making things',
    'paint painting draw drawing poem poetry novel piano guitar choir knit knitting pottery sketch sketchbook song',
  ),
  area('nature', 'being outdoors', 'sea beach forest woods river hill hills mountain birds allotment trees'),
  area('faith', 'faith', 'god church prayer pray mosque synagogue sermon faith'),
  area('conflict', 'arguments', 'argument argue quarrel fight shout shouting yell yelling'),
  feeling('anxious', 'feeling anxious', 'anxious anxiety worry worried nervous dread panic panicky tense uneasy jittery apprehensive'),
  feeling('afraid', 'feeling afraid', 'afraid scared frightened fear terrified terror fearful'),
  feeling(
    'sad',
    'feeling sad',
    'sad sadness tearful heartbroken miserable sorrow unhappy gloomy',
    /\bi (?:just |nearly |almost |then )?(?:cry|cried)\b|\bi(?:'m| was| am) (?:just )?(?:crying|in tears)\b|\bfe(?:eling|lt|el) low\b/gu,
  ),
  feeling('angry', 'feeling angry', 'angry anger furious rage irritated annoyed resentful resentment livid frustrated frustration'),
  feeling('ashamed', 'feeling ashamed', 'ashamed shame humiliated embarrassed embarrassment humiliating mortified'),
  feeling('guilty', 'feeling guilty', 'guilty guilt remorse'),
  feeling('lonely', 'feeling lonely', 'lonely loneliness lonesome isolated excluded', /\ball alone\b|\bleft out\b/gu),
  feeling(
    'overwhelmed',
    'feeling overwhelmed',
    'overwhelmed overwhelming swamped frantic',
    /\btoo much (?:for me|at once)\b|\bcan't cope\b|\bburn(?:t|ed) out\b/gu,
  ),
  feeling('tired', 'feeling tired', 'tired exhausted exhaustion weary drained knackered shattered fatigue'),
  feeling('numb', 'feeling numb', 'numb numbness', /\bfe(?:el|lt) (?:nothing|empty|hollow|far away)\b/gu),
  feeling('hurt', 'feeling hurt', 'rejected rejection betrayed abandoned wounded', /\b(?:feel|felt|feeling|so|was|am) hurt\b/gu),
  feeling('jealous', 'feeling envious', 'jealous jealousy envy envious'),
  feeling('stuck', 'feeling stuck', 'stuck trapped paralysed paralyzed procrastinate procrastination'),
  feeling('confused', 'feeling torn', 'confused torn ambivalent undecided', /\btwo minds\b/gu),
  feeling('worthless', 'feeling not good enough', 'worthless useless inadequate imposter impostor'),
  feeling('hopeful', 'feeling hopeful', 'hopeful optimistic'),
  feeling('calm', 'feeling calm', 'calm peaceful serene settled', /\bat (?:peace|ease)\b/gu),
  feeling('glad', 'feeling glad', 'happy glad joyful joy delighted cheerful contented excited'),
  feeling('grateful', 'feeling grateful', 'grateful thankful gratitude'),
  feeling('relieved', 'feeling relieved', 'relieved relief'),
  feeling('proud', 'feeling proud', 'proud'),
];

const byWord = new Map<string, LifeTheme[]>();
for (const theme of lifeThemes) for (const each of theme.words.split(' ')) byWord.set(each, [...(byWord.get(each) ?? []), theme]);

/** The themes a folded word shows. */
export function themesOfWord(folded: string): readonly LifeTheme[] {
  for (const form of bareForms(folded)) {
    const themes = byWord.get(form);
    if (themes) return themes;
  }
  return [];
}
