import type { SafetyQuestion } from '../../../safety/safety-words.ts';
import { type Line, lines } from './line.ts';

/**
 * What the Guide says while somebody may be in danger: plain, short, one thing at a time. Nothing here says the person’s own words back, and nothing promises
 * what a program can’t do. These may come again at any time, though not twice running.
 */

/** Whom to call, with who listens. */
export const callNow = lines(
  'danger.call',
  'If it is close, call {numbers} now. To talk: {line}.',
  'The number for danger is {numbers}. For a voice that listens: {line}.',
  'When you call {numbers}, help can be sent to you. Only to be heard: {line}.',
);

/** Who listens. */
export const listens = lines(
  'danger.listens',
  'Somebody who listens: {line}.',
  'You could begin here: {line}.',
  'This is for such hours: {line}.',
);

/** Who reads messages. */
export const reads = lines('danger.reads', 'Messages are read by {line}.', 'To write instead of calling: {line}.');

/** The emergency number alone, in few words. */
export const numberAlone = lines('danger.number', 'In danger, call {numbers}.', 'If it gets close: {numbers}.');

/** The same to somebody who says that there is none. */
export const ifItChanges = lines(
  'danger.changes',
  'If it changes, even in a minute, call {numbers}.',
  'Should that change, there is {numbers}.',
);

export const callAtOnce = lines('danger.at-once', 'Please call {numbers} now.', 'Call {numbers} first, before you write on.');

export const ifTheBodyStays = lines('danger.body', 'If your chest hurts or the breath does not come back, call {numbers}.');

/** They said that they are in danger, or that they don’t know whether they will stay safe. */
export const closeNow = lines(
  'danger.close',
  'Thank you for telling me. This is a moment for a person beside you, more than for a program.',
  'I believe you. Please do not stay alone with this.',
  'Then this comes first, before anything else here.',
);

/** It is tonight, or now. */
export const soon = lines(
  'danger.soon',
  'Then the next hour is what counts. Let it be one with another person in it.',
  'Then it can’t wait for a better moment. Please let somebody in on it now.',
);

/** What could hurt them is near: a thing, or a person. */
export const outOfReach = lines(
  'danger.reach',
  'If something or somebody near you could hurt you, put a door between you and it.',
  'Whatever could hurt you, get some distance from it: give it to somebody, or go to another room.',
);

export const hurtAlready = lines(
  'danger.hurt',
  'Please tell them what happened, and what you took if you took something. Open the door, and stay where somebody can find you.',
  'Say what happened and where you are; they will talk you through it. It is worth it, however much time has passed.',
);

export const alone = lines(
  'danger.alone',
  'Then a voice can be the first company.',
  'Then please do not stay the only one who knows.',
  'Then let somebody know where you are, and how it is.',
);

/** There is nobody they could call. */
export const noOne = lines(
  'danger.no-one',
  'Then let it be somebody whose work it is to answer. They do not mind the hour, or how it comes out.',
  'Then a stranger may do, for now: somebody who listens to such calls every night.',
);

/** They named somebody they could call. */
export const canCall = lines(
  'danger.can-call',
  'Then please do that now, before you write more here. This page waits for you.',
  'Please call or write to them now. It can be as short as: it is bad, can you stay with me?',
);

/** Somebody is with them. It may be somebody who hurts them. */
export const accompanied = lines(
  'danger.accompanied',
  'If that is somebody you feel safe with, tell them in one sentence how it is, and let them stay. If it is somebody you fear, go where others are, and call from there.',
  'With somebody you trust, show what you wrote, or say it in your own way. With somebody you fear, distance comes first, and then a call.',
);

/** They are with somebody they went to. */
export const arrived = lines(
  'danger.arrived',
  'I am glad that you are there. Let them know how bad it got, if they do not know yet.',
  'Then stay there for now, and let somebody else look after the rest.',
);

/** They are on their way to somebody. */
export const going = lines(
  'danger.going',
  'Go, then; this can wait. Take your telephone with you.',
  'Being with somebody is better than being here. Keep your telephone by you on the way.',
);

export const ashamed = lines(
  'danger.ashamed',
  'Shame makes one want to hide, and this needs the opposite. Nobody who answers such calls will be surprised by you.',
  'Many people have been where you are, and were ashamed, too. It is no reason to be left alone with it.',
);

