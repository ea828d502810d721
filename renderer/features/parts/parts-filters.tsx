import type { RouteInput } from '../../../shared/contracts/index.ts';
import { partSorts } from '../../../shared/contracts/parts.ts';
import { partRoles, partStatuses, type PartRole, type PartStatus } from '../../../shared/entities/part.ts';
import { roleWords } from '../../components/role-words.ts';
import { SelectField } from '../../components/select-field.tsx';
import { statusWords } from '../../components/status-words.ts';
import { TextField } from '../../components/text-field.tsx';
import { sortWords } from './part-words.ts';

/** Which parts are listed, and in which order; an empty string is all. */
export type PartsFilter = { find: string; status: PartStatus | ''; role: PartRole | ''; sort: (typeof partSorts)[number] };

export const allParts: PartsFilter = { find: '', status: '', role: '', sort: 'changed' };

/** Whether a filter leaves parts out. */
export const isNarrow = ({ find, status, role }: PartsFilter): boolean => find.trim() !== '' || status !== '' || role !== '';

/** A filter as the core is asked for it. */
export function requestOf({ find, status, role, sort }: PartsFilter): RouteInput<'parts.list'> {
  const words = find.trim();
  return { sort, ...(words && { find: words }), ...(status && { status }), ...(role && { role }) };
}

const statusChoices: readonly { value: PartStatus | ''; label: string }[] = [
  { value: '', label: 'Any status' },
  ...partStatuses.map((value) => ({ value, label: statusWords[value] })),
];

const roleChoices: readonly { value: PartRole | ''; label: string }[] = [
  { value: '', label: 'Any role' },
  ...partRoles.map((value) => ({ value, label: roleWords[value].name })),
];

const sortChoices = partSorts.map((value) => ({ value, label: sortWords[value] }));

/** Finds, narrows and orders the parts. */
export function PartsFilters({ filter, onChange }: { filter: PartsFilter; onChange: (filter: PartsFilter) => void }) {
  return (
    <div role="search" aria-label="Parts" className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-3">
      <TextField
        label="Find"
        type="search"
        maxLength={200}
        dir="auto"
        placeholder="Any word"
        value={filter.find}
        onChange={(event) => onChange({ ...filter, find: event.target.value })}
      />
      <SelectField label="Status" value={filter.status} choices={statusChoices} onChange={(status) => onChange({ ...filter, status })} />
      <SelectField label="Role" value={filter.role} choices={roleChoices} onChange={(role) => onChange({ ...filter, role })} />
      <SelectField label="Order" value={filter.sort} choices={sortChoices} onChange={(sort) => onChange({ ...filter, sort })} />
    </div>
  );
}
