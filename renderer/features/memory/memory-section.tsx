import { useState } from 'react';
import { memorySectionTitles, type Belief, type MemorySection } from '../../../shared/entities/memory.ts';
import { Button } from '../../components/button.tsx';
import type { PartNames } from '../activity/action-words.ts';
import { Section } from '../../components/section.tsx';
import { BeliefEntry } from './belief-entry.tsx';
import { sectionIntros } from './memory-words.ts';

/** More of a section wait until they are asked for. */
const SHOWN = 8;

/** The beliefs of one kind, those seen last first; what is settled comes after what is open. */
export function MemorySectionView({ section, beliefs, names }: { section: MemorySection; beliefs: readonly Belief[]; names: PartNames }) {
  const [whole, setWhole] = useState(false);
  const sorted = beliefs.toSorted(
    (one, other) =>
      Number(Boolean(one.settled)) - Number(Boolean(other.settled)) || other.lastSeen - one.lastSeen || other.count - one.count,
  );
  const shown = whole ? sorted : sorted.slice(0, SHOWN);
  return (
    <Section title={memorySectionTitles[section]} intro={sectionIntros[section]}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((belief) => (
          <BeliefEntry key={belief.id} belief={belief} names={names} />
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button size="small" className="self-start" onClick={() => setWhole(true)}>
          Show {sorted.length - shown.length} more
        </Button>
      )}
    </Section>
  );
}
