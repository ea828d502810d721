import type { Part } from '../../../shared/entities/part.ts';
import { usePagedCall } from '../../client/queries.ts';
import { PagedList } from '../../components/paged-list.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { Section } from '../../components/section.tsx';
import { evidenceWords } from './part-words.ts';

/** All words a part was seen in, the newest first. */
export function PartEvidence({ part }: { part: Part }) {
  const filter = { partId: part.id };
  const list = usePagedCall('parts.evidence', (client, page) => client.call('parts.evidence', { ...filter, ...page }), filter);
  return (
    <Section title="Your words" intro={part.evidenceCount > 1 && `${evidenceWords(part)}, the newest first.`}>
      <PagedList
        list={list}
        items={list.data?.pages.flatMap((page) => page.items) ?? []}
        className="flex flex-col gap-5"
        empty={<p className="text-muted">No words speak for it yet. They gather when you write and accept what the companion notices.</p>}
      >
        {(evidence) => (
          <li key={evidence.id} className="drawn-when-near [contain-intrinsic-size:auto_4rem]">
            <EvidenceQuote evidence={evidence} partId={part.id} />
          </li>
        )}
      </PagedList>
    </Section>
  );
}
