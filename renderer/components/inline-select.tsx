import { joinClasses } from './join-classes.ts';

export type InlineSelectProps<Value extends string> = {
  /** Read out; not shown. */
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string;
};

/** One of many, in a line with other things. */
export function InlineSelect<Value extends string>({ label, value, choices, onChange, className }: InlineSelectProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = choices[event.target.selectedIndex];
        if (chosen) onChange(chosen.value);
      }}
      className={joinClasses(
        'min-h-8 max-w-56 min-w-0 truncate rounded-md border border-edge bg-surface px-2 text-sm text-ink transition-colors hover:bg-hover',
        className,
      )}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
