import type { Vocabulary } from './danger-features.ts';
import model from './danger-model.json' with { type: 'json' };

/**
 * What `build/train-danger-model.ts` learns from the labelled messages in `tests/data`: what each feature adds to the log-odds of a crisis and
 * of a concern, each against neither, and where they start, in hundredths.
 */
export type DangerModel = { readonly bias: readonly number[]; readonly weights: Readonly<Record<string, readonly number[]>> };

/** How likely each label is, 0 to 1; with that of none they add up to 1. */
export type Likelihood = { readonly crisis: number; readonly concern: number };

/** What a feature adds to the log-odds of a crisis and of a concern. */
export type Learned = readonly number[];

/** A model made ready: what it knows of a feature, and what it makes of the features of a message. */
export type DangerJudge = {
  readonly vocabulary: Vocabulary<Learned>;
  readonly likelihoodOf: (features: ReadonlySet<Learned>) => Likelihood;
};

/** Makes a model ready; the shipped one unless another is given. */
export function dangerJudge({ bias, weights }: DangerModel = model): DangerJudge {
  // By kind, then by the two things a feature is made of: no name has to be put together to look one up.
  const known = new Map<string, Map<string, Map<string, Learned>>>();
  for (const [name, learned] of Object.entries(weights)) {
    const [, kind = '', one = '', other = ''] = NAME.exec(name) ?? [];
    const ofKind = known.get(kind) ?? new Map<string, Map<string, Learned>>();
    const ofOne = ofKind.get(one) ?? new Map<string, Learned>();
    known.set(kind, ofKind.set(one, ofOne.set(other, learned)));
  }
  return {
    vocabulary: (kind, one, other) => known.get(kind)?.get(one)?.get(other),
    likelihoodOf: (features) => {
      let [toCrisis = 0, toConcern = 0] = bias;
      for (const [crisis = 0, concern = 0] of features) {
        toCrisis += crisis;
        toConcern += concern;
      }
      const most = Math.max(0, toCrisis, toConcern);
      const [crisis, concern, none] = [Math.exp((toCrisis - most) / 100), Math.exp((toConcern - most) / 100), Math.exp(-most / 100)];
      const total = crisis + concern + none;
      return { crisis: crisis / total, concern: concern / total };
    },
  };
}

const NAME = /^(\w+):([^+]*)(?:\+(.*))?$/;
