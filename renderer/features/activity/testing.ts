import type { Action, FieldChange } from '../../../shared/entities/action.ts';
import { ActionId, SessionId } from '../../../shared/ids.ts';

const uuid = (number: number): string => `01936b5e-8f00-7000-8000-${String(number).padStart(12, '0')}`;

export const actionId = (number: number): ActionId => ActionId.parse(uuid(number));
export const sessionId = (number: number): SessionId => SessionId.parse(uuid(number));

/** An action for tests, in force and the person's own unless said otherwise. */
export const sampleAction = (given: Partial<Action> = {}): Action => ({
  id: actionId(1),
  actionType: 'update_part',
  actor: 'user',
  entityType: 'part',
  entityId: uuid(900),
  sessionId: null,
  createdAt: Date.UTC(2026, 0, 15, 12),
  revertedAt: null,
  about: null,
  undoable: true,
  changes: [],
  ...given,
});

/** One field of a part for tests. */
export const sampleChange = (given: Partial<FieldChange> = {}): FieldChange => ({
  table: 'parts',
  rowId: uuid(900),
  label: 'The Planner',
  field: 'name',
  before: null,
  after: null,
  ...given,
});
