import type { UndoConflict } from '../../../shared/errors.ts';

/** What was asked for: to undo one change or all the companion did in a session, or to make something again. */
export type Way = 'undo' | 'undo-session' | 'redo';

export type ConflictWords = {
  title: string;
  description: string;
  /** Above what would be undone. */
  later: string;
  /** Above what would be made again. */
  earlier: string;
  /** What the button says that goes on; null when there is no going on. */
  goOn: string | null;
};

/** What the window of a refused undo or redo says. */
export function conflictWords(way: Way, { laterActions, earlierActions }: UndoConflict): ConflictWords {
  const [hasLater, hasEarlier] = [laterActions.length > 0, earlierActions.length > 0];
  const later = way === 'redo' ? 'To be undone first' : 'By this later work';
  const words = { later, earlier: 'To be made again first' };
  if (way === 'redo') {
    if (!hasLater && !hasEarlier)
      return {
        ...words,
        title: 'This can’t be made again any more',
        description: 'What it changed is no longer as it was before, so making it again would overwrite something.',
        goOn: null,
      };
    return {
      ...words,
      title: hasLater ? 'Something newer is in the way' : 'Something else has to come first',
      description: hasLater
        ? 'Nothing was made again, so that later work is not lost without your knowing.'
        : 'This change rests on others that are undone at the moment.',
      goOn: hasLater ? 'Undo those and make it again' : 'Make those again first',
    };
  }
  if (!hasLater)
    return {
      ...words,
      title: 'This can’t be taken back any more',
      description: 'What it changed is no longer as it was left, so undoing it would overwrite something.',
      goOn: null,
    };
  return {
    ...words,
    title: way === 'undo' ? 'Something newer rests on this change' : 'Something newer rests on what the companion did',
    description: 'Nothing was undone, so that later work is not lost without your knowing.',
    goOn: way === 'undo' ? 'Undo those first' : 'Undo those too',
  };
}
