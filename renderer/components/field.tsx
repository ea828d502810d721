import { useId, type ReactNode } from 'react';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
};

/** A label, a control, a hint and what is wrong, tied together for every way of reading. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm text-alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The box around typed text, for every kind of input. */
export const inputClasses =
  'w-full min-h-10.5 rounded-md border border-edge bg-surface px-3 py-2 text-base leading-normal text-ink outline-offset-1 aria-invalid:border-alert';