export const afraid = lines(
  'danger.afraid',
  'It makes sense to be afraid. Fear gets smaller when somebody is near.',
  'That is frightening. Let somebody hear that you are.',
);

/** They put away what could hurt them. */
export const putAway = lines(
  'danger.put-away',
  'Every bit of distance counts. Further still is better, if somebody can keep it for you.',
  'Thank you for doing that. Stay where it is not.',
);

/** “What happens if I call?” */
export const whatHappens = lines(
  'danger.what-happens',
  'A helpline listens first; that is what it is for. The emergency number can send somebody when a life is in danger, and you can ask right away what they will do.',
  'I can’t know it for where you are. You can ask them that as your first sentence, and hang up if you want to.',
);

/** “Will he see this?” */
export const whoSees = lines(
  'danger.seen',
  'Trailhead shows it to nobody. Whoever looks at this screen or knows the passphrase can read it, so lock it when you leave.',
  'Nobody is shown it by me. It is readable for whoever stands at this screen while it is unlocked.',
);

export const called = lines(
  'danger.called',
  'I am glad that somebody knows now. Let them stay with you, on the line or in the room.',
  'That was not easy, and it was good to do. Stay with them as long as you can.',
);

export const whomToCall = lines('danger.whom', 'These answer now.', 'Here is who answers, at this hour too.');

/** Where the rest of the help is, in the window and on a command line alike. */
export const whereHelpIs = lines(
  'danger.help',
  'Your own plan and the people on your list are under Help.',
  'Under Help are the people you chose, your plan, and something for the ground under your feet.',
  'The rest of what can help, your plan and your people too, is under Help.',
);

export const whatToDo = lines(
  'danger.what',
  'One thing at a time. First, get away from anything that could hurt you; then let one person know.',
  'Only the next small thing: be where somebody else is, or get a voice on the telephone.',
  'Nothing has to be solved now. Get through this hour with another person, and the next one after that.',
);

/** Words for a call. */
export const whatToSay = lines(
  'danger.say',
  'You could say: I am not safe with myself, please stay on the line. They ask the rest.',
  'One sentence is enough: I am thinking of dying and I need somebody. It does not have to come out well.',
);

/** Calling is too much. */
export const insteadOfCalling = lines(
  'danger.instead',
  'You do not have to talk. A message to one person can do it: it is bad, can you come?',
  'Calling can feel too big. It also counts to go where people are, or to knock at a door.',
);

export const nobodyAnswered = lines(
  'danger.unanswered',
  'I am sorry that nobody was there. Please try the next one, and not only once.',
  'That hurts, when it took so much to try. It says nothing about you, and there is another number.',
);

/** “Are you going to tell someone?” */
export const tellsNobody = lines(
  'danger.tells',
  'No. I am a program on this computer: I call nobody, and nothing you write is reported. So people can only help if you let them know.',
  'I tell nobody. I have no way to call or to send for anyone, which is why I ask you to.',
);

export const isSoftware = lines(
  'danger.software',
  'That is true: I am software, and I can’t be with you the way a person can. That is why I keep pointing to people.',
  'You are right, this is a program and no more. Somebody with a voice would be better now.',
);

export const whyAsked = lines(
  'danger.why',
  'I ask because of words you wrote that sound like danger. I can be mistaken, and I would rather ask once too often.',
  'Because it sounded as if you might not be safe. A program can’t tell, so it asks.',
);

/** “I’m safe now.” Believed; what is open stays so until they end it themselves. */
export const safeNow = lines(
  'danger.safe',
  'I am glad, and I take your word for it. The help stays in sight until you say that you are all right now.',
  'That is good to read, and I believe you. What can help stays here until you end it yourself.',
);

/** “No”, to a question whether there is danger. */
export const notNow = lines(
  'danger.not-now',
  'I am glad, and I take it as you say it. Asking was better than guessing.',
  'Then I believe you. You can go on writing as you like.',
  'That is good to hear. There is no need to explain it.',
);

