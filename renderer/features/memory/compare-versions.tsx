import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { WhatChanged } from './what-changed.tsx';

/** Any two versions beside each other: the newest two, until others are typed. */
export function CompareVersions({ newest }: { newest: number }) {
  // What nobody typed follows the newest version.
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const from = typed.from ?? String(Math.max(0, newest - 1));
  const to = typed.to ?? String(newest);
  const submit = useRef<HTMLButtonElement>(null);
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const compare = () => {
    const [one, other] = [numberIn(from), numberIn(to)];
    const fits = one !== null && other !== null && one <= newest && other <= newest;
    setProblem(fits ? null : `Please give two whole numbers from 0 to ${newest}.`);
    setCompared(fits ? { from: one, to: other } : null);
  };
  return (
    <section aria-labelledby="compare-versions" className="flex flex-col gap-3">
      <h2 id="compare-versions" className="text-lg font-semibold">
        Compare
      </h2>
      <form
        noValidate
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          compare();
        }}
      >
        <div className="w-28">
          <TextField
            label="From version"
            inputMode="numeric"
            value={from}
            onChange={(event) => setTyped({ ...typed, from: event.target.value })}
          />
        </div>
        <div className="w-28">
          <TextField
            label="To version"
            inputMode="numeric"
            value={to}
            onChange={(event) => setTyped({ ...typed, to: event.target.value })}
          />
        </div>
        <Button ref={submit} type="submit">
          Compare
        </Button>
      </form>
      {problem !== null && (
        <p role="alert" className="text-sm text-alert">
          {problem}
        </p>
      )}
      {compared && (
        <div role="region" aria-labelledby="compared-versions" className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <h3 id="compared-versions" className="text-base font-semibold">
              From version {compared.from} to version {compared.to}
            </h3>
            <Button
              size="small"
              look="quiet"
              className="-mr-3"
              icon={<X aria-hidden className="size-4" />}
              onClick={() => {
                setCompared(null);
                setTyped({});
                submit.current?.focus();
              }}
            >
              Close
            </Button>
          </div>
          <WhatChanged {...compared} nothing="These two are the same." />
        </div>
      )}
    </section>
  );
}

const numberIn = (typed: string): number | null => (/^\d{1,15}$/u.test(typed.trim()) ? Number(typed) : null);
