import { correct, hiddenWords, isHiddenWord, lookAlikes, plainWords, signLetters } from './spelling.ts';

/**
 * Brings a message into one plain form: lower case, Latin letters without marks, contractions opened, spellings evened out,
 * words that were starred out, spaced or written with digits made whole. Commas, colons, quotation marks and the ends of sentences stay,
 * everything else becomes a blank. Works in one pass over the words, in time linear to the text.
 */
export function normalise(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]+/gu, '')
    .replace(/[\u0370-\u058F\u00D8\u00F8\u0131\u0142\u0111\u00DF]/g, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u{1F602}\u{1F923}\u{1F480}\u{1F643}]/gu, ' lol ')
    .replace(/\u{1F52A}/gu, ' knife ')
    .replace(/\u{1F48A}/gu, ' pills ')
    .replace(/\u{1F52B}/gu, ' gun ')
    .replace(/[\u2013\u2014;]|--+| - /g, ', ')
    .replace(/\u2026|\.{2,}/g, '. ')
    .replace(/[:=;][-']?[()dp](?![a-z])/g, ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n');
  // "s u i c i d e" and "k.m.s": single letters in a row, joined when they spell one of the hidden words or are too many to be initials.
  const whole = folded.replace(/(?<![a-z'])[a-z](?:[ .*_-][a-z]){2,23}(?![a-z'])/g, joined);
  return whole
    .replace(/[^\s",]+/g, plain)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\b(want|need|going|how|trying|used|it|this|me|not|ready) 2 (?=[a-z])/g, '$1 to ')
    .replace(/\bmy self\b(?! (?:harm|hat|care|worth|esteem|is|was|energy))/g, 'myself')
    .replace(/\bid (?=rather|be|never|like|just|do|not)/g, 'i would ')
    .replace(/\bill (?=be|go|do|just|never|not|have|get|see|end|kill|make|find|take|try|miss|leave|finally|probably|still)/g, 'i will ')
    .replace(/\b(s?he)ll (?=kill|hurt|find|hit|be|come|go)/g, '$1 will ');
}

function joined(spaced: string): string {
  const word = spaced.replace(/[^a-z]/g, '');
  if (isHiddenWord(word)) return word;
  // "w a n n a d i e" has no blank that would tell its words apart: the last is what is being hidden.
  const hidden = hiddenWords.find((one) => word.length > one.length && word.endsWith(one));
  if (hidden !== undefined) return `${word.slice(0, -hidden.length)} ${hidden}`;
  return word.length > 3 && spaced.includes(' ') ? word : spaced;
}

/** One written word with the signs stuck to it. */
function plain(written: string): string {
  const end = /[.!?:]+['")\]]*$/.exec(written)?.[0] ?? '';
  let word = written.slice(0, written.length - end.length);
  // "k!ll" ends no sentence; "stop!" does, and is left as it is.
  if (/[^a-z']/.test(word)) word = unmasked(word.replace(/^[('[{]+|[)'\]}]+$/g, '')) ?? partsOf(word);
  else if (/(.)\1\1/.test(word)) word = unstretched(word);
  word = word.replace(/^'+|'+$/g, '');
  const known = plainWords.get(word);
  const mended = known ?? correct(word) ?? word;
  const stop = end === '' ? '' : /[.!?]/.test(end) ? '. ' : ', ';
  return mended + stop;
}

/** The hidden word behind a mask such as `k1ll` or `s*icide`, or null. */
function unmasked(word: string): string | null {
  if (word.length > 14) return null;
  if (/^[\d.,]+$/.test(word)) return null;
  const bare = /^[a-z][a-z._-]*[a-z]$/.test(word) ? word.replace(/[._-]/g, '') : word;
  if (isHiddenWord(bare)) return bare;
  const found = hiddenWords.find((right) => right.length === word.length && isMaskOf(word, right));
  if (found !== undefined) return found;
  // "d0ne", "n3ver": digits between letters are letters.
  return /^(?:[a-z]+[0134]+[a-z]+|3[a-z]{2,}|[a-z]{2,}3)$/.test(word) && !/^3(?:rd|am|pm|kg|km|lbs?|ish)$|^mp3$/.test(word)
    ? word.replace(/[0134]/g, (digit) => signLetters[digit]?.[0] ?? digit)
    : null;
}

function isMaskOf(mask: string, word: string): boolean {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const sign = mask[at] ?? '';
    const letter = word[at] ?? '';
    if (sign === letter) letters += 1;
    else if (!(sign === '*' || sign === '#' || sign === '_' || (signLetters[sign] ?? '').includes(letter))) return false;
  }
  // At least half of it is spelt out, or anything starred would be anything.
  return letters * 2 >= word.length;
}

/** Everything that is no letter parts words; numbers are kept, as they stand for dates and ages. */
function partsOf(word: string): string {
  const words = word.replace(/[^a-z0-9']+/g, ' ').trim();
  return words.includes(' ') ? words.replace(/[a-z0-9']+/g, (one) => plainWords.get(one) ?? one) : words;
}

/** "dieeeee" and "killlll": runs of three or more letters become two or one, whichever is a word we know. */
function unstretched(word: string): string {
  const two = word.replace(/(.)\1{2,}/g, '$1$1');
  const one = word.replace(/(.)\1{2,}/g, '$1');
  const isKnown = (candidate: string): boolean =>
    isHiddenWord(candidate) || plainWords.has(candidate) || /^(?:all|pills|will|still|hell|kill|well)$/.test(candidate);
  return isKnown(two) ? two : one;
}
