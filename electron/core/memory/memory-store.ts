import { freeze } from 'immer';
import { type MemoryDocument, emptyMemory } from '../../../shared/entities/memory.ts';
import type { OwnerScope, RepositoryFactory } from '../db/owner-scope.ts';
import { Failure, notFound } from '../failure.ts';
import { applyToOwn } from './patch/apply-operations.ts';
import { hashOf } from './patch/canonical-json.ts';
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

const damaged = (): Failure =>
  new Failure('DATABASE_DAMAGED', 'This version of the memory can’t be rebuilt. Checking the memory says what is damaged, and repairs it.');

/** What was written had been found to be a memory (`requireMemory`), and the hash says that this is what was written. */
const isWhatWasWritten = (document: unknown, hash: string): document is MemoryDocument => hashOf(document) === hash;

function rebuild(scope: OwnerScope, version: number): MemoryAt {
  const snapshots = scope.use(snapshotRepository);
  const chain = snapshots.between(snapshots.checkpointUpTo(version) ?? version, version);
  const last = chain.at(-1);
  const first = chain[0];
  if (!last || !first || last.version !== version || !first.isCheckpoint || chain.length !== version - first.version + 1) throw damaged();
  let document: unknown = null;
  try {
    for (const { operations } of chain) document = applyToOwn(document, operations);
  } catch (error) {
    throw error instanceof Failure ? damaged() : error;
  }
  if (!isWhatWasWritten(document, last.metadata.hash)) throw damaged();
  return { version, document, hash: last.metadata.hash, createdAt: last.createdAt };
}
