/** What the companion does with every message before anything else is said: looking for danger in it, and for parts. */
import { detectFigure } from './detect-figure.ts';
import type { Figure } from './figures.ts';
import { safetyFigure } from './safety-figure.ts';

export const run = (): Promise<Figure[]> => Promise.resolve([detectFigure(), safetyFigure()]);
