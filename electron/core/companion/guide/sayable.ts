import { wordsOf } from '../../language/words.ts';
import { tellingWords } from './quote.ts';

const smallWords: ReadonlySet<string> = new Set(
  'yes yeah yep okay sure nope not first maybe perhaps fine good thanks thank you the and but bit little just only really kind sort can could did does has will was are think that this then now well right guess bye hello hey'.split(
    ' ',
  ),
);

/** Whether words say enough to be said back: more than a nod and small words. */
export const isSayable = (text: string): boolean => wordsOf(text).some((word) => word.length > 2 && !smallWords.has(word));

/** What somebody answered, in quotation marks to be said back, or null when it is too little for that. What they asked beside it is left out. */
export function sayableWords(text: string): string | null {
  const told = text.replaceAll(/[^.?!\n]*\?+/gu, ' ');
  const words = isSayable(told) ? told : text;
  return isSayable(words) ? tellingWords(words.trim()) : null;
}
