import type { Operation } from 'fast-json-patch';
import { isRow } from './reach.ts';
import type { Wish } from './wish.ts';

/**
 * A patch without pieces of evidence that are forgotten, which stand in the list beside a part, and without the name of a forgotten part, which stands
 * beside its lines and beside what a companion did about it.
 */
export function scrub(patch: readonly Operation[], evidence: ReadonlySet<string>, parts: Wish['parts']): Operation[] {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item: unknown) => !(isRow(item) && evidence.has(String(item.id)))).map(strip);
    if (!isRow(value)) return value;
    const stripped = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]));
    return parts.some((part) => names(value, part)) ? { ...stripped, ...('name' in value ? { name: '' } : { about: '' }) } : stripped;
  };
  return patch.map((operation): Operation => ('value' in operation ? { ...operation, value: strip(operation.value) } : operation));
}

/** A line's speaker, or a tool's use. */
const names = (value: Record<string, unknown>, { id, name }: Wish['parts'][number]): boolean =>
  (value.kind === 'part' && value.partId === id && 'name' in value) ||
  ('tool' in value && typeof value.about === 'string' && value.about.toLowerCase().includes(name.toLowerCase()));
