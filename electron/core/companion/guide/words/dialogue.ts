import { lines } from './line.ts';

/** Between the lines of a dialogue: brief, and never in a part’s place. */
export const dialogueOpening = lines(
  'dialogue.opening',
  'Here you can talk with a part: write a line as Self, or as one of your parts. Who begins?',
  'I keep the minutes and stay out of the way; each line is kept as its speaker’s. Who would like to say something first?',
  'Let us make some room for a talk. Which of you starts?',
  'You choose who speaks, line by line. Whose voice comes first?',
);

export const afterPart = lines(
  'dialogue.after.part',
  'What would you like to say to {part}, as Self?',
  '{part} has said something. How does that land with you?',
  'Before you answer, let it sink in for a breath.',
  'Does {part} have the sense that it was heard?',
  'What do you understand of that, as Self?',
  'That came from {part}.',
  'Is there something you would like to ask it back?',
  'How is it to hear that from {part}?',
  'If nothing comes as an answer, saying that you heard it is enough.',
  'What in you responds to {part}?',
  'Those were words of {part}, and they are kept as such.',
  'Would {part} like to add something, or is it your turn?',
  'A line of {part}, and a pause after it.',
  'You can let {part} know what you heard.',
);

export const afterSelf = lines(
  'dialogue.after.self',
  'How does {part} take that?',
  'Wait for what comes back, and write it as it comes.',
  'What does {part} answer, if it answers?',
  'Notice what happens inside after saying that.',
  'Does {part} believe you?',
  'The next line may be for {part}.',
  'What would {part} want you to know about this?',
  'It may need a moment.',
  'Is there an answer, in words or otherwise?',
  'Let {part} reply in its own tone, even a rude one.',
  'What do you hear back?',
  'If {part} stays silent, that can be written down as well.',
  'Has anything softened, or stiffened?',
  'Said as Self, and heard by whoever was near.',
);

/** A line written as Self that speaks against the part: it may be another one’s, and can be heard as that. */
export const afterHarshSelf = lines(
  'dialogue.after.harsh',
  'Some anger is in that line. Could it be another part that speaks, beside you?',
  'That may have come from someone in you who is fed up with {part}. Would that one like a line of its own?',
  'It sounds as if another part has taken the pen. Is there a little room between you and it?',
  'Before {part} answers: who in you said that?',
  'A sharp line, and whoever wrote it may have reasons. What is that one trying to keep you from?',
  'That one is welcome, too; it can be asked to let you speak for yourself. Does it lean back when you notice it?',
);
