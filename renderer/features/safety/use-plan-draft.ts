import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { emptySafetyPlan, safetyPlanSections, type SafetyPlan, type SafetyPlanSection } from '../../../shared/entities/safety.ts';
import { useAction } from '../../client/context.tsx';
import { createKept } from '../../client/kept.tsx';
import { callKey } from '../../client/queries.ts';

/** What was typed and is not in the database yet, by section: it is still there when one comes back to the page. */
type PlanDraft = Partial<SafetyPlan>;
const useKeptDraft = createKept<PlanDraft>({});

/** The plan as it is being written: what is kept, with what was typed since. */
export function usePlanDraft(kept: SafetyPlan | null) {
  const draft = useKeptDraft();
  const save = useAction('safety.savePlan');
  const queryClient = useQueryClient();
  const saving = useRef<Promise<void>>(Promise.resolve());
  const plan: SafetyPlan = { ...emptySafetyPlan, ...kept, ...draft.value };

  const saveOnce = async () => {
    const typed = draft.get();
    if (safetyPlanSections.every((section) => typed[section] === undefined)) return;
    const current = queryClient.getQueryData<SafetyPlan | null>(callKey('safety.plan', {})) ?? kept;
    const result = await save.run({ ...emptySafetyPlan, ...current, ...typed });
    if (!result.ok) return;
    queryClient.setQueryData(callKey('safety.plan', {}), result.value);
    // What was typed while it was being kept is still to be kept.
    draft.set(changedSince(draft.get(), result.value));
  };
  return {
    plan,
    isKept: safetyPlanSections.every((section) => plan[section] === (kept?.[section] ?? '')),
    saving: save.running,
    error: save.error,
    type: (section: SafetyPlanSection, words: string) => draft.set({ ...draft.get(), [section]: words }),
    /** Keeps what was typed, as one change. One after the other, so that leaving a field and pressing a button is one change too. */
    save: () => (saving.current = saving.current.then(saveOnce)),
  };
}

/** The sections of a draft that are not as they were kept. */
export function changedSince(draft: PlanDraft, kept: SafetyPlan): PlanDraft {
  const left: PlanDraft = {};
  for (const section of safetyPlanSections) {
    const words = draft[section];
    if (words !== undefined && words !== kept[section]) left[section] = words;
  }
  return left;
}
