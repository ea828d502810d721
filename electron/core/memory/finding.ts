import { createHash } from 'node:crypto';
import type { JobProblem, MemoryUpdateKind } from '../../../shared/entities/job.ts';
import type { Belief, MemoryDocument, MemorySection, MemorySource } from '../../../shared/entities/memory.ts';
import type { Part } from '../../../shared/entities/part.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { SafetyFlag } from '../../../shared/entities/safety.ts';
import type { Message, Session } from '../../../shared/entities/session.ts';
import { BeliefId, type PartId } from '../../../shared/ids.ts';
import type { Steps } from '../steps.ts';

/** Something that was found in what happened, not yet part of the memory. Found again under the same `id`, it is the same belief. */
export type Finding = Pick<Belief, 'id' | 'text' | 'by' | 'parts' | 'wanted' | 'influence'> & {
  section: MemorySection;
  /** Messages first, then the session or check-in itself: at most four, so that other occasions have room beside it. */
  sources: MemorySource[];
  /** When it happened. */
  at: number;
  /** That something which was left open is settled: of a belief that is there already, known by its `id`. */
  settled?: true;
};

/**
 * What one update of the memory is about: everything a summariser may look at. The person's own words are the messages of role `user`; nothing of
 * what a companion said is ever a reason for a belief.
 */
export type Material = {
  kind: MemoryUpdateKind;
  refId: string;
  /** The session, check-in or insight as a source. */
  source: MemorySource;
  /** When it ended or was made. */
  at: number;
  /** The session, and its messages in the order of writing; none when nothing may be remembered of it, or it is gone. */
  session: Session | null;
  messages: readonly Message[];
  /** The parts there are, and which of the messages they spoke in, by the evidence and the speakers of lines. */
  parts: readonly Pick<Part, 'id' | 'name'>[];
  spokeIn: ReadonlyMap<PartId, readonly Message['id'][]>;
  relationships: readonly Relationship[];
  safetyFlags: readonly SafetyFlag[];
  /** What the person wrote in a check-in, or about an insight, field by field. */
  words?: readonly string[];
  /** The parts a check-in says were there. */
  present?: readonly PartId[];
  /** How an insight was rated, 1 to 4, and its own words: those are never quoted, only what is practised in them is looked for. */
  rating?: { value: number; about: string };
  /** When each part spoke in the last 90 days, before this session, without sessions of which nothing is remembered. */
  spokeBefore?: ReadonlyMap<PartId, readonly number[]>;
  /** The time zone dates are told in, by its IANA name; UTC when there is none. */
  timeZone?: string;
};

/** What an update is made from: the memory as it is, and what happened. */
export type MemoryWork = { document: MemoryDocument; material: Material };

/** Finds what is worth remembering on this computer alone. The same work always comes to the same findings. */
export type Finder = (work: MemoryWork) => Steps<readonly Finding[]>;

/**
 * Answers what is worth remembering, given what was found on this computer: just that, unless a model is asked too.
 * @param doneWithout told why a model that was to be asked had no part in what was found.
 */
export type Summariser = (
  work: MemoryWork & { found: readonly Finding[] },
  signal: AbortSignal,
  doneWithout: (why: JobProblem) => void,
) => Promise<readonly Finding[]>;

/**
 * The identifier of what a belief is about. `about` is what makes two findings the same: a part's id, the name of a theme, the words of a trigger
 * without letter case and punctuation.
 */
export const beliefIdOf = (section: MemorySection, about: string): BeliefId =>
  BeliefId.parse(createHash('sha256').update(`${section}\n${about}`).digest('base64url').slice(0, 16));
