import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { localTime, table } from '../output.ts';

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
