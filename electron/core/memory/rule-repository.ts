import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { MemoryRule, MemoryRuleKind } from '../../../shared/entities/memory.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { memoryRules } from '../db/schema.ts';

export type RuleRepository = {
  /** Newest first. */
  list(): MemoryRule[];
  find(kind: MemoryRuleKind, digest: string): Pick<MemoryRule, 'id' | 'createdAt'> | undefined;
  /** Since when there is a rule, if there is one. */
  since(kind: MemoryRuleKind, digest: string): number | undefined;
};

export const ruleRepository: RepositoryFactory<RuleRepository> = ({ owns, prepare, reader }) => {
  const { userId: _owner, digest, ...columns } = getTableColumns(memoryRules);
  const all = prepare(columns, reader.select(columns).from(memoryRules).where(owns(memoryRules)).orderBy(desc(columns.id)));
  const { id, createdAt } = columns;
  const one = prepare(
    { id, createdAt },
    reader
      .select({ id, createdAt })
      .from(memoryRules)
      .where(and(owns(memoryRules), eq(memoryRules.kind, sql.placeholder('kind')), eq(digest, sql.placeholder('digest')))),
  );
  return {
    list: () => all.all(),
    find: (kind, wanted) => one.get({ kind, digest: wanted }),
    since: (kind, wanted) => one.get({ kind, digest: wanted })?.createdAt,
  };
};
