import { bareForms } from '../../language/bare-forms.ts';
import { isTelling } from '../../language/plain-words.ts';
import { fold } from '../../language/sentences.ts';

/** Words of a folded text. */
const word = /[\p{L}\p{N}]+(?:'(?!s\b)[\p{L}\p{N}]+)*/gu;
export const wordsIn = (folded: string): string[] => Array.from(folded.matchAll(word), ([each]) => each);

const NEGATION =
  /\b(?:not|never|no longer|hardly|barely|nothing|nobody|no one|neither|nor|without|no|stopped|stop|cannot|\p{L}+n't|dont|didnt|doesnt|wont|cant|isnt|wasnt|hasnt|havent)\b/u;

/** Whether a stretch of folded words denies what follows it. */
export const denies = (folded: string): boolean => NEGATION.test(folded);

/** Where the clause that goes up to an offset begins: after a mark or a joining word. */
export function clauseStart(folded: string, offset: number): number {
  const before = folded.slice(0, offset);
  const edge = [
    ...before.matchAll(
      /[,;:(–—]\s*(?:(?:and|but|so|then|because)\s+)?|\s(?:and|but|so|because)\s+|^(?:and|but|so|then|because|well|also|today|yesterday)\s+/gu,
    ),
  ].at(-1);
  return edge ? edge.index + edge[0].length : 0;
}

/** Where the clause that begins at an offset ends, without the mark that ends it. */
export function clauseEnd(folded: string, offset: number): number {
  const end = /[,;.!?…:()–—]|\s(?:and|but|so|because|then|until|while)\s/u.exec(folded.slice(offset));
  return end ? offset + end.index : folded.length;
}

/** The shortest form a word may be listed under: "emailing" and "emails" are both "email". */
export const bareForm = (folded: string): string =>
  bareForms(folded)
    .reduce((shortest, form) => (form.length < shortest.length ? form : shortest))
    .replace(/(?<=\p{L}{3})(?:ie|y|e)$/u, '');

/**
 * What words are about, by which the same thing told again is known: without letter case, marks and the words that only hold a sentence together,
 * and without most endings.
 */
export function aboutOf(words: string): string {
  const all = wordsIn(fold(words.normalize('NFKC')));
  const telling = all.filter((each) => each.length > 2 && isTelling(each));
  return (telling.length > 0 ? telling.map(bareForm) : all).join(' ');
}
