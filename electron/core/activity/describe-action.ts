import type { Operation } from 'fast-json-patch';
import type { Action, FieldChange } from '../../../shared/entities/action.ts';
import type { RecordedAction } from '../actions/action-repository.ts';
import { addressOf } from '../actions/apply-patch.ts';
import { type Derivation, isDerived } from '../actions/derivation.ts';
import type { OwnerScope } from '../db/owner-scope.ts';

/** Longer texts are cut in the activity: it tells what changed, and the part itself holds the rest. */
const TEXT_MAX = 400;

/** An action as the activity shows it: who, what, before and after, in fields a person knows. */
export function describeAction(
  scope: OwnerScope,
  action: RecordedAction,
  options: { undoable: boolean; derivations: readonly Derivation[] },
): Action {
  const { id, actionType, entityType, entityId, sessionId, createdAt, revertedAt, payload, result } = action;
  const forward = 'patch' in payload ? payload.patch : [];
  const inverse = 'patch' in result ? result.patch : [];
  return {
    id,
    actionType,
    actor: payload.actor,
    entityType,
    entityId,
    sessionId,
    createdAt,
    revertedAt,
    about: payload.about ?? null,
    undoable: options.undoable && forward.length > 0,
    changes: changesOf(scope, forward, inverse, options.derivations),
  };
}

function changesOf(
  scope: OwnerScope,
  forward: readonly Operation[],
  inverse: readonly Operation[],
  derivations: readonly Derivation[],
): FieldChange[] {
  const before = new Map(inverse.map((operation) => [operation.path, valueOf(operation)]));
  return forward.flatMap((operation) => {
    const { table, id } = addressOf(operation);
    const field = operation.path.split('/').slice(3).join('.');
    if (field !== '' && isDerived(derivations, table, field.split('.')[0] ?? '')) return [];
    const was = before.get(operation.path) ?? null;
    const is = valueOf(operation) ?? null;
    return [
      {
        table,
        rowId: id,
        label: labelOf(asItWas(scope.find(table, id), field, is ?? was, was)),
        field: field === '' ? null : field,
        before: short(was),
        after: short(is),
      },
    ];
  });
}

/** A row as it was called then, as far as the change itself tells: today’s name would rewrite what happened. */
function asItWas(today: object | undefined, field: string, row: unknown, was: unknown): unknown {
  if (field === '') return row;
  return field === 'name' || field === 'title' ? { ...today, [field]: was } : today;
}

const valueOf = (operation: Operation): unknown => ('value' in operation ? operation.value : undefined);

/** What a person would call a row. */
function labelOf(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return null;
  for (const key of ['name', 'quote', 'title'] as const) {
    if (key in row) {
      const value: unknown = Object.getOwnPropertyDescriptor(row, key)?.value;
      if (typeof value === 'string') return cut(value);
    }
  }
  return null;
}

const cut = (text: string): string => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX).toWellFormed()}…` : text);

/** The same value, with long texts cut, as plain JSON. */
function short(value: unknown): FieldChange['before'] {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(short);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, short(inner)]));
  }
  return null;
}
