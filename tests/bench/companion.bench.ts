/** What the companion does with every message before anything else is said: looking for danger in it, and for parts; and what a model’s reply costs on its way. */
import { detectFigure } from './detect-figure.ts';
import type { Figure } from './figures.ts';
import { safetyFigure } from './safety-figure.ts';
import { streamFigure } from './stream-figure.ts';

export const run = async (): Promise<Figure[]> => [detectFigure(), safetyFigure(), await streamFigure()];
