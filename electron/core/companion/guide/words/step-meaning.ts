import type { GuideStep } from '../../../../../shared/entities/guide.ts';
import { type Line, lines } from './line.ts';

/** What a step’s question is for, in plain words, for somebody who asks back. */
export const stepMeaning: Readonly<Record<GuideStep, readonly Line[]>> = {
  find: lines(
    'meaning.find',
    'We look for one side of you to get to know: a mood, a worry, a habit, an inner voice.',
    'By a part I mean one of the many sides a person has, such as the one that worries or the one that wants to please.',
    'This first question only chooses whom we talk about, and any place to begin will do.',
  ),
  focus: lines(
    'meaning.focus',
    'Many people notice a part in the body, as a knot or a warmth; others hear it or see it. The question is where you notice it.',
    'To focus means to turn your attention there, so that you have something to stay with.',
    'I ask about the place because a part is easier to get to know when you can feel where it is.',
  ),
  flesh_out: lines(
    'meaning.flesh',
    'This is about getting a clearer picture: how it looks, sounds or feels, as you would describe somebody you just met.',
    'Any detail counts here, a colour, a tone, an age, and made up is as good as seen.',
    'The more you can tell about it, the less it blurs with the rest of you.',
  ),
  feel_toward: lines(
    'meaning.feel',
    'This one is about you and not about it: whether you like it, are tired of it, or are curious about it. What you feel tells who in you is looking.',
    'It matters with what feeling you meet a part. If you are angry with it or afraid of it, that feeling may belong to another part, which would want to be heard first.',
    'I ask because a part opens up to somebody who is curious or kind, and not to somebody who wants it gone.',
  ),
  unblend: lines(
    'meaning.unblend',
    'A feeling such as annoyance often belongs to another part, which has joined in. You can ask it inside whether it would let you look for yourself.',
    'To give space means that it steps back a little, as somebody might lean back in a chair. It stays, and nobody is sent away.',
    'When that one gives some room, you may find that you look at the first one with more curiosity.',
  ),
  befriend: lines(
    'meaning.befriend',
    'Here you get to know it as you would a person: what it does for you, and why. You ask it inside, and write what comes.',
    'A part usually tries to do something for you, even a bothersome one, and this question is about what that is.',
    'The point is that it feels noticed by you; the answer itself may be short.',
  ),
  fear: lines(
    'meaning.fear',
    'Whoever works that hard often expects something bad if they stop. The question is what this one expects.',
    'Its worry tells what it protects. That is why I ask what would happen if it let go.',
    'You could ask it inside what it is afraid of, and see whether an answer comes.',
  ),
  close: lines(
    'meaning.close',
    'The steps with this one are through, and nothing more is needed.',
    'This is the end of the way with this one, so what comes next is your choice.',
    'All the questions of these steps have been put.',
  ),
};

/** How one does what a step asks. */
export const stepWays: Readonly<Record<GuideStep, readonly Line[]>> = {
  find: lines(
    'way.find',
    'You could think of a moment today that stirred you, and follow the feeling in it.',
    'One way is to finish the sentence that begins with: there is a side of me that.',
    'It is enough to name a feeling, or something you keep doing.',
  ),
  focus: lines(
    'way.focus',
    'You can go through your body slowly, from the head to the feet, and notice where something answers.',
    'Say its name inwardly and wait a few breaths; then write down whatever shifts.',
    'It can help to remember the last time it was strong, and where you felt that.',
  ),
  flesh_out: lines(
    'way.flesh',
    'Keep your attention where you noticed it, and write what comes without judging it.',
    'Let an image form by itself, and take the first one.',
    'You may answer with a single word, or with what it reminds you of.',
  ),
  feel_toward: lines(
    'way.feel',
    'Picture it in front of you, and notice what your face and chest do.',
    'You can try out words, such as fond, annoyed, curious or indifferent, and see which one fits.',
    'Imagine it walked into the room, and watch your first reaction.',
  ),
  unblend: lines(
    'way.unblend',
    'You can say it inwardly, in your own words: I see you, and would you let me look for a moment. Then wait for what happens.',
    'Let a slow breath out, and imagine a chair next to you where that one could sit.',
    'There is nothing to force: ask, wait, and notice whether anything in you lets go a little.',
  ),
  befriend: lines(
    'way.befriend',
    'Ask it inwardly, and write down the first thing that comes, even if it sounds odd.',
    'You could sit beside it in your mind for a while before you ask anything.',
    'Write what you know of it from outside, if it does not speak.',
  ),
  fear: lines(
    'way.fear',
    'You might imagine it taking a day off, and notice what in you gets uneasy.',
    'Put the question to it, and let the answer take its time.',
    'Begin a sentence with: if I stopped. Then let it finish that.',
  ),
  close: lines(
    'way.close',
    'You can turn to another part, go through it again with this one, go back to a step, or leave it here and just write.',
    'From here you may say that you want another part, that you want to begin again, or that you want to stop.',
    'You might rest with it for a moment, or tell me that another one should have its turn.',
  ),
};

/** Whom it is about, for somebody who lost track. */
export const whichPart = lines(
  'six.which',
  'We are with {part}.',
  'It is about {part}.',
  'I mean {part}.',
  'This is still about {part}.',
  'The one we are looking at is {part}.',
);
/** Whom it is about, in the person’s words, when nothing in them names it. */
export const whichWords = lines(
  'six.which.words',
  'We are with the one you told of in {one}.',
  'It is about whoever was in {one}.',
  'I mean the one from your words {one}.',
);
export const whichNone = lines(
  'six.which.none',
  'No part has been chosen yet.',
  'That is still open; whoever comes to mind is right.',
  'We have not settled on anybody so far.',
);

/** When everything about a question was said already. */
export const meaningLeft = lines(
  'meaning.left',
  'I have no better way to put it, and it may be left out.',
  'It is only an offer, and saying skip goes past it.',
  'If it makes no sense to you, it can be passed by.',
  'You may answer any question you like better instead.',
);
