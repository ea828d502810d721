import type { Action, ActorKind } from '../../../shared/entities/action.ts';
import { PartId, SessionId } from '../../../shared/ids.ts';
import { z } from 'zod';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { localTime, table } from '../output.ts';
import { readId } from '../read-id.ts';
import { readMoment, readNumber } from '../read-value.ts';

export const actionRow = ({ id, actionType, actor, entityType, entityId, sessionId, createdAt, revertedAt }: Action) => ({
  id,
  actionType,
  actor,
  entityType,
  entityId,
  sessionId,
  createdAt,
  revertedAt,
});

export const actionTable = (actions: readonly Action[]): string =>
  table(
    ['ID', 'WHEN', 'BY', 'WHAT', 'OF', 'UNDONE'],
    actions.map(({ id, createdAt, actor, actionType, entityType, entityId, revertedAt }) => [
      id,
      localTime(createdAt),
      actor,
      actionType,
      `${entityType} ${entityId}`,
      localTime(revertedAt),
    ]),
  );

export type ActionFilter = { since?: string; actor?: ActorKind; part?: string; session?: string; type?: string; limit?: string };

const Limit = z.int('--limit takes a whole number from 1 up.').min(1, '--limit takes a whole number from 1 up.');

/** The newest first: all of them, unless `limit` says how many. */
export const listActions = async (context: CommandContext, options: ActionFilter): Promise<void> => {
  const { since, actor, part, session, type, limit } = options;
  const filter = {
    actor,
    actionType: type,
    partId: part === undefined ? undefined : readId(PartId, part, 'trailhead parts'),
    sessionId: session === undefined ? undefined : readId(SessionId, session, 'trailhead sessions'),
    since: since === undefined ? undefined : readMoment(since, '--since'),
  };
  const wanted = limit === undefined ? undefined : readNumber(Limit, limit);
  const actions = await context.withProfile((core) => everyPage((place) => ask(core, 'actions.list', { ...filter, ...place }), wanted));
  await context.print(actions.map(actionRow), () => (actions.length === 0 ? 'Nothing was done.\n' : actionTable(actions)));
};
