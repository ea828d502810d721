import type { Belief, MemoryDocument, MemorySection, MemorySource } from '../../../shared/entities/memory.ts';
import { BELIEFS_MAX } from '../../../shared/entities/memory.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { Failure } from '../failure.ts';
import { partRepository } from '../parts/part-repository.ts';
import type { Clock } from '../ports.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { spokeOfLate } from './material.ts';
import { changesBetween } from './memory-document.ts';
import { memoryStore } from './memory-store.ts';
import { reasonOf } from './reasons.ts';
import { snapshotRepository } from './snapshot-repository.ts';
import { type Standing, asItStands, isOver, missingFor, standingOf } from './standing.ts';

const DAY = 86_400_000;

/** What the memory would be as things stand now, and what is gone that it would lose; null when it is that already. */
export type Overdue = { document: MemoryDocument; gone: string[] };

/**
 * Sees what the memory has fallen behind with although nothing new was written: names of parts, parts and relationships that are gone or back, and how
 * much parts spoke by now. It looks again when it was told to, when there is another version, and at time itself once a day; in between, asking costs nothing.
 */
export type Upkeep = {
  /** Parts or relationships may be others now. */
  lookAgain(): void;
  /** @throws Failure DATABASE_DAMAGED never: what is damaged is not kept up. */
  overdue(actor: Actor): Overdue | null;
};

/** Whether something may be remembered for this source: it is there, and its session was not taken out of memory meanwhile. */
function maySpeak(scope: OwnerScope, source: MemorySource): boolean {
  const { sessionId, at } = reasonOf(scope, source);
  return sessionId === null ? at !== null : scope.find('sessions', sessionId)?.metadata.remembered !== false;
}

export function createUpkeep(options: {
  scopeOf: (actor: Actor) => OwnerScope;
  clock: Clock;
  /** Whether a belief that was taken out may be there again, as far as the person's rules go. */
  mayReturn: (actor: Actor, section: MemorySection, belief: Belief) => boolean;
}): Upkeep {
  const { scopeOf, clock, mayReturn } = options;
  let seen: { hash: string; day: number; overdue: Overdue | null } | null = null;
  let lookedAtDay: number | null = null;
  /** In which version each thing that was gone was taken out last, up to the version that was looked at. */
  const takenOut = { upTo: 0, in: new Map<string, number>() };

  const versionsByGone = (scope: OwnerScope, version: number): ReadonlyMap<string, number> => {
    // All was forgotten, and versions begin anew.
    if (version < takenOut.upTo) Object.assign(takenOut, { upTo: 0, in: new Map() });
    for (const row of scope.use(snapshotRepository).takenOut(takenOut.upTo)) {
      // Whoever brings an earlier memory back wants it as it was.
      if (row.metadata.cause === 'restored') takenOut.in.clear();
      for (const id of row.metadata.gone ?? []) takenOut.in.set(id, row.version);
    }
    takenOut.upTo = version;
    return takenOut.in;
  };

  /** What was taken out and can be there again, in the sections that have room. */
  const returning = (actor: Actor, version: number, document: MemoryDocument, standing: Standing): Map<MemorySection, Belief[]> => {
    const scope = scopeOf(actor);
    const back = [...versionsByGone(scope, version)].filter(([id]) => standing.parts.has(id) || standing.relationships.has(id));
    const found = new Map<MemorySection, Belief[]>();
    for (const number of new Set(back.map(([, at]) => at))) {
      const ids = new Set(back.filter(([, at]) => at === number).map(([id]) => id));
      const store = scope.use(memoryStore);
      for (const change of changesBetween(store.at(number - 1).document, store.at(number).document)) {
        if (change.kind !== 'removed') continue;
        const { section, before: belief } = change;
        const list = found.get(section) ?? [];
        const sources = belief.sources.filter((source) => maySpeak(scope, source));
        const wasGone = ids.has(belief.id) || belief.parts?.some((id) => ids.has(id)) === true;
        const isThere = [...document[section], ...list].some(({ id }) => id === belief.id);
        const hasRoom = document[section].length + list.length < BELIEFS_MAX;
        const isWhole = missingFor(section, belief, standing).length === 0 && !isOver(section, belief, clock.now());
        const isSpokenFor = sources.length > 0 || belief.by === 'person';
        if (wasGone && !isThere && hasRoom && isWhole && isSpokenFor && mayReturn(actor, section, belief))
          found.set(section, [...list, sources.length > 0 ? { ...belief, sources } : belief]);
      }
    }
    return found;
  };

  const look = (actor: Actor, version: number, document: MemoryDocument, isNewDay: boolean): Overdue | null => {
    const scope = scopeOf(actor);
    const now = clock.now();
    const standing: Standing = {
      ...standingOf(scope.use(partRepository).names(), scope.use(relationshipRepository).all()),
      ...(isNewDay && { spoke: { by: spokeOfLate(scope, now), now } }),
    };
    const whole = { ...document };
    const back = returning(actor, version, document, standing);
    for (const [section, beliefs] of back) whole[section] = [...document[section], ...beliefs];
    const { document: current, gone } = asItStands(back.size > 0 ? whole : document, standing);
    return current === document ? null : { document: current, gone };
  };

  return {
    lookAgain: () => void (seen = null),
    overdue(actor) {
      try {
        const { version, document, hash } = scopeOf(actor).use(memoryStore).current();
        const day = Math.floor(clock.now() / DAY);
        if (seen?.hash === hash && seen.day === day) return seen.overdue;
        const overdue = look(actor, version, document, day !== lookedAtDay);
        // What there is to do is done, and then looked at once more, as of the same day.
        if (overdue === null) lookedAtDay = day;
        seen = { hash, day, overdue };
        return overdue;
      } catch (error) {
        if (error instanceof Failure && error.code === 'DATABASE_DAMAGED') return null;
        throw error;
      }
    },
  };
}
