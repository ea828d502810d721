import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { WhatChanged } from './what-changed.tsx';

/** Any two versions beside each other. */
export function CompareVersions({ newest }: { newest: number }) {
  const [from, setFrom] = useState(String(Math.max(0, newest - 1)));
  const [to, setTo] = useState(String(newest));
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
          <TextField label="From version" inputMode="numeric" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div className="w-28">
          <TextField label="To version" inputMode="numeric" value={to} onChange={(event) => setTo(event.target.value)} />
        </div>
        <Button type="submit">Compare</Button>
      </form>
      {problem !== null && (
        <p role="alert" className="text-sm text-alert">
          {problem}
        </p>
      )}
      {compared && (
        <div role="region" aria-label={`From version ${compared.from} to version ${compared.to}`}>
          <WhatChanged {...compared} nothing="These two are the same." />
        </div>
      )}
    </section>
  );
}

const numberIn = (typed: string): number | null => (/^\d{1,15}$/u.test(typed.trim()) ? Number(typed) : null);
