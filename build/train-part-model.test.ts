import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lessonsForParts, modelFile, trainPartModel, written } from './train-part-model.ts';

it('learning from the labelled messages again gives the model that is kept, to the letter', { timeout: 120_000 }, () => {
  expect(written(trainPartModel(lessonsForParts())) === readFileSync(modelFile, 'utf8')).toBe(true);
});
