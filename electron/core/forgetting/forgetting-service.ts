import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { ForgetTarget, Forgetting, ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import type { MemoryDocument } from '../../../shared/entities/memory.ts';
import { ForgettingId, type SessionId } from '../../../shared/ids.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import type { Clock, Ids } from '../ports.ts';
import { beliefWish, keepNeverRule } from './belief-wish.ts';
import { forgetEverything, rowsOfEverything } from './forget-everything.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { dayWish, messageWish, sentenceWish, sessionWish } from './message-wishes.ts';
import { partWish } from './part-wish.ts';
import { previewOf, previewOfEverything } from './preview.ts';
import { reachOf } from './reach.ts';
import { forgottenBy, targetOf, toForgetting } from './record.ts';
import { removeReach } from './remove-reach.ts';
import { rewriteMemory } from './rewrite-memory.ts';
import type { Traces } from './traces.ts';
import type { Wish } from './wish.ts';

/** What a person wants gone, gone for good: from the rows, the audit trail, every version of memory and from what stands on the disk beside them. */
export type ForgettingService = {
  /** What forgetting would touch. Changes nothing. @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT, as `forget`. */
  preview(actor: Actor, target: ForgetTarget): ForgettingPreview;
  /**
   * Takes the rows first, all or nothing, and goes on until nothing is left or something outside of Trailhead holds it up: then it stays unfinished,
   * and is tried again when that is gone and with the next opening.
   * @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT when there is nothing of the kind; nothing was changed then.
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

/** Finished ones that are told of. */
const FINISHED_SHOWN = 20;

export function createForgettingService(options: ForgettingOptions): ForgettingService {
  const { scopeOf, stopReplies, keyedDigest, traces, clock, ids, onChange, onFailure, signal } = options;
  const memoryTools = { keyedDigest, composeSummary: options.composeSummary };
  let underWay: Promise<void> = Promise.resolve();

  /** What the person wants, and the record of it, in one transaction with the rows. */
  const takeRows = (actor: Actor, target: ForgetTarget): ForgettingId => {
    const scope = scopeOf(actor);
    const id = ForgettingId.parse(ids.next());
    scope.write('forget', (table) => {
      const now = clock.now();
      const record = { id, userId: scope.userId, kind: target.kind, done: 0, startedAt: now, finishedAt: null };
      if (target.kind === 'everything') {
        table('forgettings').insert({ ...record, step: 'rows', target: {}, total: rowsOfEverything(scope) });
        return;
      }
      const wish = wishOf(scope, target);
      const reach = reachOf(scope, wish);
      const tools = { scope, table, ids, now, keyedDigest };
      if (wish.kind === 'belief') for (const belief of wish.beliefs) keepNeverRule(tools, belief);
      const forgotten = forgottenBy(scope, wish, reach, keyedDigest);
      removeReach(tools, wish, reach);
      table('forgettings').insert({ ...record, step: 'memory', target: targetOf(target, forgotten), total: 0 });
    });
    onChange(true);
    return id;
  };

  /** One step after the other, each of which can be begun again. */
  const carryOn = async (scope: OwnerScope, id: ForgettingId): Promise<void> => {
    const stepOf = () => scope.use(forgettingRepository).get(id)?.step;
    const work = { signal, onProgress: () => onChange(false) };
    if (stepOf() === 'rows') {
      await forgetEverything(scope, id, work);
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

  /** All that is unfinished, oldest first, one after the other. What fails stays, and is told. */
  const carryOnAll = async (actor: Actor): Promise<void> => {
    const scope = scopeOf(actor);
    for (const { id } of scope.use(forgettingRepository).unfinished()) {
      try {
        signal.throwIfAborted();
        await carryOn(scope, id);
      } catch (error) {
        if (signal.aborted) return;
        onFailure(error);
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
    preview(actor, target) {
      const scope = scopeOf(actor);
      const backups = traces.copies();
      if (target.kind === 'everything') return { ...previewOfEverything(scope), backups };
      const wish = wishOf(scope, target);
      return { ...previewOf(scope, wish, memoryTools), backups };
    },

    async forget(actor, target) {
      const session = repliedIn(scopeOf(actor), target);
      if (session !== undefined) await stopReplies(actor, session);
      const id = takeRows(actor, target);
      await inTurn(actor);
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

/** @throws Failure NOT_FOUND, CONFLICT or INVALID_INPUT when there is nothing of the kind. */
function wishOf(scope: OwnerScope, target: Exclude<ForgetTarget, { kind: 'everything' }>): Wish {
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

/** The session whose replies have to be stopped first, null for those of all sessions. @throws Failure as `wishOf`. */
function repliedIn(scope: OwnerScope, target: ForgetTarget): SessionId | null | undefined {
  switch (target.kind) {
    case 'session':
      sessionWish(scope, target.sessionId);
      return target.sessionId;
    case 'sentence':
      return sentenceWish(scope, target).left[0]?.sessionId;
    case 'message':
      return messageWish(scope, target.messageId).left[0]?.sessionId;
    case 'belief':
      return undefined;
    case 'part':
    case 'day':
    case 'everything':
      return null;
  }
}
