import { describe, expect, it } from 'vitest';
import { conflictWords } from './conflict-words.ts';
import { actionId } from './testing.ts';

const some = [{ id: actionId(1), actionType: 'update_part', createdAt: 0 }];
const nothing = { fields: [], laterActions: [], earlierActions: [] };

describe('the window of a refusal', () => {
  it('speaks of undoing when undoing was refused, and of making again when that was', () => {
    expect(conflictWords('undo', { ...nothing, laterActions: some }).goOn).toBe('Undo those first');
    expect(conflictWords('redo', { ...nothing, laterActions: some }).goOn).toBe('Undo those and make it again');
    expect(conflictWords('redo', { ...nothing, earlierActions: some })).toMatchObject({
      title: 'Something else has to come first',
      goOn: 'Make those again first',
    });
  });

  it('says that it is about all the companion did when that was to be undone', () => {
    expect(conflictWords('undo-session', { ...nothing, laterActions: some }).title).toContain('what the companion did');
  });

  it('offers nothing where there is no way on', () => {
    expect([conflictWords('undo', nothing).goOn, conflictWords('redo', nothing).goOn]).toEqual([null, null]);
  });
});
