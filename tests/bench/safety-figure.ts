import { detectSafety } from '../../electron/core/safety/detection/detect-safety.ts';
import { type Figure, atMost, timed } from './figures.ts';

/** The slow end of looking for danger in a hundred words; every call reads other words, so that nothing is remembered from the last. */
export function safetyFigure(): Figure {
  const ROUNDS = 2_000;
  const times: number[] = [];
  for (let round = -200; round < ROUNDS; round += 1) {
    const text = hundredWords(round + 200);
    const taken = timed(() => void detectSafety(text));
    // The first rounds warm it up.
    if (round >= 0) times.push(taken);
  }
  return atMost('safety_p95_ms', 'ms', times.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? null, 1);
}

const sentences = [
  'Rehearsed the talk twice in the kitchen and the cat was a fair audience.',
  'Part of me wants to plan the whole summer, and another part would rather sit on the step with a cup of tea.',
  'I was tired of the meeting long before it ended, and I said so, which surprised everyone at the table.',
  'Mum called about the boiler; she is fine, she only wanted to hear somebody.',
  'I don’t know why I keep checking my phone when nobody has written since Tuesday.',
  'We walked over the bridge to the station and watched the slow train leave without us.',
  'The critic was loud about my essay, so I asked it what it was afraid of.',
  'Dad would have been seventy today, and I made his soup and cried a little over the onions.',
  'He said he would ring and he didn’t, and the old worry came and sat on my chest.',
] as const;

function hundredWords(seed: number): string {
  const words: string[] = [];
  for (let at = seed; words.length < 100; at += 1 + (seed % 4)) words.push(...(sentences[at % sentences.length] ?? '').split(' '));
  return words.slice(0, 100).join(' ');
}
