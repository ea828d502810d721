/**
 * Finds phrases by the letters that their words begin with. A match needs, at every place where the phrase must have a word, a word of the text
 * that begins in one of a few ways. So each phrase is filed under its rarest place, a text brings up the few that its words could belong to, and
 * only those are tried, where they could begin: regular expressions are asked seldom, and answer as if every phrase had been tried at every word.
 */
export type PhraseIndex = {
  /**
   * What is found in a text, which should be a sentence or so long: at the start of every word at most one phrase of each group, the first
   * that fits, in the order of the words and then of the groups.
   */
  find(text: string): readonly FoundPhrase[];
};

/** `group` is the place of the group in the list the index was made of. */
export type FoundPhrase = { readonly group: number; readonly found: RegExpExecArray };

/** One way to say something, and the numbers of how its words may begin, the rarest place first. The expression is made when first needed: most never are. */
type Phrase = {
  readonly order: number;
  readonly group: number;
  readonly source: string;
  readonly beginnings: ReadonlySet<number>;
  readonly places: readonly (readonly number[])[];
  expression: RegExp | null;
  /** The mark of the last text that brought it up. */
  considered: number;
};

const LETTERS = 4;
// Ordinary English has a few thousand; a text of nothing but oddities shall not fill the memory.
const MOST_KNOWN = 20_000;
const nothing: readonly FoundPhrase[] = [];
// The number of the beginning that every word has.
const ANY = 0;

