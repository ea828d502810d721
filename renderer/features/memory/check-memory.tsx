import { ShieldCheck, Wrench } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemoryCheck } from '../../../shared/entities/memory.ts';
import { useAction } from '../../client/context.tsx';
import { invalidateEntities } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { counted } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { problemWords } from './memory-words.ts';

/** Problems that are listed one by one. */
const LISTED = 20;

/** Rebuilds every version and says whether all are sound; offers to repair when they are not. */
export function CheckMemory() {
  const queryClient = useQueryClient();
  const verify = useAction('memory.verify');
  const repair = useAction('memory.repair');
  const [report, setReport] = useState<{ check: MemoryCheck; repaired: boolean } | null>(null);
  const look = async () => {
    setReport(null);
    const result = await verify.run({});
    if (result.ok) setReport({ check: result.value, repaired: false });
  };
  const mend = async () => {
    const result = await repair.run({});
    if (!result.ok) return;
    setReport({ check: result.value, repaired: true });
    invalidateEntities(queryClient, ['memory']);
  };
  const error = verify.error ?? repair.error;
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        size="small"
        look="quiet"
        className="-ml-3"
        busy={verify.running}
        icon={<ShieldCheck aria-hidden className="size-4" />}
        onClick={() => void look()}
      >
        Check the memory
      </Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {verify.running && 'Every version is being rebuilt. You can go on meanwhile.'}
        {report && !report.repaired && report.check.problems.length === 0 && soundWords(report.check)}
        {report?.repaired && repairedWords(report.check)}
      </p>
      {report && !report.repaired && report.check.problems.length > 0 && (
        <Notice tone="alert">
          <div className="flex flex-col items-start gap-2">
            <p>{damagedWords(report.check)}</p>
            <ul className="list-disc pl-5">
              {report.check.problems.slice(0, LISTED).map(({ version, problem }) => (
                <li key={version}>
                  Version {version} {problemWords[problem]}.
                </li>
              ))}
              {report.check.problems.length > LISTED && <li>And {report.check.problems.length - LISTED} more.</li>}
            </ul>
            <p>
              A repair puts what was last sound where a version can’t be rebuilt. What those versions had changed is lost; your sessions are
              not touched.
            </p>
            <Button size="small" busy={repair.running} icon={<Wrench aria-hidden className="size-4" />} onClick={() => void mend()}>
              Repair
            </Button>
          </div>
        </Notice>
      )}
      {error && <Notice tone="alert">{error.message}</Notice>}
    </div>
  );
}

const soundWords = ({ versions }: MemoryCheck): string =>
  versions === 0 ? 'There is nothing to check yet.' : `All is well: ${counted(versions, 'version', 'versions')} rebuilt, nothing damaged.`;

const damagedWords = ({ versions, newestSound, problems }: MemoryCheck): string =>
  `Of ${counted(versions, 'version', 'versions')}, ${problems.length} can’t be rebuilt. ${
    newestSound === 0 ? 'None is sound.' : `The newest sound one is version ${newestSound}.`
  }`;

const repairedWords = ({ problems }: MemoryCheck): string =>
  problems.length === 0
    ? 'There was nothing to repair.'
    : `Repaired: ${counted(problems.length, 'version', 'versions')} can be rebuilt again.`;
