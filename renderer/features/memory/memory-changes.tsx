import { Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { memorySectionTitles, type Belief, type MemoryChange } from '../../../shared/entities/memory.ts';
import { inOrder } from '../../components/in-order.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { timesWords } from './memory-words.ts';
import { diffWords } from './word-diff.ts';

/** More of them wait until they are asked for. */
const SHOWN = 30;

const looks = {
  added: { word: 'New', picture: Plus, classes: 'border-pine bg-pine-soft' },
  removed: { word: 'Gone', picture: Minus, classes: 'border-alert bg-alert-soft' },
  changed: { word: 'Changed', picture: Pencil, classes: 'border-edge bg-sunken' },
} satisfies Record<string, { word: string; picture: LucideIcon; classes: string }>;

/** What is different between two versions: in colour, and in words and marks for eyes that see none. */
export function MemoryChanges({ changes, nothing }: { changes: readonly MemoryChange[]; nothing: string }) {
  if (changes.length === 0) return <p className="text-sm text-muted">{nothing}</p>;
  const [first, rest] = [changes.slice(0, SHOWN), changes.slice(SHOWN)];
  return (
    <div className="flex flex-col gap-2">
      <ChangeList changes={first} />
      {rest.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer text-sm text-pine hover:text-pine-deep">Show {rest.length} more</summary>
          <div className="pt-2">
            <ChangeList changes={rest} />
          </div>
        </details>
      )}
    </div>
  );
}

const ChangeList = ({ changes }: { changes: readonly MemoryChange[] }) => (
  <ul className="flex flex-col gap-2">
    {changes.map((change) => (
      <OneChange key={keyOf(change)} change={change} />
    ))}
  </ul>
);

const keyOf = (change: MemoryChange): string =>
  change.kind === 'summary' ? 'summary' : `${change.section}/${change.kind === 'removed' ? change.before.id : change.after.id}`;

function OneChange({ change }: { change: MemoryChange }) {
  switch (change.kind) {
    case 'summary':
      return (
        <Frame look="changed" about="Summary">
          <Both before={change.before} after={change.after} />
        </Frame>
      );
    case 'added':
      return (
        <Frame look="added" about={memorySectionTitles[change.section]}>
          {change.after.text}
        </Frame>
      );
    case 'removed':
      return (
        <Frame look="removed" about={memorySectionTitles[change.section]}>
          <del className="decoration-alert">{change.before.text}</del>
        </Frame>
      );
    case 'changed': {
      const { before, after } = change;
      const more = furtherWords(before, after);
      return (
        <Frame look="changed" about={memorySectionTitles[change.section]}>
          <Both before={before.text} after={after.text} />
          {more !== '' && <span className="block text-sm text-muted">{more}</span>}
        </Frame>
      );
    }
  }
}

function Frame({ look, about, children }: { look: keyof typeof looks; about: string; children: ReactNode }) {
  const { word, picture: Picture, classes } = looks[look];
  return (
    <li className={joinClasses('flex gap-3 rounded-md border-l-4 px-3 py-2', classes)}>
      <Picture aria-hidden className="mt-1 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="text-xs text-muted">
          <span className="font-semibold text-ink">{word}</span> · {about}
        </p>
        <p dir="auto" className="wrap-anywhere">
          {children}
        </p>
      </div>
    </li>
  );
}

function Both({ before, after }: { before: string; after: string }) {
  if (before === after) return after;
  return inOrder(diffWords(before, after)).map(({ kind, text, place }) =>
    kind === 'same' ? (
      <span key={place}>{text}</span>
    ) : kind === 'gone' ? (
      <del key={place} className="rounded-xs bg-alert-soft text-alert">
        <span className="sr-only"> taken out: </span>
        {text}
      </del>
    ) : (
      <ins key={place} className="rounded-xs bg-pine-soft text-pine decoration-2 underline-offset-2">
        <span className="sr-only"> put in: </span>
        {text}
      </ins>
    ),
  );
}

/** What changed besides the text. */
function furtherWords(before: Belief, after: Belief): string {
  const lines = [
    before.count === after.count ? null : `Seen ${timesWords(before.count)} before, ${timesWords(after.count)} then`,
    before.wanted === after.wanted ? null : `What was wanted: ${after.wanted ?? 'nothing'}`,
    Boolean(before.settled) === Boolean(after.settled) ? null : after.settled ? 'Settled' : 'Open again',
    before.text === after.text && before.influence !== after.influence ? spokeWords(before.influence ?? 0, after.influence ?? 0) : null,
    before.by === after.by || after.by !== 'person' ? null : 'In your words since',
    before.count === after.count && before.text === after.text && before.lastSeen !== after.lastSeen ? 'Seen more lately' : null,
    before.count === after.count && before.sources.join() !== after.sources.join() ? 'Other reasons' : null,
  ];
  return lines.filter((line) => line !== null).join(' · ');
}

const spokeWords = (before: number, after: number): string => (after > before ? 'Spoke more of late' : 'Spoke less of late');
