import type { ComponentProps, ReactNode } from 'react';
import { Field, inputClasses } from './field.tsx';
import { joinClasses } from './join-classes.ts';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & { label: string; hint?: ReactNode; error?: string | null };

/** Several lines of text with their label; the box grows with what is typed. */
export function TextArea({ label, hint, error = null, className, ...input }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          rows={2}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...control}
          className={joinClasses(inputClasses, 'field-sizing-content max-h-96 resize-y', className)}
        />
      )}
    </Field>
  );
}
