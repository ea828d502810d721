import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { MemoryRule, MemoryRuleKind } from '../../../shared/entities/memory.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { memoryRules } from '../db/schema.ts';

export type RuleRepository = {
  /** Newest first. */
  list(): MemoryRule[];
  /** The rule about one thing, if there is one. */
  about(kind: MemoryRuleKind, digest: string): MemoryRule | undefined;
};

export const ruleRepository: RepositoryFactory<RuleRepository> = ({ owns, prepare, reader }) => {
  const { userId: _owner, digest, ...columns } = getTableColumns(memoryRules);
  const all = prepare(columns, reader.select(columns).from(memoryRules).where(owns(memoryRules)).orderBy(desc(columns.id)));
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(memoryRules)
      .where(and(owns(memoryRules), eq(memoryRules.kind, sql.placeholder('kind')), eq(digest, sql.placeholder('digest')))),
  );
  return {
    list: () => all.all(),
    about: (kind, wanted) => one.get({ kind, digest: wanted }),
  };
};
