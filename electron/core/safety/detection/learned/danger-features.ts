import { sensesOf } from '../../../language/word-senses.ts';
import type { Sentence } from '../message.ts';
import { themesOfWords } from './themes.ts';

/** A sentence as the model reads it. */
type Read = { readonly features: ReadonlySet<string>; readonly themes: readonly string[] };

const SUBJECT: Readonly<Record<string, string>> = {
  i: 'i', me: 'i', my: 'i', myself: 'i', mine: 'i', we: 'we', us: 'we', our: 'we', he: 'he', him: 'he', his: 'he', she: 'he', her: 'he', they: 'they', them: 'they', their: 'they',
  part: 'part', parts: 'part', protector: 'part', firefighter: 'part', exile: 'part', manager: 'part', you: 'you', it: 'it', nobody: 'nobody', everyone: 'they', everybody: 'they',
}; // prettier-ignore
const NOT = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without', 'nor']);
const WORD = /[a-z0-9][a-z0-9']*|[~"]/g;
const X = new Set((process.env.FX ?? '').split(','));
const G = (g: string) => !X.has(g);

export function dangerFeatures(sentences: readonly Sentence[]): string[] {
  const all = new Set<string>();
  const read = sentences.map(readSentence);
  const pairs = new Set<string>();
  for (const [at, { features, themes }] of read.entries()) {
    for (const f of features) all.add(f);
    const near = [...new Set([...themes, ...(read[at + 1]?.themes ?? [])])].toSorted();
    if (G('pairs')) for (const [i, one] of near.entries()) for (const other of near.slice(i + 1)) pairs.add(`${one}+${other}`);
  }
  for (const p of pairs) all.add(p);
  if (G('last')) for (const f of read.at(-1)?.features ?? []) if (/^[t]:/.test(f)) all.add(`last ${f}`);
  if (G('circ')) for (const s of sentences) {
    if (s.isPast) all.add('is past');
    if (s.isCurrent) all.add('is current');
    if (s.isTold) all.add('is told');
    if (s.isAsked) all.add('is asked');
    if (s.isInner) all.add('is inner');
  }
  if (G('len')) all.add(`length ${Math.min(8, sentences.length)}`);
  return [...all];
}

const stem = (w: string): string => (w.length < 4 ? w : w.replace(/(?:ing|ed|es|s|e|ly|y)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1'));

function readSentence(sentence: Sentence): Read {
  const words = sentence.text.match(WORD) ?? [];
  const f = new Set<string>();
  const themes = new Set<string>();
  let subject = 'none';
  let not = 9;
  for (const [at, w] of words.entries()) {
    const one = words[at - 1] ?? '^';
    const two = words[at - 2] ?? '^';
    if (G('w')) f.add(`w:${stem(w)}`);
    if (G('b')) f.add(`b:${one} ${w}`);
    if (G('tri')) f.add(`b:${two} ${one} ${w}`);
    if (G('gap')) f.add(`g:${two} ${w}`);
    not = NOT.has(w) ? 0 : not + 1;
    subject = SUBJECT[w] ?? subject;
    const found = [...themesOfWords(w), ...themesOfWords(`${one} ${w}`), ...themesOfWords(`${two} ${one} ${w}`)];
    for (const t of found) {
      themes.add(t);
      if (G('t')) f.add(`t:${t}`);
      if (G('st')) f.add(`t:${subject}+${t}`);
      if (G('nt') && not > 0 && not < 4) f.add(`t:not+${t}`);
    }
    if (G('s')) for (const s of sensesOf(w)) f.add(`s:${s}`);
    if (G('ss')) for (const s of sensesOf(w)) f.add(`s:${subject}+${s}`);
    if (G('wt') ) for (const t of themesOfWords(one)) f.add(`v:${t} ${stem(w)}`);
    if (G('tw') ) for (const t of found) f.add(`v:${stem(one)} ${t}`);
    if (G('char') && w.length > 3) for (let i = 0; i + 4 <= w.length + 2; i += 1) f.add(`c:${`^${w}$`.slice(i, i + 4)}`);
  }
  if (G('end')) f.add(`e:${stem(words.at(-1) ?? '')}`).add(`e:${words.slice(-2).join(' ')}`);
  return { features: f, themes: [...themes] };
}
