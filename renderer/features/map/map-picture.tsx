import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { PartId } from '../../../shared/ids.ts';
import { IconButton } from '../../components/button.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import type { Arrangement } from './layout/arrangement.ts';
import { partSentence, pictureKeys } from './map-words.ts';
import { nearestPart, partTowards, steps, type Direction, type Point } from './picture/geometry.ts';
import type { Choice } from './picture/marks.ts';
import { createStage, type Stage } from './picture/stage.ts';
import { followColours } from './use-palette.ts';
import { countRelationships, type VisibleMap } from './visible-map.ts';

const ZOOM_STEP = 1.25;
const PAN_STEP = 60;
/** How far a pointer moves before a press becomes a drag, in pixels. */
const DRAG_FROM = 4;

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

type Press = { at: Point; partId: PartId | null; moved: boolean };

export type MapPictureProps = {
  map: VisibleMap;
  arrangement: Arrangement;
  settled: boolean;
  chosen: Choice | null;
  onChoose: (choice: Choice | null) => void;
  onOpen: (partId: PartId) => void;
  onFocus: (partId: PartId) => void;
  /** Esc, while nothing is chosen. */
  onLeave: () => void;
  /** A part was put somewhere by pointer. */
  onPut: () => void;
  /** A part is to be moved by keys. */
  onNudge: (partId: PartId, direction: Direction) => void;
};

