import { selfQualities } from '../../../shared/entities/assessment.ts';
import { qualityWords } from './assessment-words.ts';
import { radarOutline, radarPoint, radarRing, saidQualities, type Scores } from './radar-geometry.ts';

const RADIUS = 96;
const LABEL_RADIUS = 112;
const RINGS = [0.25, 0.5, 0.75, 1];

/** The eight qualities of Self as a web: the newest judgement filled, the one before it as a broken line. Its table says the same. */
export function Radar({ scores, earlier, label }: { scores: Scores; earlier: Scores | null; label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox="-190 -136 380 272" className="w-full max-w-105">
      <g aria-hidden className="fill-none stroke-line">
        {RINGS.map((ring) => (
          <polygon key={ring} points={radarRing(ring, RADIUS)} />
        ))}
        {selfQualities.map((quality) => {
          const { x, y } = radarPoint(quality, 1, RADIUS);
          return <line key={quality} x1={0} y1={0} x2={x} y2={y} />;
        })}
      </g>
      {earlier && (
        <polygon points={radarOutline(earlier, RADIUS)} className="fill-none stroke-edge" strokeWidth={1.5} strokeDasharray="5 4" />
      )}
      <polygon
        points={radarOutline(scores, RADIUS)}
        className="fill-pine stroke-pine"
        fillOpacity={0.18}
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {saidQualities(scores).map(({ quality, score }) => {
        const { x, y } = radarPoint(quality, score, RADIUS);
        return <circle key={quality} cx={x} cy={y} r={3.5} className="fill-pine" />;
      })}
      <g aria-hidden className="fill-ink" fontSize={13}>
        {selfQualities.map((quality) => {
          const { x, y } = radarPoint(quality, 1, LABEL_RADIUS);
          const anchor = Math.abs(x) < 1 ? 'middle' : x > 0 ? 'start' : 'end';
          return (
            <text key={quality} x={x} y={y} textAnchor={anchor} dominantBaseline="middle">
              {qualityWords[quality].name}
            </text>
          );
        })}
      </g>
    </svg>
  );
}
