import { Play } from 'lucide-react';
import { useState } from 'react';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { runOutcome } from './job-words.ts';

/** Does all that is due at once, and tells what came of it. */
export function RunNow() {
  const { run, running, error } = useAction('jobs.run');
  const [done, setDone] = useState<RouteOutput<'jobs.run'> | null>(null);
  const runNow = async () => {
    setDone(null);
    const result = await run({});
    if (result.ok) setDone(result.value);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button icon={<Play aria-hidden className="size-4" />} busy={running} onClick={() => void runNow()}>
        Run now
      </Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {running && 'Doing what is due. You can go on meanwhile.'}
        {done && (done.runs.length === 0 ? 'Nothing was due.' : done.runs.map(runOutcome).join(' '))}
      </p>
      {error && <Notice tone="alert">{error.message}</Notice>}
    </div>
  );
}
