import { Printer } from 'lucide-react';
import type { FormEvent } from 'react';
import { SAFETY_SECTION_MAX, safetyPlanSections, type SafetyPlan } from '../../../shared/entities/safety.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { Contacts } from './contacts.tsx';
import { Person } from './people-view.tsx';
import { PlanLines } from './plan-view.tsx';
import { sectionWords } from './plan-words.ts';
import { usePlanDraft } from './use-plan-draft.ts';

/** The person's own plan for hard moments and the people they can turn to. */
export function PlanPage() {
  const plan = useCall('safety.plan', {});
  const error = errorOf(plan.error);
  return (
    <Page
      title="My plan for hard moments"
      intro={
        <span className="not-printed">
          Something to hold on to when it gets dark. It is easiest to write on a calmer day, a line at a time; nothing has to be filled in.
          It stays on this computer, and no companion is given it.
        </span>
      }
      actions={
        <Button className="not-printed" icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
          Print
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void plan.refetch()} />
      ) : plan.data === undefined ? (
        <Skeleton rows={4} className="h-24" />
      ) : (
        <>
          <div className="not-printed flex max-w-3xl flex-col gap-10">
            <PlanForm kept={plan.data} />
            <Contacts />
          </div>
          <Printed plan={plan.data} />
        </>
      )}
    </Page>
  );
}

function PlanForm({ kept }: { kept: SafetyPlan | null }) {
  const draft = usePlanDraft(kept);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void draft.save();
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-6">
      {safetyPlanSections.map((section) => (
        <TextArea
          key={section}
          label={sectionWords[section].label}
          hint={sectionWords[section].hint}
          className="words"
          maxLength={SAFETY_SECTION_MAX}
          value={draft.plan[section]}
          onChange={(event) => draft.type(section, event.target.value)}
          onBlur={() => void draft.save()}
        />
      ))}
      {draft.error && <Notice tone="caution">{draft.error.message} What you typed is still here.</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={draft.saving}>
          Save
        </Button>
        <p role="status" className="text-sm text-muted">
          {draft.isKept ? 'Everything is saved.' : 'Not saved yet.'}
        </p>
      </div>
    </form>
  );
}

/** The plan and the people as they come out of a printer: words instead of fields. */
function Printed({ plan }: { plan: SafetyPlan | null }) {
  const people = useCall('safety.contacts', {}).data ?? [];
  return (
    <div className="hidden flex-col gap-6 print:flex">
      <PlanLines plan={plan} />
      {people.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">People I can turn to</h2>
          {people.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </section>
      )}
    </div>
  );
}
