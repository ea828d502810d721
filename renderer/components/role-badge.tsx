import { CircleHelp, Flame, Shield, Sprout } from 'lucide-react';
import type { PartRole } from '../../shared/entities/part.ts';
import { joinClasses } from './join-classes.ts';
import { roleWords } from './role-words.ts';

const hues: Record<PartRole, string> = {
  manager: 'bg-manager-soft text-manager',
  firefighter: 'bg-firefighter-soft text-firefighter',
  exile: 'bg-exile-soft text-exile',
  unknown: 'bg-unknown-soft text-unknown',
};

const pictures = { manager: Shield, firefighter: Flame, exile: Sprout, unknown: CircleHelp } satisfies Record<PartRole, unknown>;

/** A role as a word, a picture and a hue, so that none of them stands alone. */
export function RoleBadge({ role }: { role: PartRole }) {
  const Picture = pictures[role];
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap',
        hues[role],
      )}
    >
      <Picture aria-hidden className="size-3.5" />
      {roleWords[role].name}
    </span>
  );
}
