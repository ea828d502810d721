import { z } from 'zod';
import {
  BeliefText,
  Belief,
  MemoryChange,
  MemoryCheck,
  MemoryDocument,
  MemoryRule,
  MemorySection,
  MemoryVersion,
  Reason,
} from '../entities/memory.ts';
import { PageRequest, Timestamp, page } from '../entities/common.ts';
import { BeliefId, MemoryRuleId } from '../ids.ts';
import { Nothing, route } from './route.ts';

const Version = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
/** The version that was written, or the newest one when nothing had to change. */
const Written = z.strictObject({ version: Version });
const OneBelief = { beliefId: BeliefId };

export const memoryContract = {
  /** The newest memory, or a version of it. Version 0 is the empty one. */
  'memory.get': route(
    'person',
    z.strictObject({ version: Version.optional() }),
    z.strictObject({ version: Version, createdAt: Timestamp.nullable(), document: MemoryDocument }),
  ),
  /** Versions, newest first. */
  'memory.log': route('person', z.strictObject({ ...PageRequest }), page(MemoryVersion)),
  /** The version there was when the profile was opened: what is newer came since, and nobody may have seen it. */
  'memory.atOpening': route('person', Nothing, z.strictObject({ version: Version })),
  /** What is different in `to`, as JSON Patch and as a person reads it. */
  'memory.diff': route(
    'person',
    z.strictObject({ from: Version, to: Version }),
    z.strictObject({
      operations: z.array(z.json()),
      changes: z.array(MemoryChange),
      /** Beliefs among what is added that are never to be remembered: they would stay out if `to` were restored. */
      keptOut: z.array(BeliefId),
    }),
  ),
  /** Writes an earlier version again, as a new one. */
  'memory.restore': route('person', z.strictObject({ version: Version }), Written),
  /** Takes back what one version changed, as a new one. CONFLICT when later versions changed the same. */
  'memory.undo': route('person', z.strictObject({ version: Version }), Written),
  /** Rebuilds every version and compares it with its hash. */
  'memory.verify': route('person', Nothing, MemoryCheck),
  /** Puts the last sound version where rows are damaged, and says which ones. */
  'memory.repair': route('person', Nothing, MemoryCheck),
  /** Why something is remembered. `path` is a belief's identifier, or a JSON Pointer into the document such as `/themes/0`. */
  'memory.why': route(
    'person',
    z.strictObject({ path: z.string().min(1).max(200) }),
    z.strictObject({ section: MemorySection, belief: Belief, reasons: z.array(Reason) }),
  ),
  'memory.edit': route('person', z.strictObject({ ...OneBelief, text: BeliefText }), Written),
  /** Takes a belief out; what was written until now will not bring it back. */
  'memory.wrong': route('person', z.strictObject(OneBelief), Written),
  /** Takes a belief out for good, and keeps a rule that it is never remembered again. */
  'memory.never': route('person', z.strictObject(OneBelief), Written),
  'memory.rules': route('person', Nothing, z.strictObject({ items: z.array(MemoryRule) })),
  'memory.dropRule': route('person', z.strictObject({ ruleId: MemoryRuleId }), Nothing),
};
