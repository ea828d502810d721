import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobProblem } from '../../../shared/entities/job.ts';
import type { Actor } from '../actions/actor.ts';
import type { Clock, Random } from '../ports.ts';
import { givingWay } from '../steps.ts';
import { checkFindings } from './check-findings.ts';
import type { Finder, Material, Summariser } from './finding.ts';
import { UnusableAnswer, problemOf } from './job-problem.ts';
import type { MemoryService } from './memory-service.ts';
import { LEASE_MS } from './queue-repository.ts';
import type { Claim, UpdateQueue } from './update-queue.ts';

/** A summariser that has not answered by then is not waited for, in milliseconds: before somebody else may take the update. */
const ANSWER_MS = LEASE_MS - 60_000;

/** What memory is made with: the memory itself, what may be looked at for an update, and what finds something in that. */
export type Remembering = {
  memory: Pick<MemoryService, 'get' | 'takeIn'>;
  /** As it stands now; null when what it is about is gone. */
  readMaterial(actor: Actor, kind: Claim['kind'], refId: string): Material | null;
  find: Finder;
  /** What it answers is checked, whatever it promises. */
  summarise(...work: Parameters<Summariser>): Promise<unknown>;
};

/**
 * What a run came to: how many updates took effect, why the last one that did not failed, and why the last one that was made without a model, although one
 * was to be asked, had to be.
 */
export type Drained = { effects: number; problem: JobProblem | null; withoutModel?: JobProblem };

/** Brings memory up to date with what waits in the queue, one update after the other. */
export type Drain = {
  /**
   * Works until nothing is due, or until it is stopped: then it ends at once, in the middle of what it looks through too, and whether or not the
   * summariser does. What it was at is due again and was not tried.
   * @throws Failure DISK_FULL, READ_ONLY when not even the queue can be written. Nothing is lost: a lease runs out by itself.
   */
  run(actor: Actor, signal: AbortSignal): Promise<Drained>;
};

export function createDrain(
  options: Remembering & {
    queue: UpdateQueue;
    clock: Clock;
    random: Random;
    /** Told of errors that nobody foresaw. */
    onFailure: (error: unknown) => void;
  },
): Drain {
  const { queue, memory, readMaterial, find, summarise, clock, random, onFailure } = options;
  const holder = random.bytes(12).toString('base64url');

  /** The answer, unless it takes too long or the work is stopped. Whatever comes after that is not listened to. */
  const answerOf = async ([work, signal, doneWithout]: Parameters<Summariser>): Promise<unknown> => {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    try {
      const answer = summarise(work, either, doneWithout).then((findings) => ({ findings }));
      // What asks nobody is there within this turn; only for a model a clock is set.
      const soon = await Promise.race([answer, nextTurn(null)]);
      if (soon) return soon.findings;
      const tooLate = clock.delay(ANSWER_MS, either).then(() => {
        throw new UnusableAnswer('unreachable');
      });
      return (await Promise.race([answer, tooLate])).findings;
    } finally {
      over.abort();
    }
  };

  /** @returns whether it took effect. */
  const workOn = async (actor: Actor, claim: Claim, signal: AbortSignal, drained: Drained): Promise<boolean> => {
    const { kind, refId, revision } = claim;
    const material = readMaterial(actor, kind, refId);
    // Whoever deleted it has seen to what was remembered of it.
    if (!material) return queue.settle(actor, claim, () => undefined);
    let withoutModel: JobProblem | undefined;
    const work = { document: memory.get(actor).document, material };
    const found = await givingWay(find(work), signal);
    const answer = await answerOf([{ ...work, found }, signal, (why) => (withoutModel = why)]);
    signal.throwIfAborted();
    const findings = checkFindings(answer, material);
    const isSettled = queue.settle(actor, claim, () => void memory.takeIn(actor, { material, findings, kind, refId, revision }));
    if (isSettled && withoutModel) drained.withoutModel = withoutModel;
    return isSettled;
  };

  const attempt = async (actor: Actor, claim: Claim, signal: AbortSignal, drained: Drained): Promise<void> => {
    try {
      if (await workOn(actor, claim, signal, drained)) drained.effects += 1;
      // It was changed meanwhile: what is due now is the newer revision, if it is still ours to let go of.
      else queue.release(actor, claim);
    } catch (error) {
      if (signal.aborted) {
        queue.release(actor, claim);
        return;
      }
      const problem = problemOf(error);
      if (problem === 'failed') onFailure(error);
      drained.problem = problem;
      queue.fail(actor, claim, problem);
    }
  };

  return {
    async run(actor, signal) {
      const drained: Drained = { effects: 0, problem: null };
      try {
        // A turn of the event loop between any two, so that a long queue holds nobody up.
        for (await nextTurn(); !signal.aborted; await nextTurn()) {
          const claim = queue.claim(actor, holder);
          if (!claim) break;
          await attempt(actor, claim, signal, drained);
        }
      } catch (error) {
        // Not even the queue can be written. What was done before that is done.
        if (drained.effects === 0) throw error;
        drained.problem = problemOf(error);
      }
      return drained;
    },
  };
}
