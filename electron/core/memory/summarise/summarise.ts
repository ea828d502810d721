import { memorySections } from '../../../../shared/entities/memory.ts';
import { type Steps, allAtOnce } from '../../steps.ts';
import type { Finding, MemoryWork } from '../finding.ts';
import { findOpenThreads } from './find-open-threads.ts';
import { findParts } from './find-parts.ts';
import { findPractices } from './find-practices.ts';
import { findThemes } from './find-themes.ts';
import { findTriggers } from './find-triggers.ts';
import { passagesOf } from './passages.ts';
import { settleThreads } from './settle-threads.ts';
import { safetyNotes } from './safety-notes.ts';

/**
 * What is worth remembering of one session, check-in or insight, found on this computer from the words and rows alone. It knows no chance and no
 * clock: the same work comes to the same findings. Nothing is found where nothing may be remembered.
 */
export function* summariseInSteps(work: MemoryWork): Steps<Finding[]> {
  const { material } = work;
  const passages = passagesOf(material);
  return onceEach([
    ...findParts(material),
    ...(yield* findTriggers(material, passages)),
    ...(yield* findThemes(work, passages)),
    ...(yield* settleThreads(work, yield* findOpenThreads(material, passages), passages)),
    ...(yield* findPractices(material, passages)),
    ...safetyNotes(material),
  ]);
}

/** The same in one go. */
export const summarise = (work: MemoryWork): Finding[] => allAtOnce(summariseInSteps(work));

/** In the order of the sections; what was found more than once, as it was found first, with the sources of all. */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const first = byId.get(finding.id);
    byId.set(finding.id, first ? together(first, finding) : finding);
  }
  return [...byId.values()].toSorted((one, other) => memorySections.indexOf(one.section) - memorySections.indexOf(other.section));
}

const SOURCES_MAX = 4;

function together(first: Finding, again: Finding): Finding {
  const messages = [...new Set([...first.sources, ...again.sources])].filter((source) => source.startsWith('message:'));
  const occasion = first.sources.filter((source) => !source.startsWith('message:'));
  // The text may quote the first one, so that stays.
  const kept =
    messages.length <= SOURCES_MAX - occasion.length
      ? messages
      : [...messages.slice(0, 1), ...messages.slice(-(SOURCES_MAX - occasion.length - 1))];
  const wanted = first.wanted ?? again.wanted;
  return { ...first, ...(wanted !== undefined && { wanted }), sources: [...kept, ...occasion], at: Math.max(first.at, again.at) };
}
