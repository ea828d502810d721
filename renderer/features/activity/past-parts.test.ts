import { expect, it } from 'vitest';
import { PartId } from '../../../shared/ids.ts';
import { pastParts } from './past-parts.ts';
import { sampleAction, sampleChange } from './testing.ts';

const ids = [1, 2, 3].map((at) => PartId.parse(`01936b5e-8f00-7000-8000-00000000000${at}`));
const [gone, here, undone] = ids;

it('knows what parts were called that are no longer here, as they were called last', () => {
  if (!gone || !here || !undone) throw new Error('There are three.');
  const made = (rowId: string, label: string | null) => sampleAction({ changes: [sampleChange({ rowId, label, field: null })] });
  const actions = [
    made(gone, 'The Late Planner'),
    made(gone, 'The Planner'),
    made(here, 'The Critic'),
    made(undone, 'The Guest'),
    made(undone, null),
    sampleAction({ changes: [sampleChange({ rowId: gone, label: 'words', field: null, table: 'partEvidence' })] }),
  ];
  expect([...pastParts(actions, new Map([[here, 'The Critic']]))]).toEqual([
    [gone, 'The Late Planner'],
    [undone, 'The Guest'],
  ]);
  expect([...pastParts([], new Map())]).toEqual([]);
});
