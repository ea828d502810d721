import type { PartRole } from '../../../../shared/entities/part.ts';

/** Every colour a picture is drawn with, each as something that can be read outside of this page too. */
export type Palette = {
  paper: string;
  ink: string;
  muted: string;
  edge: string;
  pine: string;
  alert: string;
  /** Behind what is chosen. */
  found: string;
  roles: Record<PartRole, { strong: string; soft: string }>;
  /** A part's own colour, from its hue in degrees. */
  ofHue: (hue: number) => string;
};

const clamp = (value: number): number => Math.min(255, Math.max(0, Math.round(value * 255)));
const encode = (linear: number): number => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.max(0, linear) ** (1 / 2.4) - 0.055);

/**
 * An OKLCH colour as `#rrggbb`, for programs that do not know OKLCH. Matrices: CSS Color 4, section 10 (Björn Ottosson’s OKLab).
 * @param lightness 0 to 1. @param chroma 0 to about 0.4. @param hue in degrees.
 */
export function hexOfOklch(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => clamp(encode(channel)).toString(16).padStart(2, '0')).join('')}`;
}

/** `rgb(43, 38, 34)` as `#2b2622`. Other notations stay as they are. */
export function hexOfRgb(colour: string): string {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1);
  return channels ? `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}` : colour;
}

/**
 * Reads the interface's own colours as they are on this page now, or as they would be by day: what is printed or taken out
 * is meant for paper.
 */
export function readPalette(look: 'here' | 'light'): Palette {
  const probe = document.createElement('span');
  if (look === 'light') probe.style.colorScheme = 'light';
  document.documentElement.append(probe);
  const read = (value: string): string => {
    probe.style.color = value;
    return hexOfRgb(getComputedStyle(probe).color);
  };
  const token = (name: string): string => read(`var(--color-${name})`);
  const role = (name: PartRole) => ({ strong: token(name), soft: token(`${name}-soft`) });
  const isLight = read('light-dark(#ffffff, #000000)') === '#ffffff';
  const palette: Palette = {
    paper: token('paper'),
    ink: token('ink'),
    muted: token('muted'),
    edge: token('edge'),
    pine: token('pine'),
    alert: token('alert'),
    found: token('found'),
    roles: { manager: role('manager'), firefighter: role('firefighter'), exile: role('exile'), unknown: role('unknown') },
    // As `.part-colour` in the styles has it.
    ofHue: (hue) => (isLight ? hexOfOklch(0.62, 0.09, hue) : hexOfOklch(0.74, 0.08, hue)),
  };
  probe.remove();
  return palette;
}
