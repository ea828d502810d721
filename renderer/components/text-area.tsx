import type { ComponentProps, ReactNode } from 'react';
import { Field, inputClasses } from './field.tsx';
import { joinClasses } from './join-classes.ts';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & { label: string; hint?: ReactNode; error?: string | null };

/** From so many characters on the box has its full height anyway. Measuring a long text for it takes the window seconds. */
const LONG = 10_000;

/** Several lines of text with their label; the box grows with what is typed, and begins with as many lines as `rows`. */
export function TextArea({ label, hint, error = null, className, rows = 2, ...input }: TextAreaProps) {
  const { value } = input;
  const isLong = typeof value === 'string' && value.length > LONG;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          rows={rows}
          // A box that grows with its content goes by no `rows`.
          style={{ minHeight: `calc(${rows}lh + 1rem + 2px)` }}
          // Told for every paragraph of a long text, the direction takes the window many times as long as all else.
          dir={isLong ? directionOf(value) : 'auto'}
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...control}
          className={joinClasses(inputClasses, 'max-h-96 resize-y', isLong ? 'h-96' : 'field-sizing-content', className)}
        />
      )}
    </Field>
  );
}

/** The direction of the first letter. */
const directionOf = (text: string): 'ltr' | 'rtl' =>
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(/\p{L}/u.exec(text)?.[0] ?? '')
    ? 'rtl'
    : 'ltr';
