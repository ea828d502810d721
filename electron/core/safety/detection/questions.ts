const whom = String.raw`(?: (?:about|of|from) (?:me|us|my (?:life|parts?|past|story|week)|our \w+|last \w+|before))*`;
const WHOLE = new RegExp(
  String.raw`^(?:(?:hey|hi|hello|so|and|ok|okay|well|please|tell me|show me|can you|could you)[, ]+)*(?:` +
    [
      String.raw`(?:what|how much|everything)(?: else| all| exactly)?(?: (?:do|did|can|have))? you (?:still |really |actually )?(?:remember|recall|know|learned|learnt|noticed|kept)${whom}`,
      String.raw`do you (?:still |really |even )?(?:remember|recall|know)(?: (?:me|us|anything|something|my parts|our \w+|who i am|what i (?:said|wrote|told you)))?${whom}`,
      String.raw`(?:(?:what is|what stands) in )?your memory${whom}`,
    ].join('|') +
    String.raw`)(?:,? (?:so far|by now|now|already|today|please))*[ ?!,]*$`,
  'u',
);

/**
 * Whether a sentence is nothing but a question to the companion about what it remembers: “What do you remember about me?”. Among so few words the
 * model takes “remember me” for a farewell. The whole sentence has to be such a question, so that nothing else can stand in it unread.
 */
export const isAboutMemory = (sentence: string): boolean => WHOLE.test(sentence);
