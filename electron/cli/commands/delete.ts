import { MessageId, SessionId } from '../../../shared/ids.ts';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { facts } from '../output.ts';
import { readId } from '../read-id.ts';

type Preview = RouteOutput<'messages.deletionPreview'>;

/** Shows what goes along, asks, and deletes for good. */
export const deleteMessage = async (context: CommandContext, id: string, { yes = false }: { yes?: boolean }): Promise<void> => {
  const messageId = readId(MessageId, id, 'trailhead export');
  const preview = await context.withProfile(async (core) => {
    const touched = await ask(core, 'messages.deletionPreview', { messageId });
    await makeSure(context, 'this message', touched, yes);
    await ask(core, 'messages.delete', { messageId });
    return touched;
  });
  await context.print({ id: messageId, ...preview }, () => 'The message is deleted for good.\n');
};

export const deleteSession = async (context: CommandContext, id: string, { yes = false }: { yes?: boolean }): Promise<void> => {
  const sessionId = readId(SessionId, id, 'trailhead sessions');
  const preview = await context.withProfile(async (core) => {
    const touched = await ask(core, 'sessions.deletionPreview', { sessionId });
    await makeSure(context, 'this session', touched, yes);
    await ask(core, 'sessions.delete', { sessionId });
    return touched;
  });
  await context.print({ id: sessionId, ...preview }, () => 'The session is deleted for good.\n');
};

/** @throws Failure when the person says no, or can't be asked. */
async function makeSure({ terminal }: CommandContext, what: string, preview: Preview, yes: boolean): Promise<void> {
  if (yes) return;
  terminal.note(
    facts([
      ['Messages', String(preview.messages)],
      ['Suggestions for their words', String(preview.proposals)],
      ['Evidence that quotes them', String(preview.evidence)],
      ['Parts that lose words', preview.parts.join(', ')],
      ['Changes that can’t be undone any more', String(preview.actions)],
    ]),
  );
  if (!terminal.isInteractive) throw new Failure(`Deleting ${what} is final; say --yes to do it without being asked.`, 2);
  const answer = await terminal.ask(`Delete ${what} for good? Type yes to do it: `);
  if (answer.trim().toLowerCase() !== 'yes') throw new Failure('Nothing was deleted.');
}
