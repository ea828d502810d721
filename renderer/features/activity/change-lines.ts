import type { Action, FieldChange } from '../../../shared/entities/action.ts';
import { Judgement } from '../../../shared/entities/assessment.ts';
import type { RelationshipType } from '../../../shared/entities/relationship.ts';
import { roleWords } from '../../components/role-words.ts';
import { statusWords } from '../../components/status-words.ts';
import { modeNames } from '../chat/mode-words.ts';
import { judgementTitles, judgementWords } from '../parts/assessment-words.ts';
import type { PartNames } from './action-words.ts';
import { fieldOrder, fieldPath, fieldWords } from './field-words.ts';

/** One field before and after, in words. Null is nothing. */
export type ChangeLine = { key: string; what: string; before: string | null; after: string | null; isOwnWords: boolean };

type Json = FieldChange['before'];

/** What an action changed, as lines to read: fields a person knows, in words, leaving out what is only bookkeeping. */
export function changeLines(action: Action, names: PartNames = new Map()): ChangeLine[] {
  return action.changes.flatMap((change) => {
    const [before, after] = [flat(change.before, change.field), flat(change.after, change.field)];
    const order = fieldOrder(change.table);
    const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
      // Whose evidence or judgement came or went is in the sentence already.
      (path) => fieldWords(change.table, path) !== null && (change.field !== null || path !== 'partId'),
    );
    return paths
      .toSorted((one, other) => order.indexOf(fieldPath(one)) - order.indexOf(fieldPath(other)))
      .flatMap((path): ChangeLine[] => {
        const field = fieldPath(path);
        const line = {
          key: `${change.table}/${change.rowId}/${path}`,
          what: fieldWords(change.table, path) ?? '',
          before: valueWords(field, before.get(path) ?? null, names),
          after: valueWords(field, after.get(path) ?? null, names),
          isOwnWords: field === 'quote' || field === 'story' || change.table === 'safetyPlans',
        };
        return line.before === line.after ? [] : [line];
      });
  });
}

/** What is told as a whole although it has fields. */
const wholes = new Set<string | null>(['content.judgement']);

/** The leaves of a value by their path. A list is a leaf. */
function flat(value: Json, path: string | null): Map<string, Json> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || wholes.has(path))
    return new Map(path === null ? [] : [[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flat(inner, path === null ? key : `${path}.${key}`)]));
}

const relationshipTypeWords: Record<RelationshipType, string> = {
  'protector-exile': 'Protects',
  polarized: 'At odds',
  allied: 'Allied',
};

/** Words the database keeps as short codes. */
const codes: Record<string, Record<string, string>> = {
  status: { ...statusWords, ended: 'Ended' },
  'attributes.role': Object.fromEntries(Object.entries(roleWords).map(([role, { name }]) => [role, name])),
  kind: {
    direct_mention: 'Named by you',
    behaviour: 'Something it did',
    pattern: 'A pattern',
    emotion: 'A feeling',
    body: 'In the body',
  },
  relationshipType: relationshipTypeWords,
  state: { open: 'Open', accepted: 'Accepted', declined: 'Not a part', later: 'Not now' },
  'metadata.mode': modeNames,
  'settings.theme': { system: 'As the system', light: 'Light', dark: 'Dark' },
};

function judgementInWords(value: Json): string | null {
  const judgement = Judgement.safeParse(value);
  return judgement.success ? `${judgementTitles[judgement.data.type]}: ${judgementWords(judgement.data)}` : null;
}

function valueWords(field: string, value: Json, names: PartNames): string | null {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => valueWords(field, item, names)).join(', ');
  if (field === 'content.judgement') return judgementInWords(value);
  if (typeof value === 'object') return null;
  if (field === 'polarizationLevel') return value === 0 ? null : `${String(value)} of 10`;
  if (field === 'attributes.hue') return `${String(value)}°`;
  if (typeof value !== 'string') return String(value);
  if (/partId$/iu.test(field)) return names.get(value) ?? 'A part that is no longer here';
  return codes[field]?.[value] ?? value;
}
