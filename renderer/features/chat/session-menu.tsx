import { Check, Ellipsis, Eraser, Pencil, Search } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { SESSION_TITLE_MAX, type Session } from '../../../shared/entities/session.ts';
import { shortcutWords } from '../../app/shortcuts.ts';
import { useAction, useClient } from '../../client/context.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import { flagHints } from './session-words.ts';
import { ForgetDialog } from '../forgetting/forget-dialog.tsx';

const itemClasses = 'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none data-highlighted:bg-hover';

/** What can be done with a session beside writing in it. */
export function SessionMenu({ session, onFind, onForgotten }: { session: Session; onFind: () => void; onForgotten: () => void }) {
  const client = useClient();
  const toast = useToast();
  const [asked, setAsked] = useState<'rename' | 'forget' | null>(null);
  const tellFailure = (result: { ok: boolean; error?: { message: string } }) => {
    if (!result.ok && result.error) toast({ words: result.error.message });
  };
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <IconButton label="More about this session" icon={<Ellipsis aria-hidden className="size-4.5" />} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            collisionPadding={8}
            className="z-40 w-72 rounded-md border border-line bg-surface p-1.5 text-sm shadow-raised animate-appear"
          >
            <DropdownMenu.Item className={itemClasses} onSelect={() => setAsked('rename')}>
              <Pencil aria-hidden className="size-4 text-muted" /> Change the title
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClasses} onSelect={onFind}>
              <Search aria-hidden className="size-4 text-muted" /> Find in this session
              <span className="ml-auto text-xs text-muted">{shortcutWords('f')}</span>
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
            <Choice
              checked={session.private}
              onChange={(wanted) => void client.call('privacy.set', { sessionId: session.id, private: wanted }).then(tellFailure)}
              hint={flagHints.private}
            >
              Private
            </Choice>
            <Choice
              checked={!session.remembered}
              onChange={(wanted) =>
                void client.call('sessions.setRemembered', { sessionId: session.id, remembered: !wanted }).then(tellFailure)
              }
              hint={flagHints.forgetful}
            >
              Keep no memory of it
            </Choice>
            <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
            <DropdownMenu.Item className={`${itemClasses} text-alert`} onSelect={() => setAsked('forget')}>
              <Eraser aria-hidden className="size-4" /> Forget session
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asked === 'rename' && <RenameSession session={session} onClose={() => setAsked(null)} />}
      {asked === 'forget' && (
        <ForgetDialog
          target={{ kind: 'session', sessionId: session.id }}
          title="Forget this session for good?"
          words="Its words go everywhere, also from the parts, notes and changes that hold them. This can’t be undone."
          onForgotten={onForgotten}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function Choice({
  checked,
  onChange,
  hint,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint: string;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      // The menu stays, to show what became of it.
      onSelect={(event) => event.preventDefault()}
      className={`${itemClasses} items-start`}
    >
      <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-xs border border-edge">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden strokeWidth={3} className="size-3 text-pine" />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="flex flex-col">
        {children}
        <span className="text-xs text-muted">{hint}</span>
      </span>
    </DropdownMenu.CheckboxItem>
  );
}

function RenameSession({ session, onClose }: { session: Session; onClose: () => void }) {
  const rename = useAction('sessions.rename');
  const [title, setTitle] = useState(session.title ?? '');
  const keep = async () => {
    const result = await rename.run({ sessionId: session.id, title });
    if (result.ok) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Change the title">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label="Title"
          dir="auto"
          maxLength={SESSION_TITLE_MAX}
          value={title}
          error={rename.error?.message ?? null}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={rename.running} disabled={title.trim() === ''}>
            Keep
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
