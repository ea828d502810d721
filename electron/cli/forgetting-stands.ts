import type { Forgetting } from '../../shared/entities/forgetting.ts';

/** How far a forgetting has come, in a line. */
export const forgettingStands: Record<Forgetting['step'], string> = {
  rows: 'Not all is gone yet; the rest goes with the next opening.\n',
  memory:
    'Forgotten, but the memory is not written anew yet; that goes on with the next opening. If it stays so, see: trailhead memory verify\n',
  traces: 'Forgotten, but something outside of Trailhead still reads the file; what is left goes with the next opening.\n',
  done: 'Forgotten for good.\n',
};
