import type { GuideMove } from '../../shared/entities/guide.ts';
import type { GuideState, Speaker } from '../../shared/entities/session.ts';
import { MessageId, PartId } from '../../shared/ids.ts';
import type { GuideContext, GuidedPart } from '../../electron/core/companion/guide/guide-context.ts';
import { composeReply } from '../../electron/core/companion/guide/reply.ts';
import { FRESH_FOR } from '../../electron/core/companion/guide/telling.ts';
import type { CompanionRequest, Noticed } from '../../electron/core/companion/provider.ts';
import { testIds } from './test-core.ts';

export const ids = testIds();
export const planner: GuidedPart = {
  id: PartId.parse(ids.next()),
  name: 'The Planner',
  role: 'manager',
  story: 'It keeps the calendar.',
  lastWords: 'lists before breakfast',
};
export const noticedIn = (quote: string, more: Partial<Noticed> = {}): Noticed => ({
  name: 'The Planner',
  role: 'manager',
  quote,
  known: false,
  ...more,
});

export type Turn = { text?: string; noticed?: Noticed[]; move?: GuideMove; speaker?: Speaker; letter?: GuideContext['letter'] };

/** A conversation in one mode, with everything the Guide is given read from what was said, as the core does. */
export function conversation(
  options: Partial<Pick<GuideContext, 'mode' | 'part' | 'earlier' | 'met'>> & { safetyOpen?: boolean; words?: [MessageId, string][] } = {},
) {
  const { mode = 'write', part = null, earlier = null, met = null, safetyOpen = false } = options;
  const turns: CompanionRequest['turns'][number][] = [];
  const words = new Map<MessageId, string>(options.words);
  const replies: { text: string; state: GuideState }[] = [];
  return {
    replies,
    say({ text, noticed = [], move, speaker, letter = null }: Turn) {
      const said = text === undefined ? null : MessageId.parse(ids.next());
      if (text !== undefined && said) {
        turns.push({ role: 'user', content: text });
        words.set(said, text);
      }
      const state = move?.kind === 'begin' ? null : (replies.at(-1)?.state ?? null);
      const saidLately = new Set(replies.slice(-FRESH_FOR).flatMap((reply) => reply.state.used));
      const guide: GuideContext = {
        ...{
          mode,
          part,
          earlier: state ? null : earlier,
          state,
          met,
          saidLately,
          words,
          speaker: speaker ?? null,
          said,
          letter,
          remembered: null,
          wishes: new Set(replies.at(-1)?.state.wishes),
          move: move ?? null,
        },
      };
      const reply = composeReply({ turns: turns.slice(-60), noticed, guide, safetyOpen });
      replies.push(reply);
      turns.push({ role: 'assistant', content: reply.text });
      return reply;
    },
  };
}

/** A reply’s own sentences: without the person’s words and the part’s name. */
export const ownSentences = (text: string): string[] =>
  (
    text
      .replaceAll(/“[^”]*”/gu, '')
      .replaceAll('The Planner', '')
      .match(/[^.?\n]+[.?]/gu) ?? []
  ).map((sentence) => sentence.replaceAll(/\s+/gu, ' ').trim());
