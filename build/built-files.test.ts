import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isUpToDate } from './built-files.ts';

const bundle = { output: 'out/index.html', sources: ['source', 'config.ts'] };
let root: string;

const touch = (path: string, seconds: number): void => utimesSync(join(root, path), seconds, seconds);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trailhead-test-'));
  mkdirSync(join(root, 'source', 'inner'), { recursive: true });
  mkdirSync(join(root, 'out'));
  for (const path of ['source/a.ts', 'source/inner/b.ts', 'config.ts', 'out/index.html']) writeFileSync(join(root, path), '');
  for (const path of ['source/a.ts', 'source/inner/b.ts', 'source/inner', 'source', 'config.ts']) touch(path, 1000);
  touch('out/index.html', 2000);
});

describe('a build', () => {
  it('is used while it is newer than its sources', () => {
    expect(isUpToDate(bundle, root)).toBe(true);
  });

  it('is made anew when it is missing, or a source was changed, added or removed', () => {
    touch('source/inner/b.ts', 3000);
    expect(isUpToDate(bundle, root)).toBe(false);
    touch('source/inner/b.ts', 1000);
    rmSync(join(root, 'source', 'a.ts'));
    expect(isUpToDate(bundle, root)).toBe(false);
    touch('source', 1000);
    expect(isUpToDate(bundle, root)).toBe(true);
    rmSync(join(root, 'out', 'index.html'));
    expect(isUpToDate(bundle, root)).toBe(false);
  });
});