/** The map as a picture: a canvas to point at, and one stop for the keyboard that reads out what is chosen. */
export function MapPicture({ map, arrangement, settled, chosen, ...on }: MapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(null);
  const press = useRef<Press | null>(null);
  const helpId = useId();
  const optionId = useId();
  const active = map.parts.find(({ id }) => id === chosen?.id) ?? map.parts[0];

  useEffect(() => {
    if (!canvas.current) return;
    const element = canvas.current;
    const made = createStage(element, arrangement);
    stage.current = made;
    const resize = (width: number, height: number) => {
      made.resize(width, height);
      if (width > 0 && height > 0) arrangement.frame(width / height);
    };
    // At once, so that the first layout is for this window.
    resize(element.clientWidth, element.clientHeight);
    const observer = new ResizeObserver(([entry]) => entry && resize(entry.contentRect.width, entry.contentRect.height));
    observer.observe(element);
    const endColours = followColours(() => made.recolour('here'));
    const forPaper = () => made.recolour('light');
    const forScreen = () => made.recolour('here');
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      made.zoom(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0015 : 0.05)), { x: event.offsetX, y: event.offsetY });
    };
    // React listens passively to wheels, where the page could not be kept from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    addEventListener('beforeprint', forPaper);
    addEventListener('afterprint', forScreen);
    return () => {
      stage.current = null;
      made.stop();
      observer.disconnect();
      endColours();
      element.removeEventListener('wheel', onWheel);
      removeEventListener('beforeprint', forPaper);
      removeEventListener('afterprint', forScreen);
    };
  }, [arrangement]);

  useEffect(() => stage.current?.show({ ...map, chosen }), [map, chosen]);

  const choosePart = (partId: PartId) => {
    on.onChoose({ kind: 'part', id: partId });
    stage.current?.reveal(partId);
  };

  const onArrow = (direction: Direction, { altKey, shiftKey }: KeyboardEvent) => {
    const { x, y } = steps[direction];
    const at = chosen?.kind === 'part' ? arrangement.positions.get(chosen.id) : undefined;
    if (shiftKey) stage.current?.pan(-x * PAN_STEP, -y * PAN_STEP);
    else if (altKey) {
      if (chosen?.kind === 'part' && at) on.onNudge(chosen.id, direction);
    } else {
      const next = at
        ? partTowards(map.parts, arrangement.positions, at, direction)
        : stage.current && nearestPart(map.parts, arrangement.positions, stage.current.middle());
      if (next) choosePart(next.id);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const direction = directions[event.key];
    const partId = chosen?.kind === 'part' ? chosen.id : null;
    if (direction) onArrow(direction, event);
    else if (event.key === '+' || event.key === '=') stage.current?.zoom(ZOOM_STEP);
    else if (event.key === '-') stage.current?.zoom(1 / ZOOM_STEP);
    else if (event.key === '0') stage.current?.fit();
    else if (event.key === 'Enter' && partId) on.onOpen(partId);
    else if (event.key.toLowerCase() === 'f' && partId) on.onFocus(partId);
    else if (event.key === 'Escape' && chosen) on.onChoose(null);
    else if (event.key === 'Escape') on.onLeave();
    else return;
    event.preventDefault();
  };

  const place = ({ nativeEvent }: PointerEvent): Point => ({ x: nativeEvent.offsetX, y: nativeEvent.offsetY });
  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { at: place(event), partId: stage.current?.partUnder(place(event)) ?? null, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    const at = place(event);
    const held = press.current;
    if (!held) {
      event.currentTarget.style.cursor = stage.current?.partUnder(at) ? 'pointer' : 'grab';
      return;
    }
    if (!held.moved) {
      if (Math.hypot(at.x - held.at.x, at.y - held.at.y) < DRAG_FROM) return;
      held.moved = true;
      event.currentTarget.style.cursor = 'grabbing';
      if (held.partId && arrangement.isSettled()) stage.current?.lift(held.partId, held.at);
      else held.partId = null;
    }
    if (held.partId) stage.current?.drag(at);
    else {
      stage.current?.pan(at.x - held.at.x, at.y - held.at.y);
      held.at = at;
    }
  };
  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>) => {
    const held = press.current;
    press.current = null;
    if (!held) return;
    if (!held.moved) on.onChoose(stage.current?.choiceUnder(place(event)) ?? null);
    else if (held.partId) {
      stage.current?.drop();
      on.onPut();
    }
    event.currentTarget.style.cursor = 'grab';
  };

  return (
    <section aria-label="Picture" className="relative h-full min-h-72 overflow-hidden rounded-lg border border-line print:border-0">
      {/* A list of which only the chosen one is here: a screen reader hears each as it is chosen, and the table holds them all. */}
      <div
        role="listbox"
        tabIndex={0}
        aria-label="Map of parts"
        aria-describedby={helpId}
        aria-activedescendant={active ? optionId : undefined}
        onKeyDown={onKeyDown}
        className="h-full -outline-offset-2"
      >
        {active && (
          <div
            id={optionId}
            role="option"
            aria-selected={active.id === chosen?.id}
            aria-setsize={map.parts.length}
            aria-posinset={map.parts.indexOf(active) + 1}
            className="sr-only"
          >
            {partSentence(active, countRelationships(map.relationships).get(active.id) ?? 0)}
          </div>
        )}
        <canvas
          ref={canvas}
          aria-hidden
          data-settled={settled}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onDoubleClick={({ nativeEvent: { offsetX, offsetY } }) => {
            const partId = stage.current?.partUnder({ x: offsetX, y: offsetY });
            if (partId) on.onOpen(partId);
          }}
          className="absolute inset-0 size-full touch-none object-contain"
        />
      </div>
      <p id={helpId} className="sr-only">
        {pictureKeys}
      </p>
      <div className="not-printed absolute right-2 bottom-2 flex flex-col rounded-md border border-line bg-surface">
        <ZoomButton
          label="Zoom in"
          keys="+"
          icon={<Plus aria-hidden className="size-4" />}
          onPress={() => stage.current?.zoom(ZOOM_STEP)}
        />
        <ZoomButton
          label="Zoom out"
          keys="−"
          icon={<Minus aria-hidden className="size-4" />}
          onPress={() => stage.current?.zoom(1 / ZOOM_STEP)}
        />
        <ZoomButton
          label="Fit everything in"
          keys="0"
          icon={<Maximize aria-hidden className="size-4" />}
          onPress={() => stage.current?.fit()}
        />
      </div>
    </section>
  );
}

function ZoomButton({ label, keys, icon, onPress }: { label: string; keys: string; icon: ReactNode; onPress: () => void }) {
  return (
    <Tooltip words={`${label} (${keys})`}>
      <IconButton label={label} icon={icon} onClick={onPress} />
    </Tooltip>
  );
}
