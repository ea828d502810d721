import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { ForgetTarget, Forgetting, ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import { ForgettingId, type SessionId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import type { Forgotten } from '../memory/forget-in.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import type { Clock, Ids } from '../ports.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import { type Steps, allAtOnce, givingWay } from '../steps.ts';
import { beliefWish, keepNeverRule } from './belief-wish.ts';
import { forgetEverything, rowsOfEverything } from './forget-everything.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { dayWish, messageWish, sentenceWish, sessionWish } from './message-wishes.ts';
import { partWish } from './part-wish.ts';
import { previewOf, previewOfEverything } from './preview.ts';
import { type Reach, reachOf } from './reach.ts';
import { askedFor, forgottenBy, targetOf, targetWith, toForgetting } from './record.ts';
import { removeReach } from './remove-reach.ts';
import { rewriteMemory } from './rewrite-memory.ts';
import type { Traces } from './traces.ts';
import type { Wish } from './wish.ts';

/** What a person wants gone, gone for good: from the rows, the audit trail, every version of memory and from what stands on the disk beside them. */
export type ForgettingService = {
  /** What forgetting would touch. Changes nothing. @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT, as `forget`. */
  preview(actor: Actor, target: ForgetTarget): Promise<ForgettingPreview>;
  /**
   * Puts it on record, takes the rows, all or nothing, and goes on until nothing is left or something outside of Trailhead holds it up: then it stays unfinished,
   * and is tried again when that is gone and with the next opening.
   * @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT when there is nothing of the kind, DISK_FULL or READ_ONLY: nothing was changed then. CANCELLED when
   * the profile was locked: it goes on with the next opening.
   */
  forget(actor: Actor, target: ForgetTarget): Promise<Forgetting>;
  list(actor: Actor): RouteOutput<'forgetting.list'>;
  /** Goes on with what is not finished. Never rejects. */
  resume(actor: Actor): Promise<void>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
};

export type ForgettingOptions = {
  scopeOf: (actor: Actor) => OwnerScope;
  /** Stops the replies of a session, or of all, that are on their way: nothing may be written into what goes. */
  stopReplies: (actor: Actor, sessionId: SessionId | null) => Promise<void>;
  keyedDigest: KeyedDigest;
  composeSummary: (document: MemoryDocument) => string;
  traces: Traces;
  clock: Clock;
  ids: Ids;
  /** Told whenever rows have gone, with `true`, and whenever a forgetting has come further. */
  onChange: (rowsChanged: boolean) => void;
  /** Told what kept a forgetting from being finished. */
  onFailure: (error: unknown) => void;
  /** Aborted when the profile closes. */
  signal: AbortSignal;
};

/** So often the search for what goes is made, the last time without giving way: whoever writes all the time must not hold it up. */
const SEARCHES = 3;

/** Finished ones that are told of. */
const FINISHED_SHOWN = 20;

export function createForgettingService(options: ForgettingOptions): ForgettingService {
  const { scopeOf, stopReplies, keyedDigest, traces, clock, ids, onChange, onFailure, signal } = options;
  const memoryTools = { keyedDigest, composeSummary: options.composeSummary };
  let underWay: Promise<void> = Promise.resolve();
  /** Those somebody waits for, and why nothing went. */
  const refusals = new Map<ForgettingId, Error | null>();

  /** What is wanted is on record before anything goes, so that it goes on after a crash or a lock. */
  const keepRecord = (actor: Actor, target: ForgetTarget): ForgettingId => {
    const scope = scopeOf(actor);
    const id = ForgettingId.parse(ids.next());
    const total = target.kind === 'everything' ? rowsOfEverything(scope) : 0;
    const record = { id, userId: scope.userId, kind: target.kind, done: 0, total, startedAt: clock.now(), finishedAt: null };
    scope.write('forget', (table) => table('forgettings').insert({ ...record, step: 'rows', target: targetOf(target) }));
    onChange(false);
    return id;
  };

  /**
   * Looks for all that goes, giving way, and takes it in one transaction, if nothing was written since the search began. Otherwise it searches again, the
   * last time in one go. @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT, as `forget`; the signal's reason.
   */
  const takeRows = async (actor: Actor, id: ForgettingId, target: Target): Promise<void> => {
    const scope = scopeOf(actor);
    for (let searches = 1; ; searches += 1) {
      const session = repliedIn(scope, target);
      if (session !== undefined) await stopReplies(actor, session);
      const before = scope.changes();
      const search = searchFor(scope, target, keyedDigest);
      const { wish, reach, forgotten } = searches < SEARCHES ? await givingWay(search, signal) : allAtOnce(search);
      if (scope.changes() !== before) continue;
      scope.write('forget', (table) => {
        const tools = { scope, table, ids, now: clock.now(), keyedDigest };
        if (wish.kind === 'belief') for (const belief of wish.beliefs) keepNeverRule(tools, belief);
        removeReach(tools, wish, reach);
        table('forgettings').update(id, { step: 'memory', target: targetWith(target, forgotten) });
      });
      return;
    }
  };

  /** One step after the other, each of which can be begun again. */
  const carryOn = async (actor: Actor, id: ForgettingId): Promise<void> => {
    const scope = scopeOf(actor);
    const record = () => scope.use(forgettingRepository).get(id);
    const stepOf = () => record()?.step;
    const work = { signal, onProgress: () => onChange(false) };
    const asked = record();
    if (asked?.step === 'rows') {
      const target = askedFor(asked);
      if (target.kind === 'everything') {
        await stopReplies(actor, null);
        await forgetEverything(scope, id, work);
      } else await takeRows(actor, id, target);
      onChange(true);
    }
    if (stepOf() === 'memory') {
      await rewriteMemory(scope, id, memoryTools, work);
      onChange(true);
    }
    if (stepOf() === 'traces') clearTraces(scope, id);
  };

  const clearTraces = (scope: OwnerScope, id: ForgettingId): void => {
    if (!traces.clear()) return;
    scope.write('forget', (table) => table('forgettings').update(id, { step: 'done', finishedAt: clock.now() }));
    onChange(false);
    // What this wrote says nothing, but an empty log is one that can be seen to hold nothing.
    traces.clear();
  };

  /** Takes a wish back of which nothing has gone: whoever waits is told why, and may ask again. @returns whether somebody is told. */
  const withdraw = (scope: OwnerScope, id: ForgettingId, error: unknown): boolean => {
    const record = scope.use(forgettingRepository).get(id);
    const isWhole = record?.step === 'rows' && record.kind !== 'everything';
    if (!isWhole || !(error instanceof Error) || !(refusals.has(id) || isRefusal(error))) return false;
    const isWaitedFor = refusals.has(id);
    if (isWaitedFor) refusals.set(id, error);
    try {
      scope.write('forget', (table) => table('forgettings').remove(id));
      onChange(false);
    } catch (another) {
      // Then it is tried again with the next opening.
      onFailure(another);
    }
    return isWaitedFor;
  };

  /** All that is unfinished, oldest first, one after the other. What fails stays, and is told. */
  const carryOnAll = async (actor: Actor): Promise<void> => {
    const scope = scopeOf(actor);
    for (const { id } of scope.use(forgettingRepository).unfinished()) {
      try {
        signal.throwIfAborted();
        await carryOn(actor, id);
      } catch (error) {
        if (signal.aborted) return;
        if (!withdraw(scope, id, error)) onFailure(error);
      }
    }
  };
  const inTurn = (actor: Actor): Promise<void> => {
    underWay = underWay.then(() => carryOnAll(actor)).catch(onFailure);
    return underWay;
  };

  /** Readers of Trailhead's own, such as an export, hold the log up: once they are back it is tried again. */
  const tryAgainLater = (actor: Actor): void => {
    const waits = scopeOf(actor)
      .use(forgettingRepository)
      .unfinished()
      .some(({ step }) => step === 'traces');
    if (!waits || signal.aborted) return;
    void traces
      .readersBack()
      .then(() => (signal.aborted ? undefined : inTurn(actor)))
      .catch(onFailure);
  };

  return {
    async preview(actor, target) {
      const scope = scopeOf(actor);
      const count = target.kind === 'everything' ? previewOfEverything(scope) : previewOf(scope, wishOf(scope, target), memoryTools);
      try {
        return { ...(await givingWay(count, signal)), backups: traces.copies() };
      } catch (error) {
        throw signal.aborted ? new Failure('CANCELLED', 'The profile was locked meanwhile.') : error;
      }
    },

    async forget(actor, target) {
      const id = keepRecord(actor, target);
      refusals.set(id, null);
      await inTurn(actor);
      const refusal = refusals.get(id);
      refusals.delete(id);
      if (refusal) throw refusal;
      if (signal.aborted) throw new Failure('CANCELLED', 'The profile was locked meanwhile. Forgetting goes on when it is opened again.');
      tryAgainLater(actor);
      const row = scopeOf(actor).use(forgettingRepository).get(id);
      if (!row) throw new Error('The record of a forgetting is gone.');
      return toForgetting(row);
    },

    list(actor) {
      const { finished, unfinished } = scopeOf(actor).use(forgettingRepository);
      return { items: [...unfinished(), ...finished(FINISHED_SHOWN)].map(toForgetting) };
    },

    async resume(actor) {
      try {
        if (scopeOf(actor).use(forgettingRepository).unfinished().length > 0) await inTurn(actor);
      } catch (error) {
        onFailure(error);
      }
    },

    close: () => underWay,
  };
}

type Target = Exclude<ForgetTarget, { kind: 'everything' }>;

const refusalCodes: readonly string[] = ['NOT_FOUND', 'CONFLICT', 'INVALID_INPUT'];
/** Whether there is nothing of the kind, so that trying again is of no use. */
const isRefusal = (error: Error): boolean => error instanceof Failure && refusalCodes.includes(error.code);

/** All that goes, and what memory is to lose. Reads only. @throws Failure as `wishOf`. */
function* searchFor(
  scope: OwnerScope,
  target: Target,
  keyedDigest: KeyedDigest,
): Steps<{ wish: Wish; reach: Reach; forgotten: Forgotten }> {
  const wish = wishOf(scope, target);
  const reach = yield* reachOf(scope, wish);
  return { wish, reach, forgotten: yield* forgottenBy(scope, wish, reach, keyedDigest) };
}

/** @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT when there is nothing of the kind. */
function wishOf(scope: OwnerScope, target: Target): Wish {
  switch (target.kind) {
    case 'sentence':
      return sentenceWish(scope, target);
    case 'message':
      return messageWish(scope, target.messageId);
    case 'session':
      return sessionWish(scope, target.sessionId);
    case 'part':
      return partWish(scope, target.partId);
    case 'belief':
      return beliefWish(scope, target.beliefId);
    case 'day':
      return dayWish(scope, target);
  }
}

/** The session whose replies have to be stopped first, null for those of all sessions. */
function repliedIn(scope: OwnerScope, target: Target): SessionId | null | undefined {
  switch (target.kind) {
    case 'session':
      return target.sessionId;
    case 'sentence':
    case 'message':
      return scope.use(messageRepository).get(target.messageId)?.sessionId;
    case 'belief':
      return undefined;
    case 'part':
    case 'day':
      return null;
  }
}
