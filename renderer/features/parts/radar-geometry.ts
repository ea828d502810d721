import { selfQualities, type SelfQuality } from '../../../shared/entities/assessment.ts';

export type Scores = { readonly [Quality in SelfQuality]?: number | undefined };
export type RadarPoint = { readonly x: number; readonly y: number };

/** Where a value from 0 to 1 lies on a quality's axis. The first axis points up; the others follow clockwise. */
export function radarPoint(quality: SelfQuality, value: number, radius: number): RadarPoint {
  const angle = (selfQualities.indexOf(quality) / selfQualities.length) * 2 * Math.PI - Math.PI / 2;
  const length = (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0) * radius;
  return { x: rounded(Math.cos(angle) * length), y: rounded(Math.sin(angle) * length) };
}

// Never -0, which would be drawn as "-0".
const rounded = (value: number): number => Math.round(value * 10) / 10 + 0;

/** The qualities somebody said something about, in their order. Not said is not the same as none at all. */
export const saidQualities = (scores: Scores): { quality: SelfQuality; score: number }[] =>
  selfQualities.flatMap((quality) => {
    const score = scores[quality];
    return score === undefined ? [] : [{ quality, score }];
  });

/** The outline of what was said. */
export const radarOutline = (scores: Scores, radius: number): string =>
  saidQualities(scores)
    .map(({ quality, score }) => radarPoint(quality, score, radius))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');

/** A ring of the web, at a value from 0 to 1. */
export const radarRing = (value: number, radius: number): string =>
  selfQualities
    .map((quality) => radarPoint(quality, value, radius))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
