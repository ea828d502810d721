import type { Relationship } from '../../../../shared/entities/relationship.ts';
import type { PartId } from '../../../../shared/ids.ts';
import type { Arrangement } from '../layout/arrangement.ts';
import { readPalette, type Palette } from './colours.ts';
import {
  boundsOf,
  fitView,
  growthAt,
  panView,
  partAt,
  relationshipAt,
  toMap,
  toScreen,
  zoomView,
  type Point,
  type View,
} from './geometry.ts';
import { drawMap, drawNames, drawSigns, lineFinder, relationshipMarks, type Choice, type Mark, type Scene } from './marks.ts';
import { paintMarks } from './paint.ts';

/** How long after the last turn of the wheel a large map is drawn sharply again, in milliseconds. */
const SHARPEN_AFTER_MS = 140;
/** How long after a large map has come to rest its names are added, in milliseconds. */
const NAMES_AFTER_MS = 30;
/** A map with more than this many signs is moved as a picture while it is panned or zoomed, and drawn anew afterwards. */
const HEAVY = 250;

/** Room at the right for the buttons that zoom, in pixels. */
const BUTTONS = 36;

/** How near to a sign is near enough, in pixels of the screen. */
const REACH_PART = 12;
const REACH_LINE = 7;

/** The canvas and all that happens on it many times a second. React hears only of what lasts. */
export type Stage = {
  show(scene: Scene): void;
  resize(width: number, height: number): void;
  /** Reads the colours again. */
  recolour(look: 'here' | 'light'): void;
  fit(): void;
  /** Zooms around a point of the window, or around its middle. */
  zoom(factor: number, at?: Point): void;
  pan(dx: number, dy: number): void;
  /** Moves the map so far that a part can be seen. */
  reveal(partId: PartId): void;
  middle(): Point;
  partUnder(at: Point): PartId | null;
  choiceUnder(at: Point): Choice | null;
  /** Lifts a part; it follows `drag` until `drop`, and nothing else is drawn anew meanwhile. */
  lift(partId: PartId, at: Point): void;
  drag(at: Point): void;
  drop(): void;
  stop(): void;
};

