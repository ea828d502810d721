import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { RouteOutput } from '../../../shared/contracts/index.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { Core } from '../../core/create-core.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { helpInWords } from '../help-words.ts';
import { inert } from '../inert.ts';
import type { Terminal } from '../terminal.ts';
import { proposalRow, proposalTable, readProposals } from './proposals.ts';

/** Says something in the active session and prints the reply, as it grows where somebody watches. */
export const say = async (context: CommandContext, text: string): Promise<void> => {
  const { terminal, options } = context;
  await context.withProfile(async (core) => {
    const isStreamed = terminal.isWatched && options.json !== true;
    const { said, reply } = await sayAndWait(core, text, isStreamed ? terminal : undefined);
    const proposals = await readProposals(core, { messageId: said.message.id });
    const value = { sessionId: said.session.id, messageId: said.message.id, reply: reply.content, proposals: proposals.map(proposalRow) };
    // Asked about danger, somebody at a terminal needs what the words promise, too.
    const help = reply.metadata.provider === 'safety' && options.json !== true ? await helpInWords(core) : '';
    await context.print(
      value,
      () => `${isStreamed ? '' : inert(reply.content)}\n${help}${proposals.length === 0 ? '' : `\n${proposalTable(proposals)}`}`,
    );
    if (reply.metadata.delivery === 'interrupted') throw new Failure('The reply was interrupted; what came of it is kept.');
  });
};

type Exchange = { said: RouteOutput<'companion.say'>; reply: Message };

const sayAndWait = async (core: Core, text: string, watcher: Terminal | undefined): Promise<Exchange> => {
  // Subscribed first: a quick reply is finished before the call that began it has answered.
  const events = eventQueue(core);
  try {
    const said = await ask(core, 'companion.say', { text });
    let shown = 0;
    const show = async (content: string): Promise<void> => {
      if (watcher !== undefined && content !== '') await watcher.write(inert(content));
      shown += content.length;
    };
    for (;;) {
      const event = await events.next();
      if (event.type === 'lock.changed' && event.lock.state === 'locked')
        throw new Failure('The profile was locked before the reply was finished.');
      if (event.type === 'reply.grew' && event.messageId === said.reply.id) await show(event.text.slice(Math.max(0, shown - event.from)));
      if (event.type === 'reply.finished' && event.message.id === said.reply.id) {
        await show(event.message.content.slice(shown));
        return { said, reply: event.message };
      }
    }
  } finally {
    events.close();
  }
};

/** Events in the order they came, for one reader who takes them when it is ready. */
const eventQueue = (core: Core) => {
  const waiting: CoreEvent[] = [];
  let wake: (() => void) | undefined;
  const close = core.subscribe((event) => {
    waiting.push(event);
    wake?.();
  });
  const next = async (): Promise<CoreEvent> => {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { next, close };
};
