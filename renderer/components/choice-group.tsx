import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

export type ChoiceGroupProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; hint?: ReactNode }[];
  onChange: (value: Value) => void;
  /** Side by side, or one below the other. */
  direction?: 'row' | 'column';
};

/** One of several: a radio group drawn as cards. */
export function ChoiceGroup<Value extends string>({ label, value, choices, onChange, direction = 'row' }: ChoiceGroupProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className={joinClasses('flex gap-2', direction === 'row' ? 'flex-wrap' : 'flex-col')}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          className="group flex min-h-10 items-center gap-3 rounded-md border border-edge bg-surface px-3 py-2 text-left transition-colors hover:bg-hover data-[state=checked]:border-pine data-[state=checked]:bg-pine-soft"
        >
          <span className="inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-edge group-data-[state=checked]:border-pine">
            <RadioGroup.Indicator className="size-2 rounded-full bg-pine" />
          </span>
          <span className="flex min-w-0 flex-col">
            <span className="font-medium break-words">{choice.label}</span>
            {choice.hint && <span className="text-sm text-muted">{choice.hint}</span>}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
