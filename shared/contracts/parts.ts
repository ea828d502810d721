import { z } from 'zod';
import { PageRequest, Timestamp, page } from '../entities/common.ts';
import {
  Evidence,
  EvidenceKind,
  EvidenceQuote,
  Part,
  WrittenAttributes,
  PartName,
  PartRole,
  PartStatus,
  PartStory,
  StatusStep,
} from '../entities/part.ts';
import { Relationship } from '../entities/relationship.ts';
import { EvidenceId, MessageId, PartId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const partSorts = ['changed', 'seen', 'name', 'confidence'] as const;

const MergeInput = z.strictObject({ partId: PartId, intoPartId: PartId });
const SplitInput = z.strictObject({ partId: PartId, evidenceIds: z.array(EvidenceId).min(1).max(1000), name: PartName, role: PartRole });
/** What goes in a merge because one part can have only one of it. */
const MergeLoss = z.strictObject({
  /** What only the merged part was called, or is said otherwise of the one that stays. */
  fields: z.array(z.enum(['name', 'role', 'status', 'emoji', 'hue', 'age'])),
  /** Relationships between the two. Their notes go into the story. */
  between: z.array(Relationship),
  /** Relationships of the merged part that are told the other way round, or more weakly, of the one that stays. Their notes are kept with that. */
  outdone: z.array(Relationship),
});
const SplitOutput = z.strictObject({ part: Part, newPart: Part });

export const partsContract = {
  /** By default the most recently changed first. `find` looks in names, stories, what is known and the words that speak for it, whatever letter case and accents. */
  'parts.list': route(
    'person',
    z.strictObject({
      status: PartStatus.optional(),
      role: PartRole.optional(),
      find: z.string().max(200).optional(),
      sort: z.enum(partSorts).default('changed'),
      ...PageRequest,
    }),
    page(Part),
  ),
  'parts.get': route('person', z.strictObject({ partId: PartId }), Part),
  /** The statuses one step away, and what is missing for each. */
  'parts.steps': route('person', z.strictObject({ partId: PartId }), z.array(StatusStep)),
  /** All evidence of a part, newest first. */
  'parts.evidence': route('person', z.strictObject({ partId: PartId, ...PageRequest }), page(Evidence)),
  /**
   * How sure it was, before and after each piece of evidence and each of the person's own judgements, oldest first; at its end how sure it is today,
   * when it has faded since.
   */
  'parts.confidence': route(
    'person',
    z.strictObject({ partId: PartId }),
    z.array(
      z.strictObject({
        at: Timestamp,
        before: z.number().min(0).max(1),
        confidence: z.number().min(0).max(1),
        reason: z.enum(['evidence', 'judgement', 'today']),
        evidenceId: EvidenceId.nullable(),
        quote: z.string().nullable(),
      }),
    ),
  ),
  'parts.create': route('person', z.strictObject({ name: PartName, attributes: WrittenAttributes, story: PartStory.optional() }), Part),
  /** Only what is given changes. Attributes are replaced as a whole. A name somebody else has is a CONFLICT. */
  'parts.update': route(
    'person',
    z.strictObject({ partId: PartId, name: PartName.optional(), story: PartStory.optional(), attributes: WrittenAttributes.optional() }),
    Part,
  ),
  /** One step at a time; what is missing comes back as a CONFLICT in words. */
  'parts.setStatus': route('person', z.strictObject({ partId: PartId, status: PartStatus }), Part),
  'parts.addEvidence': route(
    'person',
    z.strictObject({
      partId: PartId,
      kind: EvidenceKind,
      quote: EvidenceQuote,
      /** The message the words stand in; without it they are the person's own, said now. */
      messageId: MessageId.optional(),
    }),
    Part,
  ),
  'parts.removeEvidence': route('person', z.strictObject({ evidenceId: EvidenceId }), Part),
  /** All evidence, relationships and assessments of the first part go over to the second, which stays. */
  'parts.merge': route('person', MergeInput, Part),
  /** What merging would make, without doing it: the part that stays, what it would be related to, and what goes. */
  'parts.previewMerge': route('person', MergeInput, z.strictObject({ part: Part, relationships: z.array(Relationship), goes: MergeLoss })),
  /** The chosen evidence goes over to a new part. */
  'parts.split': route('person', SplitInput, SplitOutput),
  /** What splitting would make, without doing it. */
  'parts.previewSplit': route('person', SplitInput, SplitOutput),
  /** With its evidence, relationships and assessments. Can be undone. */
  'parts.delete': route('person', z.strictObject({ partId: PartId }), Nothing),
};
