import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findElectron, hasScreen } from './find-electron.ts';

let root: string;
let folder: string;
const environment = {};
const fails = () => false;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
  folder = join(root, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
});

const install = () => {
  writeFileSync(join(folder, 'path.txt'), 'electron');
  writeFileSync(join(folder, 'dist', 'electron'), '');
  return true;
};

describe('finding Electron', () => {
  it('takes the program that is there without asking anybody for it', () => {
    install();
    const installer = vi.fn(fails);
    expect(findElectron({ root, environment, install: installer })).toBe(join(folder, 'dist', 'electron'));
    expect(installer).not.toHaveBeenCalled();
  });

  it('fetches it once when it is missing, and does without when that fails', () => {
    expect(findElectron({ root, environment, install: fails })).toBeUndefined();
    expect(findElectron({ root, environment, install })).toBe(join(folder, 'dist', 'electron'));
  });

  it('takes one that lies elsewhere, if it does', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
    const overridden = { root, environment: { ELECTRON_OVERRIDE_DIST_PATH: elsewhere }, install: fails };
    expect(findElectron(overridden)).toBeUndefined();
    writeFileSync(join(elsewhere, 'electron'), '');
    expect(findElectron(overridden)).toBe(join(elsewhere, 'electron'));
  });

  it('needs a screen on Linux', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('win32', {})).toBe(true);
  });
});
