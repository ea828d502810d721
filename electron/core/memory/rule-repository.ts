import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { MemoryRule, MemoryRuleKind } from '../../../shared/entities/memory.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { memoryRules } from '../db/schema.ts';

export type RuleRepository = {
  /** Newest first: each rule once, however many digests it has. */
  list(): MemoryRule[];
  /** The further digests of a rule that something is never remembered. */
  wordsOf(rule: Pick<MemoryRule, 'id' | 'kind' | 'createdAt'>): MemoryRule[];
  /** The rule about one thing, if there is one. */
  about(kind: MemoryRuleKind, digest: string): MemoryRule | undefined;
};

export const ruleRepository: RepositoryFactory<RuleRepository> = ({ owns, prepare, reader }) => {
  const { userId: _owner, digest, ...columns } = getTableColumns(memoryRules);
  const all = prepare(columns, reader.select(columns).from(memoryRules).where(owns(memoryRules)).orderBy(desc(columns.id)));
  const isOfWords = ({ kind, section }: MemoryRule): boolean => kind === 'never' && section === null;
  const one = prepare(
    columns,
    reader
      .select(columns)
      .from(memoryRules)
      .where(and(owns(memoryRules), eq(memoryRules.kind, sql.placeholder('kind')), eq(digest, sql.placeholder('digest')))),
  );
  return {
    list: () => all.all().filter((rule) => !isOfWords(rule)),
    wordsOf: ({ id, kind, createdAt }) =>
      kind === 'never' ? all.all().filter((rule) => isOfWords(rule) && rule.id !== id && rule.createdAt === createdAt) : [],
    about: (kind, wanted) => one.get({ kind, digest: wanted }),
  };
};
