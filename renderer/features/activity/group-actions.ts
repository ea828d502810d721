import type { Action } from '../../../shared/entities/action.ts';
import type { ActionId, SessionId } from '../../../shared/ids.ts';
import { isSameDay } from '../../components/dates.ts';
import { canRedo, canUndo } from './turns.ts';

/** What was done in one session on a day, or outside of any. */
export type SessionGroup = { sessionId: SessionId | null; actions: Action[] };

/** What was done on a day, by session. `at` is the newest moment of it. */
export type DayGroup = { at: number; sessions: SessionGroup[] };

/** Groups actions, newest first, by the day they were made on and then by session. Sessions stand in the order of their newest action. */
export function groupActions(actions: readonly Action[]): DayGroup[] {
  const days: DayGroup[] = [];
  for (const action of actions) {
    let day = days.at(-1);
    if (!day || !isSameDay(day.at, action.createdAt)) days.push((day = { at: action.createdAt, sessions: [] }));
    const session = day.sessions.find(({ sessionId }) => sessionId === action.sessionId);
    if (session) session.actions.push(action);
    else day.sessions.push({ sessionId: action.sessionId, actions: [action] });
  }
  return days;
}

/** What the person undid last time, among all actions that were read, the newest first. */
export function undoneByPerson(actions: readonly Action[]): ReadonlySet<ActionId> {
  const known = new Set<ActionId>();
  const undone = new Set<ActionId>();
  for (const { about, actionType, actor } of actions) {
    if (about === null || known.has(about)) continue;
    known.add(about);
    if (actionType === 'undo' && actor === 'user') undone.add(about);
  }
  return undone;
}

/** Whether the companion did something in this group that the person undid and could make again. */
export const hasUndoneCompanionWork = ({ actions }: SessionGroup, undone: ReadonlySet<ActionId>): boolean =>
  actions.some((action) => action.actor === 'agent' && undone.has(action.id) && canRedo(action));

/** Whether the companion did something in this group that is in force and can be undone. */
export const hasCompanionWork = ({ actions }: SessionGroup): boolean =>
  actions.some((action) => action.actor === 'agent' && canUndo(action));
