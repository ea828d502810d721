import { influenceWords } from '../../../../shared/entities/memory.ts';
import type { Relationship, RelationshipType } from '../../../../shared/entities/relationship.ts';
import type { PartId } from '../../../../shared/ids.ts';
import { type Finding, type Material, beliefIdOf } from '../finding.ts';
import { nameOf } from './find-triggers.ts';
import { sourcesOf } from './passages.ts';

const DAY = 86_400_000;
/** After this many days a message in which a part spoke counts half. */
const HALF_LIFE_DAYS = 14;
/** What one message of this very moment is worth. */
const ONE_MESSAGE = 0.2;

/**
 * How much a part spoke of late, 0 to 1: 1 − Π (1 − 0.2 · 2^(−age / 14 days)) over the messages it spoke in, as of `now`. One message of today comes
 * to 0.2, three to 0.49, ten to 0.89; two weeks of silence take ten messages down to 0.65. Rounded to hundredths.
 */
export function influenceOf(spoke: readonly number[], now: number): number {
  const silent = spoke.reduce((left, at) => left * (1 - ONE_MESSAGE * 0.5 ** (Math.max(0, now - at) / DAY / HALF_LIFE_DAYS)), 1);
  return Math.round((1 - silent) * 100) / 100;
}

/** The parts that were there, with how much they spoke of late, and what shows between those that were there together. */
export function findParts(material: Material): Finding[] {
  const { session, messages, present = [], at } = material;
  if (session?.remembered === false) return [];
  const written = new Map(messages.filter(({ role }) => role === 'user').map((message) => [message.id, message]));
  const spoken = new Map<PartId, { id: string; createdAt: number }[]>();
  for (const { id } of material.parts.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const said = [...new Set(material.spokeIn.get(id))]
      .flatMap((messageId) => written.get(messageId) ?? [])
      .toSorted((one, other) => one.sequence - other.sequence);
    if (said.length > 0 || present.includes(id)) spoken.set(id, said);
  }
  const found = [...spoken].map(([partId, said]): Finding => {
    const moments = said.length > 0 ? said.map(({ createdAt }) => createdAt) : [at];
    return partFinding(
      material,
      partId,
      moments,
      said.map(({ id }) => ({ source: `message:${id}` })),
    );
  });
  const visited = session?.partId;
  if (visited && written.size > 0 && !spoken.has(visited) && material.parts.some(({ id }) => id === visited))
    found.push(partFinding(material, visited, [], []));
  return [...found, ...relationshipsAmong(material, new Map([...spoken].map(([id, said]) => [id, said.map((message) => message.id)])))];
}

function partFinding(material: Material, partId: PartId, moments: readonly number[], said: Parameters<typeof sourcesOf>[0]): Finding {
  const { spokeBefore, source, at } = material;
  const influence = influenceOf([...(spokeBefore?.get(partId) ?? []), ...moments], at);
  return {
    section: 'parts',
    id: beliefIdOf('parts', partId),
    text: moments.length === 0 ? `${MET}${nameOf(material, partId)}.` : spokenWords(nameOf(material, partId), influence),
    by: 'summariser',
    parts: [partId],
    influence,
    sources: sourcesOf(said, source),
    at: Math.max(0, ...moments) || at,
  };
}

const MET = 'You spent time with ';

/** What is told of a part, with the name it has now and how much it spoke of late by now. */
export const partRetold = (told: string, name: string, influence: number): string =>
  told.startsWith(MET) ? `${MET}${name}.` : spokenWords(name, influence);

/** How much a part spoke, as a sentence. */
export function spokenWords(name: string, influence: number): string {
  const much = influenceWords(influence);
  return much === 'little' ? `${name} has spoken.` : `${name} has spoken ${much} of late.`;
}

const relationshipWords: Record<RelationshipType, (from: string, to: string) => string> = {
  polarized: (one, other) => `It sounds as if ${one} and ${other} pull against each other.`,
  'protector-exile': (protector, exile) => `It sounds as if ${protector} stands guard for ${exile}.`,
  allied: (one, other) => `It sounds as if ${one} and ${other} work together.`,
};

/** The belief about a relationship: its identifier, its parts in the order they are told in, and its sentence. */
export function relationshipTold(
  { fromPartId, toPartId, type }: Pick<Relationship, 'fromPartId' | 'toPartId' | 'type'>,
  name: (partId: PartId) => string,
) {
  const pair = type === 'protector-exile' ? [fromPartId, toPartId] : [fromPartId, toPartId].toSorted();
  const [from = fromPartId, to = toPartId] = pair;
  return {
    id: beliefIdOf('relationships', `${type} ${from} ${to}`),
    text: relationshipWords[type](name(from), name(to)),
    parts: [from, to] as [PartId, PartId],
  };
}

/** A relationship shows when both of its parts spoke on the same occasion. */
function relationshipsAmong(material: Material, spoken: ReadonlyMap<PartId, readonly string[]>): Finding[] {
  return material.relationships
    .filter(({ fromPartId, toPartId }) => spoken.has(fromPartId) && spoken.has(toPartId))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((relationship) => {
      const told = relationshipTold(relationship, (partId) => nameOf(material, partId));
      const [from, to] = told.parts;
      const order = new Map(material.messages.map(({ id }, place) => [id as string, place]));
      const said = [...new Set([...(spoken.get(from) ?? []), ...(spoken.get(to) ?? [])])].toSorted(
        (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0),
      );
      return {
        section: 'relationships',
        by: 'summariser',
        ...told,
        sources: sourcesOf(
          said.map((id) => ({ source: `message:${id}` }) as const),
          material.source,
        ),
        at: material.at,
      };
    });
}
