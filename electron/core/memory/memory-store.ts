import { freeze } from 'immer';
import { type MemoryDocument, emptyMemory } from '../../../shared/entities/memory.ts';
import type { OwnerScope, RepositoryFactory } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { hashOf } from './patch/canonical-json.ts';
import { rebuilt } from './rebuild.ts';
import { snapshotRepository } from './snapshot-repository.ts';

/** A memory as it was at a version. */
export type MemoryAt = { version: number; document: MemoryDocument; hash: string; createdAt: number | null };

/** Rebuilds memories from their versions. The newest one is kept at hand. */
export type MemoryStore = {
  /** Frozen. Version 0, the empty memory, as long as nothing is remembered. @throws Failure DATABASE_DAMAGED. */
  current(): MemoryAt;
  /** @throws Failure NOT_FOUND when there is no such version; DATABASE_DAMAGED when it can't be rebuilt. */
  at(version: number): MemoryAt;
  /** Keeps at hand what was just written, instead of rebuilding it. */
  keep(written: MemoryAt): void;
};

const nothing: MemoryAt = { version: 0, document: freeze(emptyMemory, true), hash: hashOf(emptyMemory), createdAt: null };

export const memoryStore: RepositoryFactory<MemoryStore> = (scope) => {
  let atHand = nothing;
  const isAtHand = (version: number, hash: string): boolean => atHand.version === version && atHand.hash === hash;

  return {
    current() {
      const latest = scope.use(snapshotRepository).latest();
      if (!latest) return nothing;
      // The hash too: forgetting writes versions anew under the numbers they had.
      if (!isAtHand(latest.version, latest.metadata.hash)) atHand = freeze(rebuild(scope, latest.version), true);
      return atHand;
    },
    at(version) {
      if (version === 0) return nothing;
      const latest = scope.use(snapshotRepository).latest();
      if (!latest || version > latest.version) throw notFound('This version of the memory');
      return isAtHand(version, latest.metadata.hash) ? atHand : rebuild(scope, version);
    },
    keep(written) {
      atHand = written;
    },
  };
};

function rebuild(scope: OwnerScope, version: number): MemoryAt {
  const { document, head } = rebuilt(scope, version);
  return { version, document, hash: head.metadata.hash, createdAt: head.createdAt };
}
