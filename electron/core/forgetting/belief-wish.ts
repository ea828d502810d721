import type { MemorySection } from '../../../shared/entities/memory.ts';
import { type BeliefId, MemoryRuleId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { findInHistory, wordingsInHistory } from '../memory/memory-history.ts';
import { neverDigests } from '../memory/never-rule.ts';
import { ruleRepository } from '../memory/rule-repository.ts';
import type { RemovalTools } from './remove-reach.ts';
import { type Wish, emptyWish } from './wish.ts';

/** A belief, in the newest memory or an earlier one. @throws Failure NOT_FOUND. */
export function beliefWish(scope: OwnerScope, belief: BeliefId): Wish {
  const wordings = wordingsInHistory(scope, belief);
  if (wordings.length === 0) throw notFound('What was remembered');
  // What a summariser wrote is the words of messages, and those stay.
  return {
    ...emptyWish,
    kind: 'belief',
    beliefs: [belief],
    texts: [...new Set(wordings.flatMap(({ by, text }) => (by === 'summariser' ? [] : [text])))],
  };
}

/** What is forgotten is not to be found again in what was written and stays. */
export function keepNeverRule({ scope, table, ids, now, keyedDigest }: RemovalTools, belief: BeliefId): void {
  const section = findInHistory(scope, belief)?.section;
  if (!section) return;
  const rules = scope.use(ruleRepository);
  const [own, ...words] = neverDigests(keyedDigest, section, wordingsInHistory(scope, belief));
  const keep = (digest: string, about: MemorySection | null): void => {
    if (rules.about('never', digest) !== undefined) return;
    table('memoryRules').insert({
      id: MemoryRuleId.parse(ids.next()),
      userId: scope.userId,
      kind: 'never',
      section: about,
      digest,
      createdAt: now,
    });
  };
  if (own !== undefined) keep(own, section);
  for (const digest of words) keep(digest, null);
}
