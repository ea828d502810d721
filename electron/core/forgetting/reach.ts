import type { Operation } from 'fast-json-patch';
import type { Message } from '../../../shared/entities/session.ts';
import { PartId, type SessionId } from '../../../shared/ids.ts';
import { type WholeAction, actionRepository, isWhole } from '../actions/action-repository.ts';
import { addressOf } from '../actions/apply-patch.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { OwnedTableName } from '../db/schema.ts';

/** What is to be forgotten: messages, and the session they were all of, when it goes as a whole. */
export type Wish = { messages: readonly Pick<Message, 'id'>[]; wholeSession: SessionId | null; inSession: SessionId; title: string | null };

/** Everything that forgetting has to touch. */
export type Reach = {
  /** Rows there are, by table, children first. */
  rows: Record<'proposals' | 'partEvidence' | 'privateFlags' | 'messages', string[]>;
  /** Parts, there or gone, whose evidence goes. */
  parts: ReadonlySet<PartId>;
  /** Actions that hold a row that goes: nothing of them can stay. */
  emptied: readonly WholeAction[];
  /** Actions that hold no such row but repeat a piece of evidence beside a part: they are kept without it. */
  trimmed: readonly WholeAction[];
};

/**
 * Follows what is to be forgotten through the rows there are and through the audit trail, where rows stand that are gone by now: evidence that was
 * removed, a proposal that was withdrawn. Reads only.
 */
export function reachOf(scope: OwnerScope, { messages, wholeSession, inSession, title }: Wish): Reach {
  const actions = scope.use(actionRepository);
  const gone = new Set<string>();
  const parts = new Set<PartId>();
  const seen = new Map<string, WholeAction>();
  const waiting: string[] = [];
  const goes = (table: OwnedTableName, id: string): void => {
    const path = `/${table}/${id}`;
    if (gone.has(path)) return;
    gone.add(path);
    waiting.push(path);
    if (table === 'messages') for (const child of scope.links.childrenOf(table, id)) if (isOwned(child.table)) goes(child.table, child.id);
    if (table === 'partEvidence') addPart(scope.find('partEvidence', id)?.partId);
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
    if (field === undefined && isRow(value) && isOwned(table)) {
      const belongs = gone.has(`/messages/${String(value.messageId)}`) || (wholeSession !== null && value.sessionId === wholeSession);
      if (belongs) goes(table, id);
      if (belongs && table === 'partEvidence') addPart(value.partId);
    }
    if (table === 'partEvidence' && field === 'partId' && gone.has(`/partEvidence/${id}`)) addPart(value);
  };

  for (const { id } of messages) goes('messages', id);
  if (wholeSession !== null) {
    gone.add(`/sessions/${wholeSession}`);
    waiting.push(`/sessions/${wholeSession}`);
    for (const child of scope.links.childrenOf('sessions', wholeSession)) if (isOwned(child.table)) goes(child.table, child.id);
  }
  const look = (found: readonly Parameters<typeof isWhole>[0][]): void => {
    for (const action of found) if (isWhole(action)) seen.set(action.id, action);
  };
  look(actions.ofSession(inSession));
  for (let known = -1; known !== gone.size;) {
    known = gone.size;
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) look(actions.mentioning(path));
    for (const action of seen.values()) for (const operation of operationsOf(action)) follow(operation);
  }

  const holds = (operation: Operation): boolean => {
    const { table, id } = addressOf(operation);
    return gone.has(`/${table}/${id}`) || (title !== null && table === 'sessions' && id === inSession && titleIn(operation) === title);
  };
  const emptied = new Map([...seen].filter(([, action]) => operationsOf(action).some(holds)));
  const beside = [...parts].flatMap((id) => actions.mentioning(`/parts/${id}`)).filter(isWhole);
  const trimmed = new Map(beside.filter(({ id }) => !emptied.has(id)).map((action) => [action.id, action]));
  const there = (table: keyof Reach['rows']): string[] =>
    [...gone].flatMap((path) => {
      const [, name, id = ''] = path.split('/');
      return name === table && scope.find(table, id) ? [id] : [];
    });
  return {
    rows: {
      proposals: there('proposals'),
      partEvidence: there('partEvidence'),
      privateFlags: there('privateFlags'),
      messages: there('messages'),
    },
    parts,
    emptied: [...emptied.values()],
    trimmed: [...trimmed.values()],
  };
}

/** A patch without pieces of evidence that are forgotten: they stand in the list beside a part, which follows from its evidence. */
export function without(patch: readonly Operation[], evidence: ReadonlySet<string>): Operation[] {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item: unknown) => !(isRow(item) && evidence.has(String(item.id)))).map(strip);
    return isRow(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)])) : value;
  };
  return patch.map((operation): Operation => ('value' in operation ? { ...operation, value: strip(operation.value) } : operation));
}

export const operationsOf = ({ payload, result }: WholeAction): Operation[] => [...payload.patch, ...result.patch];

/** Rows that go with the message or the session they belong to. */
const isOwned = (table: OwnedTableName): boolean => ['messages', 'proposals', 'partEvidence', 'privateFlags'].includes(table);

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function titleIn(operation: Operation): unknown {
  const value: unknown = 'value' in operation ? operation.value : undefined;
  return operation.path.endsWith('/title') ? value : isRow(value) ? value.title : undefined;
}