export const takenBack = lines(
  'danger.taken-back',
  'Then I take it so, and nothing happens because of it. If there was something true in it after all, it may be said here.',
  'All right; that can be as it is. If it was not only a joke, that has room here as well.',
);

export const unsure = lines(
  'danger.unsure',
  'Not knowing is an answer, too. Let us rather be careful than right, and not leave you alone with it.',
  'It does not have to be certain for somebody to be called. Being unsure is reason enough.',
);

export const stopsAsking = lines(
  'danger.stop',
  'I will stop asking. You can write, or leave it, and I will read along.',
  'No more questions from me, then. This page is here, and nothing is expected of you.',
);

export const welcome = lines(
  'danger.welcome',
  'You are very welcome. Be gentle with yourself in the next hour.',
  'I am glad if it helped. I am a program, so let a person be near you as well.',
  'That is kind of you. Take care of yourself now.',
);

export const stillThere = lines(
  'danger.there',
  'Yes, this page is here, and it reads what you write.',
  'I am here, as far as a program can be.',
);

/** “What helps?” when the body is in alarm. */
export const groundNow = lines(
  'danger.ground',
  'Put both feet flat on the floor and press them down. Breathe out slowly, longer than you breathe in, three times.',
  'Look around and find five things of one colour. Then hold something cold, and feel only that.',
  'Lay a hand on your chest or your belly, and feel it move. Let each breath out be long.',
);

/** “I don’t need that”, to an offer of ground. */
export const withoutGround = lines(
  'danger.no-ground',
  'Then we leave that. Write on, if you like.',
  'That is fine, too. It stays there for later.',
);

/** They say goodbye. */
export const leaving = lines('danger.leaving', 'Before you go, one thing matters to me.', 'Go gently. I would like to ask this first.');

/** Heavy words while something is open already. */
export const heavy = lines(
  'danger.heavy',
  'That is heavy, and it is good that it stands here instead of only in you.',
  'I hear how dark it is. It can feel final, and it often does not stay like this.',
  'So much at once is hard to bear. You do not have to bear it unseen.',
  'There is a lot of pain in that. It deserves somebody who listens, with a voice.',
);

/** Anything else: received kindly, without a question and without a word said back. */
export const present = lines(
  'danger.present',
  'Every word you write here is read by me.',
  'Thank you for staying in words with me.',
  'You do not have to put it well here.',
  'One minute at a time is enough.',
  'That can stand here as it is.',
  'Nothing about your life has to be decided today.',
  'It is good that this is out of you and on the page.',
  'This hour is allowed to be hard. It is not the whole of it.',
  'Whatever you feel in this may be felt.',
  'You are still here, and that counts.',
  'It may be said in pieces.',
  'Nobody has to agree with it for it to be here.',
  'This page has time.',
);

/** In another session, while something from an earlier one is open. */
export const stillOpen = lines(
  'danger.open',
  'There is a hard moment still open from before, so I ask about it first.',
  'You told me of a very hard moment the last time, and I have not put it aside.',
);

/** Said once to somebody who is writing a letter. */
export const letterKeeps = lines(
  'danger.letter',
  'What you write here is kept in the letter, word for word.',
  'Your lines stay in the letter as you wrote them.',
);

/** They would rather write of something else. */
export const elsewhere = lines(
  'danger.elsewhere',
  'Yes. We can leave it there; what can help stays in sight.',
  'Yes, write about something else. Nothing has to be talked through today.',
);

/** One thing at a time. Which of them a reply asked, the next one knows by the words. */
export const dangerQuestions: Readonly<Record<Exclude<SafetyQuestion, 'safety' | 'open'>, readonly Line[]>> = {
  danger: lines('danger.ask.danger', 'Is the danger close right now?', 'Are you in danger at this moment?'),
  company: lines('danger.ask.company', 'Is anybody with you right now?', 'Is there somebody in the house with you, or next door?'),
  somebody: lines(
    'danger.ask.somebody',
    'Is there one person you could call or write to now?',
    'Is there somebody whose voice you would like to hear?',
  ),
  ground: lines('danger.ask.ground', 'Would it help to feel the floor under you for a minute?', 'Shall we slow the breath down together?'),
  safe: lines('danger.ask.safe', 'Are you safe for the next few hours?', 'Will you be safe tonight?'),
};
