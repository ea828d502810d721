import { describe, expect, it } from 'vitest';
import { groupActions, hasCompanionWork } from './group-actions.ts';
import { actionId, sampleAction, sessionId } from './testing.ts';
import { undoneLately } from './turns.ts';

const noon = new Date(2026, 0, 15, 12).getTime();
const DAY = 86_400_000;

describe('actions by day and session', () => {
  it('keeps the order of days, and collects a session that was interrupted', () => {
    const actions = [
      sampleAction({ id: actionId(4), createdAt: noon, sessionId: sessionId(1) }),
      sampleAction({ id: actionId(3), createdAt: noon - 1 }),
      sampleAction({ id: actionId(2), createdAt: noon - 2, sessionId: sessionId(1) }),
      sampleAction({ id: actionId(1), createdAt: noon - DAY, sessionId: sessionId(1) }),
    ];
    expect(groupActions(actions).map(({ sessions }) => sessions.map((group) => group.actions.map(({ id }) => id)))).toEqual([
      [[actionId(4), actionId(2)], [actionId(3)]],
      [[actionId(1)]],
    ]);
  });

  it('offers to undo a session only while something of the companion’s is in force', () => {
    const group = (given: Parameters<typeof sampleAction>[0]) => ({ sessionId: sessionId(1), actions: [sampleAction(given)] });
    expect(hasCompanionWork(group({ actor: 'agent' }))).toBe(true);
    expect(hasCompanionWork(group({ actor: 'agent', revertedAt: 1 }))).toBe(false);
    expect(hasCompanionWork(group({ actor: 'agent', undoable: false }))).toBe(false);
    expect(hasCompanionWork(group({ actor: 'user' }))).toBe(false);
  });
});

describe('what can be made again', () => {
  const undo = (id: number, about: number) =>
    sampleAction({ id: actionId(id), actionType: 'undo', about: actionId(about), undoable: false });
  const undone = (id: number) => sampleAction({ id: actionId(id), revertedAt: 1 });

  it('is what was undone last first', () => {
    expect(undoneLately([undo(4, 1), undo(3, 2), undone(2), undone(1)])).toEqual([actionId(1), actionId(2)]);
  });

  it('is nothing once something new was done', () => {
    expect(undoneLately([sampleAction({ id: actionId(4) }), undo(3, 2), undone(2)])).toEqual([]);
  });
});
