import type { CoreEvent } from '../../../shared/contracts/events.ts';
import type { RouteInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Message, SessionMode } from '../../../shared/entities/session.ts';
import { type MessageId, PartId, SessionId } from '../../../shared/ids.ts';
import type { Core } from '../../core/create-core.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { helpInWords } from '../help-words.ts';
import { inert } from '../inert.ts';
import { readId } from '../read-id.ts';
import type { Terminal } from '../terminal.ts';
import { proposalRow, proposalTable, readProposals } from './proposals.ts';

/** `memory` is false when none is to be kept of the session. */
export type Saying = { mode?: SessionMode; part?: string; session?: string; as?: string; private?: true; memory: boolean };

/** Says something in the active session, or in the one named, and prints the reply as it comes. */
export const say = async (context: CommandContext, text: string, saying: Saying): Promise<void> => {
  const { terminal, options } = context;
  if (saying.part !== undefined && saying.mode === undefined)
    throw new Failure('--part goes with --mode: say what to do with the part.', 2);
  const sessionId = saying.session === undefined ? undefined : readId(SessionId, saying.session, 'trailhead sessions');
  await context.withProfile(async (core) => {
    const isStreamed = options.json !== true;
    const partId = saying.part === undefined ? undefined : await findPart(core, saying.part);
    const speaker = saying.as === undefined ? undefined : await readSpeaker(core, saying.as);
    const input = {
      text,
      ...(sessionId && { sessionId }),
      ...(saying.mode && { mode: saying.mode }),
      ...(partId && { partId }),
      ...(speaker && { speaker }),
      ...(saying.private && { private: true as const }),
      ...(!saying.memory && { remembered: false as const }),
    };
    const { said, reply } = await sayAndWait(core, input, isStreamed ? terminal : undefined);
    const proposals = await readProposals(core, { messageId: said.message.id });
    const value = { sessionId: said.session.id, messageId: said.message.id, reply: reply.content, proposals: proposals.map(proposalRow) };
    // Asked about danger, somebody at a terminal needs what the words promise, too: what is under Help in a window.
    const isAboutSafety = reply.metadata.provider === 'safety' || reply.metadata.guide?.at === 'in_danger';
    const help = isAboutSafety && isStreamed ? await helpInWords(core) : '';
    await context.print(
      value,
      () => `
${help}${
        proposals.length === 0
          ? ''
          : `
${proposalTable(proposals)}`
      }`,
    );
    if (reply.metadata.delivery === 'interrupted') throw new Failure('The reply was interrupted; what came of it is kept.');
  });
};

/** A part by its id, or by a name that one part alone has. */
const findPart = async (core: Core, wanted: string): Promise<PartId> => {
  const id = PartId.safeParse(wanted.trim().toLowerCase());
  if (id.success) return id.data;
  const name = nameKey(wanted);
  const parts = await everyPage((place) => ask(core, 'parts.list', place));
  const [first, ...others] = parts.filter((part) => nameKey(part.name) === name);
  if (first === undefined) throw new Failure('You have no part of that name; trailhead parts shows all.');
  if (others.length > 0) throw new Failure('Several parts have that name; choose one by its id, which trailhead parts shows.');
  return first.id;
};

const nameKey = (name: string): string => name.normalize('NFKC').trim().replace(/^@/, '').toLocaleLowerCase('en');

const readSpeaker = async (core: Core, wanted: string): Promise<NonNullable<RouteInput<'companion.say'>['speaker']>> =>
  nameKey(wanted) === 'self' ? { kind: 'self' } : { kind: 'part', partId: await findPart(core, wanted) };

/** Between what a model had said and what the guide says in its place. */
const gap = ' …\n\n';

type Exchange = { said: RouteOutput<'companion.say'>; reply: Message };

const sayAndWait = async (core: Core, input: RouteInput<'companion.say'>, watcher: Terminal | undefined): Promise<Exchange> => {
  // Subscribed first: a quick reply is finished before the call that began it has answered.
  const events = eventQueue(core);
  try {
    const said = await ask(core, 'companion.say', input);
    /** Shows one reply as it grows, and answers it when it has ended. */
    const follow = async (isIt: (id: MessageId) => boolean): Promise<Message> => {
      let shown = 0;
      const show = async (content: string): Promise<void> => {
        if (watcher !== undefined && content !== '') await watcher.write(inert(content));
        shown += content.length;
      };
      for (;;) {
        const event = await events.next();
        if (event.type === 'lock.changed' && event.lock.state === 'locked')
          throw new Failure('The profile was locked before the reply was finished.');
        if (event.type === 'reply.grew' && isIt(event.messageId)) await show(event.text.slice(Math.max(0, shown - event.from)));
        if (event.type === 'reply.finished' && isIt(event.message.id)) {
          await show(event.message.content.slice(shown));
          return event.message;
        }
      }
    };
    const reply = await follow((id) => id === said.reply.id);
    if (reply.metadata.brokeOff === undefined) return { said, reply };
    // Where a model breaks off, the guide goes on in a message of its own.
    await watcher?.write(gap);
    const next = await follow((id) => id !== said.reply.id);
    return { said, reply: { ...next, content: `${reply.content}${gap}${next.content}` } };
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
