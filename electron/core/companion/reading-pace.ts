import type { Clock } from '../ports.ts';
import type { ReplyEvent } from './provider.ts';

/** `paceMs`: milliseconds between two words. */
export type Pace = { clock: Clock; paceMs: number };

/** A text that is there already, word by word, as one reads. Throws the signal's reason as soon as it is aborted. */
export async function* atPace(text: string, { clock, paceMs }: Pace, signal: AbortSignal): AsyncGenerator<ReplyEvent, void, undefined> {
  for (const word of text.match(/\S+\s*/gu) ?? []) {
    signal.throwIfAborted();
    yield { type: 'text', text: word };
    if (paceMs > 0) await clock.delay(paceMs, signal);
  }
}
