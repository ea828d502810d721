import type { Part } from '../../../shared/entities/part.ts';
import { PartId } from '../../../shared/ids.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { facts, localTime, percent, table } from '../output.ts';
import { readId } from '../read-id.ts';

export const partRow = ({ id, name, status, confidence, attributes }: Part) => ({ id, name, status, confidence, role: attributes.role });

export const partFacts = (part: Part): string =>
  facts([
    ['Part', part.name],
    ['Id', part.id],
    ['Status', part.status],
    ['Role', part.attributes.role],
    ['Confidence', percent(part.confidence)],
    ['Story', part.story],
  ]);

export const listParts = async (context: CommandContext): Promise<void> => {
  const parts = await context.withProfile((core) => everyPage((cursor) => ask(core, 'parts.list', { ...cursor, limit: 200 })));
  await context.print(parts.map(partRow), () =>
    parts.length === 0
      ? 'There are no parts yet; a part begins with a proposal you accept.\n'
      : table(
          ['ID', 'NAME', 'ROLE', 'STATUS', 'CONFIDENCE'],
          parts.map(({ id, name, attributes, status, confidence }) => [id, name, attributes.role, status, percent(confidence)]),
        ),
  );
};

export const showPart = async (context: CommandContext, id: string): Promise<void> => {
  const partId = readId(PartId, id, 'trailhead parts');
  const part = await context.withProfile((core) => ask(core, 'parts.get', { partId }));
  const { recentEvidence, evidenceCount, story, attributes, createdAt, updatedAt } = part;
  // Relationships and assessments have no route yet; their lists are there so that readers of this output can rely on them.
  const shown = {
    ...partRow(part),
    story,
    attributes,
    evidenceCount,
    evidence: recentEvidence,
    relationships: [],
    assessments: [],
    createdAt,
    updatedAt,
  };
  await context.print(shown, () => `${partFacts(part)}${evidenceText(part)}`);
};

const evidenceText = ({ recentEvidence }: Part): string =>
  recentEvidence.length === 0
    ? ''
    : `\n${table(
        ['WHEN', 'KIND', 'YOUR WORDS'],
        recentEvidence.map(({ observedAt, kind, quote }) => [localTime(observedAt), kind, quote]),
      )}`;
