import type { ReactNode } from 'react';

/** A page of the shell: its one heading, what can be done, and the content in a column. */
export function Page({
  title,
  intro,
  above,
  actions,
  children,
}: {
  title: string;
  intro?: ReactNode;
  /** The way back, over the heading. */
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-6 py-8">
        {above && <div className="not-printed -mt-4 -mb-4 -ml-3">{above}</div>}
        <header className="flex flex-wrap items-start justify-between gap-4">
          <div className="flex min-w-0 flex-col gap-1">
            <h1 dir="auto" className="text-xl font-semibold wrap-anywhere">
              {title}
            </h1>
            {intro && <p className="max-w-[60ch] text-muted">{intro}</p>}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}

/** A page before a profile is open: one narrow column in the middle of the window. */
export function EntrancePage({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-md flex-col justify-center gap-5 px-6 py-8">
        <p className="not-printed flex items-center gap-2 text-sm font-semibold text-pine">
          <TrailMark /> Trailhead
        </p>
        <header className="flex flex-col gap-2">
          <h1 className="text-xl font-semibold">{title}</h1>
          {intro && <div className="text-muted">{intro}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}

/** The mark of Trailhead: a winding path towards a light. */
export function TrailMark() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M7 21c0-6 10-5 10-10 0-4-5-4-5-4" />
      <circle cx="12" cy="3.5" r="1.75" fill="currentColor" stroke="none" />
    </svg>
  );
}
