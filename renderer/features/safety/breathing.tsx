import { Button } from '../../components/button.tsx';
import { breath } from './grounding-words.ts';
import { useBreathing } from './use-breathing.ts';

const RADIUS = { narrow: 30, wide: 62 } as const;

/**
 * A circle to breathe with: it widens and narrows with the breath. Where motion is not wanted it stands still in its two sizes,
 * and the words and the count lead alone.
 */
export function Breathing() {
  const { now, toggle } = useBreathing();
  const width = now?.phase.width ?? 'narrow';
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <svg
        viewBox="0 0 160 160"
        className="size-40 shrink-0"
        role="img"
        aria-label="A circle that widens as you breathe in and narrows as you breathe out"
      >
        <circle cx="80" cy="80" r={RADIUS.wide + 8} fill="none" strokeDasharray="2 6" strokeLinecap="round" className="stroke-edge" />
        <circle cx="80" cy="80" r={RADIUS.narrow} fill="none" className="stroke-line" />
        <circle
          cx="80"
          cy="80"
          r={RADIUS.wide}
          className="origin-center fill-pine opacity-80 transition-transform ease-in-out"
          style={{
            transform: `scale(${RADIUS[width] / RADIUS.wide})`,
            transitionDuration: `${now?.phase.seconds ?? 1}s`,
          }}
        />
        {now && (
          <text
            x="80"
            y="80"
            textAnchor="middle"
            dominantBaseline="central"
            aria-hidden
            className="fill-on-pine text-xl font-semibold tabular-nums"
          >
            {now.left}
          </text>
        )}
      </svg>
      <div className="flex max-w-[40ch] min-w-0 flex-1 basis-56 flex-col items-start gap-3">
        <p className="text-lg font-semibold" role="status">
          {now?.phase.name ?? 'When you are ready'}
        </p>
        <p className="text-sm text-muted">
          In for {breath[0].seconds}, out for {breath.at(-1)?.seconds}. Let it be easy. If it becomes unpleasant, stop and breathe as you
          like; the senses below may suit you better.
        </p>
        <Button onClick={toggle}>{now ? 'Stop' : 'Begin breathing'}</Button>
      </div>
    </div>
  );
}
