import { Split } from 'lucide-react';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { PartName, partRoles, type Part, type PartRole } from '../../../shared/entities/part.ts';
import type { EvidenceId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useOptionalCall, usePagedCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { shortDay } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { roleWords } from '../../components/role-words.ts';
import { SelectField } from '../../components/select-field.tsx';
import { statusWords } from '../../components/status-words.ts';
import { TextField } from '../../components/text-field.tsx';
import { PartPreview } from './part-preview.tsx';
import { evidenceKindWords } from './part-words.ts';

const roleChoices = partRoles.map((value) => ({ value, label: roleWords[value].name })).toReversed();

/** Makes two parts of one, when some of its words turn out to be somebody else's. */
export function SplitPart({ part }: { part: Part }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        icon={<Split aria-hidden className="size-4" />}
        disabled={part.evidenceCount === 0}
        onClick={() => setOpen(true)}
      >
        Split
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Split ${part.name}`}
        description="When some of these words turn out to be another part’s. Choose them and give that part a name; it can be undone at any time."
      >
        <SplitForm part={part} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SplitForm({ part, onClose }: { part: Part; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly EvidenceId[]>([]);
  const [name, setName] = useState('');
  const [role, setRole] = useState<PartRole>('unknown');
  const [tried, setTried] = useState(false);
  const split = useAction('parts.split');
  const parsed = PartName.safeParse(name);
  const input = chosen.length > 0 && parsed.success ? { partId: part.id, evidenceIds: [...chosen], name: parsed.data, role } : null;
  const preview = useOptionalCall('parts.previewSplit', useDeferredValue(input));
  const error = split.error ?? errorOf(preview.error);
  const problem = tried ? missing(chosen, parsed) : null;

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (split.running) return;
    setTried(true);
    if (!input) return;
    const result = await split.run(input);
    if (!result.ok) return;
    onClose();
    goTo(places.part(result.value.newPart.id));
  };
  const onChoose = (id: EvidenceId, isChosen: boolean) =>
    setChosen((current) => (isChosen ? [...current, id] : current.filter((other) => other !== id)));

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      <EvidenceChoice part={part} chosen={chosen} onChoose={onChoose} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] items-start gap-4">
        <TextField label="Name of the new part" maxLength={120} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
        <SelectField label="Its role" value={role} choices={roleChoices} onChange={setRole} />
      </div>
      {(problem ?? error) && <Notice tone="alert">{problem ?? error?.message}</Notice>}
      {input && preview.data && !error && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] gap-3">
          <PartPreview title="What stays" part={preview.data.part} />
          <PartPreview title="What goes" part={preview.data.newPart} />
        </div>
      )}
      {input && preview.data && !error && preview.data.part.status !== part.status && (
        <p className="text-sm">
          {part.name} would be left with too few words to stay active, and becomes {statusWords[preview.data.part.status].toLowerCase()}{' '}
          again.
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={split.running}>
          Split
        </Button>
      </div>
    </form>
  );
}

/** What is still needed before the split can be made. */
function missing(chosen: readonly EvidenceId[], name: ReturnType<typeof PartName.safeParse>): string | null {
  if (chosen.length === 0) return 'Please choose the words that go to the new part.';
  return name.success ? null : (name.error.issues[0]?.message ?? 'Please give the new part a name.');
}

function EvidenceChoice({
  part,
  chosen,
  onChoose,
}: {
  part: Part;
  chosen: readonly EvidenceId[];
  onChoose: (id: EvidenceId, isChosen: boolean) => void;
}) {
  const filter = { partId: part.id };
  const list = usePagedCall('parts.evidence', (client, page) => client.call('parts.evidence', { ...filter, ...page }), filter);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1.5 text-sm font-medium">The words that go to the new part</legend>
      <div className="max-h-56 overflow-y-auto rounded-md border border-line p-3" tabIndex={-1}>
        <PagedList
          list={list}
          items={list.data?.pages.flatMap((page) => page.items) ?? []}
          className="flex flex-col gap-3"
          empty={<p className="text-muted">No words speak for it yet.</p>}
        >
          {({ id, quote, observedAt, kind }) => (
            <li key={id}>
              <Checkbox
                label={quote}
                labelClassName="words line-clamp-3 font-normal"
                hint={`${shortDay(observedAt)} · ${evidenceKindWords[kind]}`}
                checked={chosen.includes(id)}
                onChange={(isChosen) => onChoose(id, isChosen)}
              />
            </li>
          )}
        </PagedList>
      </div>
    </fieldset>
  );
}
