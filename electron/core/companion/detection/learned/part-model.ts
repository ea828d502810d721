import { PartRole } from '../../../../../shared/entities/part.ts';
import type { Described } from './span-features.ts';
import model from './part-model.json' with { type: 'json' };

/** A linear model: what each feature adds to the log-odds, and where they start. */
export type Weights = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };
/** What `build/train-part-model.ts` learns from the labelled messages in `tests/data`. */
export type PartModel = { readonly parts: Weights; readonly roles: Readonly<Record<PartRole, Weights>> };

type Lookup = { readonly bias: number; readonly weights: ReadonlyMap<string, number> };

const lookup = ({ bias, weights }: Weights): Lookup => ({ bias, weights: new Map(Object.entries(weights)) });
const parts = lookup(model.parts);
const roles = PartRole.options.map((role) => ({ role, ...lookup(model.roles[role]) }));

function total({ bias, weights }: Lookup, features: readonly string[]): number {
  let sum = bias;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** How likely a stretch of text shows a part of the writer, 0 to 1. */
export const likelihoodOfPart = ({ words, place }: Described): number =>
  1 / (1 + Math.exp(-total(parts, words) - total(parts, place) + parts.bias));

/** The role that fits a part with these features best. */
export function likeliestRole(features: readonly string[]): PartRole {
  let best: PartRole = 'unknown';
  let most = -Infinity;
  for (const one of roles) {
    const sum = total(one, features);
    if (sum > most) [best, most] = [one.role, sum];
  }
  return best;
}
