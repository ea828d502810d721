import type { RouteInput } from '../../shared/contracts/index.ts';
import type { GuideMove } from '../../shared/entities/guide.ts';
import type { PartRole } from '../../shared/entities/part.ts';
import type { Message, SessionMode } from '../../shared/entities/session.ts';
import type { PartId, SessionId } from '../../shared/ids.ts';
import type { TestCore } from './test-core.ts';

/** Creates a part. */
export const partOf = async (core: TestCore, name = 'The Planner', role: PartRole = 'manager') =>
  (await core.ask('parts.create', { name, attributes: { role } })).id;
/** The newest message of a session. */
export const newest = async (core: TestCore, sessionId: SessionId): Promise<Message> => {
  const { items } = await core.ask('messages.list', { sessionId });
  const message = items.at(-1);
  if (!message) throw new Error('Nothing was said.');
  return message;
};
/** Says something and answers the finished reply. */
export const told = async (core: TestCore, input: RouteInput<'companion.say'>): Promise<Message> => {
  const { reply } = await core.ask('companion.say', input);
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};
/** Begins a mode and answers the Guide’s opening. */
export const begun = async (core: TestCore, mode: SessionMode, partId?: PartId): Promise<Message> => {
  const { reply } = await core.ask('sessions.setMode', { mode, ...(partId && { partId }) });
  if (!reply) throw new Error('It was not opened.');
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};
/** Makes a move and answers the finished reply. */
export const moved = async (core: TestCore, move: GuideMove): Promise<Message> => {
  const { reply } = await core.ask('companion.move', { move });
  await core.replied(reply.id);
  return newest(core, reply.sessionId);
};

/** The newest action of a type. */
export const lastOf = async (core: TestCore, actionType: string) => {
  const action = (await core.ask('actions.list', {})).items.find((one) => one.actionType === actionType);
  if (!action) throw new Error(`There is no ${actionType}.`);
  return action;
};
