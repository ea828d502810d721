import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionId } from '../../../shared/ids.ts';
import { type Person, type Playground, type Step, anyStep, playground } from '../../../tests/support/undo-laws.ts';
import { Failure } from '../failure.ts';

/** Random lives, taken back in random orders. Two laws, each tried on two thousand lives. */
const LIVES = 2000;
let ground: Playground;
beforeAll(async () => {
  ground = await playground();
});

const live = (steps: readonly Step[]): { person: Person; before: string; made: ActionId[] } => {
  const person = ground.newPerson();
  const before = person.domain();
  return { person, before, made: steps.flatMap((step) => person.take(step) ?? []) };
};

/** Tries to undo; a refusal has to leave everything as it was. */
function tryUndo(person: Person, id: ActionId): boolean {
  const before = person.domain();
  try {
    ground.bus.undo(person.actor, [id], false);
    return true;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
    expect(person.domain()).toBe(before);
    return false;
  }
}

describe('undoing everything', () => {
  it('in any order that is allowed comes back to the beginning, and redoing it to the end, byte for byte', () => {
    const orders = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), orders, (steps, order) => {
        const { person, before, made } = live(steps);
        const after = person.domain();
        const left = [...made];
        for (let round = 0; left.length > 0; round += 1) {
          // A random one; while that is refused, the others from the newest on. One of them can always be undone.
          const chosen = left[(order[round % order.length] ?? 0) % left.length];
          const undone = [...(chosen ? [chosen] : []), ...left.toReversed()].find((id) => tryUndo(person, id));
          expect(undone, 'there is always a change that can be undone').toBeDefined();
          left.splice(
            left.findIndex((id) => id === undone),
            1,
          );
        }
        expect(person.domain()).toBe(before);
        for (const id of made) ground.bus.redo(person.actor, [id], false);
        expect(person.domain()).toBe(after);
      }),
      { numRuns: LIVES },
    );
  }, 300_000);
});

describe('undoing one change', () => {
  it('together with what rests on it always works, and redoing all of it makes everything as it was', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 10 }), fc.nat(1000), (steps, choice) => {
        const { person, made } = live(steps);
        const after = person.domain();
        const chosen = made[choice % Math.max(1, made.length)];
        if (chosen === undefined) return;
        const undone = ground.bus.undo(person.actor, [chosen], true);
        expect(() => ground.bus.undo(person.actor, [chosen], true)).toThrow('undone already');
        const actions = undone.map((id) => ground.scopeOf(person.actor).find('agentActions', id));
        for (const action of actions.toReversed()) if (action?.payload.about) ground.bus.redo(person.actor, [action.payload.about], false);
        expect(person.domain()).toBe(after);
      }),
      { numRuns: LIVES },
    );
  }, 300_000);
});
