import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writtenModel } from './learn.ts';
import { lessonsForParts, modelFile, trainPartModel } from './train-part-model.ts';

it('learning from the labelled messages again gives the model that is kept, to the letter', { timeout: 120_000 }, () => {
  expect(writtenModel(trainPartModel(lessonsForParts())) === readFileSync(modelFile, 'utf8')).toBe(true);
});
