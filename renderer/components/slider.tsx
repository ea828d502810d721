import type { ReactNode } from 'react';
import { Field } from './field.tsx';

export type SliderProps = {
  label: string;
  hint?: ReactNode;
  /** Null while nothing was said: the handle waits in the middle. */
  value: number | null;
  min?: number;
  max: number;
  step?: number;
  /** The value in words, beside the handle and for those who can't see it. */
  words: string;
  onChange: (value: number) => void;
};

/** A value between two ends, by pointer or arrow keys. */
export function Slider({ label, hint, value, min = 0, max, step = 1, words, onChange }: SliderProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-x-3">
          <input
            {...control}
            type="range"
            min={min}
            max={max}
            step={step}
            value={value ?? (min + max) / 2}
            aria-valuetext={words}
            // A press on the handle where it waits says the middle.
            onPointerUp={(event) => onChange(event.currentTarget.valueAsNumber)}
            onChange={(event) => onChange(event.target.valueAsNumber)}
            className={value === null ? 'min-h-8 min-w-40 flex-1 accent-pine opacity-70 grayscale' : 'min-h-8 min-w-40 flex-1 accent-pine'}
          />
          <span aria-hidden className="w-40 text-sm text-muted">
            {words}
          </span>
        </div>
      )}
    </Field>
  );
}
