import { type Belief, type MemoryDocument, type MemorySection, memorySections } from '../../../shared/entities/memory.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';
import { influenceOf, partRetold, relationshipTold } from './summarise/find-parts.ts';
import { isSaidByPart, saidBy } from './summarise/retold.ts';

/** How things stand now: what beliefs are about beside the words they come from. */
export type Standing = {
  parts: ReadonlyMap<string, string>;
  relationships: ReadonlyMap<string, string>;
  /** When each part spoke of late, and up to which moment; left out where only names are looked at. */
  spoke?: { by: ReadonlyMap<PartId, readonly number[]>; now: number };
};

/** The names of the parts and the sentences of the relationships there are, by the identifiers beliefs know them by. */
export function standingOf(
  parts: readonly { id: PartId; name: string }[],
  relationships: readonly Relationship[],
): Pick<Standing, 'parts' | 'relationships'> {
  const names = new Map<string, string>(parts.map(({ id, name }) => [id, name]));
  const told = relationships.map((relationship) => relationshipTold(relationship, (id) => names.get(id) ?? 'A part'));
  return { parts: names, relationships: new Map(told.map(({ id, text }) => [id, text])) };
}

/** So long after it was meant last, in milliseconds, something that was left open is let go. */
const OPEN_MS = 90 * 86_400_000;

/** Whether something was left open so long ago that it is not remembered any more. What the person put in their own words stays until it is settled. */
export const isOver = (
  section: MemorySection,
  { by, lastSeen, settled }: Pick<Belief, 'by' | 'lastSeen' | 'settled'>,
  now: number,
): boolean => section === 'openThreads' && lastSeen + OPEN_MS < now && (by !== 'person' || settled !== undefined);

/** An influence that moved by less is left as it is: each version would hold it. */
const MOVED = 0.1;

/**
 * The memory as it stands now: parts by their names of today and with how much they spoke by now, without what is gone. What the person wrote keeps its words.
 * @returns the same document when nothing is different, and what is gone by its identifier: parts, and beliefs about relationships.
 */
export function asItStands(document: MemoryDocument, standing: Standing): { document: MemoryDocument; gone: string[] } {
  const gone = new Set<string>();
  const current = { ...document };
  for (const section of memorySections) {
    const left = document[section].flatMap((belief) => {
      const missing = missingFor(section, belief, standing);
      for (const id of missing) gone.add(id);
      const isPast = standing.spoke !== undefined && isOver(section, belief, standing.spoke.now);
      return missing.length > 0 || isPast ? [] : [retold(section, belief, standing)];
    });
    if (left.length < document[section].length || left.some((belief, at) => belief !== document[section][at])) current[section] = left;
  }
  const isSame = memorySections.every((section) => current[section] === document[section]);
  return { document: isSame ? document : current, gone: [...gone] };
}

/** What a belief can’t do without and is not there. A sentence of the person’s own stays when a part that showed in it is gone. */
export function missingFor(section: MemorySection, belief: Belief, { parts, relationships }: Standing): string[] {
  const isAboutParts = section === 'parts' || section === 'relationships' || isSaidByPart(belief);
  const missing: string[] = isAboutParts ? (belief.parts ?? []).filter((id) => !parts.has(id)) : [];
  return missing.length === 0 && section === 'relationships' && !relationships.has(belief.id) ? [belief.id] : missing;
}

function retold(section: MemorySection, belief: Belief, { parts, relationships, spoke }: Standing): Belief {
  const [partId] = belief.parts ?? [];
  const name = partId === undefined ? undefined : parts.get(partId);
  if (partId === undefined || name === undefined) return belief;
  const keep = (text: string): string => (belief.by === 'person' ? belief.text : text);
  const told = (changes: Pick<Belief, 'text' | 'influence'>): Belief =>
    changes.text === belief.text && changes.influence === belief.influence ? belief : { ...belief, ...changes };
  if (section === 'relationships') return told({ ...belief, text: keep(relationships.get(belief.id) ?? belief.text) });
  if (section !== 'parts') return isSaidByPart(belief) ? told({ ...belief, text: saidBy(name, belief.text) }) : belief;
  const before = belief.influence ?? 0;
  const now = spoke ? influenceOf(spoke.by.get(partId) ?? [], spoke.now) : before;
  const readsOtherwise = partRetold(belief.text, name, now) !== partRetold(belief.text, name, before);
  const influence = readsOtherwise || Math.abs(now - before) >= MOVED ? now : before;
  return told({ text: keep(partRetold(belief.text, name, influence)), influence });
}
