import { RotateCcw, SkipForward } from 'lucide-react';
import { Link } from 'wouter';
import type { GuideMove } from '../../../shared/entities/guide.ts';
import type { GuideState } from '../../../shared/entities/session.ts';
import { places } from '../../app/places.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { Tooltip } from '../../components/tooltip.tsx';
import { isBehind, shownStep, stepNames } from './mode-words.ts';

/** Where one is in the six Fs: to go past a step, to another one, or to leave. */
export function StepLine({ guide, busy, onMove }: { guide: GuideState | null; busy: boolean; onMove: (move: GuideMove) => void }) {
  const step = guide?.mode === 'six_fs' ? guide.step : undefined;
  const current = step && shownStep(step);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <nav aria-label="Steps" className="min-w-0">
        <ol className="flex flex-wrap items-center gap-1">
          {stepNames.map(([id, name], index) => {
            const isCurrent = id === current;
            return (
              <li key={id}>
                <Tooltip words={name}>
                  <button
                    type="button"
                    aria-current={isCurrent ? 'step' : undefined}
                    disabled={busy}
                    onClick={() => onMove({ kind: 'go_to', step: id })}
                    className={joinClasses(
                      'inline-flex min-h-7 min-w-7 items-center justify-center gap-1.5 rounded-full border px-2 text-xs transition-colors',
                      isCurrent
                        ? 'border-pine bg-pine-soft font-medium text-pine'
                        : 'border-transparent text-muted hover:bg-hover hover:text-ink',
                      step !== undefined && isBehind(id, step) && 'text-ink',
                    )}
                  >
                    <span aria-hidden>{index + 1}</span>
                    <span className={isCurrent ? '' : 'sr-only'}>
                      {isCurrent && step === 'unblend' ? `${name}: asking for space` : name}
                    </span>
                  </button>
                </Tooltip>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="ml-auto flex items-center gap-1">
        {step === 'close' && guide?.partId && (
          <Link href={places.part(guide.partId)} className={buttonClasses('secondary', 'small')}>
            Open its page
          </Link>
        )}
        {step === 'close' && (
          <Button
            size="small"
            look="quiet"
            disabled={busy}
            icon={<RotateCcw aria-hidden className="size-4" />}
            onClick={() => onMove({ kind: 'begin' })}
          >
            Begin again
          </Button>
        )}
        {step !== 'close' && (
          <Button
            size="small"
            look="quiet"
            disabled={busy}
            icon={<SkipForward aria-hidden className="size-4" />}
            onClick={() => onMove({ kind: 'skip' })}
          >
            Skip
          </Button>
        )}
        <Button size="small" look="quiet" disabled={busy} onClick={() => onMove({ kind: 'leave' })}>
          Leave
        </Button>
      </div>
    </div>
  );
}
