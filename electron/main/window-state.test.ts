import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALLEST_WINDOW, fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const state = { x: 1500, y: 100, width: 1000, height: 800, isMaximized: false };

describe('the window’s place', () => {
  it('comes back as it was', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'trailhead-test-')), 'electron', 'window.json');
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each([
    '',
    '{',
    '{"width":"wide"}',
    '{"width":1,"height":1,"isMaximized":false,"note":"x"}',
    '{"width":1e9,"height":1,"isMaximized":false}',
  ])('is the usual one when its file holds %j', (content) => {
    const file = join(mkdtempSync(join(tmpdir(), 'trailhead-test-')), 'window.json');
    writeFileSync(file, content);
    expect(readWindowState(file)).toEqual({ width: 1280, height: 860, isMaximized: false });
  });

  it('stays on its display', () => {
    expect(fitToDisplays(state, [laptop, second])).toEqual(state);
  });

  it('is left to the system when its display is gone', () => {
    expect(fitToDisplays(state, [laptop])).toEqual({ width: 1000, height: 800, isMaximized: false });
  });

  it('is moved and made small enough to be seen whole', () => {
    expect(fitToDisplays({ ...state, x: 1300, y: 850, width: 2000 }, [laptop, second])).toMatchObject({ x: 1440, y: 280, width: 1920 });
    expect(fitToDisplays({ ...state, x: -200, y: -50, width: 9000, height: 9000 }, [laptop])).toMatchObject({ ...laptop });
  });

  it('is never smaller than can be used', () => {
    expect(fitToDisplays({ ...state, x: 0, y: 0, width: 100, height: 100 }, [laptop])).toMatchObject(SMALLEST_WINDOW);
  });
});
