import type { TakeoverReason } from '../../../shared/entities/session.ts';
import { followAlong } from './guide/follow-along.ts';
import { createTelling } from './guide/telling.ts';
import { ModelFailure } from './model.ts';
import type { CompanionProvider, ReplyEvent } from './provider.ts';
import { takeoverSentences } from './takeover-words.ts';

/**
 * A model with the guide beside it. When the model fails before it has said anything, the guide answers in the same message, and says so first.
 * When it fails later, what came is kept and the reply breaks off there; who began it lets the guide go on.
 * @param onFailure told of failures that are not the model's but ours.
 */
export function withTakeover(model: CompanionProvider, guide: CompanionProvider, onFailure: (error: unknown) => void): CompanionProvider {
  return {
    name: model.name,
    async *reply(request, signal) {
      let begun = false;
      try {
        for await (const event of model.reply(request, signal)) {
          // From its first word on the model is the one who answers; the guide follows along, to be able to go on from here.
          if (event.type === 'text' && !begun) yield { type: 'guide', state: followAlong(request) };
          begun ||= event.type === 'text';
          yield event;
        }
        if (begun) return;
      } catch (error) {
        if (signal.aborted) throw error;
        if (!(error instanceof ModelFailure)) onFailure(error);
        const reason = error instanceof ModelFailure ? error.reason : 'failed';
        if (begun) {
          yield { type: 'broke_off', reason };
          return;
        }
        return yield* takeOver(reason, guide, request, signal);
      }
      // It ended without a word.
      yield* takeOver('refused', guide, request, signal);
    },
  };
}

/** The guide's reply in place of a model's, with the reason in front, which is kept among the sentences it said. */
export async function* takeOver(
  reason: TakeoverReason,
  guide: CompanionProvider,
  ...[request, signal]: Parameters<CompanionProvider['reply']>
): AsyncGenerator<ReplyEvent, void> {
  const tell = createTelling(request.guide?.saidLately ?? new Set(), 0);
  const why = tell.say(takeoverSentences[reason]);
  yield { type: 'took_over', reason, provider: guide.name };
  if (why !== null) yield { type: 'text', text: `${why}\n\n` };
  for await (const event of guide.reply(request, signal))
    yield event.type === 'guide' ? { ...event, state: { ...event.state, used: [...event.state.used, ...tell.used] } } : event;
}
