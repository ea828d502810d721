import type { partSorts } from '../../../shared/contracts/parts.ts';
import type { EvidenceKind, Part, PartStatus } from '../../../shared/entities/part.ts';
import { counted, shortDay } from '../../components/dates.ts';

/** How sure the evidence makes us, in words a person would use. */
export function confidenceWords(confidence: number): string {
  if (confidence === 0) return 'No signs yet';
  if (confidence < 0.35) return 'A first hint';
  if (confidence < 0.6) return 'Some signs';
  if (confidence < 0.8) return 'Clear signs';
  return 'Strong signs';
}

export const evidenceKindWords: Record<EvidenceKind, string> = {
  direct_mention: 'Named by you',
  behaviour: 'Something it did',
  pattern: 'A pattern',
  emotion: 'A feeling',
  body: 'In the body',
};

export const evidenceWords = (part: Part): string => counted(part.evidenceCount, 'piece of evidence', 'pieces of evidence');

/** When its newest words were written. */
export const seenWords = (part: Part): string =>
  part.evidenceCount === 0 ? `Met ${shortDay(part.createdAt)}` : `Last seen ${shortDay(part.lastSeenAt)}`;

export const sortWords: Record<(typeof partSorts)[number], string> = {
  changed: 'Last changed',
  seen: 'Last seen',
  name: 'Name',
  confidence: 'How clearly seen',
};

/** The button that takes a part one step on. */
export const stepVerbs: Record<PartStatus, string> = {
  emerging: 'Go back to emerging',
  acknowledged: 'Acknowledge it',
  active: 'Mark it as active',
  integrated: 'Mark it as integrated',
};

/** Stands for the name of a part that was forgotten: of that nothing is kept. */
export const forgottenPart = 'a part you have forgotten';
