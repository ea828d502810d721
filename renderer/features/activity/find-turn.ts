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
  for (const actionId of undoneLately(read.value)) {
    // Later than the newest change in force, so seldom more than a few.
    // oxlint-disable-next-line no-await-in-loop
    const action = await client.call('actions.get', { actionId });
    if (!action.ok) return action;
    if (canRedo(action.value)) return { ok: true, value: actionId };
  }
  return { ok: true, value: null };
}

/** The person's own actions, newest first, as far back as the first one that is in force and can be undone. */
async function readUntilInForce(client: Client): Promise<Result<Action[]>> {
  const actions: Action[] = [];
  let cursor: string | null = null;
  do {
    const request: { actor: 'user'; limit: number; cursor?: string } = { actor: 'user', limit: 100, ...(cursor !== null && { cursor }) };
    // Each page says where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const page = await client.call('actions.list', request);
    if (!page.ok) return page;
    actions.push(...page.value.items);
    cursor = page.value.nextCursor;
  } while (cursor !== null && !actions.some(canUndo));
  return { ok: true, value: actions };
}
