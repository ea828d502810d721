import type { GuideStep } from '../../../../../shared/entities/guide.ts';
import { lines } from './line.ts';

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
/** An answer too short to be said back. */
export const takenInBriefly = lines(
  'six.taken.briefly',
  'Thank you for looking.',
  'That is enough to go on with.',
  'Short is fine.',
  'That tells me something.',
  'All right, with that in mind.',
  'A few words will do.',
  'Then we go on from there.',
  'One more step, with what you found.',
);

/** Another part seems to have taken the seat. */
export const anotherIsHere = lines(
  'six.another',
  'It sounds as if {one} comes from another part, one with feelings of its own about this.',
  'In {one} there may be somebody else speaking.',
  'Perhaps one more part has joined, and says {one}.',
  'That might not be you at the centre, but another part: {one}.',
  'Somebody else in you may have something to say about this, as in {one}.',
  'With {one}, another side of you may have come to the front.',
);
/** Openness, and another part beside it. */
export const bothAreHere = lines(
  'six.both',
  'There is some openness in {one}, and beside it somebody who feels otherwise. That second one may be spoken to first.',
  'Two feelings seem to be in {one}, a kinder one and another part’s. Let us turn to that other one for a moment.',
  'Some of {one} sounds open, and some of it may belong to a part that has had enough.',
);
export const anotherStays = lines(
  'six.another.stays',
  'It does not seem ready to move, and it may have good reasons: {one}.',
  'That one still has a lot to say, as in {one}.',
  'Thank it for being frank, in {one}.',
  'It stays where it is, and that is an answer too.',
  'Then it does not want to, and nobody makes it.',
  'That is a plain no, and it may know why.',
  'It need not move. It can be asked what it is worried about.',
);
/** After two rounds, the other part is the one to be met. */
export const meetTheOther = lines(
  'six.meet.other',
  'It will not give space, and that is honoured. Then let us get to know that one first.',
  'The other part wants to be seen before anything else. We turn to it now.',
  'Nobody has to be pushed aside. The one who stays in front can be the one we listen to.',
  'Then we leave the first one for now, and stay with the one who is in front.',
);
/** The other part has moved. */
export const gaveSpace = lines(
  'six.space',
  'It can be thanked for that.',
  'A little room may be all that is needed.',
  'Let it know that it can come back at any time.',
  'Good to know that it can.',
  'That was kind of it.',
  'Every bit of room counts.',
  'Notice what that is like, with somewhat more air around you.',
  'So it let go a little.',
);
/** What stood against the part grows less. */
export const growsSofter = lines(
  'six.softer',
  'It sounds as if that has eased a little, in {one}.',
  'Less of it, then, and a bit more of you.',
  'With {one}, some room may have come by itself.',
);
/** One is the part oneself, for the moment. */
export const areOne = lines(
  'six.one',
  'You and {part} may be very close just now, as if it looked out through your eyes.',
  'It sounds as if {part} has filled you for the moment. It can be asked to sit a little further off, where the two of you see each other.',
  'From inside it there is not much to see of {part}. A little distance may do, an arm’s length or so.',
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
  'Take your time with it.',
  'Nothing has to come.',
  'We can try it another way.',
);
/** It was told how the part is, where it was asked how one feels toward it. */
export const aboutIt = lines(
  'six.about.it',
  'I have {one}, and the question is about what is in you as you see that.',
  '{one}, then, and there is also you who looks at it.',
  'That may be about how it is: {one}. I am asking after your side of it.',
  'With {one} in view, let your attention come back to yourself for a moment.',
);
export const neitherWay = lines(
  'six.neither',
  'Neither for it nor against it is a place to start from.',
  'A neutral feeling counts, too.',
  'That sounds like some distance, and it may be just right.',
);
/** The part that is asked for space says something else than yes or no. */
export const itsReasons = lines(
  'six.reasons',
  'It may have good reasons: {one}.',
  'So that is what it has to say: {one}. It can be told that you heard it.',
  'Nothing of {one} gets lost if it leans back.',
  'Let it know that {one} has arrived.',
);
/** A question is turned down. */
export const declining = lines(
  'six.decline',
  'That is a no, and it is respected.',
  'Then it stays with you.',
  'It does not have to be told.',
  'No is an answer here.',
  'Good that you say so. We leave that alone.',
  'That one is yours to keep.',
);
/** Somebody objects to being asked. */
export const objecting = lines(
  'six.object',
  'You owe me no answer: I am a program, and this is yours alone. Perhaps somebody in you would rather not have this looked at, and may have good reason.',
  'Fair enough, and you can stop whenever you want. There may be one in you who does not like where this goes.',
  'That can be said here. It might be a part that keeps watch over what is asked of you.',
  'It is right to question this. The one in you that objects may be looking after something.',
);
/** Before any part was found, it is only an objection. */
export const objectingEarly = lines(
  'six.object.early',
  'You owe nobody an answer here; this is for you, and it can be left at any point.',
  'A fair thing to say to a program. You choose whether to go on with it.',
  'None of this has to be done. If you like, just write instead.',
);
/** It was said before. */
export const toldBefore = lines(
  'six.told',
  'Then I take it as said.',
  'Sorry to have asked twice. We go on with what you told.',
  'So you did, and it counts.',
);
/** It hurts, or is too much: nothing is asked but how to go on. */
export const hurting = lines(
  'six.hurt',
  'Then we slow down, and nothing has to be found out.',
  'That sounds like a lot to feel at once. Let go of the question for now.',
  'It matters more how you are than how far we get.',
  'Let that be enough for a moment. You have gone close to something tender.',
  'No step is worth being overrun by it.',
  'Thank you for saying so. We can stay right here.',
);
export const pauseChoice = lines(
  'six.pause',
  'What would be right now: a minute of grounding, stopping here, or going on?',
  'Would it help to ground yourself first, to stop for today, or to go on?',
  'Do you want to come back to the room for a moment, leave it here, or go on gently?',
  'What would be kindest to yourself here, a pause with your feet on the floor, an end, or the next step?',
  'Which is it to be: some grounding, an end for today, or a little further?',
  'Shall we ground for a moment, end here, or continue?',
  'Where do we go from here: to your breath, to an end, or back to the question?',
  'What do you need first, solid ground, a rest from this, or to go on?',
);
export const grounding = lines(
  'six.ground',
  'Press your feet into the floor, and let the next breath out be longer than the one in. Then name five things you can see.',
  'Put a hand where it is warm, on your chest or your arm, and feel its weight. Look around the room until something blue turns up.',
  'Hold something cool or rough, and notice it for three slow breaths. Listen for the furthest sound you can hear.',
  'Lean back, and feel what carries you: the chair, the floor, the wall. Say to yourself what day it is, and where you are.',
);
/** After it: nothing is asked. */
export const groundingAfter = lines(
  'six.ground.after',
  'When you are ready, tell me whether to go on or to stop; both are good.',
  'Take as long as you like, and then say whether it goes on or ends here.',
  'I wait. You can go on later, or leave it at this.',
  'The page Help has more of this, and nothing here runs away.',
);
/** More was written while it was asked how to go on. */
export const pauseHeard = lines(
  'six.pause.heard',
  'I hear {one}, and nothing has to follow from it.',
  'With {one}, too, there is no hurry.',
  '{one} may stand here for now.',
);
export const goingBack = lines(
  'six.back',
  'Then we go back to the one before.',
  'Back one step.',
  'We take that one again.',
  'We can turn round here.',
);
export const anotherPart = lines(
  'six.another.part',
  'Then we leave this one for now, and look for another.',
  'Another one, then. The first can be told that you will come back.',
  'This one can rest. Somebody else has a turn.',
  'We begin afresh with someone else.',
);
/** Another part is named at the end. */
export const turningTo = lines('six.turning.to', 'Then {part} is next.', 'With {part} we begin afresh.', 'Good, now {part}.');
/** Somebody in the person’s life was named, where a part was asked for. */
export const somebodyElse = lines(
  'six.somebody.else',
  'That may be somebody in your life. What gets stirred in you by them is where we can look.',
  'A person around you, perhaps. There may be one in you who answers to that person.',
  'I take that to be someone you know. Let us see who in you reacts to them.',
);
export const onceMore = lines(
  'six.again',
  'Once more, from the beginning.',
  'We go through it again, and it may look different this time.',
  'Then we start again with the same one.',
  'From the top, with fresh eyes.',
);
export const parting = lines(
  'six.parting',
  'Until another time.',
  'Be well, and take it slowly after this.',
  'Enough for now, then. It can settle by itself now.',
  'Thank you for letting me come along.',
  'You went a good way with this. It may go on working quietly.',
  'Rest a little, if you can.',
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
/** When the steps were through already. */
export const stoppedAtEnd = lines(
  'six.stop.end',
  'The steps were through, so nothing stays open.',
  'Then it ends here, with all the steps done. Another time can begin with anybody you like.',
  'We close it here. There is no open question left behind.',
  'That was the whole way. It can be walked again whenever you want.',
);
export const resumeNamed = lines(
  'six.resume.named',
  'Last time with {part} we came as far as {place}. Shall we go on there?',
  'With {part} we stopped at {place}. Would you like to take it up at that point?',
  'The place we left {part} at was {place}. Is that where you want to continue?',
  'The last place with {part} was {place}. Does it feel right to go on from there?',
);
export const resumeUnnamed = lines(
  'six.resume.unnamed',
  'There are steps you did not finish, about the one you told of in {one}; the last was {place}. Do we go on there?',
  'We came as far as {place}, about {one}. Would you like to pick that up?',
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
  'Asked about its worry, you wrote {one}.',
  'To what might happen otherwise, your words were {one}.',
  'What you found last is {one}.',
  'The last of it was {one}.',
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
export const offerMet = lines(
  'six.offer.met',
  'Should it be one of your parts, a suggestion stands under your words {one}; nothing is added unless you say so.',
  'Under your words {one} you find it as a suggestion, which you can name, keep or set aside.',
  'It stands as a suggestion under {one}, further up, and it becomes one of your parts with your yes alone.',
);
export const afterClose = lines(
  'six.after',
  'Is there a step you would like to go back to?',
  'How is it inside, after all that?',
  'What would you like to take with you from this?',
  'Does anything still want to be said?',
  'How is your body now?',
  'What might {part} need from you in the next days?',
  'Who in you has been listening to all this?',
  'What will you remember of this?',
);
/** What can be done from the end. */
export const fromHere = lines(
  'six.from.here',
  'If you like, we can turn to another part, or go through it again with this one.',
  'Whenever you want another part to have its turn, say so; otherwise just write.',
  'From here you can name another part, begin again, or leave.',
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
