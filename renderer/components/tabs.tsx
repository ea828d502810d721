import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export type TabsProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: string; picture?: ReactNode; content: ReactNode }[];
};

/** Several things in the place of one; the arrow keys go between them. Only the chosen one is drawn. */
export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>) {
  return (
    <Primitive.Root
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className="flex min-w-0 flex-col gap-4"
    >
      <Primitive.List aria-label={label} className="flex flex-wrap gap-1.5">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="inline-flex min-h-10 items-center gap-2 rounded-md border border-edge bg-surface px-3 font-medium transition-colors hover:bg-hover data-[state=active]:border-pine data-[state=active]:bg-pine-soft data-[state=active]:text-pine"
          >
            {tab.picture}
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="min-w-0">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