/** Takes groups of sources of regular expressions in the small language the signs are written in: letters, groups, classes, lookarounds, quantifiers. */
export function phraseIndex(groups: readonly (readonly string[])[]): PhraseIndex {
  const numbers = new Map<number, number>([[keyOf(''), ANY]]);
  const numberOf = (beginning: string): number => {
    const key = keyOf(beginning);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const written = groups
    .flatMap((sources, group) => sources.flatMap(alternativesOf).map((source) => ({ group, source })))
    .map(({ group, source }) => ({ group, source, places: rarestFirst(source), beginnings: [...beginningsOf(source)].map(numberOf) }))
    .map((one) => ({ ...one, places: one.places.map((place) => place.map(numberOf)) }));
  const phrases = written.map((one, order): Phrase => ({
    ...one,
    order,
    beginnings: new Set(one.beginnings),
    expression: null,
    considered: 0,
  }));
  const byRarest: Phrase[][] = Array.from(numbers, () => []);
  for (const phrase of phrases) for (const beginning of phrase.places[0] ?? [ANY]) byRarest[beginning]?.push(phrase);
  const always = byRarest[ANY] ?? [];
  const wordsOf = wordReader(numbers);
  // A beginning is in the text when its mark is that of the text: nothing has to be wiped in between.
  const marks = new Uint32Array(numbers.size);
  let mark = 0;
  return {
    find(text) {
      mark = (mark + 1) % 2 ** 32;
      const words = wordsOf(text);
      for (const { beginnings } of words) for (const beginning of beginnings) marks[beginning] = mark;
      const possible: Phrase[] = [];
      const consider = (phrase: Phrase): void => {
        if (phrase.considered === mark) return;
        phrase.considered = mark;
        if (isPossible(phrase, marks, mark)) possible.push(phrase);
      };
      for (const phrase of always) consider(phrase);
      for (const { beginnings } of words)
        for (const beginning of beginnings) for (const phrase of byRarest[beginning] ?? []) consider(phrase);
      if (possible.length === 0) return nothing;
      possible.sort((one, other) => one.order - other.order);
      const found: FoundPhrase[] = [];
      for (const word of words) if (word.isStart) addFoundAt(found, text, word, possible);
      return found;
    },
  };
}

/** Whether the text has a word for every place but the first, through which the phrase was come to. */
function isPossible({ places }: Phrase, marks: Uint32Array, mark: number): boolean {
  for (let place = 1; place < places.length; place += 1) if (!isMarked(places[place] ?? [], marks, mark)) return false;
  return true;
}

function isMarked(place: readonly number[], marks: Uint32Array, mark: number): boolean {
  for (const beginning of place) if (marks[beginning] === mark) return true;
  return false;
}

/** Adds what begins at a word: at most one phrase of each group. */
function addFoundAt(found: FoundPhrase[], text: string, { position, beginnings }: Word, phrases: readonly Phrase[]): void {
  let lastGroup = -1;
  for (const phrase of phrases) {
    if (phrase.group === lastGroup) continue;
    let mayBegin = phrase.beginnings.has(ANY);
    for (const beginning of beginnings) mayBegin ||= phrase.beginnings.has(beginning);
    if (!mayBegin) continue;
    phrase.expression ??= new RegExp(`(?:${phrase.source})`, 'y');
    phrase.expression.lastIndex = position;
    const match = phrase.expression.exec(text);
    if (match === null) continue;
    lastGroup = phrase.group;
    found.push({ group: phrase.group, found: match });
  }
}

/** The places of a phrase, by how often words begin so. */
const rarestFirst = (source: string): string[][] =>
  placesOf(source)
    .filter((place) => !place.has(''))
    .map((place) => ({ place: [...place], share: [...place].reduce((sum, beginning) => sum + shareOf(beginning), 0) }))
    .toSorted((one, other) => one.share - other.share)
    .map(({ place }) => place);

/** Up to four characters as one number; what is no ASCII begins nothing. */
function keyOf(letters: string): number {
  let key = 0;
  for (let at = 0; at < letters.length; at += 1) key = withLetter(key, letters, at);
  return key;
}

const withLetter = (key: number, text: string, at: number): number => key * 128 + Math.min(127, text.charCodeAt(at));

/** Where a word is, or something behind a blank, and the numbers of its first one to four characters that begin any phrase. */
type Word = { readonly position: number; readonly isStart: boolean; readonly beginnings: readonly number[] };

/** Cuts texts into words and looks their beginnings up, each only the first time that it comes. */
function wordReader(numbers: ReadonlyMap<number, number>): (text: string) => readonly Word[] {
  const known = new Map<number, readonly number[]>();
  const beginningsOfWord = (text: string, position: number): readonly number[] => {
    let first = 0;
    const end = Math.min(text.length, position + LETTERS);
    for (let at = position; at < end; at += 1) first = withLetter(first, text, at);
    const before = known.get(first);
    if (before !== undefined) return before;
    const found: number[] = [];
    for (let at = position, key = 0; at < end; at += 1) {
      key = withLetter(key, text, at);
      const beginning = numbers.get(key);
      if (beginning !== undefined) found.push(beginning);
    }
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(first, found);
    return found;
  };
  return (text) => {
    const found: Word[] = [];
    let isBehindWord = false;
    for (let position = 0; position < text.length; position += 1) {
      const isInWord = isLetter(text.charCodeAt(position));
      if (!isBehindWord) {
        // An apostrophe begins no word.
        found.push({ position, isStart: isInWord && text[position] !== "'", beginnings: beginningsOfWord(text, position) });
      }
      isBehindWord = isInWord;
    }
    return found;
  };
}

/** Whether a character is one of those that the words of a normalised text are made of. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39;

/** Wherever every match has a word: how that word may begin. Words that may be left out are passed over. */
function placesOf(source: string): ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = [];
  let isWordStart = true;
  for (let at = 0; at < source.length;) {
    const end = endOfAtom(source, at);
    const atom = source.slice(at, end);
    const quantifier = quantifierAt(source, end);
    const isOptional = mayBeNothing(quantifier);
    if (!isWidthless(atom) && !(isWordStart && isOptional && endsInBlank(atom))) {
      if (isWordStart) found.push(beginningsOf(source.slice(at)));
      isWordStart = !isOptional && endsInBlank(atom);
    }
    at = end + quantifier.length;
  }
  return found;
}

const endsInBlank = (atom: string): boolean =>
  atom === ' ' || (atom.startsWith('(?:') && alternativesOf(atom.slice(3, -1)).every((alternative) => alternative.endsWith(' ')));

