import type { Part } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useCall } from '../../client/queries.ts';
import { SelectField } from '../../components/select-field.tsx';

/** Chooses a part by name: any, or one of those that are not `part`. */
export function OtherPartField({
  label,
  part,
  value,
  onChange,
}: {
  label: string;
  part: Pick<Part, 'id'> | null;
  value: PartId | null;
  onChange: (partId: PartId | null) => void;
}) {
  const map = useCall('map.get', {});
  const others = (map.data?.parts ?? [])
    .filter(({ id }) => id !== part?.id)
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <SelectField<PartId | ''>
      label={label}
      value={value ?? ''}
      choices={[
        { value: '', label: others.length > 0 ? 'Choose a part' : part ? 'There is no other part yet' : 'There is no part yet' },
        ...others,
      ]}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
