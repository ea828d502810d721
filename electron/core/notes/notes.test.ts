import { describe, expect, it } from 'vitest';
import { onePart, unlockedCore } from '../../../tests/support/unlocked-core.ts';

describe('notes', () => {
  it('are written, changed and deleted, and each of that can be undone', async () => {
    const core = await unlockedCore();
    const part = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    const note = await core.ask('notes.create', { kind: 'letter', partId: part.id, title: ' Dear Planner ', content: 'Thank you.' });
    expect(note).toMatchObject({ kind: 'letter', partId: part.id, sessionId: null, title: 'Dear Planner', content: 'Thank you.' });
    core.clock.advance(1000);
    const changed = await core.ask('notes.update', { noteId: note.id, content: 'Thank you, really.' });
    expect(changed).toMatchObject({ title: 'Dear Planner', content: 'Thank you, really.', updatedAt: note.updatedAt + 1000 });
    await core.ask('notes.delete', { noteId: note.id });
    expect((await core.refusal('notes.get', { noteId: note.id })).code).toBe('NOT_FOUND');

    const undoNewest = async (actionType: string) => {
      const [action] = (await core.ask('actions.list', { actionType, limit: 1 })).items;
      if (action) await core.ask('actions.undo', { actionId: action.id });
    };
    await undoNewest('delete_note');
    expect(await core.ask('notes.get', { noteId: note.id })).toEqual(changed);
    await undoNewest('update_note');
    expect(await core.ask('notes.get', { noteId: note.id })).toEqual(note);
    await undoNewest('create_note');
    expect((await core.ask('notes.list', {})).items).toEqual([]);
  });

  it('are listed page by page, the last changed first, of one part, session or kind', async () => {
    const core = await unlockedCore();
    const { session } = await core.say(onePart);
    const part = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    const made = [];
    for (const about of [{ partId: part.id }, { sessionId: session.id }, { kind: 'letter' as const }]) {
      core.clock.advance(1000);
      made.unshift(await core.ask('notes.create', { content: 'x', ...about }));
    }
    expect((await core.ask('notes.list', {})).items).toEqual(made);
    const { items, nextCursor } = await core.ask('notes.list', { limit: 2 });
    const rest = await core.ask('notes.list', { limit: 2, cursor: nextCursor ?? '' });
    expect([...items, ...rest.items]).toEqual(made);
    expect((await core.ask('notes.list', { partId: part.id })).items).toEqual([made[2]]);
    expect((await core.ask('notes.list', { sessionId: session.id })).items).toEqual([made[1]]);
    expect((await core.ask('notes.list', { kind: 'letter' })).items).toEqual([made[0]]);
  });

  it('stay when their part is deleted', async () => {
    const core = await unlockedCore();
    const part = await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
    const note = await core.ask('notes.create', { partId: part.id, content: 'x' });
    await core.ask('parts.delete', { partId: part.id });
    expect(await core.ask('notes.get', { noteId: note.id })).toMatchObject({ partId: null, content: 'x' });
  });

  it('of nothing are refused', async () => {
    const core = await unlockedCore();
    expect((await core.refusal('notes.create', { content: ' \n' })).code).toBe('INVALID_INPUT');
  });
});
