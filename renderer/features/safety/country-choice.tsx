import type { CountryCode } from '../../../shared/entities/helpline.ts';
import { SelectField } from '../../components/select-field.tsx';
import { countryName } from './country-name.ts';

/** Whose helplines are shown: the country this computer is set to, or a chosen one. */
export function CountryChoice({
  country,
  countries,
  onChange,
}: {
  country: CountryCode | null;
  countries: readonly CountryCode[];
  onChange: (country: CountryCode | null) => void;
}) {
  // A country chosen elsewhere and not listed here still has to be seen as chosen.
  const listed = country === null || countries.includes(country) ? countries : [...countries, country];
  const choices = listed
    .map((code) => ({ value: code, label: countryName(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <SelectField
      label="Country"
      value={country ?? ''}
      choices={[{ value: '', label: 'As this computer’s region' }, { value: ELSEWHERE, label: 'Another country' }, ...choices]}
      onChange={(value) => onChange(value === '' ? null : value)}
    />
  );
}

/** ISO 3166 leaves ZZ to its users; here it stands for a country without an entry. */
const ELSEWHERE = 'ZZ';
