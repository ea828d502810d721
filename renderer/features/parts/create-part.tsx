import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { PartName, partRoles, type PartRole } from '../../../shared/entities/part.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { roleWords } from '../../components/role-words.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';

const roleChoices = partRoles.map((value) => ({ value, label: roleWords[value].name })).toReversed();

/** Adds a part the person knows already. */
export function CreatePart() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        Add a part
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Add a part"
        description="Somebody inside you already know. A name is enough; the rest can come later."
      >
        <CreateForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CreateForm({ onClose }: { onClose: () => void }) {
  const create = useAction('parts.create');
  const [name, setName] = useState('');
  const [role, setRole] = useState<PartRole>('unknown');
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (create.running) return;
    const parsed = PartName.safeParse(name);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please give it a name.'));
    if (!parsed.success) return;
    const result = await create.run({ name: parsed.data, attributes: { role } });
    if (!result.ok) return;
    onClose();
    goTo(places.part(result.value.id));
  };
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      <TextField
        label="Name"
        maxLength={120}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={problem ?? create.error?.message ?? null}
      />
      <SelectField label="Role" value={role} choices={roleChoices} onChange={setRole} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={create.running}>
          Add
        </Button>
      </div>
    </form>
  );
}
