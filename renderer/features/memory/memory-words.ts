import type { Belief, MemoryCause, MemoryProblem, MemoryRuleKind, MemorySection, MemoryVersion } from '../../../shared/entities/memory.ts';
import { counted, shortDay } from '../../components/dates.ts';

/** What a section holds, under its title. */
export const sectionIntros: Record<MemorySection, string> = {
  parts: 'How much your parts have spoken of late.',
  relationships: 'Who protects whom, and who is at odds.',
  triggers: 'Moments after which something in you speaks up.',
  themes: 'What you have come back to.',
  openThreads: 'What you wanted to do, or left for later.',
  practices: 'What you said did you good.',
  safetyNotes: 'When you may have been in danger. No provider is told of it.',
};

/** Why a version came to be, as a sentence without its end. */
export const causeWords: Record<MemoryCause, string> = {
  session: 'Brought up to date after a session',
  check_in: 'Brought up to date after a check-in',
  insight: 'Brought up to date after an insight was rated',
  edited: 'You put something in other words',
  wrong: 'You said that something was wrong',
  never: 'You asked that something is never remembered',
  restored: 'You restored an earlier version',
  undone: 'A version was taken back',
  upkeep: 'Brought up to date with your parts and the time that has passed',
  lost: 'What this version had changed is lost',
};

/** How much a version holds, in plain words. */
export const sizeWords = ({ isCheckpoint, bytes, operations }: Pick<MemoryVersion, 'isCheckpoint' | 'bytes' | 'operations'>): string =>
  isCheckpoint ? `kept as a whole, ${bytesWords(bytes)}` : `${counted(operations, 'small change', 'small changes')}, ${bytesWords(bytes)}`;

const bytesWords = (bytes: number): string =>
  bytes < 1000 ? counted(bytes, 'byte', 'bytes') : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;

export const timesWords = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** Since when something is remembered, when it was seen last, and how often. */
export const standingWords = ({ since, lastSeen, count }: Pick<Belief, 'since' | 'lastSeen' | 'count'>): string => {
  const days = [shortDay(since), shortDay(lastSeen)] as const;
  return days[0] === days[1]
    ? `Seen ${timesWords(count)}, on ${days[0]}`
    : `Since ${days[0]} · last seen ${days[1]} · ${timesWords(count)}`;
};

export const ruleWords: Record<MemoryRuleKind, string> = {
  wrong: 'Said to be wrong: believed again only if it comes up anew',
  never: 'Never remembered',
  declined: 'Words that are not a part, and were forgotten',
};

export const problemWords: Record<MemoryProblem, string> = {
  missing: 'is not there',
  unreadable: 'can’t be read',
  does_not_apply: 'can’t be rebuilt',
  other_document: 'comes to something else than was written',
};