const isWidthless = (atom: string): boolean => /^(?:\^|\$|\\b|\(\?(?:[=!]|<[=!]))/.test(atom);

const quantifierAt = (source: string, at: number): string => /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(source.slice(at))?.[0] ?? '';

const mayBeNothing = (quantifier: string): boolean => /^(?:[?*]|\{0)/.test(quantifier);

// The commonest words of messages, the commonest first.
const COMMON =
  'the i and a to my it in me on of for with at is he was that be one so not this about all like up have if her said out no she we do says off they then told had been got part again by myself when has now his two last go just you want put what will would there back are going after dead who them time but today down from asked how nobody over as see home good only'.split(
    ' ',
  );

/** Roughly how often words begin so, against others. */
const shareOf = (beginning: string): number =>
  COMMON.reduce((sum, word, rank) => (`${word} `.startsWith(beginning) ? sum + 1 / (rank + 3) : sum), 0.002);

/** The parts between the `|` that stand in no group. */
function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '|') {
      found.push(source.slice(start, at));
      start = at + 1;
    } else at = endOfAtom(source, at) - 1;
  }
  return [...found, source.slice(start)];
}

/** The first four letters a match can have; fewer where anything may follow. */
export function beginningsOf(source: string): ReadonlySet<string> {
  return new Set([...continued(source, new Set([{ letters: '', isOpen: false }]))].map(({ letters }) => letters));
}

/** `isOpen`: what follows these letters may be anything. */
type Beginning = { readonly letters: string; readonly isOpen: boolean };

function continued(source: string, before: ReadonlySet<Beginning>): Set<Beginning> {
  const found = new Map<string, Beginning>();
  const add = (beginning: Beginning): void => void found.set(`${beginning.letters}|${beginning.isOpen}`, beginning);
  for (const alternative of alternativesOf(source)) {
    let here: ReadonlySet<Beginning> = before;
    for (let at = 0; at < alternative.length && [...here].some((one) => !isFinished(one));) {
      const end = endOfAtom(alternative, at);
      const quantifier = quantifierAt(alternative, end);
      const once = readAtom(alternative.slice(at, end), here);
      // What may come more than once ends the reading: anything may follow the first time.
      const taken = quantifier === '' || quantifier === '?' ? once : [...once].map(({ letters }) => ({ letters, isOpen: true }));
      here = new Set(mayBeNothing(quantifier) ? [...here, ...taken] : taken);
      at = end + quantifier.length;
    }
    for (const beginning of here) add(beginning);
  }
  return new Set(found.values());
}

const isFinished = ({ letters, isOpen }: Beginning): boolean => isOpen || letters.length === LETTERS;

function readAtom(atom: string, before: ReadonlySet<Beginning>): Set<Beginning> {
  if (isWidthless(atom)) return new Set(before);
  const finished = [...before].filter(isFinished);
  const unfinished = [...before].filter((one) => !isFinished(one));
  if (atom.startsWith('(?:')) return new Set([...finished, ...continued(atom.slice(3, -1), new Set(unfinished))]);
  const isClass = atom.startsWith('[') || atom === '\\w' || atom === '\\d' || atom === '.';
  return new Set([
    ...finished,
    ...unfinished.map(({ letters }) => (isClass ? { letters, isOpen: true } : { letters: letters + atom, isOpen: false })),
  ]);
}

/** Where the atom that begins at a position ends, its quantifier not counted. */
function endOfAtom(source: string, at: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] === '[') {
    let end = at + 1;
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (source[at] !== '(') return at + 1;
  let depth = 0;
  for (let end = at; end < source.length; end += 1) {
    if (source[end] === '\\') end += 1;
    else if (source[end] === '[') end = endOfAtom(source, end) - 1;
    else if (source[end] === '(') depth += 1;
    else if (source[end] === ')' && (depth -= 1) === 0) return end + 1;
  }
  throw new Error(`A group is not closed: ${source.slice(at, at + 60)}`);
}
