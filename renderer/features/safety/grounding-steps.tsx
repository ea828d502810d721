import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { senses } from './grounding-words.ts';

/** 5-4-3-2-1: five things to see, four to feel, three to hear, two to smell, one to taste; one step at a time, each in one’s own time. */
export function GroundingSteps() {
  const [at, setAt] = useState(0);
  const step = senses[at];
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-[60ch] text-sm text-muted">
        Take your time. Fewer is fine too, and you can pass over a sense that isn’t there or isn’t pleasant.
      </p>
      <ol className="flex gap-2" aria-label="Steps">
        {senses.map(({ count, what }, index) => (
          <li
            key={count}
            aria-current={index === at ? 'step' : undefined}
            className={
              index === at
                ? 'inline-flex size-9 items-center justify-center rounded-full bg-pine font-semibold text-on-pine'
                : 'inline-flex size-9 items-center justify-center rounded-full border border-edge text-muted'
            }
          >
            {count}
            <span className="sr-only"> {what}</span>
          </li>
        ))}
      </ol>
      <div role="status" className="flex flex-col gap-1">
        <p className="text-lg font-semibold">{step ? `Find ${step.count} ${step.what}` : 'You are here'}</p>
        <p className="max-w-[60ch] text-muted">
          {step?.how ?? 'That was all of it. You can begin again as often as you like, or stay with the sense that felt best.'}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAt(step ? at + 1 : 0)}>{step ? 'Go on' : 'Begin again'}</Button>
        {at > 0 && step && (
          <Button look="quiet" onClick={() => setAt(at - 1)}>
            Go back
          </Button>
        )}
      </div>
    </div>
  );
}
