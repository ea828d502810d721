import type { ProposalKind } from '../../../shared/entities/proposal.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { ruleRepository } from '../memory/rule-repository.ts';
import { digestOfWords, proposalRepository } from './proposal-repository.ts';

/** What a rule keeps of a proposal that was declined and then forgotten with its message: enough to know the same words again, and nothing more. */
export const declinedDigest = (keyedDigest: KeyedDigest, kind: ProposalKind, wordsDigest: string): string =>
  keyedDigest(`declined ${kind} ${wordsDigest}`);

/** Whether the person said no to this for the same words, also when what was declined is forgotten since. */
export function wasDeclined(scope: OwnerScope, keyedDigest: KeyedDigest, kind: ProposalKind, quote: string): boolean {
  const [earlier] = scope.use(proposalRepository).forWords(kind, quote);
  if (earlier) return earlier.state === 'declined';
  return scope.use(ruleRepository).about('declined', declinedDigest(keyedDigest, kind, digestOfWords(quote))) !== undefined;
}
