import { lines } from './line.ts';

export const letterOpening = lines(
  'letter.opening',
  'This page is for a letter to {part}. Write as long as you like, and say when it is finished.',
  'Dear {part}, it could begin, or in any other way. I will be quiet until you are through.',
  'A letter to {part}: nothing has to be finished in one go.',
);

/** A piece of the letter is received, without a question. */
export const letterReceived = lines(
  'letter.received',
  'That is in the letter.',
  'Added to the letter.',
  'I have put it with the rest.',
  'Received, word for word.',
  'It stands in the letter now.',
  'The letter goes on whenever you do.',
  'Kept as you wrote it.',
  'A piece of the letter, as it came.',
  'It is on the paper.',
  'Your words to {part} are safe here.',
  'I leave it exactly like that.',
  '{part} may take its time with it.',
  'These lines are in it.',
  'One more piece is there.',
  'I have laid it with the others.',
  'Nothing of it is changed.',
  'It is written down for {part}.',
  'There is room for the next line.',
  'You can write on.',
  'I am holding the pages.',
  'This, too, is for {part}.',
  'The letter has grown by that.',
);

export const letterFinished = lines(
  'letter.finished',
  'The letter to {part} is kept as a note, and it stays in this session as well.',
  'Then it is done, and kept: your letter to {part}.',
  'I have kept the letter to {part} for you, as it stands.',
  'Folded and put away for {part}, where you can find it again.',
);

/** Said once a letter is kept in which parts were noticed: while it was being written nobody was interrupted. */
export const letterSuggestions = lines(
  'letter.suggestions',
  'Under some of its lines stand suggestions of parts that may be speaking there. They can wait, and nothing is added unless you say so.',
);

export const letterEmpty = lines(
  'letter.empty',
  'There is nothing in the letter yet, so nothing was kept.',
  'The page is still empty, and that is all right.',
  'No line of a letter has been written so far.',
);
