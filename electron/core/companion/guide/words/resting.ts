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

/** Said after that, as long as the part rests: short, of the senses, and with another way to go. */
export const stillResting = lines(
  'resting.still',
  'It rests, and you need not watch over it. What you sit on is holding you.',
  'Let us keep some distance for now. Another part can be met instead, or you can just write.',
  'It can wait. Find something near you that is soft, and hold it for a moment.',
  'Not closer than this, today. Listen for the sound that is furthest away.',
  'That is heard, and it can stay where it is. Drink something, if there is something near.',
  'We leave it be a little longer. Let your eyes rest on the furthest thing you can see.',
);

/** Said once in a letter to such a part. */
export const letterRests = lines(
  'resting.letter',
  'Your words are kept in the letter all the same, as you wrote them.',
  'The letter keeps what you wrote, and you can finish it whenever you like.',
);
