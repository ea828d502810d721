import type { MemoryVersion } from '../../../shared/entities/memory.ts';

/**
 * The version of the memory the chat has to tell of, if there is one: newer than what the person knows of and made by somebody else. In a hard moment
 * there is no news: nothing stands beside what can help.
 * @param seen the newest version the person knows of; null until the memory was read for the first time.
 */
export function newsOf<Version extends Pick<MemoryVersion, 'version' | 'actor' | 'cause'>>(
  newest: Version | undefined,
  seen: number | null,
  safetyOpen: boolean,
): Version | null {
  if (newest === undefined || seen === null || safetyOpen) return null;
  // A part that is called otherwise, or time that has passed, is no news to the person.
  return newest.actor !== 'user' && newest.cause !== 'upkeep' && newest.version > seen ? newest : null;
}
