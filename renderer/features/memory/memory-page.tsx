import { BrainCircuit } from 'lucide-react';
import { useState } from 'react';
import { memorySections, type MemoryDocument } from '../../../shared/entities/memory.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { momentWords } from '../../components/dates.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { usePartNames } from '../activity/use-part-names.ts';
import { CheckMemory } from './check-memory.tsx';
import { MemoryRules } from './memory-rules.tsx';
import { MemorySectionView } from './memory-section.tsx';
import { MemoryTimeline } from './memory-timeline.tsx';

type View = 'remembered' | 'versions';

/** What is remembered, why, and how it came to be so. */
export function MemoryPage() {
  const memory = useCall('memory.get', {});
  const [view, setView] = useState<View>('remembered');
  const error = errorOf(memory.error);
  const newest = memory.data?.version ?? 0;
  return (
    <Page
      title="Memory"
      intro="What Trailhead has gathered from what you wrote, each with its reasons. It is kept on this computer, and yours to change."
    >
      {error ? (
        <ErrorState error={error} title="The memory can’t be shown right now" onRetry={() => void memory.refetch()} />
      ) : memory.data ? (
        <Tabs<View>
          label="Memory"
          value={view}
          onChange={setView}
          tabs={[
            { value: 'remembered', label: 'What is remembered', content: <Remembered {...memory.data} /> },
            { value: 'versions', label: 'Versions', content: <MemoryTimeline newest={newest} /> },
          ]}
        />
      ) : (
        <Skeleton rows={4} className="h-24" />
      )}
      {/* In one place, so that what a check or a repair found stays when the memory can be shown again. */}
      {memory.data?.version !== 0 && (
        <footer className="border-t border-line pt-4">
          <CheckMemory />
        </footer>
      )}
    </Page>
  );
}

function Remembered({ version, createdAt, document }: { version: number; createdAt: number | null; document: MemoryDocument }) {
  const names = usePartNames();
  const filled = memorySections.filter((section) => document[section].length > 0);
  return (
    <div className="flex flex-col gap-6">
      {filled.length === 0 && (
        <EmptyState picture={<BrainCircuit className="size-8" />} title="Nothing is remembered yet">
          <p>
            After a session has ended, what seems worth keeping is gathered here: what came up, what sets things off, what helped. You can
            see why for each, put it in other words, or take it out.
          </p>
        </EmptyState>
      )}
      {document.summary.trim() !== '' && (
        <section aria-label="Summary" className="rounded-lg bg-pine-soft px-5 py-4">
          <p dir="auto" className="words max-w-[68ch]">
            {document.summary}
          </p>
        </section>
      )}
      {filled.length > 0 && createdAt !== null && (
        <p className="text-sm text-muted">
          Version {version}, from {momentWords(createdAt)}.
        </p>
      )}
      {filled.map((section) => (
        <MemorySectionView key={section} section={section} beliefs={document[section]} names={names} />
      ))}
      <MemoryRules />
    </div>
  );
}
