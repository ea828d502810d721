import type { EvidenceKind, Part, PartStatus } from '../../../shared/entities/part.ts';
import { counted } from '../../components/dates.ts';

/** How sure the evidence makes us, in words a person would use. */
export function confidenceWords(confidence: number): string {
  if (confidence < 0.35) return 'A first hint';
  if (confidence < 0.6) return 'Some signs';
  if (confidence < 0.8) return 'Clear signs';
  return 'Strong signs';
}

export const statusWords: Record<PartStatus, string> = {
  emerging: 'Emerging',
  acknowledged: 'Acknowledged',
  active: 'Active',
  integrated: 'Integrated',
};

export const evidenceKindWords: Record<EvidenceKind, string> = {
  direct_mention: 'Named by you',
  behaviour: 'Something it did',
  pattern: 'A pattern',
  emotion: 'A feeling',
  body: 'In the body',
};

export const evidenceWords = (part: Part): string => counted(part.evidenceCount, 'piece of evidence', 'pieces of evidence');
