import { Command } from 'cmdk';
import { BookHeart, EyeOff, LifeBuoy, LockKeyhole, MessageCirclePlus, type LucideIcon } from 'lucide-react';
import { Dialog } from '../components/dialog.tsx';
import { useNewSession } from '../features/chat/use-session-ending.ts';
import { goTo } from './hash-location.ts';
import { navigation } from './navigation.ts';
import { places } from './places.ts';
import { shortcutWords } from './shortcuts.ts';
import { useVeil } from './veil.tsx';

const groupClasses =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted';

/** A list of everything one can go to or do, found by typing. */
export function Palette({ open, onOpenChange, onLock }: { open: boolean; onOpenChange: (open: boolean) => void; onLock: () => void }) {
  const veil = useVeil();
  const startNewSession = useNewSession();
  const choose = (run: () => void) => () => {
    onOpenChange(false);
    run();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Go to"
      description="Type to find a page or a command."
      titleHidden
      placement="top"
    >
      <Command label="Go to" loop>
        <Command.Input
          placeholder="Where to?"
          className="w-full border-b border-line bg-transparent px-5 py-4 text-base -outline-offset-2"
          autoComplete="off"
          spellCheck={false}
        />
        <Command.List className="max-h-[min(28rem,60vh)] overflow-y-auto p-2" label="Pages and commands">
          <Command.Empty className="px-3 py-6 text-center text-sm text-muted">Nothing here goes by that name.</Command.Empty>
          <Command.Group heading="Go to" className={groupClasses}>
            {navigation.map(({ label, place, picture }) => (
              <Entry key={place} label={label} picture={picture} onSelect={choose(() => goTo(place))} />
            ))}
            <Entry label="Help now" picture={LifeBuoy} onSelect={choose(() => goTo(places.help))} />
            <Entry label="My plan for hard moments" picture={BookHeart} onSelect={choose(() => goTo(places.safetyPlan))} />
          </Command.Group>
          <Command.Group heading="Do" className={groupClasses}>
            <Entry label="Start a new session" picture={MessageCirclePlus} onSelect={choose(() => void startNewSession())} />
            <Entry label="Draw the veil" picture={EyeOff} keys={shortcutWords('h', true)} onSelect={choose(veil.draw)} />
            <Entry label="Lock" picture={LockKeyhole} keys={shortcutWords('l')} onSelect={choose(onLock)} />
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Entry({ label, picture: Picture, keys, onSelect }: { label: string; picture: LucideIcon; keys?: string; onSelect: () => void }) {
  return (
    <Command.Item
      value={label}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-sm data-[selected=true]:bg-pine-soft data-[selected=true]:text-pine"
    >
      <Picture aria-hidden className="size-4.5 shrink-0" />
      <span className="flex-1">{label}</span>
      {keys && <kbd className="font-sans text-xs text-muted">{keys}</kbd>}
    </Command.Item>
  );
}
