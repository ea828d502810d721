import type { CSSProperties } from 'react';
import type { Part, PartRole } from '../../../shared/entities/part.ts';
import { joinClasses } from '../../components/join-classes.ts';

const roleColours: Record<PartRole, string> = {
  manager: 'bg-manager',
  firefighter: 'bg-firefighter',
  exile: 'bg-exile',
  unknown: 'bg-unknown',
};

/** A part's own sign: its emoji, or a dot in its colour, or in its role's hue while it has neither. */
export function PartSign({ part }: { part: Part }) {
  const { emoji, hue, role } = part.attributes;
  if (emoji) {
    return (
      <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center text-lg">
        {emoji}
      </span>
    );
  }
  const style: CSSProperties & { '--part-hue'?: number } = hue === undefined ? {} : { '--part-hue': hue };
  return (
    <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center">
      <span style={style} className={joinClasses('size-3.5 rounded-full', hue === undefined ? roleColours[role] : 'part-colour')} />
    </span>
  );
}
