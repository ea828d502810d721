import type { Mark } from './marks.ts';

/** The interface's own font, and what stands in for it on a computer that has it not. */
export const PICTURE_FONTS = 'Inter Variable, Inter, Segoe UI, Helvetica Neue, Arial, sans-serif';
export const FAINT = 0.22;

const paths = new Map<string, Path2D>();
const PATHS_MOST = 2000;

/** Outlines are few and drawn often. */
function pathOf(description: string): Path2D {
  let path = paths.get(description);
  if (!path) {
    if (paths.size >= PATHS_MOST) paths.clear();
    paths.set(description, (path = new Path2D(description)));
  }
  return path;
}

const fontFamilies = PICTURE_FONTS.split(', ')
  .map((name) => (name === 'sans-serif' ? name : `"${name}"`))
  .join(', ');

/** Paints marks onto a canvas whose units are the map's. */
export function paintMarks(context: CanvasRenderingContext2D, marks: readonly Mark[]): void {
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  context.textBaseline = 'middle';
  // Plain lines alike that follow each other are one path: a good deal quicker. With dashes it would be slower.
  let open: Mark | null = null;
  const close = () => {
    if (open) context.stroke();
    open = null;
  };
  for (const mark of marks) {
    if (!(open && mark.kind === 'line' && isAlike(open, mark))) close();
    context.globalAlpha = mark.faint ? FAINT : 1;
    switch (mark.kind) {
      case 'line':
        if (!open) {
          context.setLineDash([...mark.dash]);
          context.strokeStyle = mark.colour;
          context.lineWidth = mark.width;
          context.beginPath();
          open = mark;
        }
        context.moveTo(mark.from.x, mark.from.y);
        context.lineTo(mark.to.x, mark.to.y);
        break;
      case 'shape': {
        const path = pathOf(mark.path);
        context.translate(mark.at.x, mark.at.y);
        if (mark.turn) context.rotate(mark.turn);
        if (mark.fill !== null) {
          context.fillStyle = mark.fill;
          context.fill(path);
        }
        if (mark.stroke !== null) {
          context.setLineDash([...mark.dash]);
          context.strokeStyle = mark.stroke;
          context.lineWidth = mark.width;
          context.stroke(path);
        }
        if (mark.turn) context.rotate(-mark.turn);
        context.translate(-mark.at.x, -mark.at.y);
        break;
      }
      case 'words':
        context.textAlign = mark.fromStart ? 'left' : 'center';
        context.font = `${mark.bold ? 650 : 450} ${mark.size}px ${fontFamilies}`;
        if (mark.halo !== null) {
          context.setLineDash([]);
          context.strokeStyle = mark.halo;
          context.lineWidth = mark.size / 3.5;
          context.strokeText(mark.words, mark.at.x, mark.at.y);
        }
        context.fillStyle = mark.colour;
        context.fillText(mark.words, mark.at.x, mark.at.y);
        break;
    }
  }
  close();
  context.globalAlpha = 1;
}

const isAlike = (one: Mark, other: Mark): boolean =>
  one.kind === 'line' &&
  other.kind === 'line' &&
  one.dash.length === 0 &&
  other.dash.length === 0 &&
  one.colour === other.colour &&
  one.width === other.width &&
  one.faint === other.faint;
