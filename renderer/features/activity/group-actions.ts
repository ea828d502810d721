import type { Action } from '../../../shared/entities/action.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { isSameDay } from '../../components/dates.ts';
import { isTurn } from './turns.ts';

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

/** Whether the companion did something in this group that is in force and can be undone. */
export const hasCompanionWork = ({ actions }: SessionGroup): boolean =>
  actions.some((action) => action.actor === 'agent' && action.undoable && action.revertedAt === null && !isTurn(action));
