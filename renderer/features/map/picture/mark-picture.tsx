import type { Mark } from './marks.ts';

/** A few marks as a small picture beside words that say the same. */
export function MarkPicture({ marks }: { marks: readonly Mark[] }) {
  return (
    <svg aria-hidden viewBox="-38 -33 76 66" className="h-9 w-10.5 shrink-0" strokeLinejoin="round">
      {marks.map((mark, at) => {
        switch (mark.kind) {
          case 'line': {
            const { from, to, colour, width, dash } = mark;
            return (
              <line
                key={at}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                stroke={colour}
                strokeWidth={width}
                strokeDasharray={dash.join(' ')}
              />
            );
          }
          case 'shape': {
            const { path, at: place, fill, stroke, width, dash, turn = 0 } = mark;
            return (
              <path
                key={at}
                transform={`translate(${place.x} ${place.y}) rotate(${(turn * 180) / Math.PI})`}
                d={path}
                fill={fill ?? 'none'}
                stroke={stroke ?? 'none'}
                strokeWidth={width}
                strokeDasharray={dash.join(' ')}
              />
            );
          }
          case 'words': {
            const { words, at: place, size, colour } = mark;
            return (
              <text key={at} x={place.x} y={place.y + size * 0.36} textAnchor="middle" fontSize={size} fontWeight={650} fill={colour}>
                {words}
              </text>
            );
          }
        }
      })}
    </svg>
  );
}