export function createStage(canvas: HTMLCanvasElement, arrangement: Arrangement): Stage {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This window can’t draw.');
  const layer = document.createElement('canvas');
  let palette: Palette = readPalette('here');
  let scene: Scene = { parts: [], relationships: [], chosen: null };
  let size = { width: 1, height: 1 };
  let view: View = { scale: 1, x: 0, y: 0 };
  /** Whether the view follows what is shown, until the person chooses a view of their own. */
  let follows = true;
  let lifted: { partId: PartId; grip: Point; marks: () => Mark[] } | null = null;
  /** The view that the layer holds a picture of, while a large map is panned or zoomed. */
  let pictured: View | null = null;
  let frame = 0;
  /** Whether the canvas shows a layout that is still moving. */
  let sketched = false;
  let naming: ReturnType<typeof setTimeout> | undefined;
  let sharpening: ReturnType<typeof setTimeout> | undefined;

  const pixels = () => globalThis.devicePixelRatio || 1;
  const applyView = (target: CanvasRenderingContext2D, { scale, x, y }: View) => {
    const ratio = pixels();
    target.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  };
  const clear = (target: CanvasRenderingContext2D) => {
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.clearRect(0, 0, target.canvas.width, target.canvas.height);
  };
  const schedule = () => {
    clearTimeout(naming);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  function draw(): void {
    frame = 0;
    if (!context) return;
    clear(context);
    if (lifted) {
      context.drawImage(layer, 0, 0);
      applyView(context, view);
      paintMarks(context, lifted.marks());
      return;
    }
    if (pictured) {
      const factor = view.scale / pictured.scale;
      const ratio = pixels();
      context.setTransform(factor, 0, 0, factor, (view.x - pictured.x * factor) * ratio, (view.y - pictured.y * factor) * ratio);
      context.drawImage(layer, 0, 0);
      return;
    }
    const sketch = !arrangement.isSettled();
    applyView(context, view);
    paintMarks(context, drawSigns(scene, arrangement.positions, { palette, scale: view.scale, sketch }));
    // The names of a large map that has come to rest follow a little later, where they hold nothing up.
    if (sketched && !sketch && isHeavy()) naming = setTimeout(addNames, NAMES_AFTER_MS);
    else addNames();
    sketched = sketch;
  }

  function addNames(): void {
    if (!context || !arrangement.isSettled()) return;
    applyView(context, view);
    paintMarks(context, drawNames(scene, arrangement.positions, { palette, scale: view.scale }));
  }

  const isHeavy = () => scene.parts.length + scene.relationships.length > HEAVY;
  /** Takes another view; a large map is only moved until the person pauses. */
  const look = (next: View) => {
    if (lifted) return;
    if (isHeavy() && !pictured && frame === 0 && copyToLayer()) pictured = view;
    view = next;
    follows = false;
    if (pictured) {
      clearTimeout(sharpening);
      sharpening = setTimeout(sharpen, SHARPEN_AFTER_MS);
    }
    schedule();
  };
  const sharpen = () => {
    clearTimeout(sharpening);
    pictured = null;
    schedule();
  };
  const layerContext = () => {
    if (layer.width !== canvas.width || layer.height !== canvas.height) {
      layer.width = canvas.width;
      layer.height = canvas.height;
    }
    return layer.getContext('2d');
  };
  const copyToLayer = (): boolean => {
    const target = layerContext();
    if (!target) return false;
    clear(target);
    target.drawImage(canvas, 0, 0);
    return true;
  };
  const follow = () => {
    const bounds = boundsOf(scene.parts, arrangement.positions);
    if (bounds) view = fitView(bounds, { ...size, width: size.width - BUTTONS });
  };
  const endListening = arrangement.listen(() => {
    if (lifted) return schedule();
    pictured = null;
    if (follows) follow();
    schedule();
  });

  const growth = (): number => growthAt(view.scale, scene.parts, arrangement.positions);
  const partUnder = (at: Point): PartId | null =>
    partAt(scene.parts, arrangement.positions, toMap(view, at), REACH_PART / view.scale, growth())?.id ?? null;

  return {
    show(next) {
      // Another set of parts is looked at as a whole first.
      const same = next.parts.length === scene.parts.length && next.parts.every(({ id }, at) => id === scene.parts[at]?.id);
      if (!same) follows = true;
      scene = next;
      if (follows) follow();
      sharpen();
    },
    resize(width, height) {
      const middle = { x: (width - size.width) / 2, y: (height - size.height) / 2 };
      size = { width, height };
      canvas.width = Math.round(width * pixels());
      canvas.height = Math.round(height * pixels());
      if (follows) follow();
      else view = panView(view, middle.x, middle.y);
      sharpen();
    },
    recolour(from) {
      palette = readPalette(from);
      pictured = null;
      // At once and whole: a page that is being printed gets no further frame.
      clearTimeout(naming);
      cancelAnimationFrame(frame);
      sketched = false;
      draw();
    },
    fit() {
      follows = true;
      follow();
      sharpen();
    },
    zoom: (factor, at = { x: size.width / 2, y: size.height / 2 }) => look(zoomView(view, factor, at)),
    pan: (dx, dy) => look(panView(view, dx, dy)),
    reveal(partId) {
      const at = arrangement.positions.get(partId);
      if (!at) return;
      const seen = toScreen(view, at);
      const margin = Math.min(60, size.width / 4, size.height / 4);
      const dx = Math.max(margin - seen.x, 0) + Math.min(size.width - margin - seen.x, 0);
      const dy = Math.max(margin - seen.y, 0) + Math.min(size.height - margin - seen.y, 0);
      if (dx !== 0 || dy !== 0) look(panView(view, dx, dy));
    },
    middle: () => toMap(view, { x: size.width / 2, y: size.height / 2 }),
    partUnder,
    choiceUnder(at) {
      const id = partUnder(at);
      if (id) return { kind: 'part', id };
      const lineOf = lineFinder(scene.parts, scene.relationships, arrangement.positions, growth());
      const reach = REACH_LINE / view.scale;
      const found = relationshipAt(scene.relationships, lineOf, toMap(view, at), reach);
      return found ? { kind: 'relationship', id: found.id } : null;
    },
    lift(partId, at) {
      const from = arrangement.positions.get(partId);
      const target = layerContext();
      if (!from || !target) return;
      pictured = null;
      const touches = ({ fromPartId, toPartId }: Relationship) => fromPartId === partId || toPartId === partId;
      const own = scene.relationships.filter(touches);
      const ends = new Set([partId, ...own.flatMap(({ fromPartId, toPartId }) => [fromPartId, toPartId])]);
      const near = scene.parts.filter(({ id }) => ends.has(id));
      const itself = { parts: near.filter(({ id }) => id === partId), relationships: [], chosen: { kind: 'part', id: partId } } as const;
      const grown = growth();
      const options = { palette, scale: view.scale, grown };
      clear(target);
      applyView(target, view);
      const others = {
        parts: scene.parts.filter(({ id }) => id !== partId),
        relationships: scene.relationships.filter((one) => !touches(one)),
      };
      paintMarks(target, drawMap({ ...others, chosen: scene.chosen }, arrangement.positions, options));
      const gripped = toMap(view, at);
      lifted = {
        partId,
        grip: { x: from.x - gripped.x, y: from.y - gripped.y },
        marks() {
          const lineOf = lineFinder(near, own, arrangement.positions, grown);
          const lines = own.flatMap((relationship) => {
            const line = lineOf(relationship);
            return line ? relationshipMarks(relationship, line, palette, view.scale) : [];
          });
          return [...lines, ...drawMap(itself, arrangement.positions, options)];
        },
      };
      schedule();
    },
    drag(at) {
      if (!lifted) return;
      const { x, y } = toMap(view, at);
      follows = false;
      arrangement.move(lifted.partId, { x: x + lifted.grip.x, y: y + lifted.grip.y });
    },
    drop() {
      lifted = null;
      schedule();
    },
    stop() {
      endListening();
      cancelAnimationFrame(frame);
      clearTimeout(naming);
      clearTimeout(sharpening);
    },
  };
}
