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
  'In the steps with it, the last place was {place}.',
  'Before, we stopped at {place}.',
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
  'Did it get some of what it needed?',
  'When did it last step in?',
  'How do you feel toward it on this visit?',
  'Is there something it has been waiting to tell you?',
  'What would be a kind thing to leave with it?',
);

/** Another part’s feeling about the one that is visited. One question, and no other beside it. */
export const visitAgainst = lines(
  'visit.against',
  'In {one} there may be another part, with its own view of {part}. What would that one like you to know?',
  'Somebody in you seems to have had enough, as in {one}. Could that one have your ear first?',
  'It sounds as if {one} comes from a side that stands against {part}. Would it be willing to wait a little nearby?',
  'There may be two of them now, {part} and the one who says {one}. Which of the two needs you more?',
  'Not all of you may feel that way about {part}: {one}. What is that feeling protecting?',
);
/** Openness toward it. */
export const visitOpen = lines(
  'visit.open',
  'Let {part} feel some of that: {one}.',
  '{part} may notice it, when you say {one}.',
  'With {one} you are good company for it.',
  'That might do {part} some good, in {one}.',
);

/** Asked what is known of it, when there is nothing yet. */
export const visitNothing = lines(
  'visit.nothing',
  'Of {part} there is nothing else here so far; its page holds what you keep of it.',
  'What there is of {part} stands on its page.',
);
/** To somebody who does not know what to do in a visit. */
export const visitHow = lines(
  'visit.how',
  'Nothing has to get done here. Being near {part} for a little, and noticing how it is, is the whole of a visit.',
  'You can look how near {part} is today, or tell it how you have been. Nothing else is needed.',
);
/** A question that may be for the part. */
export const visitQuestion = lines(
  'visit.question',
  '{part} may have its own answer to that. It can take a while to come.',
  'You can put that to {part}, and wait for what comes.',
  'That may be for {part} to answer, in words or without.',
);
/** No answer came. */
export const visitUnsure = lines(
  'visit.unsure',
  'It need not show anything today.',
  'Being near for a while can be all there is to a visit.',
  'That is all right; it may just like some company.',
  'Quiet visits count as well.',
);
