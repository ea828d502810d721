import { type SixF, sixFs } from '../../../../shared/entities/assessment.ts';
import type { GuideStep } from '../../../../shared/entities/guide.ts';
import type { GuideState } from '../../../../shared/entities/session.ts';
import type { ActionBus } from '../../actions/action-bus.ts';
import type { Actor } from '../../actions/actor.ts';
import { companionOf } from '../../actions/actor.ts';
import { recordAssessment } from '../../assessments/assessment-actions.ts';
import { assessmentRepository } from '../../assessments/assessment-repository.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import type { KeyedDigest } from '../../memory/keyed-digest.ts';
import { proposeMet } from './met-part.ts';

const stepsOfSixFs: Readonly<Record<SixF, GuideStep>> = {
  find: 'find',
  focus: 'focus',
  flesh_out: 'flesh_out',
  feel_toward: 'feel_toward',
  befriend: 'befriend',
  fears: 'fear',
};

/** The furthest of the six Fs that was answered, or null. */
export const reachedIn = ({ learned }: GuideState): SixF | null => sixFs.findLast((f) => learned?.[stepsOfSixFs[f]] !== undefined) ?? null;

/**
 * When the steps come to an end or are left, notes how far they led with a named part: the companion's own judgement, which can be undone.
 * What the newest judgement of this kind says already is not said again. At the end a part that was met without a name is offered.
 */
export function recordReached(
  { bus, keyedDigest }: { bus: ActionBus; keyedDigest: KeyedDigest },
  scope: OwnerScope,
  actor: Actor,
  state: GuideState,
): void {
  const reached = reachedIn(state);
  const isOver = state.step === 'close' || state.at === 'left';
  if (state.mode !== 'six_fs' || reached === null || !isOver) return;
  if (state.partId === undefined) {
    const found = state.learned?.find;
    if (state.step === 'close' && found) proposeMet(bus, keyedDigest, actor, scope, found);
    return;
  }
  if (!scope.find('parts', state.partId)) return;
  const judged = scope
    .use(assessmentRepository)
    .ofPart(state.partId)
    .map(({ judgement }) => judgement)
    .find(({ type }) => type === 'six_fs');
  if (judged?.type === 'six_fs' && judged.reached === reached) return;
  bus.perform(companionOf(actor.userId), recordAssessment, {
    partId: state.partId,
    judgement: { type: 'six_fs', reached },
    note: '',
    evidenceIds: [],
  });
}
