import { PolarizationLevel, type Relationship, RelationshipNotes, type RelationshipType } from '../../../shared/entities/relationship.ts';
import { PartId } from '../../../shared/ids.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { facts } from '../output.ts';
import { readId } from '../read-id.ts';
import { readNumber, readValue } from '../read-value.ts';

type Relating = { type: RelationshipType; level?: string; notes?: string };

/** From the first part to the second: of a protector and an exile, the protector comes first. */
export const relate = async (context: CommandContext, from: string, to: string, options: Relating): Promise<void> => {
  const { type } = options;
  const fromPartId = readId(PartId, from, 'trailhead parts');
  const toPartId = readId(PartId, to, 'trailhead parts');
  if (fromPartId === toPartId) throw new Failure('A part can’t be related to itself.', 2);
  if (options.level !== undefined && type !== 'polarized') throw new Failure('Only polarized parts have a --level.', 2);
  const level = readNumber(PolarizationLevel, options.level ?? '0');
  const notes = readValue(RelationshipNotes, options.notes ?? '');
  const relationship = await context.withProfile((core) => ask(core, 'relationships.create', { fromPartId, toPartId, type, level, notes }));
  await context.print(relationship, () => relationshipFacts(relationship));
};

export const relationshipFacts = ({ id, type, fromPartId, toPartId, level, notes }: Relationship): string =>
  facts([
    ['Relationship', type],
    ['Id', id],
    ['From', fromPartId],
    ['To', toPartId],
    ['Level', type === 'polarized' ? String(level) : ''],
    ['Notes', notes],
  ]);
