import type { Action } from '../../../shared/entities/action.ts';
import type { Result } from '../../../shared/errors.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { Client } from '../../client/client.ts';
import { canRedo, canUndo, undoneLately } from './turns.ts';

/** The person's newest change that is in force and can be undone, however far back it lies; null when there is none. */
export async function findUndo(client: Client): Promise<Result<ActionId | null>> {
  const read = await readUntilInForce(client);
  return read.ok ? { ok: true, value: read.value.find(canUndo)?.id ?? null } : read;
}

/** The change the person undid last, if they have done nothing new since; null when there is none. */
export async function findRedo(client: Client): Promise<Result<ActionId | null>> {
  const read = await readUntilInForce(client);
  if (!read.ok) return read;
  return firstToRedo(client, undoneLately(read.value));
}

/** The first of these that can be made again. They are later than the newest change in force, so seldom more than a few. */
async function firstToRedo(client: Client, [actionId, ...others]: readonly ActionId[]): Promise<Result<ActionId | null>> {
  if (actionId === undefined) return { ok: true, value: null };
  const action = await client.call('actions.get', { actionId });
  if (!action.ok) return action;
  return canRedo(action.value) ? { ok: true, value: actionId } : firstToRedo(client, others);
}

/** The person's own actions, newest first, as far back as the first one that is in force and can be undone. */
async function readUntilInForce(client: Client, read: readonly Action[] = [], cursor: string | null = null): Promise<Result<Action[]>> {
  const page = await client.call('actions.list', { actor: 'user', limit: 100, ...(cursor !== null && { cursor }) });
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  const actions = [...read, ...items];
  return nextCursor === null || items.some(canUndo) ? { ok: true, value: actions } : readUntilInForce(client, actions, nextCursor);
}
