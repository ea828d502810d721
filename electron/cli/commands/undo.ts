import { ActionId, SessionId } from '../../../shared/ids.ts';
import type { Action } from '../../../shared/entities/action.ts';
import type { CallError, Result, UndoConflict } from '../../../shared/errors.ts';
import type { Core } from '../../core/create-core.ts';
import { refusal, tryToAsk } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { readId } from '../read-id.ts';
import { actionRow, actionTable } from './actions.ts';

/** Answers the undo actions, in the order they were made: one, and one more for each later change that went with it. */
export const undo = async (context: CommandContext, id: string, { withLater = false }: { withLater?: boolean }): Promise<void> => {
  const actionId = readId(ActionId, id, 'trailhead actions');
  await turn(context, (core) => tryToAsk(core, 'actions.undo', { actionId, withLater }), undoFirst);
};

/** Answers the redo actions, the oldest change first, with what had to come first. */
export const redo = async (
  context: CommandContext,
  ids: readonly string[],
  { withOthers = false }: { withOthers?: boolean },
): Promise<void> => {
  const actionIds = ids.map((id) => readId(ActionId, id, 'trailhead actions'));
  await turn(context, (core) => tryToAsk(core, 'actions.redo', { actionIds, withOthers }), comeFirst);
};

/** Takes back all the companion did in a session; what anybody built on it only when asked to. */
export const undoSession = async (context: CommandContext, id: string, { withLater = false }: { withLater?: boolean }): Promise<void> => {
  const sessionId = readId(SessionId, id, 'trailhead sessions');
  await turn(context, (core) => tryToAsk(core, 'actions.undoSession', { sessionId, withLater }), undoFirst);
};

/** Makes again what was undone of what the companion did in a session. */
export const redoSession = async (context: CommandContext, id: string, { withOthers = false }: { withOthers?: boolean }): Promise<void> => {
  const sessionId = readId(SessionId, id, 'trailhead sessions');
  await turn(context, (core) => tryToAsk(core, 'actions.redoSession', { sessionId, withOthers }), comeFirst);
};

const undoFirst = 'undo those first, or all of them together with --with-later';
const comeFirst = 'do that first, or all of it together with --with-others';

async function turn(context: CommandContext, attempt: (core: Core) => Promise<Result<Action[]>>, wayOut: string): Promise<void> {
  const answer = await context.withProfile(attempt);
  if (!answer.ok) throw refused(answer.error, wayOut);
  await context.print(answer.value.map(actionRow), () => actionTable(answer.value));
}

/** One sentence: what is in the way, all that would have to come first, and the way out. */
const refused = (error: CallError, wayOut: string): Failure => {
  const { conflict } = error;
  if (conflict === undefined) return refusal(error);
  const { fields, laterActions, earlierActions } = conflict;
  const reasons = [
    ...(laterActions.length > 0 ? [`later work on ${fields.map(inWords).join(', ')} is in the way (${named(laterActions)})`] : []),
    ...(earlierActions.length > 0 ? [`it rests on what is undone (${named(earlierActions)})`] : []),
  ].join(', and ');
  return reasons === '' ? refusal(error) : new Failure(`${reasons.charAt(0).toUpperCase()}${reasons.slice(1)}; ${wayOut}.`);
};

const named = (actions: UndoConflict['laterActions']): string => actions.map(({ id, actionType }) => `${actionType} ${id}`).join(', ');

const rowNames: Readonly<Record<string, string>> = {
  parts: 'the part',
  partEvidence: 'evidence',
  partRelationships: 'a relationship',
  partAssessments: 'an assessment',
  proposals: 'a proposal',
  sessions: 'a session',
  messages: 'a message',
  settings: 'settings',
};

/** `parts.name` is “the part (name)”. */
const inWords = (place: string): string => {
  const [row = '', ...field] = place.split('.');
  const name = rowNames[row] ?? row;
  return field.length === 0 ? name : `${name} (${field.join('.')})`;
};
