import { type PartRole, partRoles } from '../../../../../shared/entities/part.ts';
import type { Described } from './span-features.ts';
import model from './part-model.json' with { type: 'json' };

/** A linear model of one yes or no: what each feature adds to the log-odds, and where they start. */
type YesOrNo = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };
/** A linear model of one choice among the roles, in the order of `partRoles`. */
type Choice = { readonly bias: readonly number[]; readonly weights: Readonly<Record<string, readonly number[]>> };
/** What `build/train-part-model.ts` learns from the labelled messages in `tests/data`. */
export type PartModel = { readonly parts: YesOrNo; readonly roles: Choice };

const learned: PartModel = model;
const ofParts = new Map(Object.entries(learned.parts.weights));
const ofRoles = new Map(Object.entries(learned.roles.weights));

/** How likely a stretch of text shows a part of the writer, 0 to 1. */
export function likelihoodOfPart({ words, place }: Described): number {
  let sum = learned.parts.bias;
  for (const feature of words) sum += ofParts.get(feature) ?? 0;
  for (const feature of place) sum += ofParts.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** The role that fits a part with these features best. */
export function likeliestRole(features: readonly string[]): PartRole {
  const sums = [...learned.roles.bias];
  for (const feature of features) for (const [at, weight] of (ofRoles.get(feature) ?? []).entries()) sums[at] = (sums[at] ?? 0) + weight;
  return partRoles[sums.indexOf(Math.max(...sums))] ?? 'unknown';
}
