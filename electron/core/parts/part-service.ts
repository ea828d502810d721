import { isDeepStrictEqual } from 'node:util';
import type { ParsedInput, RouteOutput } from '../../../shared/contracts/index.ts';
import type { Part, StatusStep } from '../../../shared/entities/part.ts';
import type { EvidenceId, PartId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import { assessmentRepository } from '../assessments/assessment-repository.ts';
import { pageOf } from '../db/cursor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { confidenceOverTime } from './confidence-over-time.ts';
import { shownDay } from './confidence.ts';
import type { Clock } from '../ports.ts';
import { statusSteps } from './lifecycle.ts';
import { relationshipRepository } from '../relationships/relationship-repository.ts';
import { addPartEvidence, createPart, removePartEvidence, setPartStatus, splitPart, updatePart } from './part-actions.ts';
import { partRepository } from './part-repository.ts';
import { deletePart, lossOfMerge, mergeParts } from './part-unions.ts';

export type PartService = {
  list(actor: Actor, filter: ParsedInput<'parts.list'>): RouteOutput<'parts.list'>;
  get(actor: Actor, partId: PartId): Part;
  steps(actor: Actor, partId: PartId): StatusStep[];
  evidence(actor: Actor, input: ParsedInput<'parts.evidence'>): RouteOutput<'parts.evidence'>;
  /** How the kept confidence came about, piece by piece, oldest first. */
  confidence(actor: Actor, partId: PartId): RouteOutput<'parts.confidence'>;
  create(actor: Actor, input: ParsedInput<'parts.create'>): Part;
  update(actor: Actor, input: ParsedInput<'parts.update'>): Part;
  setStatus(actor: Actor, input: ParsedInput<'parts.setStatus'>): Part;
  addEvidence(actor: Actor, input: ParsedInput<'parts.addEvidence'>): Part;
  removeEvidence(actor: Actor, evidenceId: EvidenceId): Part;
  merge(actor: Actor, input: ParsedInput<'parts.merge'>): Part;
  previewMerge(actor: Actor, input: ParsedInput<'parts.merge'>): RouteOutput<'parts.previewMerge'>;
  split(actor: Actor, input: ParsedInput<'parts.split'>): RouteOutput<'parts.split'>;
  previewSplit(actor: Actor, input: ParsedInput<'parts.split'>): RouteOutput<'parts.split'>;
  delete(actor: Actor, partId: PartId): void;
};

export function createPartService(options: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope; clock: Clock }): PartService {
  const { bus, scopeOf, clock } = options;
  const partsOf = (actor: Actor) => scopeOf(actor).use(partRepository);
  const get = (actor: Actor, partId: PartId): Part => {
    const part = partsOf(actor).get(partId, shownDay(clock.now()));
    if (!part) throw notFound('This part');
    return part;
  };

  const merge = (actor: Actor, input: ParsedInput<'parts.merge'>): Part => get(actor, bus.perform(actor, mergeParts, input).value);
  const split = (actor: Actor, input: ParsedInput<'parts.split'>): RouteOutput<'parts.split'> => {
    const newPartId = bus.perform(actor, splitPart, input).value;
    return { part: get(actor, input.partId), newPart: get(actor, newPartId) };
  };

  return {
    list: (actor, filter) => partsOf(actor).list(filter, shownDay(clock.now())),
    get,
    steps(actor, partId) {
      const standing = partsOf(actor).standing(partId);
      if (!standing) throw notFound('This part');
      return statusSteps(standing);
    },
    evidence(actor, { partId, cursor, limit }) {
      get(actor, partId);
      const rows = partsOf(actor).evidencePage(partId, cursor, limit + 1);
      return pageOf(
        rows,
        limit,
        (row) => [row.observedAt, row.id],
        (row) => row,
      );
    },
    confidence(actor, partId) {
      get(actor, partId);
      const evidence = partsOf(actor).evidence(partId);
      return confidenceOverTime(evidence, scopeOf(actor).use(assessmentRepository).ofPart(partId), shownDay(clock.now()));
    },
    create: (actor, input) => get(actor, bus.perform(actor, createPart, input).value),
    update(actor, input) {
      const { partId, ...wanted } = input;
      // What is kept as it is is no change, and none to take back.
      const part = get(actor, partId);
      return isDeepStrictEqual({ ...part, ...wanted }, part) ? part : get(actor, bus.perform(actor, updatePart, input).value);
    },
    setStatus: (actor, input) => get(actor, bus.perform(actor, setPartStatus, input).value),
    addEvidence: (actor, { messageId, ...evidence }) =>
      get(actor, bus.perform(actor, addPartEvidence, { ...evidence, messageId: messageId ?? null }).value),
    removeEvidence: (actor, evidenceId) => get(actor, bus.perform(actor, removePartEvidence, { evidenceId }).value),
    merge,
    previewMerge: (actor, input) =>
      bus.preview(actor, () => {
        const goes = lossOfMerge(scopeOf(actor), input.partId, input.intoPartId);
        const part = merge(actor, input);
        return { part, goes, relationships: scopeOf(actor).use(relationshipRepository).ofPart(part.id) };
      }),
    split,
    previewSplit: (actor, input) => bus.preview(actor, () => split(actor, input)),
    delete: (actor, partId) => void bus.perform(actor, deletePart, { partId }),
  };
}
