import { type Belief, type MemoryDocument, type MemorySection, memorySections } from '../../../../shared/entities/memory.ts';
import { MessageId, SessionId } from '../../../../shared/ids.ts';
import type { Actor } from '../../actions/actor.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { Failure } from '../../failure.ts';
import type { MemoryService } from '../../memory/memory-service.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import { sessionRepository } from '../../sessions/session-repository.ts';
import type { KeptPrivate } from './kept-private.ts';

export type RecallRequest = {
  actor: Actor;
  scope: OwnerScope;
  memory: MemoryService;
  kept: KeptPrivate;
  /** Whether parts that carry pain are left in peace. */
  exilesRest: boolean;
};

/** What a companion may be told of the memory, and whether anything was left out of it because it is private. */
export type Recalled = { document: MemoryDocument; isWhole: boolean };

/**
 * What is remembered, as far as a companion may know it: without beliefs that have a private reason, and without notes about hard moments, which
 * no provider is told of. The summary says no more than what is left. Null when the memory can't be read.
 */
export function recall({ actor, scope, memory, kept, exilesRest }: RecallRequest): Recalled | null {
  const whole = readMemory(memory, actor);
  if (whole === null) return null;
  const known = new Map<string, boolean>();
  const isPrivateSource = (source: string): boolean => {
    const answer = known.get(source) ?? hidesSource(source, scope, kept);
    known.set(source, answer);
    return answer;
  };
  const isPrivate = ({ text, wanted, parts, sources }: Belief): boolean =>
    (parts ?? []).some((id) => kept.isPart(id)) || kept.mentions(`${text}\n${wanted ?? ''}`) || sources.some(isPrivateSource);
  const rests = ({ parts, settled }: Belief): boolean =>
    settled !== undefined || (exilesRest && (parts ?? []).some((id) => scope.find('parts', id)?.attributes.role === 'exile'));

  const document: MemoryDocument = { ...whole, safetyNotes: [] };
  let isWhole = true;
  let isAsItWas = true;
  for (const section of memorySections) {
    const open = document[section].filter((belief) => !isPrivate(belief));
    if (open.length < document[section].length) isWhole = false;
    const left = open.filter((belief) => !rests(belief));
    if (left.length < document[section].length) isAsItWas = false;
    document[section] = left;
  }
  // Composed anew, the summary can hold nothing of what was left out.
  const summary = isAsItWas ? whole.summary : memory.summaryOf(document);
  return { document: { ...document, summary: kept.mentions(summary) ? '' : summary }, isWhole };
}

/** A memory that is damaged keeps nobody from answering: Memory says so, and repairs it. */
function readMemory(memory: MemoryService, actor: Actor): MemoryDocument | null {
  try {
    return memory.get(actor).document;
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_DAMAGED') return null;
    throw error;
  }
}

function hidesSource(source: string, scope: OwnerScope, kept: KeptPrivate): boolean {
  const [kind, id] = source.split(':');
  if (kind === 'session') {
    const sessionId = SessionId.parse(id);
    return kept.hidesSession({ id: sessionId, partId: scope.use(sessionRepository).get(sessionId)?.partId ?? null });
  }
  const message = kind === 'message' ? scope.use(messageRepository).get(MessageId.parse(id)) : undefined;
  return message !== undefined && kept.hides(message);
}

/** In which order sections take turns when there is not room for everything. */
const turns: readonly MemorySection[] = ['openThreads', 'triggers', 'themes', 'practices', 'relationships', 'parts'];

/** The beliefs in the order they are told in: of each section the one seen last, then the next of each. */
export function inTurns(document: MemoryDocument): { section: MemorySection; belief: Belief }[] {
  const sorted = turns.map((section) => ({
    section,
    beliefs: document[section].toSorted((one, other) => other.lastSeen - one.lastSeen || other.count - one.count),
  }));
  const rounds = Math.max(0, ...sorted.map(({ beliefs }) => beliefs.length));
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    sorted.flatMap(({ section, beliefs }) => {
      const belief = beliefs[round];
      return belief ? [{ section, belief }] : [];
    }),
  );
}
