import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

/** A quiet sheet on the page. `tentative` is for what has not settled yet. */
export function Card({ tentative = false, className, ...rest }: ComponentProps<'div'> & { tentative?: boolean }) {
  return (
    <div
      {...rest}
      className={joinClasses('rounded-lg border bg-surface p-4', tentative ? 'border-dashed border-edge' : 'border-line', className)}
    />
  );
}
