/** A value from 0 to 1 at a moment. */
export type PlotPoint = { readonly at: number; readonly value: number };

/** The box a plot is drawn in, inside its margins. */
export type PlotBox = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export type PlotScale = { x: (at: number) => number; y: (value: number) => number };

const within = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);

/** Where a moment and a value lie in the box. When everything happened at one moment, that moment lies in the middle. */
export function plotScale(points: readonly PlotPoint[], box: PlotBox): PlotScale {
  // Not spread into Math.min: there may be more points than a call takes arguments.
  const first = points.reduce((least, { at }) => Math.min(least, at), Infinity);
  const last = points.reduce((most, { at }) => Math.max(most, at), -Infinity);
  const span = last - first;
  return {
    x: (at) => (span > 0 ? box.left + within((at - first) / span) * (box.right - box.left) : (box.left + box.right) / 2),
    y: (value) => box.bottom - within(value) * (box.bottom - box.top),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A line that goes to what was left just before the next point and then steps: between two moments nothing was learnt, and things fade. */
export function fadingPath(points: readonly (PlotPoint & { readonly before: number })[], { x, y }: PlotScale): string {
  return points
    .map(({ at, before, value }, index) =>
      index === 0 ? `M${rounded(x(at))} ${rounded(y(value))}` : `L${rounded(x(at))} ${rounded(y(before))}V${rounded(y(value))}`,
    )
    .join('');
}

/** At most `most` of the items, evenly chosen, always with the first and the last. */
export function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most || most < 2) return items.slice(0, Math.max(most, 0));
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => Math.round(place * step)).flatMap((index) => items.slice(index, index + 1));
}

/** Where the pointer is nearest to, going by the moment alone; -1 without points. */
export function nearestIndex(points: readonly PlotPoint[], x: number, scale: PlotScale): number {
  let nearest = -1;
  let distance = Infinity;
  for (const [index, { at }] of points.entries()) {
    const away = Math.abs(scale.x(at) - x);
    if (away <= distance) {
      nearest = index;
      distance = away;
    }
  }
  return nearest;
}
