import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { Field, inputClasses } from './field.tsx';
import { joinClasses } from './join-classes.ts';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & { label: string; hint?: ReactNode; error?: string | null };

/** One line of text, without a label of its own. */
export function TextInput({ className, ...input }: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" spellCheck={false} {...input} className={joinClasses(inputClasses, className)} />;
}

/** One line of text with its label. Nothing typed is checked for spelling or remembered by the browser. */
export function TextField({ label, hint, error = null, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <TextInput {...input} {...control} {...(className !== undefined && { className })} />}
    </Field>
  );
}

/** A passphrase, hidden until the person asks to see it. */
export function SecretField({ label, hint, error = null, ...input }: Omit<TextFieldProps, 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            className={joinClasses(inputClasses, 'pr-12')}
          />
          <button
            type="button"
            aria-label={shown ? 'Hide what is typed' : 'Show what is typed'}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 inline-flex w-10 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink"
          >
            {shown ? <EyeOff aria-hidden className="size-4.5" /> : <Eye aria-hidden className="size-4.5" />}
          </button>
        </div>
      )}
    </Field>
  );
}
