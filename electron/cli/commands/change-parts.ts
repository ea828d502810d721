import {
  type EvidenceKind,
  EvidenceQuote,
  PartName,
  type PartRole,
  type PartStatus,
  PartStory,
  WrittenAttributes,
} from '../../../shared/entities/part.ts';
import { EvidenceId, MessageId, PartId } from '../../../shared/ids.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { readId, readIds } from '../read-id.ts';
import { readValue } from '../read-value.ts';
import { partFacts, partRow } from './parts.ts';

const readPartId = (typed: string): PartId => readId(PartId, typed, 'trailhead parts');

type NewPart = { name?: string; role: PartRole; story?: string; emoji?: string; age?: string };

export const createPart = async (context: CommandContext, typedName: string | undefined, options: NewPart): Promise<void> => {
  const { role, emoji, age } = options;
  const name = readValue(PartName, oneName(typedName, options.name));
  const story = readValue(PartStory, options.story ?? '');
  const attributes = readValue(WrittenAttributes, { role, emoji, age });
  const part = await context.withProfile((core) => ask(core, 'parts.create', { name, attributes, story }));
  await context.print(partRow(part), () => partFacts(part));
};

const oneName = (typed: string | undefined, option: string | undefined): string => {
  const name = typed ?? option;
  if (name === undefined) throw new Failure('A part needs a name: trailhead part create NAME.', 2);
  if (typed !== undefined && option !== undefined) throw new Failure('Give the name once, either bare or with --name.', 2);
  return name;
};

export const setPartStatus = async (context: CommandContext, id: string, status: PartStatus): Promise<void> => {
  const partId = readPartId(id);
  const part = await context.withProfile((core) => ask(core, 'parts.setStatus', { partId, status }));
  await context.print(partRow(part), () => partFacts(part));
};

type NewEvidence = { quote: string; kind: EvidenceKind; message?: string };

export const addEvidence = async (context: CommandContext, id: string, { quote, kind, message }: NewEvidence): Promise<void> => {
  const partId = readPartId(id);
  const messageId = message === undefined ? {} : { messageId: readId(MessageId, message, 'trailhead say --json') };
  const input = { partId, kind, quote: readValue(EvidenceQuote, quote), ...messageId };
  const part = await context.withProfile((core) => ask(core, 'parts.addEvidence', input));
  await context.print(partRow(part), () => partFacts(part));
};

/** Answers the part the words were taken off. */
export const removeEvidence = async (context: CommandContext, id: string): Promise<void> => {
  const evidenceId = readId(EvidenceId, id, 'trailhead part show');
  const part = await context.withProfile((core) => ask(core, 'parts.removeEvidence', { evidenceId }));
  await context.print(partRow(part), () => partFacts(part));
};

/** Answers the part that stays. */
export const mergeParts = async (context: CommandContext, id: string, intoId: string): Promise<void> => {
  const input = { partId: readPartId(id), intoPartId: readPartId(intoId) };
  const part = await context.withProfile((core) => ask(core, 'parts.merge', input));
  await context.print(partRow(part), () => partFacts(part));
};

type Splitting = { evidence: string; name: string; role: PartRole };

export const splitPart = async (context: CommandContext, id: string, { evidence, name, role }: Splitting): Promise<void> => {
  const partId = readPartId(id);
  const evidenceIds = readIds(EvidenceId, evidence, 'trailhead part show');
  const input = { partId, evidenceIds, name: readValue(PartName, name), role };
  const { part, newPart } = await context.withProfile((core) => ask(core, 'parts.split', input));
  await context.print({ part: partRow(part), newPart: partRow(newPart) }, () => `${partFacts(part)}\n${partFacts(newPart)}`);
};

export const deletePart = async (context: CommandContext, id: string): Promise<void> => {
  const partId = readPartId(id);
  await context.withProfile((core) => ask(core, 'parts.delete', { partId }));
  await context.print({ id: partId }, () => 'The part is deleted; trailhead actions shows the change, and trailhead undo takes it back.\n');
};
