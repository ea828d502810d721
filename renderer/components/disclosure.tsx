import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';

/** Something that can be unfolded. What is inside is only drawn while it is open. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group flex flex-col gap-3">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1 rounded-sm text-sm text-pine hover:text-pine-deep">
        <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {open && <div className="pt-2">{children}</div>}
    </details>
  );
}
