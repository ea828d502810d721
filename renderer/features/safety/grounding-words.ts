/** One breath: what to do, for how long, and how wide the picture is then. */
export type BreathPhase = { readonly name: string; readonly seconds: number; readonly width: 'narrow' | 'wide' };

/** Slow breathing with a longer way out, about five and a half breaths a minute; nothing is held for long, so that nobody gets dizzy. */
export const breath: readonly [BreathPhase, ...BreathPhase[]] = [
  { name: 'Breathe in', seconds: 4, width: 'wide' },
  { name: 'Rest', seconds: 1, width: 'wide' },
  { name: 'Breathe out', seconds: 6, width: 'narrow' },
];

/** The 5-4-3-2-1 exercise: coming back through the senses. */
export const senses: readonly { readonly count: number; readonly what: string; readonly how: string }[] = [
  { count: 5, what: 'things you can see', how: 'Let your eyes wander. A colour, an edge, a shadow. Say each one, aloud or inside.' },
  {
    count: 4,
    what: 'things you can touch',
    how: 'The floor under your feet, the cloth on your skin, what you sit on, one hand in the other.',
  },
  { count: 3, what: 'things you can hear', how: 'Near ones and far ones. A machine, a bird, your own breath.' },
  { count: 2, what: 'things you can smell', how: 'If there is nothing, think of two smells you like, or smell your sleeve.' },
  { count: 1, what: 'thing you can taste', how: 'A sip of water is enough. Then notice what holds you up: a chair, a bed, the floor.' },
];
