import { MessageSquareQuote } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import type { Evidence, Part } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { usePagedCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { focusBeside } from '../../components/focus-beside.ts';
import { Notice } from '../../components/notice.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceQuote } from './evidence-quote.tsx';
import { Section } from '../../components/section.tsx';
import { evidenceWords } from './part-words.ts';

/** All words a part was seen in, the newest first; some can be added and taken off here. */
export function PartEvidence({ part }: { part: Part }) {
  const filter = { partId: part.id };
  const list = usePagedCall('parts.evidence', (client, page) => client.call('parts.evidence', { ...filter, ...page }), filter);
  const [adding, setAdding] = useState(false);
  return (
    <Section title="Your words" intro={part.evidenceCount > 1 && `${evidenceWords(part)}, the newest first.`}>
      <Button
        size="small"
        className="self-start"
        icon={<MessageSquareQuote aria-hidden className="size-4" />}
        onClick={() => setAdding(true)}
      >
        Add words
      </Button>
      <Dialog
        open={adding}
        onOpenChange={setAdding}
        title={`Which words speak for ${part.name}?`}
        description="In a session you can also select words of yours and choose “These words speak for…”."
      >
        <AddEvidence partId={part.id} said={null} onDone={() => setAdding(false)} />
      </Dialog>
      <PagedList
        list={list}
        items={list.data?.pages.flatMap((page) => page.items) ?? []}
        className="flex flex-col gap-5"
        empty={<p className="text-muted">No words speak for it yet. They gather when you write, and when you add them yourself.</p>}
      >
        {(evidence) => <EvidenceEntry key={evidence.id} evidence={evidence} part={part} />}
      </PagedList>
    </Section>
  );
}

function EvidenceEntry({ evidence, part }: { evidence: Evidence; part: Part }) {
  const remove = useAction('parts.removeEvidence');
  const onRemove = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const result = await remove.run({ evidenceId: evidence.id });
    if (result.ok) focusBeside(currentTarget);
  };
  return (
    <li className="drawn-when-near [contain-intrinsic-size:auto_4rem]">
      <EvidenceQuote evidence={evidence} partId={part.id}>
        <Button
          size="small"
          look="quiet"
          busy={remove.running}
          aria-label={`Remove the words “${evidence.quote.slice(0, 60)}”`}
          onClick={(event) => void onRemove(event)}
        >
          Remove
        </Button>
      </EvidenceQuote>
      {remove.error && <Notice tone="alert">{remove.error.message}</Notice>}
    </li>
  );
}
