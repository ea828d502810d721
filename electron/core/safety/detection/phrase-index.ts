/**
 * Finds phrases by the letters they begin with. Every phrase begins at the start of a word, and most words begin none: so a word is tried only
 * against the phrases that could begin with its first three letters, instead of every phrase against every letter of the text.
 */
export type PhraseIndex = {
  /** What matches at the start of the word at `position`, or null. */
  at(text: string, position: number): RegExpExecArray | null;
};

const LETTERS = 3;

/** Takes the sources of regular expressions in the small language the signs are written in: letters, groups, classes, lookarounds, quantifiers. */
export function phraseIndex(sources: readonly string[]): PhraseIndex {
  const byBeginning = new Map<string, string[]>();
  for (const source of sources.flatMap(alternativesOf)) {
    for (const beginning of beginningsOf(source)) byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), source]);
  }
  const expressions = new Map([...byBeginning].map(([beginning, those]) => [beginning, new RegExp(`(?:${those.join('|')})`, 'y')]));
  return {
    at(text, position) {
      for (let length = LETTERS; length >= 0; length -= 1) {
        const expression = expressions.get(text.slice(position, position + length));
        if (expression === undefined) continue;
        expression.lastIndex = position;
        const found = expression.exec(text);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/** Where words begin. An apostrophe inside a word begins none. */
export const WORD_START = /(?<![a-z0-9'])[a-z0-9]/g;

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

/** The first three letters a match can have; fewer where anything may follow. */
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
      const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(alternative.slice(end))?.[0] ?? '';
      const once = readAtom(alternative.slice(at, end), here);
      // What may come more than once ends the reading: anything may follow the first time.
      const taken = quantifier === '' || quantifier === '?' ? once : [...once].map(({ letters }) => ({ letters, isOpen: true }));
      here = new Set(/^(?:[?*]|\{0)/.test(quantifier) ? [...here, ...taken] : taken);
      at = end + quantifier.length;
    }
    for (const beginning of here) add(beginning);
  }
  return new Set(found.values());
}

const isFinished = ({ letters, isOpen }: Beginning): boolean => isOpen || letters.length === LETTERS;

function readAtom(atom: string, before: ReadonlySet<Beginning>): Set<Beginning> {
  if (/^(?:\^|\$|\\b|\(\?(?:[=!]|<[=!]))/.test(atom)) return new Set(before);
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
