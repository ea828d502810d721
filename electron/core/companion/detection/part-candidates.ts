import type { Described } from './learned/span-features.ts';
import { describeSpans } from './learned/span-features.ts';
import { roleFeatures } from './learned/role-features.ts';
import { sensesOf } from '../../language/word-senses.ts';
import type { Mention } from './mention.ts';
import { kindsOfAgent } from './part-kinds.ts';
import { readRole } from './role.ts';
import type { Reading } from './role.ts';
import type { RuledText } from './ruled-parts.ts';
import { readByRule } from './ruled-parts.ts';

/** A message with everything in it that might show a part. */
export type Candidates = { readonly read: RuledText; readonly described: readonly Described[] };

/** Reads a message and describes each stretch of it that might show a part. */
export function candidatesIn(text: string): Candidates {
  const read = readByRule(text);
  return { read, described: describeSpans(text, read) };
}

/** What a candidate shows: the construction that names the part, what the rules read in it, and the features of its role. */
export type Shown = { readonly mention: Mention; readonly reading: Reading; readonly features: readonly string[] };

const CONTEXT = 160;

/** Reads what a candidate shows. `beside` are the candidates of its own sentence and the next, `contextEnd` where the next part begins. */
export function showing(one: Described, beside: readonly Described[], read: RuledText, contextEnd = Infinity): Shown {
  const quote = read.folded.slice(one.start, one.end);
  const mention = one.ruled?.mention ?? figureIn(quote);
  const context = read.folded.slice(one.end, Math.max(one.end, Math.min(one.end + CONTEXT, contextEnd)));
  const reading = readRole(mention, quote, context);
  return { mention, reading, features: roleFeatures(one, beside, reading) };
}

const figure =
  /^(?:(?:and|but|then|so|i have|i've got|i've|there's|there is|there was|it's|like) )*(?:a|an|the|my|this|that|some|another) ((?:[\p{L}'-]+ ){0,3}?)([\p{L}'-]+)\b/u;

/** Where no rule saw a construction: the figure a quote opens with ("a nun in me"), or else a habit. */
function figureIn(quote: string): Mention {
  const words = figure.exec(quote.slice(0, 90));
  const phrase = `${words?.[1] ?? ''}${words?.[2] ?? ''}`.split(' ');
  const at = phrase.findIndex(
    (word) => kindsOfAgent(word).length > 0 || sensesOf(word).some((sense) => sense === 'person' || sense === 'animal'),
  );
  if (at < 0) return { form: 'habit', start: 0, headEnd: 0, label: '', strength: 0 };
  return { form: 'figure', start: 0, headEnd: 0, label: phrase.slice(0, at + 1).join(' '), strength: 0 };
}
