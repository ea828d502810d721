import { lines } from './line.ts';

/**
 * Said when somebody may be in danger and the part is one that carries pain: that work waits, and the senses come first.
 * Words for safety may come again at any time.
 */
export const resting = lines(
  'resting',
  'With how things are right now, {part} is better left to rest for a while. Let us stay with what is around you: press your feet into the floor, and name three things you can see.',
  'This is not the moment to go closer to {part}; it will not be forgotten. Feel what you sit or stand on, and let the next breath out be a long one.',
  'We leave {part} in peace until you are on safer ground. Look slowly around the room, and find one thing that is the colour of wood or of leaves.',
  'Going closer can wait, for your sake and for {part}. Hold something cool or rough in your hand, and notice it for as long as three breaths take.',
);
