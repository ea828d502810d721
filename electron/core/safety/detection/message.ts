import { isMemoryQuestion } from '../../language/memory-questions.ts';
import { normalise } from './normalise.ts';
import { withoutSayings } from './harmless.ts';

/** One sentence of a message, in plain words, with what it says about itself: when, in earnest or told, and of whom. */
export type Sentence = {
  readonly text: string;
  /** Spoken of as long past. */
  readonly isPast: boolean;
  /** Says that it goes on: tonight, again, every day. */
  readonly isCurrent: boolean;
  /** A film, a book, a lesson, a day's work. */
  readonly isTold: boolean;
  /** Somebody asked about safety: a form, a doctor, a therapist. */
  readonly isAsked: boolean;
  /** Parts are spoken of. */
  readonly isInner: boolean;
  /** Ranges between quotation marks. */
  readonly quoted: readonly { readonly start: number; readonly end: number }[];
};

// No pattern ever sees a longer piece, so the time is linear in the text.
const LONGEST_SENTENCE = 600;

const PAST =
  /\b(?:(?:years?|decades?|ages|a long time|a lifetime) (?:ago|back|later|today|tomorrow|since|on|clean|free|old)|(?:years?|decades) (?:since|of not)|used to|when i was (?:a|an|at|in|about|only|little|young|small|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|\d+|on the ward|your age|growing|pregnant|deployed|still)|in my (?:teens|twenties|thirties|forties|\w+ year|last year|early|late|youth|first)|back (?:in|then|when)|in (?:19|20)\d\d|as a (?:teen\w*|child|kid|student|girl|boy|young|lad)|(?:last|that) (?:spring|winter|autumn|summer|year)|growing up|childhood|since my (?:overdose|attempt)|anniversary|(?:first|ex|late) (?:husband|wife)|i once|once (?:stood|tried|had|took|wanted)|at (?:school|college|uni|university) (?:i|when)|when i was at|at (?:fifteen|sixteen|seventeen|fourteen|thirteen|twelve|nineteen|twenty\w*)\b|i was (?:\d\d|fifteen|sixteen|seventeen|fourteen|thirteen|twelve|nineteen|twenty\w*)\b|old scars|after my (?:attempt|overdose)|(?:have|has) not (?:self harmed|cut|hurt myself|harmed myself|done it|felt like that|thought (?:about|of) it)|(?:months?|years?|weeks?|days?) (?:clean|free|sober|since)\b|clean from|i survived|survivor|in recovery|never want to go back|before i met|it lifted|i got help|long ago|those days|that year|the year i|after the (?:divorce|twins|birth) i|a memory|different person)/;
const CURRENT =
  /\b(?:again|tonight|right now|these days|lately|this (?:morning|week|time|weekend|afternoon|evening)|last night|yesterday|every (?:day|night|single)|keeps?|still|currently|at the moment|(?:is|are|came) back|going to|recently|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|october|results|the)|on (?:monday|friday|sunday|saturday|tuesday|thursday|wednesday)|i want to|i am (?:so |really |thinking|planning|scared|afraid)|down the drain|relapse\w*|until (?:now|today)|days ago|hours? ago|minutes ago)/;
const TOLD =
  /\b(?:films?|movies?|novels?|books?|chapters?|characters?|documentar(?:y|ies)|podcasts?|plays? (?:is|was|about|the|we|at)|in the play|the play|theatre|scenes?|series|episodes?|lyrics?|songs?|biography|memoir|opera|poems?|poetry|campaign|netflix|villain|detective|act (?:one|two|three|i|ii)|reading (?:about|of|anna|the|a|on)|read (?:about|the|a|an|on)|watched|watching (?:a|the)|the news|article|headline|exhibition|hamlet|ophelia|romeo|plath|woolf|musical|sitcom|soap|eastenders|comic|manga|anime|video ?game|level|boss fight|dnd|dungeon|short story|plot|protagonist|heroine|quote|training|(?<!of )course|refresher|workshop|lectures?|seminars?|webinar|modules?|essay|assignment|theory|leaflet|poster|awareness|prevention|safeguarding|policy|policies|shift|patients?|callers?|volunteer(?:s|ing)?|textbook|statistics|helpline (?:training|volunteer)|conference|first aid|our group|history lesson|battle of|the war|curriculum|theatre|debate club|dissertation|thesis|homework on|study (?:on|of)|(?:taught|teach|teaching) (?:the|a|my|our|about)|talk (?:on|about) (?:suicide|self harm|grief)|bereavement|debrief|placement|rota|supervision|practicum|mcqs?|flashcards|research paper)\b/;
const ASKED =
  /\b(?:asks?|asked|asking|form|questionnaire|screening|checklist|check ?up|went through|the gp|phq|assessment|safety (?:question|check|plan|screen)|about safety|any thoughts of)\b/;
const INNER =
  /\b(?:(?:a|the|this|that|one|another|some|any|my|each) (?!best |worst |first |last |hard |good |nice |next |second )(?:\w+ ){0,2}parts?\b(?! (?:time|of (?:the|a|an|it|this|that|our|his|her|their)|exchange|two|one))|part of me|parts (?:of me|are|want|say)|my parts|firefighters?|protectors?|exiles?|manager (?:part|says)|voices?|(?:side|half|bit|piece|corner|something|someone|somebody|one|creature|figure|thing) (?:of|in|inside) (?:me|my (?:head|mind|system|chest))|inner \w+|(?:the|my) critic|the (?:\w+ one|\w+ed one|little girl|little boy) (?:in(?:side)? (?:me)?)?|young one|little one|my system|brain says|my brain)\b|\b(?:exhausted|despairing|hopeless|lonely|tired|angry|scared|dark|old|small|young|quiet|numb) one\b/;

/**
 * Cuts a message into sentences of plain words, without sayings, and without questions what is remembered: among so few words the model takes
 * “remember me” for a farewell.
 */
export function readMessage(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of normalise(text).split(/[.\n]+/)) {
    for (const piece of piecesOf(line.trim())) {
      if (piece !== '' && !isMemoryQuestion(piece)) sentences.push(readSentence(piece));
    }
  }
  return sentences;
}

/** Most sentences hold no sign, and then nobody asks what else they say: each answer is found when it is asked for. */
function readSentence(piece: string): Sentence {
  const text = withoutSayings(piece);
  return {
    text,
    get isPast() {
      return PAST.test(text);
    },
    get isCurrent() {
      return CURRENT.test(text);
    },
    get isTold() {
      return TOLD.test(text);
    },
    get isAsked() {
      return ASKED.test(text);
    },
    get isInner() {
      return INNER.test(text);
    },
    get quoted() {
      return quotations(text);
    },
  };
}

function* piecesOf(line: string): Generator<string> {
  let start = 0;
  while (line.length - start > LONGEST_SENTENCE) {
    const space = line.lastIndexOf(' ', start + LONGEST_SENTENCE);
    const end = space > start ? space : start + LONGEST_SENTENCE;
    yield line.slice(start, end);
    start = end;
  }
  yield line.slice(start).trim();
}

function quotations(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open = -1;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (open < 0) open = at;
    else {
      found.push({ start: open, end: at });
      open = -1;
    }
  }
  return found;
}
