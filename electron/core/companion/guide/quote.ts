/** The longest piece of the person's words the Guide says back, in UTF-16 units; longer ones are cut between words. */
const QUOTE_MAX = 140;

/** Where a quote ends early: at a new line, at marks that would end the Guide’s own sentence, at quotation marks and pictures. */
const endsQuote = /[\r\n?!？！“”„"…]|\p{Extended_Pictographic}/u;
const quotationMark = /[“”„"]/u;
/** Where a clause begins. */
const clauseBegins = /(?:[,;:]\s+|\s+)(?:and|but|because|when|as|that|since|so|then|where|who|after|until|while)\s/giu;

/**
 * The beginning of the person’s words in quotation marks, letter by letter as they wrote it; an ellipsis stands where it was cut.
 * Before quotation marks of their own it ends with the last whole clause: half a sentence says nothing.
 * Null when too little is left to be worth saying back.
 */
export function quoted(words: string): string | null {
  const start = words.trimStart();
  const end = endsQuote.exec(start)?.index ?? start.length;
  const before = start.slice(0, end);
  const whole = quotationMark.test(start.charAt(end)) ? withoutLastClause(before) : before;
  const line = whole.replace(/[\s.,;:–—-]+$/u, '');
  if (!/\p{L}\S*\s+\S*\p{L}|\p{L}{3}/u.test(line)) return null;
  if (line.length <= QUOTE_MAX) return `“${line}”`;
  const cut = line
    .slice(0, QUOTE_MAX)
    .replace(/\s+\S*$/u, '')
    .replace(/[\uD800-\uDBFF]$/u, '');
  return `“${cut}…”`;
}

/** `I feel sad because my mum said` becomes `I feel sad`; of `and then she said` nothing is left. */
function withoutLastClause(words: string): string {
  const last = [...words.matchAll(clauseBegins)].at(-1);
  return last ? words.slice(0, last.index) : '';
}

const feelingWords =
  /\b(?:feel\w*|felt|sad\w*|afraid|scared|angr\w*|anger|tired|lonely|alone|asham\w*|shame|guilt\w*|tense|tight\w*|heavy|hurt\w*|glad|relie\w*|calm|worr\w*|anxi\w*|hope\w*|miss|can't|can’t|cannot|couldn't|couldn’t|want\w*|need\w*|wish\w*|fear\w*)\b/iu;

/** Words of which short answers are made. A sentence of nothing else says too little to be said back: “yes”, “the first one”, “a bit”, “not really”. */
const answerWords: ReadonlySet<string> = new Set(
  (
    'yes yeah yep yup no nope nah ok okay okey k sure right fine good well alright all maybe perhaps probably possibly definitely exactly indeed certainly true ' +
    "i me my you your it its it’s it's that this these those the a an one ones other another first second third last both neither none " +
    "is are was am be does did do can will would could not don’t don't isn’t isn't wasn't and or but so then now here there just too also still again already later yet " +
    'bit little lot much more less some any very really quite rather sort kind of guess think suppose know believe mean hope say way anyway whatever never always sometimes often ' +
    'thing things something nothing anything please thanks thank hi hello hey hm hmm mhm um uh ugh oh ah lol haha hehe wow idk dunno like as ever at'
  ).split(' '),
);
/** Answers and openings that lead into a sentence and are not missed: “And”, “So basically”. */
const leadsIn =
  /^(?:(?:(?:and|but|ok|okay|then|anyway|basically|actually|honestly|oh|um+|hm+)\b|(?:yes|yeah|no|well|so|also)\b(?=\s*,)|so\b(?= (?:i|he|she|it|they|we|you|my|the|basically|then|anyway|part)\b))[\s,:–—-]*)+/iu;
/** Without an answer or an opening before it, as long as something is left. */
export const withoutLead = (words: string): string => words.trimStart().replace(leadsIn, '') || words;

const asks =
  /^(?:(?:who|whom|whose|what|why|how|when|where|which)(?:'s)?(?: (?:the \w+|else|even|kind of \w+|sort of \w+|many|much|long|often))? (?:can|could|do|does|did|is|are|was|were|will|would|should|am|have|has|about|if)\b|(?:what|how) about\b|(?:can|could|do|does|did|is|are|am|was|were|will|would|should|shall|may|have|has|isn't|don't|doesn't|can't|won't) (?:i|you|we|he|she|it|they|there|this|that|my|your|any\w*|some\w*)\b)/iu;
/** “The Planner”, “My Inner Judge”: a name and nothing said about it. */
const isName = /^(?:The|My|Our)(?: \p{Lu}[\p{L}’'-]*){1,4}[\s.]*$/u;

/**
 * The sentence of a message that tells most, in quotation marks: the first that names a feeling or a wish, else the first at all. What is
 * only a short answer, a question or a part’s name is not said back. Null when nothing is left.
 */
export function tellingWords(text: string): string | null {
  const sentences = (text.slice(0, 4000).match(/[^.?!\n]+[.?!\n]*/gu) ?? []).filter(isTelling);
  for (const sentence of [...sentences.filter((one) => feelingWords.test(one)), ...sentences]) {
    const words = quoted(withoutLead(sentence));
    if (words !== null && isTelling(words.slice(1, -1))) return words;
  }
  return null;
}

/** Whether a message ends with a question, with or without its mark. */
export function isQuestion(text: string): boolean {
  const last =
    text
      .slice(-1000)
      .match(/[^.?!\n]+[.?!\n\s]*$/u)?.[0]
      .trim() ?? '';
  return /\?[\s"”)]*$/u.test(last) || asks.test(withoutLead(last).replaceAll('’', "'"));
}

/** Whether words are a part’s name and nothing said about it. */
export const isBareName = (words: string, name: string): boolean => words.trim().toLowerCase() === name.toLowerCase() || isName.test(words);

function isTelling(sentence: string): boolean {
  const words = withoutLead(sentence).trim();
  if (isQuestion(words) || isName.test(words)) return false;
  if (/\bno[ -]one\b/iu.test(words)) return true;
  return (words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).some((word) => !answerWords.has(word));
}
