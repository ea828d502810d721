import { lines } from './line.ts';

export const visitOpening = lines(
  'visit.opening',
  'You are visiting {part}.',
  'A visit to {part}, then.',
  'Let us look in on {part}.',
  'Time for {part}.',
  'So, {part} again.',
);

/** With the last words in which it was noticed. */
export const visitLastWords = lines(
  'visit.last',
  'The last words I have of it are {one}.',
  'When it was last noticed, you had written {one}.',
  'Last time it showed in {one}.',
  'What I remember of it is {one}.',
);

/** With the beginning of its story. */
export const visitStory = lines(
  'visit.story',
  'Its story begins with {one}.',
  'In its story it says {one}.',
  'You keep this in its story: {one}.',
);

/** With the step that was open when it was left. */
export const visitPlace = lines(
  'visit.place',
  'When you were getting to know it, we had come to {place}.',
  'The last time we stopped at {place}.',
  'There is still an open place from before: {place}.',
);

export const visitAsking = lines(
  'visit.ask',
  'How has it been since then?',
  'How do you find it today?',
  'What has it been busy with lately?',
  'Has anything changed for it?',
  'Where does it stand today, nearer or further away?',
  'What would it like to show you this time?',
  'Does it notice that you came by?',
  'What did it need last time, and did it get some of that?',
  'When did it last step in?',
  'How do you feel toward it on this visit?',
  'Is there something it has been waiting to tell you?',
  'What would be a kind thing to leave with it?',
);
