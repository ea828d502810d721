import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { roleWords } from '../../components/role-words.ts';
import {
  clashesOf,
  differingExcerpts,
  fieldWords,
  keepMine,
  takeTheirs,
  type PartDraft,
  type PartField,
  type PartForm,
} from './part-form.ts';

/** What somebody else kept while it was being typed here: both versions, and the choice between them. Draws nothing when nothing clashes. */
export function PartClashes({ current, draft, onChoose }: { current: PartForm; draft: PartDraft; onChoose: (draft: PartDraft) => void }) {
  const top = useRef<HTMLElement>(null);
  const clashes = clashesOf(current, draft);
  const left = clashes.length;
  useEffect(() => {
    if (left > 0) top.current?.focus();
  }, [left]);
  if (left === 0) return null;
  return (
    <section
      ref={top}
      tabIndex={-1}
      aria-label="Changed elsewhere"
      className="flex flex-col gap-4 rounded-lg border border-alert bg-surface p-4 outline-none"
    >
      <p>This was changed elsewhere while you were writing. Nothing is kept until you have chosen.</p>
      {clashes.map((field) => {
        const [there, here] = differingExcerpts(inWords(current, field), inWords(draft.form, field));
        return (
          <div key={field} className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))] gap-4">
            <Version title={`${fieldWords[field]}, as it is now`} text={there}>
              <Button size="small" onClick={() => onChoose(takeTheirs(draft, current, field))}>
                Take this one
              </Button>
            </Version>
            <Version title={`${fieldWords[field]}, as you wrote it`} text={here}>
              <Button size="small" onClick={() => onChoose(keepMine(draft, current, field))}>
                Keep mine
              </Button>
            </Version>
          </div>
        );
      })}
    </section>
  );
}

function Version({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className="flex min-w-0 flex-col items-start gap-2">
      <p className="text-sm font-medium">{title}</p>
      <p dir="auto" className="words max-h-60 w-full overflow-y-auto text-sm whitespace-pre-wrap">
        {text === '' ? <span className="text-muted">Empty</span> : text}
      </p>
      {children}
    </div>
  );
}

function inWords(form: PartForm, field: PartField): string {
  if (field === 'role') return roleWords[form.role].name;
  if (field === 'hue') return form.hue === null ? 'The colour of its role' : `Hue ${form.hue}`;
  return form[field];
}
