import { isDeepStrictEqual } from 'node:util';
import type { JobProblem } from '../../../../shared/entities/job.ts';
import type { ModelChoice } from '../../../../shared/entities/provider.ts';
import type { TakeoverReason } from '../../../../shared/entities/session.ts';
import type { Actor } from '../../actions/actor.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import type { Finding, Material, Summariser } from '../../memory/finding.ts';
import { onceEach } from '../../memory/summarise/summarise.ts';
import type { ProviderService } from '../../providers/provider-service.ts';
import { type Steps, givingWay } from '../../steps.ts';
import { type KeptPrivate, keptPrivate } from '../context/kept-private.ts';
import { AnswerTooLarge, ModelFailure } from '../model.ts';
import type { OpenModel } from '../open-model.ts';
import { type Answer, readAnswer, rememberTool } from './answer.ts';
import { findingsOf } from './findings-of.ts';
import { type RememberingRequest, fittingPassages, rememberingRequest } from './request.ts';

export type SummariserOptions = {
  /** Whose memory it is. */
  actor: Actor;
  scopeOf: (actor: Actor) => OwnerScope;
  providers: Pick<ProviderService, 'remembering'>;
  openModel: OpenModel;
};

/** `by` says whether a model had a part in it; `problem`, why it had none although it was to be asked. */
export type Summarised = { findings: readonly Finding[]; by: 'summariser' | 'model'; problem: JobProblem | null };

/** The summariser of one profile: what was found on this computer, with the person's model beside it as far as they want that. */
export const createSummariser =
  (options: SummariserOptions): Summariser =>
  async (work, signal, doneWithout) => {
    const { findings, problem } = await summariseWithModel(options, work, signal);
    if (problem !== null) doneWithout(problem);
    return findings;
  };

/**
 * What is found on this computer, and what the person's model finds beside it. A model is asked only about a session, when the person turned that on, and
 * never about what is private or a time in which somebody was in danger; whatever goes wrong with it, what was found here is there.
 * @throws the signal's reason when it is aborted; an answer that comes later has no effect.
 */
export async function summariseWithModel(
  options: SummariserOptions,
  work: Parameters<Summariser>[0],
  signal: AbortSignal,
): Promise<Summarised> {
  signal.throwIfAborted();
  const findings = work.found;
  const alone = (problem: JobProblem | null): Summarised => ({ findings, by: 'summariser', problem });
  const choice = options.providers.remembering(options.actor);
  const asked = choice && (await givingWay(requestFor(options, choice, work.material), signal));
  // Who turned it off meanwhile, or chose another one, is heard.
  if (!choice || !asked || !isDeepStrictEqual(options.providers.remembering(options.actor), choice)) return alone(null);
  try {
    const answer = await ask(options, choice, asked, signal);
    signal.throwIfAborted();
    if (!answer) return alone('unreadable_answer');
    return { findings: onceEach([...findings, ...findingsOf(answer, work.material, asked.sent)]), by: 'model', problem: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AnswerTooLarge) return alone('too_large');
    if (error instanceof ModelFailure) return alone(problems[error.reason]);
    throw error;
  }
}

function* requestFor({ actor, scopeOf }: SummariserOptions, choice: ModelChoice, material: Material): Steps<RememberingRequest | null> {
  const { kind, session, safetyFlags } = material;
  if (kind !== 'session' || !session?.remembered || safetyFlags.some(({ label }) => label === 'crisis')) return null;
  const fitting = yield* fittingPassages(choice, material);
  // Asked last, of all at once: somebody may have made it private meanwhile.
  const kept: KeptPrivate = keptPrivate(scopeOf(actor));
  if (session.private || kept.hidesSession(session)) return null;
  return rememberingRequest(choice, material, fitting, kept);
}

/** One request and one answer. Null when the answer is not of the shape that was asked for. */
async function ask(
  { actor, openModel }: SummariserOptions,
  choice: ModelChoice,
  { request }: RememberingRequest,
  signal: AbortSignal,
): Promise<Answer | null> {
  const access = await openModel(actor, choice);
  for await (const event of access.converse(request).step([], signal)) {
    if (event.type !== 'end') continue;
    if (event.why === 'declined') throw new ModelFailure('refused');
    const [call, another] = event.calls;
    return call?.name === rememberTool.name && !another ? readAnswer(call.input) : null;
  }
  return null;
}

const problems: Record<TakeoverReason, JobProblem> = {
  offline: 'unreachable',
  unreachable: 'unreachable',
  busy: 'unreachable',
  cut_off: 'unreachable',
  timed_out: 'unreachable',
  no_key: 'refused',
  key_refused: 'refused',
  refused: 'refused',
  private: 'refused',
  failed: 'failed',
};
