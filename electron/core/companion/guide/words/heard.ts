import { type Line, lines } from './line.ts';

/**
 * What the hardest and the lightest messages are about. Each has sentences that fit it, because the same sentence comforts after one and hurts
 * after another; what is none of these gets the neutral lines of `listening.ts`.
 */
export const heardKinds = [
  'violence_suffered',
  'violence_done',
  'loss',
  'illness',
  'blow',
  'shame',
  'fear',
  'anger',
  'loneliness',
  'tiredness',
  'sadness',
  'good_news',
] as const;
export type HeardKind = (typeof heardKinds)[number];

/** What is said to it, without asking anything. */
export const heardSaying: Readonly<Record<HeardKind, readonly Line[]>> = {
  violence_suffered: lines(
    'heard.suffered',
    'I am sorry that this was done to you.',
    'You are believed here.',
    'Nobody has the right to do that to another person.',
    'What was done to you does not say who you are.',
    'You decide how much of it is told, and when.',
    'It was not yours to prevent.',
  ),
  violence_done: lines(
    'heard.done',
    'It can be looked at here, neither excused nor condemned.',
    'It sounds as if that weighs on you.',
    'Perhaps a part of you took over in that moment, faster than you could think.',
    'There is some honesty in writing that down.',
  ),
  loss: lines(
    'heard.loss',
    'I am sorry.',
    'That is a lot to lose.',
    'Grief may take any shape here.',
    'There is no right way to feel about it.',
    'What you had together can have a place here, too.',
    'It is a loss, and it may hurt for as long as it hurts.',
  ),
  illness: lines(
    'heard.illness',
    'That sounds like a worrying time.',
    'That is a lot to live with.',
    'Not knowing how it will go can be hard in itself.',
    'I hope there is someone at your side in this.',
    'It sounds as if this takes up a lot of room just now.',
  ),
  blow: lines(
    'heard.blow',
    'That sounds like a blow.',
    'That is hard news.',
    'It may take a while to sink in.',
    'I am sorry that it went that way.',
    'A lot can shift with a thing like that.',
  ),
  shame: lines(
    'heard.shame',
    'It can be said here, and nobody judges it.',
    'That sounds heavy to hold alone.',
    'I am not here to judge you.',
    'Perhaps a part of you is being hard on you about this.',
    'You are more than this one thing.',
  ),
  fear: lines(
    'heard.fear',
    'It sounds as if a part of you is on guard.',
    'Fear may be here, too.',
    'No part of you has to be brave here.',
    'That sounds unsettling.',
    'It may be that fear is trying to keep you safe.',
  ),
  anger: lines(
    'heard.anger',
    'It sounds as if a part of you has had enough.',
    'There is a lot of force in that.',
    'Anger has its place here.',
    'Perhaps a line was crossed there.',
    'It need not be polite here.',
  ),
  loneliness: lines(
    'heard.lonely',
    'That sounds lonely.',
    'It can hurt to go without company.',
    'To be alone with so much is hard.',
    'The one in you who feels alone may speak here.',
  ),
  tiredness: lines(
    'heard.tired',
    'That sounds exhausting.',
    'It sounds as if a lot has been asked of you.',
    'You may rest from writing, too.',
    'A few tired words are enough.',
    'When one is worn out, everything can weigh more.',
  ),
  sadness: lines(
    'heard.sad',
    'That seems to go deep.',
    'It sounds as if this hurts.',
    'Sadness can be here for as long as it likes.',
    'That sounds sad, and it may be.',
    'Tears are allowed here.',
    'There may be someone in you who could do with some comfort.',
  ),
  good_news: lines(
    'heard.good',
    'That sounds like good news.',
    'It is good to read that.',
    'Joy has its room here as well.',
    'There is some lightness in that.',
    'That may be worth a moment of its own.',
  ),
};

/** One question about it. After violence suffered nothing is asked: how much is told stays with the one it was done to. */
export const heardAsking: Readonly<Record<HeardKind, readonly Line[]>> = {
  violence_suffered: [],
  violence_done: lines(
    'heard.ask.done',
    'What was happening in you just before?',
    'What do you wish had happened instead?',
    'How is it for you to look at it now?',
  ),
  loss: lines('heard.ask.loss', 'What would you like to remember here?', 'Who is with you in this?', 'How is it inside you just now?'),
  illness: lines('heard.ask.illness', 'What worries you most about it?', 'What do you feel when you think of it?'),
  blow: lines('heard.ask.blow', 'How has it left you feeling?', 'What is the hardest about it right now?'),
  shame: lines(
    'heard.ask.shame',
    'Is there a voice in you that is hard on you about this?',
    'How might someone who is fond of you look at it?',
  ),
  fear: lines('heard.ask.fear', 'What is the fear most about?', 'What would help you feel a little safer just now?'),
  anger: lines('heard.ask.anger', 'What is the anger standing up for?', 'What would it like to say, if it could say it all?'),
  loneliness: lines('heard.ask.lonely', 'Whom would you want near, if you could choose?', 'When is it strongest?'),
  tiredness: lines('heard.ask.tired', 'What has taken the most out of you?', 'What would a little rest look like?'),
  sadness: lines('heard.ask.sad', 'What might the sadness need?', 'Where do you feel it most?'),
  good_news: lines('heard.ask.good', 'What is the best of it for you?', 'How does it feel inside?', 'Who in you is most pleased about it?'),
};

/** Where people can be reached, said beside the first sentence about violence. */
export const heardHelp: Readonly<Partial<Record<HeardKind, readonly Line[]>>> = {
  violence_suffered: lines(
    'heard.help.suffered',
    'If you want a person to listen, or are not safe now, Help now at the lower left shows whom to call.',
  ),
  violence_done: lines('heard.help.done', 'If it could happen again, Help now at the lower left shows people to talk to before it does.'),
};

/** Only to listen, while something of this kind was told a moment ago. */
export const heardNear = lines(
  'heard.near',
  'I am here, and I am listening.',
  'I am reading this with care.',
  'Tell only as much as you want to.',
  'I am listening for as long as you write.',
  'It matters that you wrote it.',
  'You can stop at any point.',
  'If there is someone you trust, it may be good to have them near.',
);

/** Questions while something of this kind was told a moment ago: they stay with how somebody is, and do not dig. */
export const heardGently = lines(
  'heard.gently',
  'How are you, at this moment?',
  'Is there anything around you that feels steady?',
  'What would be good for you right now?',
);
