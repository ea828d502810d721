import { Check } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

export type CheckboxProps = {
  label: string;
  labelClassName?: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** A choice of yes or no with its label beside it. */
export function Checkbox({ label, labelClassName = 'text-base font-medium', hint, checked, onChange }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface data-[state=checked]:border-pine data-[state=checked]:bg-pine"
      >
        <Primitive.Indicator className="text-on-pine">
          <Check aria-hidden strokeWidth={3} className="size-3.5" />
        </Primitive.Indicator>
      </Primitive.Root>
      <div className="flex min-w-0 flex-col gap-0.5">
        <label htmlFor={id} className={joinClasses('cursor-pointer', labelClassName)}>
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
