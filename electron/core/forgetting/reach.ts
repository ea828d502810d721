import type { Operation } from 'fast-json-patch';
import { PartId } from '../../../shared/ids.ts';
import { type WholeAction, actionRepository, isWhole } from '../actions/action-repository.ts';
import { type RowAddress, addressOf } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { OwnedTableName } from '../db/schema.ts';
import type { Steps } from '../steps.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { type Rewriting, rewritingOf } from './rewriting.ts';
import { type SaidBack, saidBackOf } from './said-back.ts';
import { repliesTelling } from './telling.ts';
import type { Wish } from './wish.ts';

/** Tables of which rows can go, children before their parents. */
const goingTables = [
  'proposals',
  'partEvidence',
  'partAssessments',
  'partRelationships',
  'notes',
  'privateFlags',
  'messages',
  'parts',
  'sessions',
  'checkIns',
  'insights',
  'viewStates',
] as const satisfies readonly OwnedTableName[];
export type GoingTable = (typeof goingTables)[number];
const isGoing = (table: OwnedTableName): table is GoingTable => goingTables.some((name) => name === table);

/** What belongs to a row and goes with it. Everything else that names it lets go of it. */
const goesAlong: { readonly [Parent in OwnedTableName]?: readonly GoingTable[] } = {
  sessions: ['messages', 'proposals', 'partEvidence', 'privateFlags', 'notes'],
  messages: ['proposals', 'partEvidence'],
  parts: ['partEvidence', 'partRelationships', 'partAssessments', 'proposals', 'notes', 'privateFlags'],
  partRelationships: ['proposals'],
};

/** Everything that forgetting has to touch. */
export type Reach = {
  /** Rows there are that go, children first. */
  rows: readonly (RowAddress & { table: GoingTable })[];
  /** Rows that go or are gone: `/<table>/<id>`. */
  gone: ReadonlySet<string>;
  /** Rows that stay and lose something. */
  rewriting: Rewriting;
  /** Words that are said nowhere else. */
  saidBack: SaidBack;
  /** Parts, there or gone, whose evidence goes. */
  parts: ReadonlySet<PartId>;
  /** Actions that hold a row that goes: nothing of them can stay. */
  emptied: readonly WholeAction[];
  /** Actions that hold no such row but repeat something beside a row that stays: they are kept without it. */
  trimmed: readonly WholeAction[];
};

/**
 * Follows what is to be forgotten through the rows there are and through the audit trail, where rows stand that are gone by now: evidence that was
 * removed, a proposal that was withdrawn. Reads only. What it comes to is true as long as nothing is written.
 */
