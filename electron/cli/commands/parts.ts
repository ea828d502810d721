import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { Part } from '../../../shared/entities/part.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { facts, percent, table } from '../output.ts';

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

export type PartFilter = Pick<RouteInput<'parts.list'>, 'status' | 'role' | 'find' | 'sort'>;

export const listParts = async (context: CommandContext, filter: PartFilter): Promise<void> => {
  const parts = await context.withProfile((core) => everyPage((place) => ask(core, 'parts.list', { ...filter, ...place })));
  const { status, role, find } = filter;
  const isFiltered = [status, role, find].some((wanted) => wanted !== undefined);
  const none = isFiltered ? 'No part is like that.\n' : 'There are no parts yet; a part begins with a proposal you accept.\n';
  await context.print(parts.map(partRow), () =>
    parts.length === 0
      ? none
      : table(
          ['ID', 'NAME', 'ROLE', 'STATUS', 'CONFIDENCE'],
          parts.map(({ id, name, attributes, status: is, confidence }) => [id, name, attributes.role, is, percent(confidence)]),
        ),
  );
};
