/** What can help in a hard moment, from what one can do alone to people who answer. */
export const supports = ['plan', 'grounding', 'people', 'helplines'] as const;
export type Support = (typeof supports)[number];

export const supportWords: Record<Support, string> = {
  plan: 'My plan',
  grounding: 'Grounding',
  people: 'People',
  helplines: 'Helplines',
};
