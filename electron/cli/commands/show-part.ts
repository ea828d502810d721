import type { Assessment, Judgement } from '../../../shared/entities/assessment.ts';
import type { Evidence, Part } from '../../../shared/entities/part.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { PartId } from '../../../shared/ids.ts';
import type { Core } from '../../core/create-core.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { localTime, percent, table } from '../output.ts';
import { readId } from '../read-id.ts';
import { partFacts, partRow } from './parts.ts';

/** A part with everything that is known of it. */
export const showPart = async (context: CommandContext, id: string): Promise<void> => {
  const partId = readId(PartId, id, 'trailhead parts');
  const { part, evidence, relationships, assessments, names } = await context.withProfile((core) => readPart(core, partId));
  const { story, attributes, evidenceCount, lastSeenAt, createdAt, updatedAt } = part;
  const shown = {
    ...partRow(part),
    story,
    attributes,
    evidenceCount,
    evidence,
    relationships,
    assessments,
    lastSeenAt,
    createdAt,
    updatedAt,
  };
  await context.print(shown, () =>
    [partFacts(part), evidenceText(evidence), relationshipText(relationships, names), assessmentText(assessments)]
      .filter((text) => text !== '')
      .join('\n'),
  );
};

const readPart = async (core: Core, partId: PartId) => {
  const part = await ask(core, 'parts.get', { partId });
  const evidence = await everyPage((place) => ask(core, 'parts.evidence', { partId, ...place }));
  const relationships = await ask(core, 'relationships.list', { partId });
  const assessments = await ask(core, 'assessments.list', { partId });
  return { part, evidence, relationships, assessments, names: await readNames(core, part, relationships) };
};

/** What the parts are called that stand in relationships with this one. */
const readNames = async (core: Core, part: Part, relationships: readonly Relationship[]): Promise<ReadonlyMap<PartId, string>> => {
  const names = new Map([[part.id, part.name]]);
  for (const partId of new Set(relationships.flatMap(({ fromPartId, toPartId }) => [fromPartId, toPartId]))) {
    if (!names.has(partId)) names.set(partId, (await ask(core, 'parts.get', { partId })).name);
  }
  return names;
};

const tableOrNothing = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : table(headings, rows);

const evidenceText = (evidence: readonly Evidence[]): string =>
  tableOrNothing(
    ['EVIDENCE', 'WHEN', 'KIND', 'YOUR WORDS'],
    evidence.map(({ id, observedAt, kind, quote }) => [id, localTime(observedAt), kind, quote]),
  );

const relationshipText = (relationships: readonly Relationship[], names: ReadonlyMap<PartId, string>): string =>
  tableOrNothing(
    ['RELATIONSHIP', 'FROM', 'TO', 'LEVEL', 'NOTES'],
    relationships.map(({ type, fromPartId, toPartId, level, notes }) => [
      type,
      names.get(fromPartId) ?? fromPartId,
      names.get(toPartId) ?? toPartId,
      type === 'polarized' ? String(level) : '',
      notes,
    ]),
  );

const assessmentText = (assessments: readonly Assessment[]): string =>
  tableOrNothing(
    ['ASSESSMENT', 'WHEN', 'BY', 'JUDGEMENT', 'NOTE'],
    assessments.map(({ judgement, createdAt, by, note }) => [judgement.type, localTime(createdAt), by, judgementText(judgement), note]),
  );

export const judgementText = (judgement: Judgement): string => {
  switch (judgement.type) {
    case 'identification':
      return percent(judgement.score);
    case 'self_energy':
      return Object.entries(judgement.scores)
        .map(([quality, score]) => `${quality} ${percent(score)}`)
        .join(', ');
    case 'six_fs':
      return judgement.reached;
  }
};
