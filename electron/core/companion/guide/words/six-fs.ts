import type { GuideStep } from '../../../../../shared/entities/guide.ts';
import { type Line, lines } from './line.ts';

/** What each step asks. */
export const stepQuestions: Readonly<Record<Exclude<GuideStep, 'close'>, readonly Line[]>> = {
  find: lines(
    'find',
    'Which part would you like to turn to?',
    'Who in you has been asking for attention lately?',
    'What feeling, thought or urge would you like to follow inward?',
    'If you think of the last days, what in you kept coming up?',
    'Who is nearest to you in there just now?',
    'What did you do or feel lately that you wondered about?',
  ),
  focus: lines(
    'focus',
    'Where in your body, or around it, do you notice {part}?',
    'If you turn your attention to {part}, where is it?',
    'What is the first thing that tells you {part} is there?',
    'As you look inward, how do you know that {part} is near?',
    'Is it more of a sensation, a voice, a picture, or something else?',
    'Where does {part} seem to live in you?',
  ),
  flesh_out: lines(
    'flesh',
    'What is {part} like, as you stay with it?',
    'If you could see {part}, what might it look like?',
    'How old does {part} seem to be?',
    'What does {part} say, and in what tone?',
    'How close to you is {part}, and which way does it face?',
    'What else can you tell about {part}?',
  ),
  feel_toward: lines(
    'feel',
    'How do you feel toward {part} at this moment?',
    'As you look at {part}, what do you feel toward it?',
    'What comes up in you when {part} stands before you?',
    'If you are honest, how is {part} for you right now?',
    'What is your heart like toward {part}?',
    'How do you find {part}, from where you stand now?',
  ),
  unblend: lines(
    'unblend',
    'Could that one be asked to give a little space, without having to go away?',
    'Would it be willing to step to the side for a while?',
    'Could you ask it to sit beside you instead, and let you look?',
    'Would that one trust you with this for a few minutes?',
    'Could it move back by as much as it likes, and keep watching?',
    'Is it willing to relax a little while you listen?',
  ),
  befriend: lines(
    'befriend',
    'What would {part} like you to know about itself?',
    'Could you let {part} know how you feel toward it, and see how it takes that?',
    'What is the job that {part} does for you?',
    'How long has {part} been doing this?',
    'What would help {part} to trust you a little?',
    'What does {part} want for you?',
  ),
  fear: lines(
    'fear',
    'What is {part} afraid would happen if it stopped?',
    'If {part} took a rest, what does it think might come?',
    'What does {part} believe would go wrong without it?',
    'Whom or what might {part} be protecting?',
    'What is the worst that could come, in the eyes of {part}?',
    'What would {part} dread, if it did not do what it does?',
  ),
};

/** The same question after another part has stepped aside. */
export const feelAgain = lines(
  'feel.again',
  'With a little more room now, how do you feel toward {part}?',
  'And when you look at {part} again, what is there toward it?',
  'From here, what do you notice in yourself toward {part}?',
  'Has your feeling toward {part} changed with that?',
);

/** An answer is taken in, in the person’s own words. */
export const takenIn = lines(
  'six.taken',
  'Let {one} have a moment.',
  'You write {one}.',
  'I hear it as you said it: {one}.',
  'So, {one}.',
  'It shows in {one}.',
  'That is how it is, then: {one}.',
  '{one} gives me a picture of it.',
  'I will hold on to {one}.',
  'There it is: {one}.',
  '{one}, and you stayed with it.',
  'Something of it may be in {one}.',
  'I would not add anything to {one}.',
);

/** Another part seems to have taken the seat. */
export const anotherIsHere = lines(
  'six.another',
  'It sounds as if {one} comes from another part, one with feelings of its own about this.',
  'In {one} there may be somebody else speaking, who has had enough.',
  'Perhaps one more part has joined, and says {one}.',
  'That might not be you at the centre, but another part: {one}.',
);
export const anotherStays = lines(
  'six.another.stays',
  'It does not seem ready to move, and it may have good reasons: {one}.',
  'That one still has a lot to say, as in {one}.',
  'Thank it for being frank, in {one}.',
);
/** After two rounds, the other part is the one to be met. */
export const meetTheOther = lines(
  'six.meet.other',
  'It will not give space, and that is honoured. Then let us get to know that one first.',
  'The other part wants to be seen before anything else. We turn to it now.',
  'Nobody has to be pushed aside. The one who stays in front can be the one we listen to.',
);
/** The other part has moved. */
export const gaveSpace = lines(
  'six.space',
  'It can be thanked for that.',
  'A little room may be all that is needed.',
  'Let it know that it can come back at any time.',
  'Good to know that it can.',
);
export const openToward = lines(
  'six.open',
  'There seems to be some openness, in {one}.',
  'With {one}, it may be able to feel that you are there.',
  '{one} might be felt over there, too.',
  'Let some of that reach it: {one}.',
);

