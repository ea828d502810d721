import { composeReply } from '../guide/reply.ts';
import type { Clock } from '../../ports.ts';
import type { CompanionProvider } from '../provider.ts';
import { atPace } from '../reading-pace.ts';

/**
 * The built-in companion: it needs no network and no model. It uses the person’s own words, asks one thing at a time, and does not say a
 * sentence of its own again within thirty replies.
 * @param paceMs milliseconds between two words.
 */
export function createGuide(clock: Clock, paceMs: number): CompanionProvider {
  return {
    name: 'guide',
    async *reply(request, signal) {
      const { text, state } = composeReply(request);
      signal.throwIfAborted();
      yield { type: 'guide', state };
      // Nobody in danger waits for words to be typed.
      yield* atPace(text, { clock, paceMs: state.at === 'in_danger' ? 0 : paceMs }, signal);
    },
  };
}
