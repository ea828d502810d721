import type { RouteInput } from '../../../shared/contracts/index.ts';
import { actorKinds, type ActorKind } from '../../../shared/entities/action.ts';
import { PartId } from '../../../shared/ids.ts';
import { SelectField } from '../../components/select-field.tsx';
import { actionTypeWords, actorWords, type PartNames } from './action-words.ts';
import { usePastParts } from './past-parts.ts';

/** What is looked for; an empty string is all. */
export type ActivityFilter = { actor: ActorKind | ''; actionType: string; partId: string };

export const wholeActivity: ActivityFilter = { actor: '', actionType: '', partId: '' };

/** A filter as the core is asked for it. */
export function requestOf({ actor, actionType, partId }: ActivityFilter): RouteInput<'actions.list'> {
  const part = PartId.safeParse(partId);
  return { ...(actor && { actor }), ...(actionType && { actionType }), ...(part.success && { partId: part.data }) };
}

const actorChoices: readonly { value: ActorKind | ''; label: string }[] = [
  { value: '', label: 'Anybody' },
  ...actorKinds.map((actor) => ({ value: actor, label: actorWords[actor] })),
];

const typeChoices = [{ value: '', label: 'Anything' }, ...Object.entries(actionTypeWords).map(([value, label]) => ({ value, label }))];

/** Chooses whose changes, of which kind, and about which part are listed. */
export function ActivityFilters({
  filter,
  names,
  onChange,
}: {
  filter: ActivityFilter;
  names: PartNames;
  onChange: (filter: ActivityFilter) => void;
}) {
  const past = usePastParts(names);
  const choicesOf = (some: PartNames, more = '') =>
    [...some].map(([value, label]) => ({ value, label: `${label}${more}` })).toSorted((one, other) => one.label.localeCompare(other.label));
  const partChoices = [{ value: '', label: 'Any part' }, ...choicesOf(names), ...choicesOf(past, ' (no longer here)')];
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-3">
      <SelectField label="Who" value={filter.actor} choices={actorChoices} onChange={(actor) => onChange({ ...filter, actor })} />
      <SelectField
        label="What"
        value={filter.actionType}
        choices={typeChoices}
        onChange={(actionType) => onChange({ ...filter, actionType })}
      />
      <SelectField label="Part" value={filter.partId} choices={partChoices} onChange={(partId) => onChange({ ...filter, partId })} />
    </div>
  );
}
