/** Strips the commonest English endings, giving the bare forms a word may be listed under. */
export function bareForms(word: string): readonly string[] {
  // Most words are short or end in another letter: they have no other form.
  if (word.length < 4 || !/[sdgy]$/.test(word)) return [word];
  const forms = [word];
  const add = (form: string): void => {
    if (form.length >= 3) forms.push(form);
  };
  const undouble = (stem: string): void => {
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) add(stem.slice(0, -1));
  };
  if (word.endsWith("'s")) add(word.slice(0, -2));
  if (word.endsWith('ies') || word.endsWith('ied')) add(`${word.slice(0, -3)}y`);
  if (word.endsWith('s') && !word.endsWith('ss')) add(word.slice(0, -1));
  if (word.endsWith('es')) add(word.slice(0, -2));
  for (const ending of ['ed', 'ing']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    add(stem);
    add(`${stem}e`);
    undouble(stem);
  }
  if (word.endsWith('ly')) add(word.slice(0, -2));
  return forms;
}
