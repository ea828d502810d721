import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReadAsset, rendererAssets } from './renderer-assets.ts';

let root: string;
let read: ReadAsset;

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
  root = join(parent, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>');
  await writeFile(join(root, 'assets', 'app.js'), 'export {};');
  await writeFile(join(root, 'assets', 'app.js.map'), '{}');
  await writeFile(join(root, '.secret.txt'), 'secret');
  await writeFile(join(parent, 'outside.txt'), 'secret');
  await symlink(join(parent, 'outside.txt'), join(root, 'link.txt'));
  await symlink(parent, join(root, 'folder'));
  // A neighbour whose name begins alike must not count as inside.
  await mkdir(join(parent, 'renderer-other'));
  await writeFile(join(parent, 'renderer-other', 'x.txt'), 'secret');
  read = rendererAssets(root);
});

describe('the files of the screen', () => {
  it('are served as what they are', async () => {
    expect(await read('/assets/app.js', 'n')).toMatchObject({ mediaType: 'text/javascript; charset=utf-8', isPage: false });
  });

  it('have the nonce of the moment wherever the document asks for one', async () => {
    for (const path of ['/', '/index.html', '/parts/01']) {
      expect(await read(path, 'abc')).toMatchObject({ isPage: true, body: '<script nonce="abc"></script><style nonce="abc"></style>' });
    }
  });

  it.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/%2e%2e%2foutside.txt',
    '/%252e%252e/outside.txt',
    '/..%5coutside.txt',
    '/../renderer-other/x.txt',
    '//outside.txt',
    '/C:/outside.txt',
    '/assets/app.js%00.txt',
    '/%E0%A4%A.txt',
    'outside.txt',
    '/.secret.txt',
    '/link.txt',
    '/folder/outside.txt',
    '/assets.txt',
    '/assets/app.js.map',
  ])('%s is not one of them', async (path) => {
    expect(await read(path, 'n')).toBeUndefined();
  });

  it('are simply missing when there is no build', async () => {
    expect(await rendererAssets(join(root, 'none'))('/', 'n')).toBeUndefined();
  });
});
