import { crc32 } from 'node:zlib';
import type { MapPicture } from '../../../shared/contracts/map.ts';
import { Failure } from '../failure.ts';

export type PictureFile = { bytes: Buffer; mediaType: string; extension: MapPicture['format'] };

/**
 * A picture as the file it becomes, once it is certain that it is one: a file that leaves this computer may be opened anywhere.
 * @throws Failure CONFLICT when it is none.
 */
export function readPicture({ format, content }: MapPicture): PictureFile {
  const bytes = Buffer.from(content, format === 'svg' ? 'utf8' : 'base64');
  const sound = format === 'svg' ? isPlainSvg(content) : isWholePng(bytes);
  if (!sound) throw new Failure('CONFLICT', 'This picture could not be saved. Opening the map again usually helps.');
  return { bytes, mediaType: format === 'svg' ? 'image/svg+xml' : 'image/png', extension: format };
}

/** What a drawing of the map is made of. Nothing here runs, refers to anything or is styled from elsewhere. */
const elements = new Set(['svg', 'title', 'desc', 'g', 'rect', 'line', 'path', 'text']);
const attributes = new Set(
  (
    'xmlns viewBox width height x y x1 y1 x2 y2 rx d transform opacity fill stroke stroke-width stroke-dasharray stroke-linecap ' +
    'stroke-linejoin paint-order font-family font-size font-weight text-anchor unicode-bidi'
  ).split(' '),
);

const tag = /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*")*)(\/?)>/y;
/** A piece of text between tags: characters XML 1.0 allows (section 2.2), or one of the five entities it knows by itself. */
const text = /[\t\n\r\u0020-\u0025\u0027-\u003B=\u003F-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+|&(?:amp|lt|gt|quot|#39);/uy;
const attribute = / ([a-zA-Z0-9-]+)="([^"]*)"/g;

/** Whether a text is one well-formed `svg` element of nothing but shapes and words. */
export function isPlainSvg(content: string): boolean {
  if (!content.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')) return false;
  const open: string[] = [];
  let at = 0;
  while (at < content.length) {
    tag.lastIndex = at;
    const found = tag.exec(content);
    if (!found) {
      text.lastIndex = at;
      // Words stand inside of an element only.
      if (open.length === 0 || !text.test(content)) return false;
      at = text.lastIndex;
      continue;
    }
    const [whole, closing, name = '', given = '', alone] = found;
    const isRoot = at === 0;
    at += whole.length;
    if (closing) {
      if (given || alone || open.pop() !== name) return false;
      if (open.length === 0) return at === content.length;
      continue;
    }
    if (!elements.has(name) || (open.length === 0 && !isRoot)) return false;
    for (const [, key = '', value = ''] of given.matchAll(attribute)) {
      if (!attributes.has(key) || /url\s*\(/i.test(value) || (key === 'xmlns' && !isRoot)) return false;
    }
    if (!alone) open.push(name);
  }
  return false;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Whether these bytes are one PNG from its first chunk to its last, each with a true checksum (PNG, third edition, section 5). */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(signature)) return false;
  let at = 8;
  for (let chunk = 0; at + 12 <= bytes.length; chunk += 1) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return false;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if ((chunk === 0) !== (type === 'IHDR')) return false;
    if (bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return false;
    if (type === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
}
