import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { keepNamesApart, keepWithin, roomFor, type Node } from './room.ts';

/**
 * What a layout starts from, in typed arrays that cross to the worker without being copied.
 * `radii` one a part; `links` two indexes a link; `kept` x and y a part, NaN where it may go anywhere; `aspect` the width of the picture
 * for a height of 1.
 */
export type LayoutRequest = { radii: Float32Array; links: Uint32Array; kept: Float32Array; aspect: number };

/** Where the parts are by now: x and y of each, in the order of the request, in the map's own units around its middle. */
export type LayoutProgress = { positions: Float32Array; settled: boolean };

/** Room around a part for its name, in the map's units. */
const MARGIN = 26;
const LINK_LENGTH = 145;
/** How strongly parts keep apart. Weaker, and groups that have nothing to do with each other stay entangled. */
const APART = -800;
/** How strongly parts are drawn to the middle. */
const INWARD = 0.065;
/** Up to so many parts are laid out so that every name has room. Of more, only some are named anyway. */
const NAMED = 60;

export type Layout = {
  /** Takes one step. False once everything rests. */
  step(): boolean;
  progress(): LayoutProgress;
};

/**
 * A force-directed layout: linked parts attract, all parts keep their distance, and those a person has put somewhere stay there.
 * It begins from a circle on which related parts are neighbours and uses no chance, so the same request always comes to the same picture.
 */
export function createLayout({ radii, links, kept, aspect }: LayoutRequest): Layout {
  const pairs = Array.from({ length: Math.floor(links.length / 2) }, (_, at) => ({
    source: links[at * 2] ?? 0,
    target: links[at * 2 + 1] ?? 0,
  }));
  const places = walk(radii.length, pairs);
  // What is wider than high is pulled more strongly to its middle from above and below.
  const wide = Math.sqrt(aspect);
  const around = 30 * Math.sqrt(radii.length);
  const nodes = Array.from(radii, (radius, index): Node => {
    const [x, y] = [kept[index * 2] ?? Number.NaN, kept[index * 2 + 1] ?? Number.NaN];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return { radius, x, y, fx: x, fy: y };
    const angle = (2 * Math.PI * (places[index] ?? 0)) / radii.length;
    return { radius, x: around * wide * Math.cos(angle), y: (around / wide) * Math.sin(angle) };
  });
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(pairs).distance(LINK_LENGTH))
    .force('apart', forceManyBody<Node>().strength(APART).distanceMax(900))
    .force(
      'room',
      forceCollide<Node>(({ radius }) => radius + MARGIN),
    )
    .force('middle-x', forceX<Node>(0).strength(INWARD / wide))
    .force('middle-y', forceY<Node>(0).strength(INWARD * wide))
    .stop();
  if (nodes.length <= NAMED) {
    simulation.force('names', keepNamesApart()).force('within', keepWithin(roomFor(nodes, aspect)));
  }
  const isFree = nodes.some(({ fx }) => fx === undefined);
  let settled = !isFree;
  return {
    step() {
      if (settled) return false;
      simulation.tick();
      settled = simulation.alpha() < simulation.alphaMin();
      return !settled;
    },
    progress: () => ({ positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? 0, y ?? 0])), settled }),
  };
}

/** When each of `count` parts is met on a walk along the links, deep first: parts of one group are met one after the other. */
function walk(count: number, pairs: readonly { source: number; target: number }[]): number[] {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const { source, target } of pairs) {
    neighbours[source]?.push(target);
    neighbours[target]?.push(source);
  }
  const places = Array.from({ length: count }, () => -1);
  let met = 0;
  for (let start = 0; start < count; start += 1) {
    const ahead = [start];
    for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
      if (places[here] !== -1) continue;
      places[here] = met;
      met += 1;
      ahead.push(...(neighbours[here] ?? []).filter((next) => places[next] === -1));
    }
  }
  return places;
}
