/**
 * Writes `electron/core/language/word-senses.json` from the files of a WordNet 3.x database:
 * `node build/word-senses.ts PATH/TO/dict`. Of each kind of meaning it keeps the common single words whose first
 * meaning is of that kind; of people and animals, which is what inner figures are made of, the rare ones as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The lexicographer files of WordNet (lexnames(5WN)) that say something about parts, with the least number of uses counted.
const KINDS: Readonly<Record<string, { name: string; leastUses: number }>> = {
  '05': { name: 'animal', leastUses: 1 },
  '06': { name: 'thing', leastUses: 2 },
  '08': { name: 'body', leastUses: 1 },
  '12': { name: 'feeling', leastUses: 1 },
  '13': { name: 'food', leastUses: 1 },
  '15': { name: 'place', leastUses: 2 },
  '18': { name: 'person', leastUses: 0 },
  '29': { name: 'to-wear', leastUses: 1 },
  '31': { name: 'to-think', leastUses: 1 },
  '32': { name: 'to-say', leastUses: 1 },
  '33': { name: 'to-fight', leastUses: 1 },
  '34': { name: 'to-consume', leastUses: 1 },
  '35': { name: 'to-touch', leastUses: 1 },
  '36': { name: 'to-make', leastUses: 1 },
  '37': { name: 'to-feel', leastUses: 0 },
  '38': { name: 'to-move', leastUses: 1 },
  '39': { name: 'to-perceive', leastUses: 1 },
  '40': { name: 'to-own', leastUses: 1 },
  '41': { name: 'to-socialise', leastUses: 1 },
};
const target = join(import.meta.dirname, '../electron/core/language/word-senses.json');

const dictionary = process.argv[2];
if (dictionary === undefined) {
  console.error('usage: node build/word-senses.ts PATH/TO/dict');
  process.exitCode = 2;
} else writeFileSync(target, `${JSON.stringify(read(dictionary), null, 2)}\n`);

function read(folder: string): Record<string, string> {
  const names = properNames(folder);
  const uses = new Map<string, number>();
  const first = new Map<string, string>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    // lemma%type:file:id:head:headid offset sense uses
    const [key = '', offset = '', sense, count] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    const [type = '', file = ''] = rest.split(':');
    if (!/^[a-z]{3,}$/.test(lemma) || !/^[12]$/.test(type)) continue;
    const word = `${lemma} ${type}`;
    uses.set(word, (uses.get(word) ?? 0) + Number(count));
    if (sense === '1' && !names.has(offset)) first.set(word, file);
  }
  const found = new Map<string, string[]>();
  for (const [word, file] of first) {
    const kind = KINDS[file];
    const lemma = word.split(' ')[0] ?? '';
    const asNoun = uses.get(`${lemma} 1`) ?? 0;
    const asVerb = uses.get(`${lemma} 2`) ?? 0;
    // A word that is mostly the other part of speech would only mislead.
    const isMain = word.endsWith(' 1') ? asNoun * 2 >= asVerb : asVerb * 2 >= asNoun;
    if (kind === undefined || !isMain || (uses.get(word) ?? 0) < kind.leastUses) continue;
    found.set(kind.name, [...(found.get(kind.name) ?? []), lemma]);
  }
  return Object.fromEntries(
    [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, words]) => [name, words.toSorted().join(' ')]),
  );
}

/** Where the database describes one named person or place: a synset with an "instance of" pointer. */
function properNames(folder: string): Set<string> {
  const found = new Set<string>();
  for (const line of readFileSync(join(folder, 'data.noun'), 'utf8').split('\n')) {
    if (line.includes(' @i ')) found.add(line.slice(0, 8));
  }
  return found;
}
