import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

export type CardProps = ComponentProps<'div'> & {
  /** For what has not settled yet: a broken edge and no ground of its own. */
  tentative?: boolean;
  /** Set when the whole card can be pressed; tells whether it is the one being looked at. */
  selected?: boolean;
};

/** A quiet sheet on the page. */
export function Card({ tentative = false, selected, className, ...rest }: CardProps) {
  const looks = selected
    ? 'border-pine bg-pine-soft'
    : joinClasses(tentative ? 'border-dashed border-edge' : 'border-line bg-surface', selected === false && 'hover:bg-hover');
  return <div {...rest} className={joinClasses('rounded-lg border p-4 transition-colors', looks, className)} />;
}
