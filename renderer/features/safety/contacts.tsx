import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SafetyContact } from '../../../shared/entities/safety.ts';
import { useClient } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import type { CallError, Result } from '../../../shared/errors.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { ContactForm } from './contact-form.tsx';
import { Person } from './people-view.tsx';

/** The people the person can turn to, in their own order. */
export function Contacts() {
  const client = useClient();
  const contacts = useCall('safety.contacts', {});
  const [edited, setEdited] = useState<SafetyContact | 'new' | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const error = errorOf(contacts.error);

  const run = async (answer: Promise<Result<unknown>>) => {
    const result = await answer;
    setProblem(result.ok ? null : result.error);
    return result.ok;
  };
  const move = ({ id }: SafetyContact, direction: 'up' | 'down') =>
    void run(client.call('safety.moveContact', { contactId: id, direction }));
  const remove = async ({ id }: SafetyContact) => {
    // Its buttons are gone with it.
    if (await run(client.call('safety.removeContact', { contactId: id }))) add.current?.focus();
  };

  return (
    <section aria-label="People I can turn to" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">People I can turn to</h2>
        <p className="text-muted">Whoever you would call first stands first. A name is enough; a number makes it quicker.</p>
      </div>
      {problem && <Notice tone="caution">{problem.message}</Notice>}
      {error ? (
        <ErrorState error={error} onRetry={() => void contacts.refetch()} />
      ) : contacts.data === undefined ? (
        <Skeleton rows={2} />
      ) : (
        contacts.data.length > 0 && (
          <ol className="flex flex-col gap-3">
            {contacts.data.map((contact, at, all) => (
              <li key={contact.id}>
                <Card className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                  <Person person={contact} />
                  <div className="flex gap-0.5">
                    <IconButton
                      label={`Move ${contact.name} up`}
                      aria-disabled={at === 0 || undefined}
                      className={at === 0 ? 'opacity-40' : ''}
                      icon={<ArrowUp aria-hidden className="size-4.5" />}
                      onClick={() => at > 0 && move(contact, 'up')}
                    />
                    <IconButton
                      label={`Move ${contact.name} down`}
                      aria-disabled={at === all.length - 1 || undefined}
                      className={at === all.length - 1 ? 'opacity-40' : ''}
                      icon={<ArrowDown aria-hidden className="size-4.5" />}
                      onClick={() => at < all.length - 1 && move(contact, 'down')}
                    />
                    <IconButton
                      label={`Change ${contact.name}`}
                      icon={<Pencil aria-hidden className="size-4.5" />}
                      onClick={() => setEdited(contact)}
                    />
                    <IconButton
                      label={`Remove ${contact.name}`}
                      icon={<Trash2 aria-hidden className="size-4.5" />}
                      onClick={() => void remove(contact)}
                    />
                  </div>
                </Card>
              </li>
            ))}
          </ol>
        )
      )}
      <Button ref={add} className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => setEdited('new')}>
        Add somebody
      </Button>
      <Dialog
        open={edited !== null}
        onOpenChange={(open) => {
          if (!open) setEdited(null);
        }}
        title={edited === 'new' ? 'Somebody to turn to' : 'Change what is noted'}
      >
        {edited && <ContactForm contact={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Dialog>
    </section>
  );
}
