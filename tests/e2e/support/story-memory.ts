import { type Finding, beliefIdOf } from '../../../electron/core/memory/finding.ts';
import { influenceOf, relationshipTold, spokenWords } from '../../../electron/core/memory/summarise/find-parts.ts';
import { partRepository } from '../../../electron/core/parts/part-repository.ts';
import type { MemoryDocument, MemorySection } from '../../../shared/entities/memory.ts';
import type { Part } from '../../../shared/entities/part.ts';
import type { MemoryUnderTest } from '../../support/memory.ts';

/** What else is found on the days of the story, in turn. `{words}` stands for what the person wrote then. */
const found: readonly (Partial<Finding> & { section: MemorySection; text: string })[] = [
  { section: 'triggers', text: 'It sounds as if this touches something: “{words}”', wanted: 'somebody who keeps watch with me' },
  { section: 'themes', text: 'You write about work and what is left to do.' },
  { section: 'practices', text: 'Walking seems to help.' },
  { section: 'openThreads', text: 'You wanted to ask for a day off: “{words}”' },
  { section: 'themes', text: 'You write about sleep, and about nights that are too short.' },
  { section: 'safetyNotes', text: 'A hard moment was noticed. You said later that it had passed.' },
  { section: 'themes', text: 'You write about work and what is left to do.' },
];

/** Brings the told journal into the memory, day by day: each belief with the messages it comes from. */
export function rememberStory({ scope, clock, learn }: MemoryUnderTest): void {
  const { items } = scope.use(partRepository).list({ sort: 'name', limit: 200 }, clock.now());
  const days = items
    .flatMap((part) => part.recentEvidence.map((evidence) => ({ part, evidence })))
    .toSorted((one, other) => one.evidence.observedAt - other.evidence.observedAt);
  for (const [place, { part, evidence }] of days.entries()) {
    const { messageId, sessionId, observedAt, quote } = evidence;
    if (!messageId || !sessionId) continue;
    clock.set(observedAt + 1_800_000);
    const shared: Pick<Finding, 'sources' | 'at'> = { sources: [`message:${messageId}`, `session:${sessionId}`], at: observedAt };
    const more = found[place % found.length];
    const spoke = days.slice(0, place + 1).flatMap((day) => (day.part.id === part.id ? day.evidence.observedAt : []));
    // As of now, so that nothing has to be brought up to date when the profile is opened.
    const influence = influenceOf(spoke, Date.now());
    learn(
      {
        section: 'parts',
        id: beliefIdOf('parts', part.id),
        text: spokenWords(part.name, influence),
        parts: [part.id],
        influence,
        ...shared,
      },
      ...(place % found.length === 5 ? atOdds(items, shared) : []),
      ...(more ? [{ ...more, text: more.text.replace('{words}', quote), ...shared }] : []),
    );
  }
}

/** How two of them relate, as the relationship that is made later will be told. */
function atOdds(parts: readonly Part[], shared: Pick<Finding, 'sources' | 'at'>): Partial<Finding>[] {
  const [planner, off] = ['The Planner', 'The Off Switch'].map((wanted) => parts.find(({ name }) => name === wanted));
  if (!planner || !off) return [];
  const between = { fromPartId: planner.id, toPartId: off.id, type: 'polarized' } as const;
  const told = relationshipTold(between, (id) => parts.find((part) => part.id === id)?.name ?? '');
  return [{ section: 'relationships', ...told, ...shared }];
}

/** A summary of the told journal. */
export const storySummary = ({ themes, practices }: MemoryDocument): string =>
  themes.length + practices.length === 0
    ? ''
    : `You have written most about work, and about nights that are too short. The Planner has spoken more than once of late; it and The Off Switch are at odds. ${practices.length > 0 ? 'Walking seems to help. ' : ''}You left open whether to ask for a day off.`;
