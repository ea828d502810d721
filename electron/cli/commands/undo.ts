import { ActionId, SessionId } from '../../../shared/ids.ts';
import { type CallError, type UndoConflict } from '../../../shared/errors.ts';
import { ask, refusal, tryToAsk } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { readId } from '../read-id.ts';
import { actionRow, actionTable } from './actions.ts';

/** Answers the undo actions, in the order they were made: one, and one more for each later change that went with it. */
export const undo = async (context: CommandContext, id: string, { withLater = false }: { withLater?: boolean }): Promise<void> => {
  const actionId = readId(ActionId, id, 'trailhead actions');
  const answer = await context.withProfile((core) => tryToAsk(core, 'actions.undo', { actionId, withLater }));
  if (!answer.ok) throw refused(answer.error, 'undo those first, or all of them together with --with-later');
  await context.print(answer.value.map(actionRow), () => actionTable(answer.value));
};

export const redo = async (context: CommandContext, id: string): Promise<void> => {
  const actionId = readId(ActionId, id, 'trailhead actions');
  const answer = await context.withProfile((core) => tryToAsk(core, 'actions.redo', { actionId }));
  if (!answer.ok) throw refused(answer.error, 'undo those first');
  await context.print(actionRow(answer.value), () => actionTable([answer.value]));
};

/** Takes back all the companion did in a session. */
export const undoSession = async (context: CommandContext, id: string): Promise<void> => {
  const sessionId = readId(SessionId, id, 'trailhead sessions');
  const undone = await context.withProfile((core) => ask(core, 'actions.undoSession', { sessionId }));
  await context.print(undone.map(actionRow), () =>
    undone.length === 0 ? 'The companion did nothing in this session that is left to undo.\n' : actionTable(undone),
  );
};

/** One sentence: what is in the way, which later work put it there, and the way out. */
const refused = (error: CallError, wayOut: string): Failure => {
  const { conflict } = error;
  return conflict === undefined || conflict.laterActions.length === 0
    ? refusal(error)
    : new Failure(`Later work on ${conflict.fields.map(inWords).join(', ')} is in the way (${laterWork(conflict)}); ${wayOut}.`);
};

const laterWork = ({ laterActions }: UndoConflict): string => laterActions.map(({ id, actionType }) => `${actionType} ${id}`).join(', ');

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
