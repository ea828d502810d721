import type { Draft } from 'immer';
import {
  BELIEFS_MAX,
  BELIEF_SOURCES_MAX,
  type Belief,
  type MemoryDocument,
  type MemorySource,
  memorySections,
} from '../../../shared/entities/memory.ts';
import type { Finding } from './finding.ts';

/**
 * Brings what was found in one session, check-in or insight into a draft of the memory. Whatever was taken in from the same occasion before is
 * replaced: an occasion counts once, however often it is summarised, and what is not found in it any more goes unless something else speaks for it.
 * What the person wrote themselves keeps its words.
 * @param occasion the session, check-in or insight, and all its messages.
 */
export function takeIn(draft: Draft<MemoryDocument>, occasion: ReadonlySet<MemorySource>, findings: readonly Finding[]): void {
  for (const section of memorySections) {
    const found = new Map(findings.filter((finding) => finding.section === section).map((finding) => [finding.id, finding]));
    const kept: Belief[] = [];
    for (const belief of draft[section]) {
      const finding = found.get(belief.id);
      found.delete(belief.id);
      if (belief.settled && (finding?.settled || isOpenAgain(belief.settled, finding, occasion))) delete belief.settled;
      if (finding?.settled) belief.settled = settledBy(finding);
      else if (finding) confirm(belief, finding, occasion);
      if (finding || !withdraw(belief, occasion)) kept.push(belief);
    }
    if (kept.length < draft[section].length) draft[section] = kept;
    for (const { section: _section, at, sources, settled, ...belief } of found.values())
      if (!settled) draft[section].push({ ...withoutMissing(belief), count: 1, since: at, lastSeen: at, sources: briefest(sources) });
    while (draft[section].length > BELIEFS_MAX) draft[section].splice(oldestOf(draft[section]), 1);
  }
}

/** A message says which session it is of: that is named only when no message is. Every version of the memory holds what is named. */
function briefest(sources: readonly MemorySource[]): MemorySource[] {
  const messages = sources.filter((source) => source.startsWith('message:'));
  return (messages.length > 0 ? messages : sources).slice(-BELIEF_SOURCES_MAX);
}

const settledBy = ({ at, sources: [by] }: Finding): Belief['settled'] => by && { at, by };

/** It was meant anew since, or what said that it is settled does not say so any more. */
const isOpenAgain = (settled: NonNullable<Belief['settled']>, finding: Finding | undefined, occasion: ReadonlySet<MemorySource>): boolean =>
  occasion.has(settled.by) || (finding !== undefined && finding.at > settled.at);

/** A belief was found again, or once more in the same occasion. */
function confirm(belief: Draft<Belief>, finding: Finding, occasion: ReadonlySet<MemorySource>): void {
  const { text, by, parts, wanted, influence, at } = finding;
  const sources = briefest(finding.sources);
  const isNew = !belief.sources.some((source) => occasion.has(source));
  const others = belief.sources.filter((source) => !occasion.has(source));
  const room = Math.max(0, BELIEF_SOURCES_MAX - sources.length);
  const next = at >= belief.lastSeen ? [...others.slice(-room), ...sources] : [...sources, ...others].slice(-BELIEF_SOURCES_MAX);
  if (next.join() !== belief.sources.join()) belief.sources = next;
  if (isNew) belief.count += 1;
  belief.since = Math.min(belief.since, at);
  // What is older than what is known says nothing about how things stand.
  if (at < belief.lastSeen) return;
  belief.lastSeen = at;
  if (belief.by !== 'person') {
    belief.text = text;
    belief.by = by;
  }
  if (wanted !== undefined) belief.wanted = wanted;
  if (influence !== undefined) belief.influence = influence;
  if (parts && parts.join() !== belief.parts?.join()) belief.parts = parts;
}

/** Takes an occasion out of a belief it does not speak for any more. @returns whether nothing speaks for it now. */
function withdraw(belief: Draft<Belief>, occasion: ReadonlySet<MemorySource>): boolean {
  const others = belief.sources.filter((source) => !occasion.has(source));
  if (others.length === belief.sources.length) return false;
  if (others.length === 0) return belief.by !== 'person';
  belief.sources = others;
  belief.count = Math.max(1, belief.count - 1);
  return false;
}

/** The one that was seen longest ago; what the person wrote themselves goes last. */
function oldestOf(beliefs: readonly Belief[]): number {
  const age = ({ by, lastSeen }: Belief): number => (by === 'person' ? Number.MAX_SAFE_INTEGER : lastSeen);
  return beliefs.reduce((oldest, belief, index) => (age(belief) < age(beliefs[oldest] ?? belief) ? index : oldest), 0);
}

/** JSON has no undefined. */
function withoutMissing<Given extends object>(given: Given): Given {
  const whole = { ...given };
  for (const key in whole) if (whole[key] === undefined) delete whole[key];
  return whole;
}
