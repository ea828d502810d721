/** Words that describe without telling one from another, and the commonest nouns for people and parts. */
export const dullWords: ReadonlySet<string> = new Set(
  (
    'little own very really quite big old new good bad sort kind type other same another certain whole such much more most first second third one two three sometimes always still also real usual huge ' +
    'wee bit proper actual strange weird funny odd particular specific different tiny small part side half me drop creature fellow hr animal feeling man woman person guy kid girl boy voice thing something somebody someone whole main other own familiar loud louder'
  ).split(' '),
);
/** Words too wide to say what something is about. */
export const vagueWords: ReadonlySet<string> = new Set(
  'sense time times day days way ways life business frank believes longer thought quite today tonight now years people place already almost maybe kind sort lot bit'.split(
    ' ',
  ),
);
/** Words that hold a sentence together. */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'the and but that this with from they them their what when where which who whose whom have has had having been being was were are for not into onto over under about because just even only then than there here would could should will shall ' +
    'might must part parts side half voice something someone somebody thing things wants want wanted wanting need needs know knows think thinks said says tell tells told feel feels feeling felt like going goes get gets got keep keeps kept make makes made ' +
    "every never ever always again still really very much some any all another other each both me myself mine our ours your yours his hers its him her she you we it's i'm don't doesn't won't can't wouldn't there's theres until after before whole right way back down out off too one ones"
  ).split(' '),
);

/** Whether a folded word says something by itself, rather than holding a sentence together. */
export const isTelling = (word: string): boolean => !plainWords.has(word) && !vagueWords.has(word) && !dullWords.has(word);
