import type { BeliefId } from '../../../../shared/ids.ts';
import { bareForms } from '../../language/bare-forms.ts';
import { isTelling } from '../../language/plain-words.ts';
import { quotedIn } from '../../language/quotes.ts';
import { fold } from '../../language/sentences.ts';
import type { Steps } from '../../steps.ts';
import type { Finding, MemoryWork } from '../finding.ts';
import { bareForm, clauseEnd, clauseStart, denies, wordsIn } from './clauses.ts';
import type { Passage, Statement } from './passages.ts';

/** “I did it”, without saying what, is about the one thing that was meant in these days. */
const FRESH_MS = 14 * 86_400_000;

/** Something that was left open, taken apart. */
type Matter = {
  id: BeliefId;
  text: string;
  at: number;
  /** A question is settled by knowing, everything else by having done or talked of it. */
  isQuestion: boolean;
  /** What was meant to be done, in its bare form, and whom or what it was to be done with, where that is a pronoun. */
  verb: string | null;
  pronoun: string | null;
  /** What it is about beside that. */
  about: ReadonlySet<string>;
};

const PRONOUN = '(?:him|her|them|it|this|that)';
const meantTo = new RegExp(
  `\\b(?:i'll|i will|(?:going|plan|intend|like|want|need|have|meaning|me) to|should|must) (?:\\p{L}+ly |just |finally )?(?<verb>\\p{L}+)(?: (?:back |up )?(?:to |with )?(?<pronoun>${PRONOUN})\\b)?`,
  'u',
);
/** Words about when and how something was left open: they are not what it is about. */
const FRAME = new Set(
  (
    'tomorrow tonight today yesterday week weekend month year later soon evening afternoon morning monday tuesday wednesday thursday friday saturday sunday end day another next christmas easter yet ready come last night ' +
    'coming return leave park save put off meaning mean plan intend remind wonder ask asking why what how whether who where when know always often sometimes session finally just'
  )
    .split(' ')
    .map(bareForm),
);

const irregular = new Map(
  'wrote:write written:write spoke:speak spoken:speak told:tell rang:ring sent:send bought:buy brought:bring made:make went:go gone:go got:get gave:give given:give took:take taken:take met:meet paid:pay said:say saw:see seen:see did:do done:do found:find left:leave let:let put:put read:read set:set cut:cut began:begin kept:keep told:tell thought:think asked:ask chose:choose drew:draw drove:drive ate:eat flew:fly forgave:forgive sold:sell slept:sleep swam:swim threw:throw wore:wear hung:hang held:hold built:build dealt:deal spent:spend rode:ride ran:run sang:sing sat:sit stood:stand taught:teach'
    .split(' ')
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.split(':');
      return [past, bareForm(base)];
    }),
);
/** What a verb that is told as past can be the past of, in bare forms: “called” could be of “call” or “cal”. None for any other word. */
const pastOf = (word: string): string[] => {
  const base = irregular.get(word);
  if (base !== undefined) return [base];
  return word.endsWith('ed') ? bareForms(word).map(bareForm) : [];
};
const stem = (word: string): string => irregular.get(word) ?? bareForm(word);

