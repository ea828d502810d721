import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { counted } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';

/** Reads the whole database and tells whether it is sound. */
export function DatabaseCheck() {
  const check = useAction('database.check');
  const [report, setReport] = useState<RouteOutput<'database.check'> | null>(null);
  const run = async () => {
    setReport(null);
    const result = await check.run({});
    if (result.ok) setReport(result.value);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button icon={<ShieldCheck aria-hidden className="size-4" />} busy={check.running} onClick={() => void run()}>
        Check database
      </Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {check.running && 'Reading everything. You can go on meanwhile.'}
        {report?.sound && `All is well: ${counted(report.messages, 'message', 'messages')} read, nothing damaged.`}
      </p>
      {report && !report.sound && (
        <Notice tone="alert">
          <p>Something is not as it should be. Please export everything now and keep the file in a safe place.</p>
          <ul className="mt-2 list-disc pl-5">
            {report.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {check.error && <Notice tone="alert">{check.error.message}</Notice>}
    </div>
  );
}
