import type { Force, SimulationNodeDatum } from 'd3-force';

/** A part while it is laid out; its sign has this radius. */
export type Node = SimulationNodeDatum & { radius: number };

/** What a part takes up with its name below it, in the map's units: most names, and some air. */
const NAME_WIDTH = 128;
const NAME_HEIGHT = 34;
/** How much more room there is than all parts would fill: for the lines between them. */
const LOOSE = 1.7;
/** How much of an overlap is put right at once. */
const PUSH = 0.5;

/** Half the width and half the height of the room parts are kept within, around its middle. */
export type Room = { x: number; y: number; halfWidth: number; halfHeight: number };

/** Room for parts with their names, in the proportions of the picture, and wide enough for those that somebody has put somewhere. */
export function roomFor(nodes: readonly Node[], aspect: number): Room {
  const area = nodes.reduce((sum, { radius }) => sum + NAME_WIDTH * (2 * radius + NAME_HEIGHT), 0) * LOOSE;
  // Names and signs reach beyond the middles of the outer parts, and belong to the picture.
  const beyond = NAME_WIDTH - aspect * (NAME_HEIGHT + 60);
  const width = Math.max(NAME_WIDTH, (Math.sqrt(beyond ** 2 + 4 * aspect * area) - beyond) / 2);
  const height = area / width;
  const kept = nodes.flatMap(({ fx, fy }) => (typeof fx === 'number' && typeof fy === 'number' ? [{ fx, fy }] : []));
  // Around a part that was put far away there is room for its neighbours too.
  const reach = kept.length === 0 ? 0 : NAME_WIDTH;
  const xs = kept.map(({ fx }) => fx);
  const ys = kept.map(({ fy }) => fy);
  const [left, right] = [Math.min(-width / 2, ...xs) - reach, Math.max(width / 2, ...xs) + reach];
  const [top, bottom] = [Math.min(-height / 2, ...ys) - reach, Math.max(height / 2, ...ys) + reach];
  return { x: (left + right) / 2, y: (top + bottom) / 2, halfWidth: (right - left) / 2, halfHeight: (bottom - top) / 2 };
}

/** Keeps the middles of parts within a room. */
export function keepWithin({ x, y, halfWidth, halfHeight }: Room): Force<Node, undefined> {
  let nodes: readonly Node[] = [];
  const force: Force<Node, undefined> = () => {
    for (const node of nodes) {
      if (node.fx !== undefined) continue;
      node.x = Math.max(x - halfWidth, Math.min(x + halfWidth, node.x ?? 0));
      node.y = Math.max(y - halfHeight, Math.min(y + halfHeight, node.y ?? 0));
    }
  };
  force.initialize = (given) => {
    nodes = given;
  };
  return force;
}

/** Moves parts whose signs or names would lie over each other apart, the shorter way. For few parts: it looks at every pair. */
export function keepNamesApart(): Force<Node, undefined> {
  let nodes: readonly Node[] = [];
  const force: Force<Node, undefined> = () => {
    for (const [index, one] of nodes.entries()) {
      for (const other of nodes.slice(0, index)) part(one, other);
    }
  };
  force.initialize = (given) => {
    nodes = given;
  };
  return force;
}

function part(one: Node, other: Node): void {
  const [dx, dy] = [(one.x ?? 0) - (other.x ?? 0), (one.y ?? 0) - (other.y ?? 0)];
  const [over, under] = [NAME_WIDTH - Math.abs(dx), one.radius + other.radius + NAME_HEIGHT - Math.abs(dy)];
  if (over <= 0 || under <= 0) return;
  const movable = [one, other].filter(({ fx }) => fx === undefined);
  const share = PUSH / movable.length;
  for (const node of movable) {
    const sign = node === one ? 1 : -1;
    if (over < under) node.x = (node.x ?? 0) + sign * share * over * (dx < 0 ? -1 : 1);
    else node.y = (node.y ?? 0) + sign * share * under * (dy < 0 ? -1 : 1);
  }
}