const ADVERBS = '(?:(?:finally|just|already|also|actually|really|even|now|then|at last|\\p{L}+ly) )*';
/** What somebody did: the verb in its past, or after “did”. */
const did = new RegExp(
  `\\b(?:i|we)(?:'ve| have)? ${ADVERBS}(?:did (?<base>(?!it\\b|that\\b|this\\b)\\p{L}+)|(?<past>\\p{L}+))(?: (?:back |up )?(?:to |with )?(?<pronoun>${PRONOUN})\\b)?`,
  'gu',
);
const ENDED = '(?:done|finished|sorted(?: out)?|sent|booked|paid|settled|arranged|written|handed in|dealt with|over|made|closed|solved)';
/** What is said to be done, whoever did it. */
const ended = new RegExp(`\\b(?:is|are|'s|'re|was|were|has been|have been|got) ${ADVERBS}(?:all )?${ENDED}\\b`, 'u');
/** Talked or thought about again: what was left for another time needs no more. */
const taken =
  /\b(?:i|we)(?:'ve| have)? (?:\p{L}+ly |just )?(?:talked|spoke|spoken|wrote|written|told|thought|looked|(?:came|went) back)\b/u;
const bare =
  /\b(?:i|we)(?:'ve| have)? (?:finally |just |actually |really )*(?:did it|done it|managed it|got it done|did that|done that)\b|\b(?:it's|it is|that's|that is) (?:all |now |finally )*(?:done|finished|sorted|settled|over with)\b/u;
const knows =
  /\bi (?:\p{L}+ )?(?:know|understand|see|realised?|realized?|understood|found out|worked out|figured out|learned|learnt)(?: now| at last)? (?:that|why|what|how|whether|where|who|when|because)\b/u;
/** Asked first: most sentences say nothing of the kind. */
const SAYS_DONE = new RegExp(`\\b(?:i|we)(?:'ve)? |${ended.source}|${bare.source}`, 'u');
/** Not quite done, only supposed, or done long before. */
const NOT_REALLY =
  /\b(?:almost|nearly|tried|trying|wanted|meant|should|could|would|wish|if|whether|hope|hoped|imagine|imagined|dreamt|dreamed|going to|about to|used to|forgot|ago|last (?:year|month)|as a (?:child|kid)|when i was)\b/u;

/**
 * What was left open, without what is settled by now, and with it that what was left open before is settled. Something is settled by a later statement of the
 * person’s that names the deed and what it was about (“I called the doctor”, “the form is sent”), that names the deed with a pronoun where it can mean only one
 * thing (“I called her”), that says what a question asked for is known now, or, for the one thing meant within a fortnight, by “I did it”.
 */
export function* settleThreads(
  { document, material }: MemoryWork,
  found: readonly Finding[],
  passages: readonly Passage[],
): Steps<Finding[]> {
  const own = new Set<string>([material.source, ...material.messages.map(({ id }) => `message:${id}`)]);
  const known = document.openThreads.filter(({ settled }) => !settled || own.has(settled.by));
  const raised = new Map(found.map((finding) => [finding.id, finding.at]));
  const open = [
    ...known.map(({ id, text, lastSeen }) => matterOf(id, text, Math.max(lastSeen, raised.get(id) ?? 0))),
    ...found.filter(({ id }) => !known.some((belief) => belief.id === id)).map(({ id, text, at }) => matterOf(id, text, at)),
  ];
  const settled = yield* settledIn(open, passages);
  const isKnown = new Set(known.map(({ id }) => id));
  const says = (matter: Matter, { source, at }: Passage): Finding => ({
    ...{ section: 'openThreads', id: matter.id, text: matter.text, by: 'summariser', sources: [source], at, settled: true },
  });
  return [
    ...found.filter(({ id }) => !settled.has(id)),
    ...open.flatMap((matter) => {
      const passage = isKnown.has(matter.id) ? settled.get(matter.id) : undefined;
      return passage ? [says(matter, passage)] : [];
    }),
  ];
}

function matterOf(id: BeliefId, text: string, at: number): Matter {
  const folded = fold(quotedIn(text) || text);
  const isQuestion = / asked(?: yourself)?: “/u.test(text);
  const isPostponed = /left this for another time: “/u.test(text);
  const { verb, pronoun } = (!isQuestion && !isPostponed && meantTo.exec(folded)?.groups) || {};
  const bareVerb = verb === undefined ? null : stem(verb);
  return {
    ...{ id, text, at, isQuestion, verb: bareVerb, pronoun: pronoun ?? null },
    about: new Set(tellingIn(folded).filter((word) => word !== bareVerb)),
  };
}

const tellingIn = (folded: string): string[] =>
  wordsIn(folded)
    .filter((word) => word.length > 2 && !word.includes("'") && isTelling(word))
    .map(stem)
    .filter((word) => !FRAME.has(word));

/** Which of them are settled, and by which text: the first that says so. */
function* settledIn(open: readonly Matter[], passages: readonly Passage[]): Steps<Map<BeliefId, Passage>> {
  const settled = new Map<BeliefId, Passage>();
  for (const passage of open.length === 0 ? [] : passages) {
    for (const [at, statement] of passage.sentences.entries()) {
      yield;
      if (!SAYS_DONE.test(statement.folded) || statement.folded.endsWith('?')) continue;
      const waiting = open.filter((matter) => matter.at < passage.at && !settled.has(matter.id));
      if (waiting.length === 0) break;
      const around = [passage.sentences[at - 1], statement, passage.sentences[at + 1]].flatMap((one) => one?.folded ?? []).join(' ');
      for (const matter of settledByStatement(waiting, statement, around, passage.at))
        if (!passage.isHard()) settled.set(matter.id, passage);
    }
  }
  return settled;
}

function settledByStatement(waiting: readonly Matter[], statement: Statement, around: string, at: number): Matter[] {
  const { folded } = statement;
  const holds = (hit: { index: number; 0: string } | null): boolean => {
    if (!hit || statement.isQuoted(hit.index)) return false;
    const clause = folded.slice(clauseStart(folded, hit.index), clauseEnd(folded, hit.index + hit[0].length));
    return !denies(clause) && !NOT_REALLY.test(clause);
  };
  const words = new Set(tellingIn(folded));
  const share = ({ about }: Matter, said: ReadonlySet<string>): number =>
    about.size === 0 ? 0 : [...about].filter((word) => said.has(word)).length / about.size;
  const isEnded = holds(ended.exec(folded));
  const isTaken = holds(taken.exec(folded));
  const isKnown = holds(knows.exec(folded));
  const deeds = [...folded.matchAll(did)].filter(holds).map(({ 0: hit, index, groups = {} }) => ({
    verbs: groups['base'] === undefined ? pastOf(groups['past'] ?? '') : [stem(groups['base'])],
    pronoun: groups['pronoun'] ?? null,
    // What is said of it up to the next mark: nothing, when it is told with a pronoun or alone.
    isAlone: tellingIn(folded.slice(index + hit.length, clauseEnd(folded, index + hit.length))).length === 0,
  }));
  const isOnlyOne = (matter: Matter): boolean => waiting.filter(({ verb }) => verb === matter.verb).length === 1;
  const byDeed = (matter: Matter): boolean =>
    deeds.some(({ verbs, pronoun, isAlone }) => {
      if (matter.verb === null || !verbs.includes(matter.verb)) return false;
      if (matter.about.size === 0) return isAlone && pronoun === matter.pronoun;
      return share(matter, words) >= 0.5 || (pronoun !== null && isAlone && isOnlyOne(matter));
    });
  const settled = waiting.filter((matter) =>
    matter.isQuestion
      ? isKnown && share(matter, words) >= 2 / 3
      : byDeed(matter) || ((isEnded || (isTaken && matter.verb === null)) && share(matter, words) >= 2 / 3),
  );
  if (settled.length > 0 || !holds(bare.exec(folded))) return settled;
  const meant = waiting.filter(({ isQuestion }) => !isQuestion);
  const near = new Set(tellingIn(around));
  const named = meant.filter((matter) => share(matter, near) >= 0.5);
  if (named.length > 0) return named.length === 1 ? named : [];
  const [only, another] = meant;
  return only && !another && only.at >= at - FRESH_MS ? [only] : [];
}
