import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writtenModel } from './learn.ts';
import { modelFile, trainDangerModel } from './train-danger-model.ts';

it('learning from the labelled messages again gives the model of danger that is kept, to the letter', { timeout: 120_000 }, () => {
  expect(writtenModel(trainDangerModel()) === readFileSync(modelFile, 'utf8')).toBe(true);
});
