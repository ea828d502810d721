import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';

/** The person's own word that a hard moment is over; nobody else can give it. It can be taken back like any action. */
export const sayAllRight = async (context: CommandContext): Promise<void> => {
  const wasOpen = await context.withProfile(async (core) => {
    const { label } = await ask(core, 'safety.state', {});
    if (label !== null) await ask(core, 'safety.clear', {});
    return label !== null;
  });
  await context.print({ wasOpen }, () =>
    wasOpen ? 'The hard moment is over. Help stays where it is.\n' : 'There is nothing open to end.\n',
  );
};
