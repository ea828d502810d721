import type { PartRole } from '../../../../shared/entities/part.ts';
import type { Mention } from './mention.ts';
import type { PartKind } from './part-kind.ts';
import { kindsOfAgent, kindsOfJob, kindsOfPhrases, kindsOfWord } from './part-kinds.ts';

/** What the words say about a part by rule: its role, how clearly, and the kinds that fit it, whatever their role, best first. */
export type Reading = { readonly role: PartRole; readonly clarity: number; readonly kinds: readonly PartKind[] };

const LABEL_AGENT = 4;
const LABEL_WORD = 2.5;
const QUOTE_WORD = 1;
const QUOTE_PHRASE = 1.6;
const CONTEXT_SHARE = 0.3;
const LEAST_SCORE = 0.75;

type Scores = Map<PartKind, number>;

/** Reads the role from the part's label, its quote and, at a discount, the words around it. */
export function readRole(mention: Mention, quote: string, context: string): Reading {
  const scores: Scores = new Map();
  for (const word of mention.label.split(/[\s,]+/)) {
    if (word === '' || word.endsWith("'s")) continue;
    spread(scores, kindsOfAgent(word), LABEL_AGENT);
    spread(scores, kindsOfJob(word), LABEL_AGENT * 0.75);
    spread(scores, kindsOfWord(word), LABEL_WORD);
  }
  const pair = mention.label.replace(/[\s,]+/g, '-');
  if (pair !== mention.label) spread(scores, kindsOfAgent(pair), LABEL_AGENT);
  // What a part does comes first; later clauses more often tell what happened around it.
  const turn = quote.search(/,? (?:and|but|when|because|while|so) (?!then\b)/);
  const clause = turn > 24 ? turn : quote.length;
  scoreText(scores, quote.slice(0, clause), 1.2);
  scoreText(scores, quote.slice(clause), 0.6);
  scoreText(scores, context, CONTEXT_SHARE);
  const roles: Record<PartRole, number> = { manager: 0, firefighter: 0, exile: 0, unknown: 0 };
  for (const [kind, score] of scores) roles[kind.role] += score;
  if (mention.form === 'voice') roles.manager += 2;
  if (
    mention.form === 'figure' &&
    /child|kid|boy|girl|baby|toddler|little|young|small|year|lad|orphan/.test(`${mention.label} ${quote.slice(0, 60)}`)
  )
    roles.exile += 2;
  if (mention.form === 'force' || mention.form === 'habit') roles.firefighter += 0.6;
  const ranked = (['manager', 'firefighter', 'exile'] as const).toSorted((one, other) => roles[other] - roles[one]);
  const best = ranked[0] ?? 'manager';
  const second = ranked[1] ?? 'manager';
  const role: PartRole = roles[best] < LEAST_SCORE || (roles.unknown > roles[best] && roles[best] < 1.5) ? 'unknown' : best;
  const kinds = [...scores].toSorted((one, other) => other[1] - one[1]).map(([kind]) => kind);
  const clarity = role === 'unknown' ? 0.3 : (roles[best] - roles[second]) / (roles[best] + 1);
  return { role, clarity, kinds };
}

function spread(scores: Scores, kinds: readonly PartKind[], weight: number): void {
  for (const kind of kinds) scores.set(kind, (scores.get(kind) ?? 0) + weight / kinds.length);
}

function scoreText(scores: Scores, text: string, share: number): void {
  for (const word of text.matchAll(/[\p{L}][\p{L}'-]+/gu)) spread(scores, kindsOfWord(word[0]), QUOTE_WORD * share);
  for (const kind of kindsOfPhrases(text)) spread(scores, [kind], QUOTE_PHRASE * share);
}
