import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuideStep, guideSteps, openSteps } from '../../../../shared/entities/guide.ts';
import { MessageId, PartId } from '../../../../shared/ids.ts';
import { testIds } from '../../../../tests/support/test-core.ts';
import { type GuideEvent, ROUNDS_OF_ASKING, type Walk, advance, beginWalk, edges, nextStep } from './six-fs.ts';

const ids = testIds();
const said = MessageId.parse(ids.next());
const partId = PartId.parse(ids.next());
const at = (step: GuideStep): Walk => ({ ...beginWalk(partId), step });
const everyEvent = [...new Set(edges.map(({ on }) => on))];
const anyEvent = fc.constantFrom(...everyEvent);

describe('the chart of the six Fs', () => {
  it.each(edges.map(({ from, on, to }) => [from, on, to] as const))('leads from %s, on %s, to %s', (from, on, to) => {
    expect(advance(at(from), on, said).step).toBe(to);
  });

  it('has one way on for each event at each step, and none that leads out of it', () => {
    expect(new Set(edges.map(({ from, on }) => `${from} ${on}`)).size).toBe(edges.length);
    for (const { from, to } of edges) for (const step of [from, to]) expect(guideSteps).toContain(step);
  });

  it('stays where it is on an event that can’t happen there', () => {
    for (const step of guideSteps) {
      for (const event of everyEvent.filter((one) => nextStep(step, one) === null))
        expect(advance(at(step), event, said)).toEqual(at(step));
    }
    expect(nextStep('find', 'gave_space')).toBeNull();
  });

  it('can be entered at every step a person can choose, from every step', () => {
    for (const from of guideSteps) for (const step of openSteps) expect(advance(at(from), `go_to:${step}`, null).step).toBe(step);
  });

  it('begins with finding a part, or with focusing on one that is known', () => {
    expect(beginWalk(null).step).toBe('find');
    expect(beginWalk(partId).step).toBe('focus');
  });

  it('goes one question back, and not further than the first', () => {
    const steps: GuideStep[] = ['close', 'fear', 'befriend', 'feel_toward', 'flesh_out', 'focus', 'find', 'find'];
    for (const [index, step] of steps.slice(0, -1).entries()) expect(advance(at(step), 'wants_back', said).step).toBe(steps[index + 1]);
  });

  it('lets go of the part when another one is wanted, and keeps it when it is to be met again', () => {
    const through = { ...at('close'), learned: { find: said, fear: said } };
    expect(advance(through, 'wants_another', said)).toEqual(beginWalk(null));
    expect(advance(through, 'go_to:find', null)).toEqual(beginWalk(null));
    expect(advance(through, 'wants_again', said)).toEqual({ ...beginWalk(partId), learned: { find: said } });
  });

  it('counts in vain only what was asked in a row: room that is given begins the count anew', () => {
    const walked = ['blended', 'gave_space', 'blended', 'blended'] satisfies GuideEvent[];
    const rounds = walked.reduce<Walk[]>((walks, event) => [...walks, advance(walks.at(-1) ?? at('feel_toward'), event, said)], []);
    expect(rounds.map((walk) => walk.rounds)).toEqual([1, 0, 1, 2]);
  });

  it('stays where it is when something is asked back, and asks as often as before', () => {
    for (const event of ['asked_back', 'asked_how', 'asked_which'] satisfies GuideEvent[])
      expect(advance({ ...at('fear'), unsure: 1 }, event, said)).toEqual({ ...at('fear'), unsure: 1 });
  });

  it('goes back to ask for space from every step at which another part speaks', () => {
    for (const step of guideSteps.filter((one) => one !== 'close')) expect(advance(at(step), 'blended', said).step).toBe('unblend');
  });

  it('meets the part that gives no space instead, and lets go of the first one', () => {
    const met = advance({ ...at('unblend'), rounds: ROUNDS_OF_ASKING, learned: { focus: said } }, 'refused', said);
    expect(met).toEqual({ step: 'focus', partId: null, learned: { find: said }, rounds: 0, unsure: 0 });
    // It is known by the words in which it came, and not by its last no.
    const came = MessageId.parse(ids.next());
    const blended = advance(at('feel_toward'), 'blended', came);
    expect(advance({ ...blended, rounds: ROUNDS_OF_ASKING }, 'refused', said).learned).toEqual({ find: came });
  });

  it('remembers which message answered a step, and openness told while space was asked for', () => {
    expect(advance(at('focus'), 'answered', said).learned).toEqual({ focus: said });
    expect(advance(at('unblend'), 'opened', said).learned).toEqual({ feel_toward: said });
    for (const event of ['skipped', 'unsure', 'left', 'declined', 'asked_back', 'hurt'] satisfies GuideEvent[])
      expect(advance(at('focus'), event, said).learned).toEqual({});
  });

  it('stays legal whatever happens, and comes to its end by skipping', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.boolean(), (events, isKnown) => {
        let walk = beginWalk(isKnown ? partId : null);
        for (const event of events) {
          const before = walk;
          walk = advance(walk, event, said);
          expect(guideSteps).toContain(walk.step);
          expect(walk.rounds).toBeLessThanOrEqual(ROUNDS_OF_ASKING);
          if (walk.step !== before.step) expect(edges).toContainEqual({ from: before.step, on: event, to: walk.step });
        }
        for (let skips = 0; skips < guideSteps.length; skips += 1) walk = advance(walk, 'skipped', null);
        expect(walk.step).toBe('close');
      }),
    );
  });
});
