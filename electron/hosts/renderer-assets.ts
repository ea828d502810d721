import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';

/** One file of the built screen. `isPage` marks the document itself, which carries the nonce it is served with. */
export type RendererAsset = { mediaType: string; body: Buffer | string; isPage: boolean };

/** Answers the file a path of the address names, or undefined where there is none. */
export type ReadAsset = (pathname: string, nonce: string) => Promise<RendererAsset | undefined>;

/** What a build of the screen consists of. Anything else in its folder is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * Serves a folder and nothing outside it. The folder is read at every request, so that a new build shows at the next reload.
 * A path without an extension is a screen of the application: it gets the document, whose router knows the way.
 */
export const rendererAssets =
  (root: string): ReadAsset =>
  async (pathname, nonce) => {
    const segments = safeSegments(pathname);
    if (segments === undefined) return undefined;
    const isPage = extname(segments.at(-1) ?? '') === '' || pathname === '/index.html';
    const name = isPage ? 'index.html' : join(...segments);
    const mediaType = mediaTypes[extname(name).toLowerCase()];
    if (mediaType === undefined) return undefined;
    const body = await readContained(root, name);
    if (body === undefined) return undefined;
    return { mediaType, isPage, body: isPage ? body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : body };
  };

/** The decoded parts of a path, or undefined when one of them could mean something else than a plain name below the folder. */
const safeSegments = (pathname: string): string[] | undefined => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // Backslashes and colons separate folders and drives on Windows, control characters end names in C, and `%` means a second encoding.
  if (!decoded.startsWith('/') || /[\\:%\p{Cc}]/u.test(decoded)) return undefined;
  if (decoded === '/') return [];
  const segments = decoded.slice(1).split('/');
  return segments.some((segment) => segment === '' || segment.startsWith('.')) ? undefined : segments;
};

const readContained = async (root: string, name: string): Promise<Buffer | undefined> => {
  try {
    const folder = await realpath(root);
    // A link inside the folder may point out of it: only the real place counts.
    const file = await realpath(join(folder, name));
    const within = relative(folder, file);
    if (within === '' || within.startsWith('..') || isAbsolute(within)) return undefined;
    return (await stat(file)).isFile() ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
};
