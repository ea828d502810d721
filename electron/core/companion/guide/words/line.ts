/**
 * A sentence of the Guide’s own, or two that belong together. `{one}` and `{two}` stand for the person’s own words, in quotation marks;
 * `{part}` for the part’s name, or “this part”; `{place}` for a step in plain words; `{numbers}` and `{line}` for whom to call. The id is kept with every reply that used it.
 */
export type Line = { readonly id: string; readonly text: string };

/** Names the lines of a topic in their order: add new ones at the end, so that those already said keep their ids. */
export const lines = (topic: string, ...texts: readonly string[]): readonly Line[] =>
  texts.map((text, at) => ({ id: `${topic}.${at}`, text }));
