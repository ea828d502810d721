import { type Draft, produce } from 'immer';
import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { MemoryUpdateKind } from '../../../shared/entities/job.ts';
import {
  type Belief,
  type MemoryChange,
  type MemoryCheck,
  type MemoryDocument,
  type MemorySection,
  type MemorySource,
  memorySections,
} from '../../../shared/entities/memory.ts';
import type { BeliefId, MemoryRuleId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import { decodeCursor, pageOf } from '../db/cursor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import type { Clock, Ids } from '../ports.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import type { Finding, Material } from './finding.ts';
import type { KeyedDigest } from './keyed-digest.ts';
import { type Why, addMemoryRule, dropMemoryRule } from './memory-actions.ts';
import { checkMemory, repairMemory } from './memory-check.ts';
import { type Found, beliefAt, beliefIn, changesBetween, takeBack } from './memory-document.ts';
import { foundWording } from './memory-history.ts';
import { memoryStore } from './memory-store.ts';
import { neverDigests } from './never-rule.ts';
import { operationsBetween } from './patch/difference.ts';
import { reasonsFor } from './reasons.ts';
import { ruleRepository } from './rule-repository.ts';
import { snapshotRepository } from './snapshot-repository.ts';
import { isOver } from './standing.ts';
import { takeIn } from './take-in.ts';
import { createUpkeep } from './upkeep.ts';
import { writeMemory } from './write-memory.ts';

/** What is remembered: one document with all its versions, each belief with its reasons. */
export type MemoryService = {
  get(actor: Actor, version?: number): RouteOutput<'memory.get'>;
  /** What the summary of such a memory would be. */
  summaryOf(document: MemoryDocument): string;
  log(actor: Actor, page: ParsedInput<'memory.log'>): RouteOutput<'memory.log'>;
  diff(actor: Actor, versions: ParsedInput<'memory.diff'>): RouteOutput<'memory.diff'>;
  /** Answer the version that was written, or the newest one when nothing had to change. */
  restore(actor: Actor, version: number): number;
  /** @throws Failure CONFLICT when later versions changed the same. */
  undo(actor: Actor, version: number): number;
  edit(actor: Actor, input: ParsedInput<'memory.edit'>): number;
  wrong(actor: Actor, beliefId: BeliefId): number;
  never(actor: Actor, beliefId: BeliefId): number;
  /** Brings what was found in one occasion into the memory, as far as its rules allow. */
  takeIn(actor: Actor, update: TakenIn): number;
  /** Follows the parts there are and the time that goes by. Null when there is nothing to follow, else the version that was written. */
  keepUp(actor: Actor): number | null;
  /** Whether `keepUp` would write something. Cheap: asked after every commit. */
  isBehind(actor: Actor): boolean;
  /** Parts or relationships have changed. */
  partsChanged(): void;
  why(actor: Actor, path: string): RouteOutput<'memory.why'>;
  rules(actor: Actor): RouteOutput<'memory.rules'>;
  dropRule(actor: Actor, ruleId: MemoryRuleId): void;
  verify(actor: Actor): Promise<MemoryCheck>;
  repair(actor: Actor): Promise<MemoryCheck>;
};

/** What a summariser found in one occasion, and which revision of it that was. */
export type TakenIn = { kind: MemoryUpdateKind; refId: string; revision: number; material: Material; findings: readonly Finding[] };

export type MemoryServiceOptions = {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  settings: SettingsService;
  clock: Clock;
  ids: Ids;
  keyedDigest: KeyedDigest;
  /** The summary of all that is remembered: the same for the same memory. */
  composeSummary: (document: MemoryDocument) => string;
  /** Told when damaged versions were put right: what is shown of the memory may be another one now, and what waited for it can go on. */
  onRepaired: () => Promise<void>;
  /** Aborted when the profile closes. */
  signal: AbortSignal;
};

export function createMemoryService(options: MemoryServiceOptions): MemoryService {
  const { bus, scopeOf, settings, keyedDigest, composeSummary, signal } = options;
  const storeOf = (actor: Actor) => scopeOf(actor).use(memoryStore);
  const rulesOf = (actor: Actor) => scopeOf(actor).use(ruleRepository);

  const write = (actor: Actor, why: Why, after: MemoryDocument): number =>
    writeMemory({ bus, scope: scopeOf(actor), actor, checkpointEvery: settings.get(actor).checkpointEvery }, why, after);

  const revise = (actor: Actor, why: Why, edit: (draft: Draft<MemoryDocument>) => void): number => {
    const edited = produce(storeOf(actor).current().document, edit);
    return write(actor, why, withSummary(edited));
  };

  /** The summary says what is remembered, so it follows whenever anything else changes. */
  const withSummary = (document: MemoryDocument): MemoryDocument => {
    const summary = composeSummary(document);
    return summary === document.summary ? document : produce(document, (draft) => void (draft.summary = summary));
  };

  const find = (actor: Actor, beliefId: BeliefId): Found => {
    const found = beliefIn(storeOf(actor).current().document, beliefId);
    if (!found) throw notFound('What was remembered');
    return found;
  };

  const takeOut = (actor: Actor, kind: 'wrong' | 'never', beliefId: BeliefId): number => {
    const { section, belief } = find(actor, beliefId);
    return bus.together(actor, () => {
      const asFound = belief.by === 'person' && kind === 'never' ? foundWording(scopeOf(actor), beliefId) : belief;
      const [own = keyedDigest(beliefId), ...words] = kind === 'never' ? neverDigests(keyedDigest, section, asFound ? [asFound] : []) : [];
      bus.perform(actor, addMemoryRule, { kind, section, digest: own, words });
      return revise(actor, { cause: kind }, (draft) => {
        draft[section] = draft[section].filter(({ id }) => id !== beliefId);
      });
    });
  };

  const isNever = (actor: Actor, section: MemorySection, belief: Pick<Belief, 'id' | 'text'>): boolean =>
    neverDigests(keyedDigest, section, [belief]).some((digest) => rulesOf(actor).about('never', digest) !== undefined);

  /** What is never to be remembered does not come back with an earlier version either. */
  const dropForbidden = (actor: Actor, draft: Draft<MemoryDocument>): void => {
    for (const section of memorySections) {
      const allowed = draft[section].filter((belief) => !isNever(actor, section, belief));
      if (allowed.length < draft[section].length) draft[section] = allowed;
    }
  };

  /** Whoever brings something back does not hold it for wrong any more. */
  const dropWrong = (actor: Actor, beliefIds: readonly BeliefId[]): void => {
    for (const id of beliefIds) {
      const rule = rulesOf(actor).about('wrong', keyedDigest(id));
      if (rule) bus.perform(actor, dropMemoryRule, { ruleId: rule.id });
    }
  };

  const mayRemember = (actor: Actor, { section, id, text, at }: Pick<Finding, 'section' | 'id' | 'text' | 'at'>): boolean => {
    const wrongSince = rulesOf(actor).about('wrong', keyedDigest(id))?.createdAt;
    return !isNever(actor, section, { id, text }) && (wrongSince === undefined || at > wrongSince);
  };

  const upkeep = createUpkeep({
    ...{ scopeOf, clock: options.clock },
    mayReturn: (actor, section, { id, text, lastSeen }) => mayRemember(actor, { section, id, text, at: lastSeen }),
  });

  return {
    get(actor, version) {
      const { hash: _hash, ...found } = version === undefined ? storeOf(actor).current() : storeOf(actor).at(version);
      return found;
    },

    summaryOf: composeSummary,

    log(actor, { cursor, limit }) {
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(decodeCursor(cursor)[0]);
      return pageOf(
        scopeOf(actor)
          .use(snapshotRepository)
          .log(before, limit + 1),
        limit,
        ({ version, id }) => [version, id],
        ({ id: _id, ...version }) => version,
      );
    },

    diff(actor, { from, to }) {
      const [before, after] = [storeOf(actor).at(from).document, storeOf(actor).at(to).document];
      const changes = changesBetween(before, after);
      return {
        operations: operationsBetween(before, after).map((operation) => ({ ...operation })),
        changes,
        keptOut: changes.flatMap((change) =>
          change.kind === 'added' && isNever(actor, change.section, change.after) ? [change.after.id] : [],
        ),
      };
    },

    restore(actor, version) {
      const { document } = storeOf(actor).at(version);
      const restored = produce(document, (draft) => dropForbidden(actor, draft));
      return bus.together(actor, () => {
        dropWrong(actor, addedIn(changesBetween(storeOf(actor).current().document, restored)));
        return write(actor, { cause: 'restored', from: String(version) }, restored === document ? document : withSummary(restored));
      });
    },

    undo(actor, version) {
      const after = storeOf(actor).at(version).document;
      if (version === 0) throw notFound('This version of the memory');
      const changes = changesBetween(storeOf(actor).at(version - 1).document, after);
      return bus.together(actor, () => {
        dropWrong(
          actor,
          changes.flatMap((change) => (change.kind === 'removed' ? [change.before.id] : [])),
        );
        const written = revise(actor, { cause: 'undone', from: String(version) }, (draft) => {
          takeBack(draft, changes);
          dropForbidden(actor, draft);
        });
        // Otherwise it would be back as soon as the same occasion is looked at again.
        for (const change of changes)
          if (change.kind === 'added')
            bus.perform(actor, addMemoryRule, { kind: 'wrong', section: change.section, digest: keyedDigest(change.after.id), words: [] });
        return written;
      });
    },

    edit(actor, { beliefId, text }) {
      const { section, index } = find(actor, beliefId);
      return revise(actor, { cause: 'edited' }, (draft) => {
        const belief: Draft<Belief> | undefined = draft[section][index];
        if (!belief || belief.text === text) return;
        belief.text = text;
        belief.by = 'person';
      });
    },

    wrong: (actor, beliefId) => takeOut(actor, 'wrong', beliefId),
    never: (actor, beliefId) => takeOut(actor, 'never', beliefId),

    takeIn(actor, { kind, refId, revision, material, findings }) {
      const now = options.clock.now();
      const allowed = findings.filter(
        (finding) => mayRemember(actor, finding) && !isOver(finding.section, { by: finding.by, lastSeen: finding.at }, now),
      );
      return revise(actor, { cause: kind, from: refId, revision }, (draft) => takeIn(draft, occasionOf(scopeOf(actor), material), allowed));
    },

    isBehind: (actor) => upkeep.overdue(actor) !== null,
    partsChanged: () => upkeep.lookAgain(),
    keepUp(actor) {
      const overdue = upkeep.overdue(actor);
      if (!overdue) return null;
      const { document, gone } = overdue;
      const before = storeOf(actor).current().version;
      const version = write(actor, { cause: 'upkeep', ...(gone.length > 0 && { gone }) }, withSummary(document));
      // Where nothing came of it after all, that is no effect: whoever asks again must not wait for one.
      return version === before ? null : version;
    },

    why(actor, path) {
      const { document } = storeOf(actor).current();
      const found = beliefAt(document, path);
      return { section: found.section, belief: found.belief, reasons: reasonsFor(scopeOf(actor), found.belief) };
    },

    rules: (actor) => ({ items: rulesOf(actor).list() }),
    dropRule: (actor, ruleId) => void bus.perform(actor, dropMemoryRule, { ruleId }),

    verify: (actor) => checkMemory(scopeOf(actor), signal),
    async repair(actor) {
      const check = await repairMemory({ scope: scopeOf(actor), actor, clock: options.clock, ids: options.ids }, signal);
      if (check.problems.length > 0) await options.onRepaired();
      return check;
    },
  };
}

const addedIn = (changes: readonly MemoryChange[]): BeliefId[] =>
  changes.flatMap((change) => (change.kind === 'added' ? [change.after.id] : []));

/** All that a belief from this session, check-in or insight can name as its source, also of a session that is not to be remembered any more. */
function occasionOf(scope: OwnerScope, { source, session, messages }: Material): ReadonlySet<MemorySource> {
  const written = session ? scope.use(messageRepository).idsOf(session.id) : messages.map(({ id }) => id);
  return new Set<MemorySource>([source, ...written.map((id): MemorySource => `message:${id}`)]);
}
