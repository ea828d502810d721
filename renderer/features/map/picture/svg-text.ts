import type { Bounds } from './geometry.ts';
import type { Mark } from './marks.ts';
import { FAINT, PICTURE_FONTS } from './paint.ts';

/** Text as XML can carry it: marked signs as entities, and without the few characters XML 1.0 does not allow (section 2.2). */
const escapeText = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

type Attributes = Record<string, string | number | null | undefined>;

const element = (name: string, attributes: Attributes, inside = ''): string => {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [` ${key}="${typeof value === 'number' ? number(value) : escapeText(value)}"`],
    )
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
};

const dashOf = (dash: readonly number[]): string | null => (dash.length === 0 ? null : dash.map(number).join(' '));

/** One mark as SVG. */
function elementOf(mark: Mark): string {
  const opacity = mark.faint ? FAINT : null;
  switch (mark.kind) {
    case 'line': {
      const { from, to, colour, width, dash } = mark;
      const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      return element('line', { ...ends, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashOf(dash), opacity });
    }
    case 'shape': {
      const { path, at, fill, stroke, width, dash, turn } = mark;
      const turned = turn ? ` rotate(${number((turn * 180) / Math.PI)})` : '';
      return element('path', {
        ...{ transform: `translate(${number(at.x)} ${number(at.y)})${turned}`, d: path, fill: fill ?? 'none', opacity },
        ...(stroke !== null && { stroke, 'stroke-width': width, 'stroke-dasharray': dashOf(dash) }),
      });
    }
    case 'words': {
      const { words, at, size, colour, halo, bold, fromStart } = mark;
      return element(
        'text',
        {
          // Not every program centres text on its middle by itself; 0.36 of its size below it is where the middle of letters lies.
          ...{
            x: at.x,
            y: at.y + size * 0.36,
            'font-size': size,
            'font-weight': bold ? 650 : 450,
            fill: colour,
            opacity,
            'text-anchor': fromStart ? 'start' : null,
          },
          ...(halo !== null && { stroke: halo, 'stroke-width': size / 3.5, 'paint-order': 'stroke' }),
        },
        escapeText(words),
      );
    }
  }
}

/** Marks as an SVG file that stands alone: every colour and font is named in it, and it refers to nothing. */
export function svgOf(marks: readonly Mark[], { left, top, right, bottom }: Bounds, paper: string): string {
  const [width, height] = [right - left, bottom - top];
  const ground = element('rect', { x: left, y: top, width, height, fill: paper });
  const ink = { 'font-family': PICTURE_FONTS, 'text-anchor': 'middle', 'stroke-linejoin': 'round', 'unicode-bidi': 'plaintext' };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: [left, top, width, height].map(number).join(' '), width, height },
    `${element('title', {}, 'A map of parts')}\n${ground}\n${element('g', ink, `\n${marks.map(elementOf).join('\n')}\n`)}\n`,
  );
}
