import { plainly } from './sentences.ts';

/** A question of this kind is short. A longer text that happens to hold such words is something else. */
const WORDS_MAX = 18;

const lead = String.raw`(?:(?:hey|hi|hello|so|and|but|ok|okay|well|now|please|tell me|show me|remind me|i wonder|i'd like to know|i want to know|can you|could you|would you|will you|say|list|summari[sz]e)[, ]+)*`;
const about = String.raw`(?:about|of|on|from|regarding) (?:me|us|myself|my (?:life|parts|past|story)|what i(?:'ve| have)? (?:wrote|written|said|told you)|our (?:sessions?|talks?|conversations?|time)|last (?:time|night|week|month|year|session))`;
const end = String.raw`(?:,? (?:so far|by now|now|already|until now|up to now|at this point|today|overall|please|exactly|from (?:before|earlier|our last (?:session|talk)|last time)))*[ .?…]*$`;

const patterns = [
  // What do you remember (about me)?
  String.raw`(?:what|how much)(?: all| else| exactly)? (?:do|did|can|would) you (?:\w+ )?(?:remember|recall)(?: ${about})?`,
  // What do you know about me? What have you learned about me?
  String.raw`what(?: all| else| exactly| things)? (?:do|did|have|can) you (?:\w+ )?(?:have|hold|know|knows|learn|learned|learnt|notice|noticed|gather|gathered|keep|kept|store|stored|save|saved|understand|understood|found out|picked up|remembered) ${about}`,
  // What have you remembered? Have you kept anything of me?
  String.raw`(?:what|how much)(?: all| else| exactly| things)? have you (?:\w+ )?(?:remembered|recalled|memori[sz]ed)(?: ${about})?`,
  String.raw`have you (?:\w+ )?(?:remembered|recalled|learned|learnt|kept|gathered|stored) (?:anything|something|me|it all|all of it)(?: ${about})?`,
  // Do you remember me / anything / what I told you?
  String.raw`do you (?:\w+ )?(?:remember|recall|know) (?:me|us|anything|something|who i am|what i (?:said|wrote|told you)|our (?:last )?(?:sessions?|talks?|conversations?))(?: ${about})?`,
  // what you remember about me
  String.raw`(?:everything |all |anything )?(?:what |that )?you (?:\w+ )?(?:remember|recall|know|have (?:learned|gathered|kept)|'ve (?:learned|gathered|kept)) ${about}`,
  String.raw`(?:everything |all |what )(?:that )?you (?:\w+ )?(?:remember|recall)`,
  // What is in your memory? Show me your memory.
  String.raw`(?:what is|what's|what stands) in (?:your|the|my) memor(?:y|ies)(?: ${about})?`,
  String.raw`(?:your|my) memor(?:y|ies)(?: ${about})?`,
].map((pattern) => new RegExp(`^${lead}${pattern}${end}`, 'u'));

/** Whether a sentence, in lower case and with plain apostrophes, is nothing but the question what is remembered: nothing else can stand in it. */
export const isMemoryQuestion = (sentence: string): boolean => patterns.some((pattern) => pattern.test(sentence));

/** Whether somebody asks what is remembered of them: “What do you remember about me?”, “Do you remember anything?”, “Show me your memory”. */
export function asksForMemory(text: string): boolean {
  const words = plainly(text).replaceAll('\n', ' ');
  if ((words.match(/\S+/gu)?.length ?? 0) > WORDS_MAX) return false;
  // A greeting before the question, or a word of thanks after it, does not hide it.
  return (words.match(/[^.?!]+[.?!…]*/gu) ?? []).some((sentence) => isMemoryQuestion(sentence.trim()));
}
