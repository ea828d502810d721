import type { PartId } from '../../../../shared/ids.ts';
import type { Point } from '../picture/geometry.ts';
import { radiusOf } from '../picture/geometry.ts';
import type { MapData, VisibleMap } from '../visible-map.ts';
import type { LayoutProgress, LayoutRequest } from './force-layout.ts';

/** Where every part of the map is now. It changes many times a second, so it is told to listeners and kept out of React. */
export type Arrangement = {
  positions: ReadonlyMap<PartId, Point>;
  /** False while a layout is under way. */
  isSettled(): boolean;
  /** Lays out what has no kept position. Nothing happens when nothing that matters for it has changed. */
  arrange(map: Arranged): void;
  /** Tells the width of the picture for a height of 1. What was laid out for quite another one is laid out anew. */
  frame(aspect: number): void;
  move(partId: PartId, to: Point): void;
  /** Returns a function that ends the listening. */
  listen(listener: () => void): () => void;
  /** Ends a layout under way. */
  stop(): void;
};

/** What is laid out: the parts and relationships that are shown, and where somebody has put parts. */
export type Arranged = VisibleMap & Pick<MapData, 'positions'>;

/** Proportions in steps, so that a layout stays while a window is made a little larger. */
const inSteps = (aspect: number): number => 2 ** (Math.round(Math.log2(Math.max(0.25, Math.min(4, aspect))) * 4) / 4);

/** What a layout follows from, in a word that changes when it does. */
const keyOf = ({ parts, relationships, positions }: Arranged, aspect: number): string =>
  JSON.stringify([
    aspect,
    parts.map(({ id, confidence }) => [id, radiusOf(confidence)]),
    relationships.map(({ fromPartId, toPartId }) => [fromPartId, toPartId]),
    positions,
  ]);

function requestOf({ parts, relationships, positions }: Arranged, aspect: number): LayoutRequest {
  const indexes = new Map(parts.map(({ id }, index) => [id, index]));
  const kept = new Float32Array(parts.length * 2).fill(Number.NaN);
  for (const { partId, x, y } of positions) {
    const index = indexes.get(partId);
    if (index !== undefined) kept.set([x, y], index * 2);
  }
  return {
    radii: Float32Array.from(parts, ({ confidence }) => radiusOf(confidence)),
    links: Uint32Array.from(
      relationships.flatMap(({ fromPartId, toPartId }) => {
        const [from, to] = [indexes.get(fromPartId), indexes.get(toPartId)];
        return from === undefined || to === undefined ? [] : [from, to];
      }),
    ),
    kept,
    aspect,
  };
}

export function createArrangement(): Arrangement {
  const positions = new Map<PartId, Point>();
  const listeners = new Set<() => void>();
  let starting: ReturnType<typeof setTimeout> | undefined;
  let worker: Worker | null = null;
  let settled = false;
  let key = '';
  let aspect = 1;
  let arranged: Arranged | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const end = () => {
    clearTimeout(starting);
    worker?.terminate();
    worker = null;
  };
  const rest = () => {
    end();
    settled = true;
    tell();
  };

  const start = (map: Arranged) => {
    worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutProgress>) => {
      // A layout on its way is movement that explains little: whoever asks for none sees where it comes to.
      if (!data.settled && matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      map.parts.forEach(({ id }, index) => {
        positions.set(id, { x: data.positions[index * 2] ?? 0, y: data.positions[index * 2 + 1] ?? 0 });
      });
      if (data.settled) rest();
      else tell();
    });
    const request = requestOf(map, aspect);
    worker.postMessage(request, [request.radii.buffer, request.links.buffer, request.kept.buffer]);
  };

  const arrange = (map: Arranged): void => {
    arranged = map;
    const next = keyOf(map, aspect);
    if (next === key) return;
    key = next;
    end();
    settled = false;
    const here = new Set(map.parts.map(({ id }) => id));
    for (const id of positions.keys()) if (!here.has(id)) positions.delete(id);
    for (const { partId, x, y } of map.positions) if (here.has(partId)) positions.set(partId, { x, y });
    const keptIds = new Set(map.positions.map(({ partId }) => partId));
    if (map.parts.every(({ id }) => keptIds.has(id))) return rest();

    // In a task of its own: this one still has a page to put up.
    starting = setTimeout(() => start(map));
    tell();
  };

  return {
    positions,
    isSettled: () => settled,
    arrange,
    frame(given) {
      aspect = inSteps(given);
      if (arranged) arrange(arranged);
    },
    move(partId, to) {
      positions.set(partId, to);
      tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      end();
      // Whoever comes back to an unfinished layout has it done anew.
      if (!settled) key = '';
    },
  };
}
