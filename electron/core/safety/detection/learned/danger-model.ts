import model from './danger-model.json' with { type: 'json' };

/**
 * What `build/train-danger-model.ts` learns from the labelled messages in `tests/data`: what each feature adds to the log-odds of a crisis and
 * of a concern, each against neither, and where they start, in hundredths.
 */
export type DangerModel = { readonly bias: readonly number[]; readonly weights: Readonly<Record<string, readonly number[]>> };

/** How likely each label is, 0 to 1; with that of none they add up to 1. */
export type Likelihood = { readonly crisis: number; readonly concern: number };

/** Makes the function that reads a model; the shipped one unless another is given. */
export function likelihoodsOf({ bias, weights }: DangerModel = model): (features: readonly string[]) => Likelihood {
  const byFeature = new Map(Object.entries(weights));
  return (features) => {
    let [toCrisis = 0, toConcern = 0] = bias;
    // A feature counts once, however often it comes; most are in no model.
    const known = new Set<readonly number[]>();
    for (const feature of features) {
      const found = byFeature.get(feature);
      if (found === undefined || known.has(found)) continue;
      known.add(found);
      toCrisis += found[0] ?? 0;
      toConcern += found[1] ?? 0;
    }
    const most = Math.max(0, toCrisis, toConcern);
    const [crisis, concern, none] = [Math.exp((toCrisis - most) / 100), Math.exp((toConcern - most) / 100), Math.exp(-most / 100)];
    const total = crisis + concern + none;
    return { crisis: crisis / total, concern: concern / total };
  };
}
