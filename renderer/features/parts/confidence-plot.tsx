import { useId, useState } from 'react';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import { shortDay } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { confidenceWords } from './part-words.ts';
import { fadingPath, nearestIndex, plotScale, thinned } from './plot-scale.ts';

export type ConfidenceMoment = RouteOutput<'parts.confidence'>[number];

const WIDTH = 640;
const HEIGHT = 200;
const BOX = { left: 44, right: WIDTH - 14, top: 14, bottom: HEIGHT - 30 };
const LEVELS = [0, 0.5, 1];
/** More signs than this could not be told apart. */
const SIGNS_MOST = 150;

/** What made it so at a moment: the person's words, their own judgement, or that time went by. */
export function momentReason({ quote, reason }: ConfidenceMoment): string {
  if (reason === 'today') return 'Nothing new speaks for it since, so it has faded.';
  return quote === null ? 'Your own judgement' : `“${quote}”`;
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** How clearly a part was seen over time. Moving over it, or its slider, tells what stands behind each moment. */
export function ConfidencePlot({ moments }: { moments: readonly ConfidenceMoment[] }) {
  // Until one is chosen, the newest, also when a newer one comes.
  const [chosen, setChosen] = useState<number | null>(null);
  const sliderId = useId();
  const points = moments.map(({ at, before, confidence }) => ({ at, before, value: confidence }));
  const scale = plotScale(points, BOX);
  const shown = Math.min(chosen ?? moments.length, moments.length - 1);
  const moment = moments[shown];
  const first = moments[0];
  const last = moments.at(-1);
  if (!moment || !first || !last) return null;
  const signs = thinned(
    moments.map((_, index) => index),
    SIGNS_MOST,
  );
  return (
    <figure className="flex flex-col gap-2">
      <svg
        role="img"
        aria-label={`How clearly it was seen, from ${shortDay(first.at)} to ${shortDay(last.at)}: now ${percent(last.confidence)}. The table below says the same.`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerMove={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          if (width > 0) setChosen(nearestIndex(points, ((event.clientX - left) / width) * WIDTH, scale));
        }}
        className="w-full"
      >
        <g className="stroke-line">
          {LEVELS.map((level) => (
            <line key={level} x1={BOX.left} x2={BOX.right} y1={scale.y(level)} y2={scale.y(level)} />
          ))}
        </g>
        <g aria-hidden className="fill-muted" fontSize={12}>
          {LEVELS.map((level) => (
            <text key={level} x={BOX.left - 8} y={scale.y(level)} textAnchor="end" dominantBaseline="middle">
              {percent(level)}
            </text>
          ))}
          <text
            x={first.at === last.at ? scale.x(first.at) : BOX.left}
            y={HEIGHT - 8}
            textAnchor={first.at === last.at ? 'middle' : 'start'}
          >
            {shortDay(first.at)}
          </text>
          {first.at !== last.at && (
            <text x={BOX.right} y={HEIGHT - 8} textAnchor="end">
              {shortDay(last.at)}
            </text>
          )}
        </g>
        <path d={fadingPath(points, scale)} className="fill-none stroke-pine" strokeWidth={2} strokeLinejoin="round" />
        <line x1={scale.x(moment.at)} x2={scale.x(moment.at)} y1={BOX.top} y2={BOX.bottom} className="stroke-edge" strokeDasharray="3 4" />
        {[...new Set([...signs, shown])].flatMap((index) => {
          const sign = moments[index];
          return sign
            ? [<Sign key={index} moment={sign} x={scale.x(sign.at)} y={scale.y(sign.confidence)} chosen={index === shown} />]
            : [];
        })}
      </svg>
      <figcaption className="flex flex-col gap-1">
        {moments.length > 1 && (
          <>
            <label htmlFor={sliderId} className="sr-only">
              Look at a moment
            </label>
            <input
              id={sliderId}
              type="range"
              min={0}
              max={moments.length - 1}
              value={shown}
              aria-valuetext={`${shortDay(moment.at)}: ${percent(moment.confidence)}. ${momentReason(moment)}`}
              onChange={(event) => setChosen(event.target.valueAsNumber)}
              className="w-full accent-pine"
            />
          </>
        )}
        <p className="text-sm text-muted">
          {shortDay(moment.at)} · {confidenceWords(moment.confidence)} ({percent(moment.confidence)})
        </p>
        <p dir="auto" className={joinClasses('line-clamp-3 wrap-anywhere', moment.quote === null ? 'text-sm' : 'words')}>
          {momentReason(moment)}
        </p>
      </figcaption>
    </figure>
  );
}

/** A round sign for a piece of evidence, a square one for the person's own judgement. */
function Sign({ moment, x, y, chosen }: { moment: ConfidenceMoment; x: number; y: number; chosen: boolean }) {
  const size = chosen ? 6 : 4;
  const classes = joinClasses('stroke-pine', chosen ? 'fill-pine' : 'fill-surface');
  if (moment.reason === 'today') return chosen ? <circle cx={x} cy={y} r={3} className="fill-pine" /> : null;
  return moment.reason === 'judgement' ? (
    <rect x={x - size} y={y - size} width={size * 2} height={size * 2} className={classes} strokeWidth={2} />
  ) : (
    <circle cx={x} cy={y} r={size} className={classes} strokeWidth={2} />
  );
}
