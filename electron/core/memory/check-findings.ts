import { z } from 'zod';
import { BELIEFS_MAX, Belief, MemorySection, memorySections } from '../../../shared/entities/memory.ts';
import { Timestamp } from '../../../shared/entities/common.ts';
import type { Finding, Material } from './finding.ts';
import { UnusableAnswer } from './job-problem.ts';

/** More than a whole memory has room for is no finding. */
const FINDINGS_MAX = BELIEFS_MAX * memorySections.length;

const { id, text, by, parts, wanted, influence, sources } = Belief.shape;
const Found: z.ZodType<Finding> = z
  .strictObject({
    id,
    section: MemorySection,
    text,
    by,
    parts,
    wanted,
    influence,
    sources,
    at: Timestamp,
    settled: z.literal(true).optional(),
  })
  .transform(({ parts: about, wanted: then, influence: share, settled, ...finding }) => ({
    ...finding,
    ...(about && { parts: about }),
    ...(then !== undefined && { wanted: then }),
    ...(share !== undefined && { influence: share }),
    ...(settled && { settled }),
  }));

/**
 * What a summariser answered, whatever that is, as findings. Those that do not rest on the material alone are left out: nothing is believed
 * without a source that is there.
 * @throws UnusableAnswer too_large or unreadable_answer.
 */
export function checkFindings(answer: unknown, material: Material): Finding[] {
  if (!Array.isArray(answer)) throw new UnusableAnswer('unreadable_answer');
  // Before anything is looked at: what is far too much may take long to look at.
  if (answer.length > FINDINGS_MAX) throw new UnusableAnswer('too_large');
  const known = new Set<string>([material.source, ...material.messages.map((message) => `message:${message.id}`)]);
  const findings = answer.map((one: unknown) => {
    const parsed = Found.safeParse(one);
    if (parsed.success) return parsed.data;
    const isTooLarge = parsed.error.issues.some(({ code }) => code === 'too_big');
    throw new UnusableAnswer(isTooLarge ? 'too_large' : 'unreadable_answer');
  });
  return findings.filter((finding) => finding.sources.every((source) => known.has(source)));
}