export function* reachOf(scope: OwnerScope, wish: Wish): Steps<Reach> {
  const actions = scope.use(actionRepository);
  const gone = new Set<string>();
  const parts = new Set<PartId>();
  const seen = new Map<string, WholeAction>();
  const waiting: { path: string; table: GoingTable; id: string }[] = [];
  const goes = (table: GoingTable, id: string): void => {
    const path = `/${table}/${id}`;
    if (gone.has(path)) return;
    gone.add(path);
    waiting.push({ path, table, id });
  };
  const addPart = (id: unknown): void => {
    const parsed = PartId.safeParse(id);
    if (parsed.success) parts.add(parsed.data);
  };
  /** Rows in a patch that belong to what goes, and the parts that evidence was ever of. */
  const follow = (operation: Operation): void => {
    const { table, id } = addressOf(operation);
    const value: unknown = 'value' in operation ? operation.value : undefined;
    const field = operation.path.split('/')[3];
    if (field === undefined && isRow(value) && isGoing(table)) {
      const parents = scope.links.parentsOf(table, value);
      const isTheirs = parents.some((parent) => belongs(parent.table, table) && gone.has(`/${parent.table}/${parent.id}`));
      if (isTheirs) goes(table, id);
      if (table === 'partEvidence' && gone.has(`/partEvidence/${id}`)) addPart(value.partId);
    }
    if (table === 'partEvidence' && field === 'partId' && gone.has(`/partEvidence/${id}`)) addPart(value);
  };
  const look = (found: readonly Parameters<typeof isWhole>[0][]): void => {
    for (const action of found) if (isWhole(action)) seen.set(action.id, action);
  };
  const followAll = function* (): Steps<void> {
    for (let known = -1; known !== gone.size;) {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        yield;
        const { path, table, id } = next;
        for (const child of scope.links.childrenOf(table, id)) if (belongs(table, child.table)) goes(child.table, child.id);
        if (table === 'partEvidence') addPart(scope.find('partEvidence', id)?.partId);
        look(actions.mentioning(path));
      }
      known = gone.size;
      for (const action of seen.values()) {
        yield;
        for (const operation of operationsOf(action)) follow(operation);
      }
    }
  };

  for (const { table, id } of wish.rows) if (isGoing(table)) goes(table, id);
  // A message may have had evidence that is gone by now and stood in no patch with the message itself.
  for (const sessionId of sessionsOf(scope, wish)) look(actions.ofSession(sessionId));
  yield* followAll();
  const saidBack = yield* saidBackOf(scope, wish, gone);
  for (const id of saidBack.replies) goes('messages', id);
  for (const id of repliesTelling(scope, wish, gone)) goes('messages', id);
  yield* followAll();
  const first = rewritingOf(scope, wish, gone, saidBack);
  for (const { table, id } of first.going) goes(table, id);
  yield* followAll();
  for (const id of insightsAbout(scope, gone, wish)) goes('insights', id);
  yield* followAll();
  const rewriting = rewritingOf(scope, wish, gone, saidBack);
  for (const path of rewriting.emptying) look(actions.mentioning(path));

  const titles = new Map(wish.left.flatMap(({ sessionId, title }) => (title === null ? [] : [[sessionId as string, title]])));
  const holds = (operation: Operation): boolean => {
    const { table, id } = addressOf(operation);
    const path = `/${table}/${id}`;
    if (gone.has(path) || rewriting.emptying.has(path)) return true;
    return table === 'sessions' && titles.has(id) && titleIn(operation) === titles.get(id);
  };
  const emptied = new Map([...seen].filter(([, action]) => operationsOf(action).some(holds)));
  for (const action of wish.trail) emptied.set(action.id, action);
  const beside = [...[...parts].map((id) => `/parts/${id}`), ...rewriting.trimming].flatMap((path) => actions.mentioning(path));
  const trimmed = new Map(
    beside
      .filter(isWhole)
      .filter(({ id }) => !emptied.has(id))
      .map((action) => [action.id, action]),
  );
  const rows: Reach['rows'][number][] = [];
  for (const table of goingTables)
    for (const path of gone) {
      const [, name, id = ''] = path.split('/');
      if (name !== table) continue;
      yield;
      if (scope.find(table, id)) rows.push({ table, id });
    }
  return {
    ...{ rows, gone, rewriting, saidBack, parts },
    emptied: [...emptied.values()],
    trimmed: [...trimmed.values()],
  };
}

const belongs = (parent: OwnedTableName, child: OwnedTableName): child is GoingTable =>
  goesAlong[parent]?.some((name) => name === child) ?? false;

function sessionsOf(scope: OwnerScope, { left, rows }: Wish) {
  return [
    ...left.map(({ sessionId }) => sessionId),
    ...rows.flatMap(({ table, id }) => (table === 'sessions' ? (scope.find('sessions', id)?.id ?? []) : [])),
  ];
}

/** Insights that name something that goes. */
function insightsAbout(scope: OwnerScope, gone: ReadonlySet<string>, { stretch }: Wish): string[] {
  const identifiers = new Set([...gone].map((path) => path.split('/')[2]));
  if (stretch) identifiers.add(stretch.message.id);
  const named = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gu;
  return scope
    .use(forgettingRepository)
    .insights()
    .filter(({ content }) => (JSON.stringify(content).match(named) ?? []).some((id) => identifiers.has(id)))
    .map(({ id }) => id);
}

export const operationsOf = ({ payload, result }: WholeAction): Operation[] => [...payload.patch, ...result.patch];

export const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function titleIn(operation: Operation): unknown {
  const value: unknown = 'value' in operation ? operation.value : undefined;
  return operation.path.endsWith('/title') ? value : isRow(value) ? value.title : undefined;
}
