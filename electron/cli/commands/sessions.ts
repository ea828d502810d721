import { SessionId } from '../../../shared/ids.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { inertLine } from '../inert.ts';
import { localTime, table } from '../output.ts';
import { readId } from '../read-id.ts';

export const listSessions = async (context: CommandContext): Promise<void> => {
  const sessions = await context.withProfile((core) => everyPage((place) => ask(core, 'sessions.list', place)));
  await context.print(sessions, () =>
    sessions.length === 0
      ? 'There are no sessions yet.\n'
      : table(
          ['ID', 'STATUS', 'STARTED', 'MESSAGES', 'TITLE'],
          sessions.map(({ id, status, startedAt, messageCount, title }) => [
            id,
            status,
            localTime(startedAt),
            String(messageCount),
            title ?? '',
          ]),
        ),
  );
};

export const endSession = async (context: CommandContext): Promise<void> => {
  const ended = await context.withProfile(async (core) => {
    const active = await ask(core, 'sessions.active', {});
    if (active === null) throw new Failure('No session is active, so there is none to end.');
    return ask(core, 'sessions.end', { sessionId: active.id });
  });
  await context.print(ended, () => `The session has ended${ended.title === null ? '' : `: ${ended.title}`}.\n`);
};

export const renameSession = async (context: CommandContext, id: string, title: string): Promise<void> => {
  const sessionId = readId(SessionId, id, 'trailhead sessions');
  const renamed = await context.withProfile((core) => ask(core, 'sessions.rename', { sessionId, title }));
  await context.print(renamed, () => `The session is now called: ${inertLine(renamed.title ?? '')}\n`);
};
