import type { CSSProperties } from 'react';
import type { Part, PartRole } from '../../../shared/entities/part.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { firstSign } from './first-sign.ts';

const roleColours: Record<PartRole, string> = {
  manager: 'bg-manager',
  firefighter: 'bg-firefighter',
  exile: 'bg-exile',
  unknown: 'bg-unknown',
};

/** A part's own sign: its emoji, with a dot of its colour when it has one; else a dot in that colour, or in its role's hue. */
export function PartSign({ part }: { part: { attributes: Pick<Part['attributes'], 'role' | 'emoji' | 'hue'> } }) {
  const { emoji, hue, role } = part.attributes;
  const style: CSSProperties & { '--part-hue'?: number } = hue === undefined ? {} : { '--part-hue': hue };
  if (emoji) {
    return (
      <span aria-hidden className="relative inline-flex size-6 shrink-0 items-center justify-center text-lg">
        {firstSign(emoji)}
        {hue !== undefined && (
          <span style={style} className="part-colour absolute -right-1 -bottom-1 size-2.5 rounded-full border-2 border-surface" />
        )}
      </span>
    );
  }
  return (
    <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center">
      <span style={style} className={joinClasses('size-3.5 rounded-full', hue === undefined ? roleColours[role] : 'part-colour')} />
    </span>
  );
}
