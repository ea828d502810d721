import { type Line, lines } from './line.ts';

/**
 * What people ask of the Guide itself, or tell it, and its plain answers. Each has to be true of the application as it is, whichever
 * companion is chosen: the Guide also answers in place of a model.
 */
export const askedSaying = {
  software: lines(
    'asked.software',
    'I am a program on this computer. I follow rules and your own words, and no person sits behind it.',
    'There is no human here: a piece of software reads what you write and answers by rules.',
    'A program, made to listen and to ask. It has no life of its own.',
  ),
  therapist: lines(
    'asked.therapist',
    'I am not a therapist and not a doctor. I am software that listens, and I can be used beside one.',
    'That I am not. What a trained person can do with you, a program can’t, and I would be glad if you had one.',
  ),
  feelings: lines(
    'asked.feelings',
    'I am software and have no feelings of my own. Yours have room here.',
    'A program can’t feel, and I would rather be plain about that. What matters here is how it is for you.',
  ),
  there: lines(
    'asked.there',
    'Yes, I am here, and I have read what you wrote.',
    'Still with you, as far as a program can be.',
    'Here. Write when you like.',
  ),
  diagnosis: lines(
    'asked.diagnosis',
    'I can’t tell you that. I give no diagnosis; a doctor or a therapist can look at it with you, and what you wrote here may help to describe it.',
    'A name for it is not mine to give, as I am no doctor. Your own doctor would be a good person to ask.',
    'That takes somebody trained who sees you. I can help you put into words what you would tell them.',
  ),
  normal: lines(
    'asked.normal',
    'I can’t judge that from here, and you would hardly be the first to ask. A doctor or a therapist can say how common it is.',
    'It may be more common than it feels, though that is for somebody trained to say. It may be here either way.',
  ),
  wrong_with_me: lines(
    'asked.wrong',
    'I can’t judge that, and I give no diagnosis. Perhaps a part of you is asking it, and has been for a while.',
    'That is a heavy thing to wonder about oneself. I would rather hear how it is for you than put a name on you.',
  ),
  medicine: lines(
    'asked.medicine',
    'About medicine I can’t advise you. Your doctor or a pharmacist can, often by phone; please change nothing on my account.',
    'That is a question for whoever prescribed it, or for a pharmacist. If you have taken too much or feel unwell from it, Help now at the lower left has the emergency number.',
    'I have no medical knowledge to answer with. A pharmacist can tell you today, without an appointment.',
    'Please ask a doctor or pharmacist about that, and not a program.',
  ),
  advice: lines(
    'asked.advice',
    'That is yours to decide, and I would only be guessing. Is there a part of you that leans one way already?',
    'I have no advice that would fit from here. What do the different sides of you say about it?',
    'I can’t tell you what is right there, and I can listen while you turn it over. What would each way cost you?',
  ),
  help_me: lines(
    'asked.help.me',
    'I can listen, ask now and then, and help you get to know the parts that speak in you. If you need a person, Help now at the lower left shows whom to call.',
    'By listening, as far as a program can. Where does it press the most?',
    'I can try. Tell me what it is about, in whatever order it comes.',
  ),
  can_do: lines(
    'asked.can.do',
    'Write about your day or whatever is on your mind, and I mostly listen. Above the field you can choose something else instead: getting to know a part, a dialogue, a letter, or a visit to a part you know.',
    'I read what you write, notice where a part of you may be speaking, and offer it as a suggestion. You decide what becomes of it.',
    'You write, and I follow. There is nothing you have to do in a certain way.',
  ),
  begin: lines(
    'asked.begin',
    'Anywhere: with today, with what is loudest in you, or with a single word.',
    'You could begin with how your body is at this moment.',
    'With whatever is nearest. It need not be the important thing.',
  ),
  ifs: lines(
    'asked.word.ifs',
    'IFS, Internal Family Systems, is a way of looking inside: we all have parts, such as a critic or a scared young one, and a calm centre called Self that can get to know them. None of them is bad.',
    'Its idea is that different sides of us each try to help, some in costly ways, and grow calmer once they are heard.',
  ),
  parts: lines(
    'asked.word.parts',
    'By a part I mean a side of you with its own feelings and wishes, as when one wants to go and another wants to stay.',
    'A part is a voice, mood or habit in you that behaves like somebody with reasons of its own.',
  ),
  self: lines(
    'asked.word.self',
    'Self is the calm, curious and kind centre that is left when no part has taken the seat. It is what you meet your parts from.',
    'By Self, IFS means you when you are at your calmest and most open.',
  ),
  protectors: lines(
    'asked.word.protectors',
    'Protectors are parts that keep pain away: managers plan ahead so that it can’t come, and firefighters put it out fast once it burns.',
    'Managers and firefighters both protect, the ones beforehand and the others afterwards.',
  ),
  exiles: lines(
    'asked.word.exiles',
    'An exile is a part, often a young one, that carries an old pain and is kept out of sight so that it does not hurt.',
    'Exiles are the ones whom the other parts protect.',
  ),
  blending: lines(
    'asked.word.blending',
    'Blended means that a part has taken the seat: one sees and feels through it, as if it were all there is. It can be asked for a little space.',
    'When a part is blended, it speaks as I instead of beside you.',
  ),
  trailhead: lines(
    'asked.word.trailhead',
    'A trailhead is a feeling or a moment from which a part can be found; the program is named after it.',
  ),
  six_fs: lines(
    'asked.word.six',
    'The six steps are: find a part, focus on it, flesh it out, see how you feel toward it, befriend it, and ask what it fears. Get to know a part, above the field, goes through them.',
  ),
  privacy: lines(
    'asked.privacy',
    'What you write is kept encrypted on this computer, and I tell nobody. Nothing leaves it unless a model is turned on in Settings, and the top of this page says where your words go.',
    'It stays on your own disk, behind your passphrase, and is neither reported nor counted anywhere. Who unlocks this profile can read it.',
    'Nobody is told. Only a model that you turn on yourself would be sent anything, and Settings shows exactly what.',
  ),
  recording: lines(
    'asked.recording',
    'No sound is recorded. What you type is stored on this computer alone, encrypted, so that you can read it again; a single message or a whole session can be forgotten for good.',
    'Your words and my replies are written to your own disk, and nowhere else unless you turn a model on.',
  ),
  how_end: lines(
    'asked.how.end',
    'End session, at the top of the page, ends it. It stays under Sessions, and it also ends by itself after a while in which nothing is written.',
    'You can press End session above, or simply stop writing.',
  ),
  how_lock: lines(
    'asked.how.lock',
    'Lock is the last entry at the lower left, and Ctrl or Cmd with L does the same.',
    'With Lock, at the lower left; then the passphrase is needed again.',
  ),
  how_export: lines(
    'asked.how.export',
    'Under Settings, Export everything writes all you own into one file. That file is not encrypted, so keep it where you would keep a paper journal.',
    'Export everything is on the page called Settings.',
  ),
  how_help: lines(
    'asked.how.help',
    'Help now, at the lower left, has emergency numbers and helplines for your country. My plan, just above it, is yours to fill for such moments.',
    'At the lower left there is Help now, with numbers where people answer.',
    'The numbers are under Help now, at the lower left.',
  ),
  how_forget: lines(
    'asked.how.forget',
    'Each message has Forget beside it, and Forget session is in the menu at the top. First you are shown all that goes with it; then it is gone for good.',
    'Point at a message, or open the menu with the three dots at the top for the whole session, and choose to forget it.',
  ),
  how_undo: lines(
    'asked.how.undo',
    'Ctrl or Cmd with Z takes back the last change, and Activity lists all of them.',
    'Activity shows every change, with a way to undo it.',
  ),
  how_private: lines(
    'asked.how.private',
    'The menu with the three dots at the top has Private, so that no model is told of this session, and Keep no memory of it.',
    'For this session it is in the menu at the top; a part has the same on its own page.',
  ),
  how_part: lines(
    'asked.how.part',
    'Under Parts you can add one by hand. When I notice one in your words, you can accept it there and give it a name.',
    'The page called Parts is where they are kept, named and changed.',
  ),
  how_letter: lines(
    'asked.how.letter',
    'Finish the letter, above the field, keeps it as a note. A line that says only finished does it, too.',
    'Above the field there is Finish the letter; it is yours to press.',
  ),
  language: lines(
    'asked.language',
    'I answer in English only. You can write in whatever language you like, though I will understand less of it.',
  ),
  unknown: lines(
    'asked.unknown',
    'That is beyond me. I am a program that listens, and what you write is nearly all I have to go by.',
    'I can’t do that, or have no answer to it. What I can do is read and ask.',
    'There I have to pass.',
  ),
  said_before: lines('asked.said.before', 'It stands just above, in your own words.', 'Your words are above, as you wrote them.'),
  sorry: lines('asked.sorry', 'There is nothing to be sorry for here.', 'No harm done.'),
  meaning: lines(
    'asked.meaning',
    'I put that badly. It was only an invitation, and you can leave it.',
    'What I meant: stay with what you wrote for a moment, if you like, or write on about something else.',
    'Sorry, that was unclear. Nothing needs to be done with it.',
  ),
  more: lines(
    'asked.more',
    'There is no more to me than this; the story here is yours. We can stay with any piece of it.',
    'I have little to tell, and I would like to read on.',
  ),
  criticism: lines(
    'asked.criticism',
    'That can be said here, also to me. I may well have missed you.',
    'I am a simple program, and I get it wrong at times. What did I miss?',
    'Fair enough. You need not be polite to software.',
  ),
  why_quote: lines(
    'asked.why.quote',
    'I say some of your words back so that you can see what I took in. If you would rather not have that, tell me to stop, and I will.',
    'It is my way of showing what I read, since I have no better one. Tell me to stop, and it stops.',
  ),
  why_ask: lines(
    'asked.why.ask',
    'I ask so that you can look a little closer, if you want to. Leave any question, or tell me to ask nothing.',
    'My questions are only invitations. Tell me to stop asking, and I do.',
  ),
  how_are_you: lines(
    'asked.how.are.you',
    'I am a program and have no days of my own. How is it with you?',
    'There is nothing to tell about me. How are you, as you come here?',
  ),
  greeting: lines(
    'asked.greeting',
    'Hello. Write whatever is here, in any order.',
    'Hello again. What brings you here?',
    'Welcome. There is room for whatever you bring.',
  ),
  thanks: lines('asked.thanks', 'You are welcome.', 'Gladly.', 'I am glad if something in it was of use.'),
  night: lines(
    'asked.night',
    'Good night. What you wrote is kept.',
    'Sleep well, if you can.',
    'Rest, then. All of this can wait until you come back.',
  ),
  farewell: lines(
    'asked.farewell',
    'Then until another day. It is all kept here.',
    'Goodbye for now. You can come back to it or leave it.',
    'Let us leave it there. Take care of yourself.',
    'Until next time.',
  ),
  no_quotes: lines(
    'asked.no.quotes',
    'Then I leave your words with you, and say none of them back.',
    'Understood, no more of your words from me.',
  ),
  no_questions: lines('asked.no.questions', 'Then I only read, and ask nothing more.', 'No more questions from me, and no advice.'),
  only_listen: lines(
    'asked.only.listen',
    'Then I only read. A short line will show that I am still here.',
    'I will be quiet and listen.',
    'Quiet, then.',
  ),
  again: lines(
    'asked.again',
    'Good, then I will answer as before.',
    'I can do that. Tell me what is on your mind.',
    'As you like. I ask and answer again.',
  ),
} as const satisfies Readonly<Record<string, readonly Line[]>>;

export type Asked = keyof typeof askedSaying;

/** When all that can be said to a question was said lately. */
export const askedAgain = lines(
  'asked.said',
  'My answer to that is the one from before.',
  'To that I have said what I can.',
  'It is still as I told you.',
  'I have nothing to add to what I said about it.',
);

/** In the middle of the steps, after a question was answered. */
export const backToStep = lines(
  'asked.back',
  'The question from before is still open, whenever you want it.',
  'We can go on with the step when you like.',
  'Your part has not gone away meanwhile.',
);

/** Said to a farewell while a hard moment is open. */
export const farewellInHardTimes = lines(
  'asked.farewell.hard',
  'If it grows heavier, Help now is at the lower left, at any hour.',
  'Should the night get hard, people answer at the numbers under Help now.',
);
