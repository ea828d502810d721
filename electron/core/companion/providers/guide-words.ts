import type { PartRole } from '../../../../shared/entities/part.ts';

/**
 * The guide's sentences. Warm, plain and brief; one question at a time; curious before it explains; unsure where it is unsure.
 * `{one}` and `{two}` stand for the person's own words, in quotation marks.
 */
export const whenTwoSpeak: readonly string[] = [
  'It sounds as if two sides of you are speaking: {one}, and {two}. Which of them feels closer right now?',
  'I hear {one}, and beside it {two}. If each could have a moment without the other interrupting, which would you listen to first?',
  'Two voices, perhaps: {one}, and {two}. What might each of them be hoping for?',
  '{one}, and also {two}. Both may have good reasons. Which of them has been with you longer today?',
  'So there is {one}, and there is {two}. How do they get on with each other?',
  'It seems {one} and {two} are both asking for room. What happens in you when you let both be there?',
];

export const whenOneSpeaks: Readonly<Record<PartRole, readonly string[]>> = {
  manager: [
    '{one}. It sounds like a side of you that works hard. What might it be trying to make sure of?',
    'I notice {one}. If that part could tell you what it worries would happen otherwise, what might it say?',
    '{one}. Perhaps it has been doing this for a long time. When did it first need to?',
    'There is something watchful in {one}. How do you feel toward it as you write this?',
  ],
  firefighter: [
    '{one}. Something may have stepped in quickly there. What was going on just before?',
    'I hear {one}. If that part were helping in its own way, what might it be keeping from you?',
    '{one}. It may have wanted something to stop. What would that have been?',
    'Part of you may have acted fast: {one}. How is it to look at that now, a little later?',
  ],
  exile: [
    '{one}. That sounds tender. Is there room to stay near it, gently, without having to do anything?',
    'I hear {one}. How old does that one feel to you?',
    '{one}. There is no hurry with this. What would it be good for it to know right now?',
    'Something young or sore may be speaking in {one}. How do you feel toward it, at this moment?',
  ],
  unknown: [
    '{one}. I wonder who in you is saying that. Where do you notice it in your body?',
    'I hear {one}. If that were one part of you and not all of you, what would the rest be feeling?',
    '{one}. What would it like you to understand about it?',
    'There is {one}. When does it usually turn up?',
  ],
};

export const whenMoreSpeak: readonly string[] = [
  'Quite a few voices here, and I may not have caught them all: {one}, {two}, and more. Which one would you like to turn to first?',
  'It sounds lively inside: {one}, {two}, and others besides. Who seems to need you most?',
  'Several sides are speaking, among them {one} and {two}. What is it like to have them all in the room?',
];

export const whenKnown: readonly string[] = [
  'This sounds like {name} again: {one}. What brought it here today?',
  '{name} may be back, in {one}. What does it need you to know this time?',
  'I am reminded of {name}: {one}. Is it the same as before, or has something changed?',
];

export const whenNobodyYet: readonly string[] = [
  'Thank you for writing that down. What stands out most as you read it again?',
  'I am with you. Is there a feeling underneath this, or a place in your body where you notice it?',
  'If one moment of this stays with you, which one is it?',
  'What was that like for you?',
  'Is there more that wants to be said about this?',
  'As you sit with this, what do you notice inside?',
  'What would you want someone to understand about today?',
  'Take your time. What feels most alive in what you just wrote?',
];

/** Said with the first proposals of a session, so that the person knows what the cards below are and that nothing is decided. */
export const aboutProposals =
  'What I noticed stands as a suggestion under your words. Give it a name of your own, keep it, or set it aside; nothing is added unless you say so.';
