import type { Destination } from '../../../shared/entities/provider.ts';

const explanations = {
  guide: 'What you write stays on this computer, and the companion’s replies are made here. Nothing is sent anywhere.',
  local: 'What you write stays on this computer. A model that runs here answers.',
  anthropic: 'What you write here is sent to Anthropic, whose model answers. Press to see exactly what.',
} as const;

const keptPrivate = 'This is private: nothing of it is sent, and the built-in guide answers here, on this computer.';

/** Where words go, in two or three words and in a sentence. */
export const placeWords = ({ to, staysHere }: Destination): { place: string; explanation: string } => ({
  place: to === 'anthropic' ? 'Anthropic' : 'On this computer',
  explanation: staysHere === 'private' ? keptPrivate : explanations[to],
});
