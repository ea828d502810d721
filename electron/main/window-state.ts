import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

/** Where the window was and how large. Nothing else is ever kept outside a profile. */
export const WindowState = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1).max(32_768),
  height: z.int().min(1).max(32_768),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

export const SMALLEST_WINDOW = { width: 480, height: 480 };
const usualState: WindowState = { width: 1280, height: 860, isMaximized: false };
/** At least this much of the window must be on a display, in pixels, or nobody could get hold of it. */
const VISIBLE_LEAST = 80;

export const readWindowState = (file: string): WindowState => {
  try {
    const read = WindowState.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : usualState;
  } catch {
    return usualState;
  }
};

/** Keeps the state; a window that opens elsewhere next time is no reason to trouble anybody. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.partial`, JSON.stringify(state), { mode: 0o600 });
    renameSync(`${file}.partial`, file);
  } catch {
    // Nothing is lost but a place on the screen.
  }
};

/** Fits a window onto the displays there are now: a second one may be gone, or the only one smaller. */
export const fitToDisplays = (state: WindowState, workAreas: readonly Rectangle[]): WindowState => {
  const { x, y } = state;
  const home = x === undefined || y === undefined ? undefined : workAreas.find((area) => isReachable({ ...state, x, y }, area));
  const area = home ?? workAreas[0];
  if (area === undefined) return usualState;
  const width = Math.max(SMALLEST_WINDOW.width, Math.min(state.width, area.width));
  const height = Math.max(SMALLEST_WINDOW.height, Math.min(state.height, area.height));
  const { isMaximized } = state;
  if (home === undefined || x === undefined || y === undefined) return { width, height, isMaximized };
  return {
    x: clamp(x, area.x, area.x + area.width - width),
    y: clamp(y, area.y, area.y + area.height - height),
    width,
    height,
    isMaximized,
  };
};

const isReachable = (window: Rectangle, area: Rectangle): boolean => {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const down = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y);
  return across >= VISIBLE_LEAST && down >= VISIBLE_LEAST;
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, Math.max(least, most)));
