import { describe, expect, it } from 'vitest';
import { queueAtWork, unstopped } from '../../../tests/support/queue-at-work.ts';
import { sampleMaterial, samplePart } from '../../../tests/support/sample-material.ts';
import { emptyMemory } from '../../../shared/entities/memory.ts';
import type { Finder } from './finding.ts';
import { summarise, summariseInSteps } from './summarise/summarise.ts';

const planner = samplePart(1, 'The Planner');
const material = sampleMaterial([
  ...['When my boss emails I freeze.', 'Walking by the canal helped.', 'Next time I want to come back to the letter. The harbour again.'],
  { text: 'Somebody has to keep the lists. I worry about the harbour.', as: planner },
  ...Array.from({ length: 40 }, (_, at) => `It was day ${at} of a long week at work. I sat by the harbour and watched Martha go home.`),
]);
const whole = summarise({ document: emptyMemory, material });

/** Finds what there is to find, and tells how many steps it has done. */
const finder = (reached: (step: number) => void): Finder =>
  function* (work) {
    const steps = summariseInSteps(work);
    for (let step = 1; ; step += 1) {
      const { done, value } = steps.next();
      if (done) return value;
      reached(step);
      yield;
    }
  };

async function atWork() {
  const queue = await queueAtWork();
  const { memory, worker } = queue;
  const made = (reached: (step: number) => void = () => undefined) =>
    worker(async ({ found }) => found, memory, { find: finder(reached), readMaterial: () => material });
  const remembered = (): unknown[] =>
    queue.connection.sqlite
      .prepare<[], string>('SELECT operations FROM user_memory_snapshots')
      .pluck()
      .all()
      .map((operations): unknown => JSON.parse(operations));
  return { ...queue, made, remembered };
}

describe('a stop in the middle of looking through a session', () => {
  it('ends the work without a trace, wherever it comes, and the next run makes of it what one run would have', async () => {
    const { clock, happens, made, me, remembered, update } = await atWork();
    let steps = 0;
    const refId = happens(material.refId);
    // What a run comes to that nobody stops, in another profile.
    const undisturbed = await atWork();
    undisturbed.happens(material.refId);
    await undisturbed.made((step) => (steps = step)).run(undisturbed.me, unstopped);
    expect(steps).toBeGreaterThan(300);
    for (const place of [1, 2, Math.floor(steps / 3), Math.floor(steps / 2), steps - 1, steps]) {
      const stop = new AbortController();
      let last = 0;
      const run = made((step) => {
        last = step;
        if (step === place) stop.abort();
      });
      expect(await run.run(me, stop.signal)).toEqual({ effects: 0, problem: null });
      expect(last).toBe(place);
      expect(remembered()).toEqual([]);
      // Free and due at once, and not counted as tried.
      expect(update(refId)).toMatchObject({ leaseHolder: null, leasedUntil: null, attempts: 0, dueAt: clock.now(), processed: false });
    }
    expect(await made().run(me, unstopped)).toEqual({ effects: 1, problem: null });
    expect(remembered()).toEqual(undisturbed.remembered());
    expect(remembered()).toEqual([[{ op: 'replace', path: '', value: whole }]]);
    expect(update(refId)).toMatchObject({ processed: true, revision: 1 });
  });

  it('leaves the rest of the queue alone', async () => {
    const { happens, made, me, update } = await atWork();
    const [first, second] = [happens(), happens()];
    const stop = new AbortController();
    await made(() => stop.abort()).run(me, stop.signal);
    for (const refId of [first, second]) expect(update(refId)).toMatchObject({ leaseHolder: null, attempts: 0, processed: false });
  });
});
