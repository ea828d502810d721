import { useState, type FormEvent } from 'react';
import { ContactName, type SafetyContact } from '../../../shared/entities/safety.ts';
import { useClient } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';

/** Writes down somebody new, or changes what is noted about somebody. */
export function ContactForm({ contact, onClose }: { contact: SafetyContact | null; onClose: () => void }) {
  const client = useClient();
  const [name, setName] = useState(contact?.name ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [notes, setNotes] = useState(contact?.notes ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = ContactName.safeParse(name);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please give a name.'));
    if (running || !parsed.success) return;
    setRunning(true);
    const written = { name: parsed.data, phone: phone.trim(), notes };
    const result = contact
      ? await client.call('safety.updateContact', { contactId: contact.id, ...written })
      : await client.call('safety.addContact', written);
    setRunning(false);
    if (result.ok) onClose();
    else setProblem(result.error.message);
  };
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
      <TextField label="Name" maxLength={120} dir="auto" value={name} onChange={(event) => setName(event.target.value)} error={problem} />
      <TextField
        label="Number"
        type="tel"
        maxLength={60}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        hint="As you would dial it."
      />
      <TextArea
        label="Good to know"
        maxLength={2000}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
        hint="When they are awake, what they already know, how to begin."
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={running}>
          {contact ? 'Save' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
