import { lines } from './line.ts';

/** Before what is remembered. */
export const memoryOpening = lines(
  'memory.opening',
  'This is what has stayed with me from what you wrote.',
  'From your sessions so far, I keep this.',
  'Here is what I remember, as far as it seems worth keeping.',
  'What I have gathered from your own words is this.',
);

/** When there is nothing yet. */
export const memoryNothing = lines(
  'memory.nothing',
  'I remember nothing of you yet. After a session has ended, what seems worth keeping is gathered, with its reasons.',
  'So far nothing has been gathered. That happens when a session has ended.',
);

/** The way to all of it. */
export const memoryWay = lines(
  'memory.way',
  'All of it stands under Memory, with its reasons, and is yours to change or take out.',
  'Under Memory you can see why for each, and put right what is wrong.',
  'The whole of it, and where it comes from, is under Memory.',
);

/** When something is private. */
export const memoryPrivate = lines(
  'memory.private',
  'What you keep private is left out here.',
  'Whatever you made private, I leave for the page called Memory.',
);
