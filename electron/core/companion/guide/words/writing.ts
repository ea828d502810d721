import type { PartRole } from '../../../../../shared/entities/part.ts';
import { type Line, lines } from './line.ts';

/** Just write: the person’s words said back, without asking anything. Each has to fit the hardest sentence as well as a light one. */
export const sayingBack = lines(
  'write.back',
  'I read {one}.',
  '{one} stays with me as I read.',
  'You wrote {one}.',
  'You put it as {one}.',
  'I keep to your own words for it: {one}.',
  'What I hear is {one}.',
  'I come back to {one}.',
  'I have stopped at {one}.',
);

/** Just write: a question now and then. None of them supposes that what was told is good or bad, over or new. */
export const asking = lines(
  'write.ask',
  'What else is there, next to that?',
  'Is there a feeling underneath this?',
  'What matters most to you in this?',
  'What is that like for you?',
  'Is there more that wants to be said about this?',
  'As you sit with this, what do you notice inside?',
  'What would you want someone to understand about this?',
  'What would you like to stay with?',
  'How are you now, as you write this?',
  'Where in your body do you notice it, if anywhere?',
  'Who else in you has something to say about this?',
  'What is it like to have written it?',
  'What do you need most in this?',
);

/** When somebody came with hardly a word: a way to begin. */
export const inviting = lines(
  'write.invite',
  'Is there something you would like to begin with?',
  'What has today been like?',
  'What is on your mind, if anything?',
);

/** To an answer of a word or two. */
export const shortAnswers = {
  yes: lines('write.short.yes', 'All right.', 'Then I read on.', 'I see.', 'Write more of it, if you like.'),
  no: lines(
    'write.short.no',
    'Then it can stay like that.',
    'That is an answer, too.',
    'All right, we leave it.',
    'That can be left alone.',
  ),
  unsure: lines(
    'write.short.unsure',
    'Not knowing is fine here.',
    'It may become clearer, or it may not.',
    'That can stay open.',
    'Then we do not need to know yet.',
  ),
  filler: lines(
    'write.short.filler',
    'I am here.',
    'There need not be much to say.',
    'You can also just sit here for a while.',
    'Few words are fine.',
  ),
} as const;

/** To a question they ask themselves, or life. */
export const ownQuestion = lines(
  'write.own.question',
  'That question can stay open here.',
  'I have no answer to that, and I hear the question.',
  'Perhaps someone in you has been asking that for a while.',
  'It seems to be asking for an answer, and I do not have one.',
  'It is a question that may need time.',
);

/** Words in which one part seems to speak, said back as a guess about it. */
export const oneSpeaks: Readonly<Record<PartRole, readonly Line[]>> = {
  manager: lines(
    'one.manager',
    '{one} sounds like a side of you that works hard.',
    'I notice something watchful in {one}.',
    'In {one} I hear someone who may have been at this for a long time.',
    '{one} might come from a part that wants things to go well.',
    'Perhaps somebody in you is keeping an eye on things, in {one}.',
  ),
  firefighter: lines(
    'one.firefighter',
    'With {one}, somebody in you may have stepped in quickly.',
    '{one} sounds as if it had to happen fast.',
    'Perhaps a part wanted something to stop, in {one}.',
    'I hear a sudden turn in {one}.',
    '{one} may have been a way to get through that moment.',
  ),
  exile: lines(
    'one.exile',
    '{one} sounds tender.',
    'There may be something young or sore in {one}.',
    'I would go gently with {one}.',
    'It sounds as if someone quiet is speaking, in {one}.',
    '{one} can be here without having to do anything.',
  ),
  unknown: lines(
    'one.unknown',
    'I wonder who in you is saying {one}.',
    'One part of you, and not all of you, may be saying {one}.',
    'I hear {one}.',
    '{one} sounds like a voice of its own.',
    'It may be that a part speaks in {one}.',
    'Somebody in you seems to want {one} to be heard.',
  ),
};

/** One question about a part that seems to speak. */
export const askingOne: Readonly<Record<PartRole, readonly Line[]>> = {
  manager: lines(
    'ask.manager',
    'What might it be trying to make sure of?',
    'If it could tell you what it worries would happen otherwise, what might it say?',
    'When did it first need to do that?',
    'What would a day off be like for it?',
  ),
  firefighter: lines(
    'ask.firefighter',
    'What was going on just before?',
    'If it was helping in its own way, what might it have kept from you?',
    'What would it have wanted to end?',
    'How is it to look at that now, a little later?',
  ),
  exile: lines(
    'ask.exile',
    'Is there room to stay near it, gently?',
    'How old does that one feel to you?',
    'What would it be good for it to hear right now?',
    'How is it for you to be this close to it?',
  ),
  unknown: lines(
    'ask.unknown',
    'Where do you notice it in your body?',
    'What would the rest of you be feeling?',
    'What would it like you to understand about it?',
    'When does it usually turn up?',
  ),
};

export const twoSpeak = lines(
  'two',
  'It sounds as if two sides of you are speaking: {one}, and {two}.',
  'There is {one}, and beside it {two}.',
  'Two voices, perhaps: {one}, and then {two}.',
  '{one}, and also {two}, and both may have good reasons.',
  'It seems {one} and {two} are both asking for room.',
);
export const askingTwo = lines(
  'ask.two',
  'Which of them feels closer right now?',
  'If each could have a moment without the other interrupting, which would you listen to first?',
  'What might each of them be hoping for?',
  'Which of them has been with you longer today?',
  'How do they get on with each other?',
);

export const moreSpeak = lines(
  'more',
  'Quite a few voices here, and I may not have caught them all: {one}, {two}, and more.',
  'There seem to be several of you in this, with {one}, {two}, and others besides.',
  'Several sides seem to speak, among them {one} and {two}.',
);
export const askingMore = lines(
  'ask.more',
  'Which one would you like to turn to first?',
  'Who seems to need you most?',
  'What is it like to have them all in the room?',
);

/** A part with a name seems to be back. */
export const knownSpeaks = lines(
  'known',
  'This sounds like {part} again: {one}.',
  '{part} may be back, in {one}.',
  'I am reminded of {part} by {one}.',
  'Perhaps {part} has something to do with {one}.',
);
/** Nothing but its name was said. */
export const knownNamed = lines('known.named', 'You speak of {part}.', 'It is about {part}, it seems.', '{part} is on your mind, then.');
export const askingKnown = lines(
  'ask.known',
  'What brought it here today?',
  'What does it need you to know this time?',
  'Is it the same as before, or has something changed?',
  'How is it for you that it turns up now?',
);

/** Said with the first suggestions, so that the person knows what the cards below are and that nothing is decided. */
export const aboutProposals = lines(
  'about.proposals',
  'What I noticed stands as a suggestion under your words. Give it a name of your own, keep it, or set it aside; nothing is added unless you say so.',
);
