import { PNG_MAX, type MapPicture } from '../../../shared/contracts/map.ts';
import { readPalette, type Palette } from './picture/colours.ts';
import type { Bounds, Positions } from './picture/geometry.ts';
import { drawWithLegend } from './picture/legend.ts';
import type { Mark } from './picture/marks.ts';
import { paintMarks } from './picture/paint.ts';
import { svgOf } from './picture/svg-text.ts';
import type { VisibleMap } from './visible-map.ts';

/** Pixels of a PNG for one unit of the map, where it is small enough: sharp on paper. */
const SHARPNESS = 2;
/** As many pixels as every browser’s canvas can hold, along a side and in all. */
const SIDE_MOST = 8192;
const PIXELS_MOST = 40_000_000;

/** What is shown now as a picture for paper, with its legend. Null when nothing is shown or this window can’t make one. */
export async function takePicture(map: VisibleMap, positions: Positions, format: MapPicture['format']): Promise<MapPicture | null> {
  const palette = readPalette('light');
  const drawn = drawWithLegend({ ...map, chosen: null }, positions, palette);
  if (!drawn) return null;
  if (format === 'svg') return { format, content: svgOf(drawn.marks, drawn.bounds, palette.paper) };
  const { left, top, right, bottom } = drawn.bounds;
  const [width, height] = [right - left, bottom - top];
  let scale = Math.min(SHARPNESS, SIDE_MOST / Math.max(width, height), Math.sqrt(PIXELS_MOST / (width * height)));
  for (let attempt = 0; attempt < 4; attempt += 1, scale /= 2) {
    const content = await paintPng(drawn.marks, drawn.bounds, scale, palette);
    if (content !== null && content.length <= PNG_MAX) return { format, content };
  }
  return null;
}

/** Marks as a PNG in base64. */
async function paintPng(
  marks: readonly Mark[],
  { left, top, right, bottom }: Bounds,
  scale: number,
  palette: Palette,
): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((right - left) * scale);
  canvas.height = Math.ceil((bottom - top) * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  paintMarks(context, marks);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && toBase64(new Uint8Array(await blob.arrayBuffer()));
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