export const notSure = lines(
  'six.unsure',
  'There is no need to be sure.',
  'It may not be clear yet.',
  'A guess is as welcome as an answer.',
  'Then let us come at it from another side.',
  'Not every question has an answer today.',
);
export const leftOpen = lines(
  'six.leave.open',
  'We can leave that open and go on.',
  'That question can wait.',
  'It may answer itself later.',
  'Then it stays open for now.',
);
export const skipping = lines(
  'six.skip',
  'We go past that one.',
  'That is skipped.',
  'Good, on to the next.',
  'It can be left out.',
  'The next step, then.',
);
export const goingTo = lines(
  'six.go',
  'Then we go there.',
  'Let us turn to that.',
  'From here we can start as well.',
  'We move over to it.',
  'All right, at that place.',
);
export const beginning = lines(
  'six.begin',
  'Let us get to know a part, step by step; you can skip any of them, or stop at any point.',
  'We take it slowly, one question at a time, and you can leave whenever you want.',
  'A few questions lie ahead, and none of them has to be answered.',
  'We begin where you are.',
);
export const stopped = lines(
  'six.stop',
  'Then it rests here, and it can be taken up again at this place.',
  'We stop here. The place is marked for another time.',
  'That is enough for now, and we can go on from here some other day.',
  'Good to stop when it is enough. I keep the place.',
);
export const resumeNamed = lines(
  'six.resume.named',
  'Last time with {part} we had got to {place}. Shall we go on there?',
  'With {part} we stopped at {place}. Would you like to take it up at that point?',
  'The place we left {part} at was {place}. Is that where you want to continue?',
  'We had been at {place}, with {part}. Does it feel right to go on from there?',
);
export const resumeUnnamed = lines(
  'six.resume.unnamed',
  'Last time we had got to {place}, with what you called {one}. Do we go on there?',
  'We had come as far as {place}, about {one}. Would you like to pick that up?',
  'There is an open place from before: you wrote {one}, and then came {place}. Is it still the one to go on with?',
);
export const resuming = lines(
  'six.resuming',
  'Then we are back at that place.',
  'We take it up again.',
  'Here is where it was left.',
  'On from there.',
);

/** At the end: what was found, in the person’s words. */
export const closingFear = lines(
  'six.close.fear',
  'About what it is afraid of, you found {one}.',
  'Its worry, in your words, is {one}.',
  'What it fears now has words: {one}.',
);
export const closing = lines(
  'six.close',
  'That is the end of these steps. You might thank {part} for what it let you see.',
  'We have come to the end of the way, for today. {part} may like to hear that you will come back.',
  'This is as far as the questions go. It can be good to let {part} know that you heard it.',
);
export const offerKnown = lines(
  'six.offer.known',
  'If something of this should be kept with {part}, you can write it on its page; nothing is added unless you do.',
  'What you learned can go onto the page of {part}, should you want that.',
  'The page of {part} has room for this, and it is up to you whether it goes there.',
);
export const offerUnknown = lines(
  'six.offer.unknown',
  'If it should be among your parts, you can add it there under a name of your own.',
  'It has no name here yet; you can give it one among your parts, or leave it be.',
  'Whether it becomes one of your named parts is up to you.',
);
export const afterClose = lines(
  'six.after',
  'Is there a step you would like to go back to?',
  'How is it inside, after all that?',
  'What would you like to take with you from this?',
  'Does anything still want to be said?',
);

/** The steps as places one can have got to. */
export const placeWords: Readonly<Record<GuideStep, string>> = {
  find: 'finding the part',
  focus: 'where you notice it',
  flesh_out: 'what it is like',
  feel_toward: 'how you feel toward it',
  unblend: 'asking another part for a little space',
  befriend: 'getting to know it',
  fear: 'what it fears',
  close: 'the end of the steps',
};
