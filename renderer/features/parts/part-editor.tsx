import { useEffect, useRef, useState, type FormEvent } from 'react';
import { partRoles, type Part } from '../../../shared/entities/part.ts';
import { useAction, useClient } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { roleWords } from '../../components/role-words.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { HueField } from './hue-field.tsx';
import { PartClashes } from './part-clashes.tsx';
import {
  clashesOf,
  formOf,
  listFields,
  listWords,
  problemsOf,
  updateOf,
  type PartDraft,
  type PartForm,
  type PartFormProblems,
} from './part-form.ts';

const roleChoices = partRoles.map((value) => ({ value, label: roleWords[value].name }));

/** Everything a person can write about a part, in one form. What is typed is kept as a draft until it is kept or dropped. */
export function PartEditor({
  part,
  draft,
  onType,
  onClose,
}: {
  part: Part;
  draft: PartDraft;
  onType: (draft: PartDraft) => void;
  onClose: () => void;
}) {
  const client = useClient();
  const update = useAction('parts.update');
  const { form } = draft;
  const [problems, setProblems] = useState<PartFormProblems>({});
  /** The part as it was when what was typed could not be kept because of it. */
  const [met, setMet] = useState<PartForm | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  const set = (change: Partial<PartForm>) => onType({ ...draft, form: { ...form, ...change } });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (update.running) return;
    const found = problemsOf(form);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    // Read anew: another window may have kept something a moment ago.
    const now = await client.call('parts.get', { partId: part.id });
    setFailed(now.ok ? null : now.error.message);
    if (!now.ok) return;
    const current = formOf(now.value);
    if (clashesOf(current, draft).length > 0) return setMet(current);
    const changes = updateOf(now.value, draft);
    if (Object.keys(changes).length === 1) return onClose();
    const result = await update.run(changes);
    if (result.ok) onClose();
  };
  return (
    <form
      ref={top}
      tabIndex={-1}
      noValidate
      aria-label="Edit this part"
      onSubmit={(event) => void onSubmit(event)}
      className="flex flex-col gap-5 outline-none"
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] items-start gap-4">
        <TextField
          label="Name"
          dir="auto"
          maxLength={120}
          value={form.name}
          error={problems.name ?? null}
          onChange={(event) => set({ name: event.target.value })}
        />
        <SelectField label="Role" value={form.role} choices={roleChoices} onChange={(role) => set({ role })} />
        <TextField
          label="Emoji"
          maxLength={32}
          value={form.emoji}
          error={problems.emoji ?? null}
          onChange={(event) => set({ emoji: event.target.value })}
        />
        <TextField
          label="Age"
          dir="auto"
          maxLength={100}
          hint="How old it seems, in your words."
          value={form.age}
          error={problems.age ?? null}
          onChange={(event) => set({ age: event.target.value })}
        />
      </div>
      <HueField hue={form.hue} onChange={(hue) => set({ hue })} />
      <TextArea
        label="Story"
        rows={5}
        className="words"
        value={form.story}
        error={problems.story ?? null}
        onChange={(event) => set({ story: event.target.value })}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] items-start gap-4">
        {listFields.map((field) => (
          <TextArea
            key={field}
            label={listWords[field].label}
            hint={`${listWords[field].hint} One a line.`}
            value={form[field]}
            error={problems[field] ?? null}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
      </div>
      {met && <PartClashes current={met} draft={draft} onChoose={onType} />}
      {(failed ?? update.error) && <Notice tone="alert">{failed ?? update.error?.message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={update.running}>
          Keep
        </Button>
        <Button look="quiet" onClick={onClose}>
          Drop what I typed
        </Button>
      </div>
    </form>
  );
}
