import type { OwnerScope } from '../db/owner-scope.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { Line } from './guide/words/line.ts';
import { introductions } from './guide/words/introductions.ts';
import type { CompanionProvider } from './provider.ts';
import { type Pace, atPace } from './reading-pace.ts';

/** The companion says that it is software at the start, and again after this much use. */
export const INTRODUCED_EVERY_MS = 3 * 3_600_000;
/** Messages further apart than this have a break between them, which is no use. */
const BREAK_MS = 30 * 60_000;

/** How long somebody was at it, in milliseconds: the time between messages, breaks left out. A clock set back adds nothing. */
export const useIn = (written: readonly number[]): number =>
  written.reduce((total, moment, at) => {
    const gap = at === 0 ? 0 : moment - (written[at - 1] ?? moment);
    return gap > 0 && gap < BREAK_MS ? total + gap : total;
  }, 0);

/** The sentence with which the next reply has to begin, or null when it was said lately. Ask before the reply is posted. */
export function introductionDue(scope: OwnerScope, saidLately: ReadonlySet<string>): Line | null {
  const messages = scope.use(messageRepository);
  const last = messages.lastIntroduction();
  if (last && useIn(messages.writtenFrom(last.sequence)) < INTRODUCED_EVERY_MS) return null;
  return introductions.find(({ id }) => !saidLately.has(id)) ?? null;
}

/** A companion whose replies begin with a sentence of introduction, whoever goes on. */
export const introducedBy = (provider: CompanionProvider, line: Line, pace: Pace): CompanionProvider => ({
  name: provider.name,
  async *reply(request, signal) {
    yield* atPace(`${line.text}\n\n`, pace, signal);
    yield* provider.reply(request, signal);
  },
});
