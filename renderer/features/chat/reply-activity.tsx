import { Eye, Pencil, TriangleAlert, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import type { ProposalId } from '../../../shared/ids.ts';
import type { ToolChange, ToolUse } from '../../../shared/entities/session.ts';
import { places } from '../../app/places.ts';
import { useCall } from '../../client/queries.ts';
import { Badge } from '../../components/badge.tsx';
import { inOrder } from '../../components/in-order.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { useChanges } from '../activity/changes.ts';
import { forgottenPart } from '../parts/part-words.ts';

/** What each tool does, before what it was about. */
const words: Record<string, { changes: boolean; words: string }> = {
  search_conversations: { changes: false, words: 'looked for' },
  search_parts: { changes: false, words: 'looked through' },
  get_part: { changes: false, words: 'looked at' },
  list_recent_actions: { changes: false, words: 'looked at' },
  get_memory: { changes: false, words: 'looked at' },
  propose_part: { changes: true, words: 'suggested' },
  propose_relationship: { changes: true, words: 'suggested how they relate:' },
  add_evidence: { changes: true, words: 'added your words to' },
  update_part: { changes: true, words: 'changed' },
  record_assessment: { changes: true, words: 'noted a judgement about' },
  write_note: { changes: true, words: 'wrote down' },
  undo_action: { changes: true, words: 'took back' },
};

/** What the companion did while it answered, in plain words. What it changed stands out, with the way to it and back. */
export function ReplyActivity({ tools }: { tools: readonly ToolUse[] }) {
  return (
    <ul aria-label="What the companion did" className="flex flex-wrap gap-x-3 gap-y-1.5">
      {inOrder(tools).map(({ tool, about, outcome, changed, place }) => {
        const known = words[tool];
        const failed = outcome === 'failed';
        const Picture = failed ? TriangleAlert : known?.changes ? Pencil : Eye;
        const sentence = failed
          ? 'tried something that did not work'
          : `${known?.words ?? 'did something about'} ${about === '' ? forgottenPart : about}`;
        return (
          <li key={place} className="flex max-w-full min-w-0 flex-wrap items-center gap-x-1">
            <Badge tone={known?.changes && !failed ? 'pine' : 'plain'} icon={<Picture aria-hidden className="size-3.5 shrink-0" />}>
              <span dir="auto" className="truncate">
                {sentence}
              </span>
            </Badge>
            {changed && <WaysOf change={changed} about={sentence} />}
          </li>
        );
      })}
    </ul>
  );
}

const wayClasses = `inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 text-xs ${linkClasses}`;

/** The way to what was changed, and back from it. An offer is answered where it stands; nothing came of it that could be taken back. */
function WaysOf({ change: { actionId, partId, noteId, proposalId }, about }: { change: ToolChange; about: string }) {
  const action = useCall('actions.get', { actionId }).data;
  const { undo, redo } = useChanges();
  if (proposalId) {
    return (
      <button type="button" aria-label={`See: ${about}`} className={wayClasses} onClick={() => focusOffer(proposalId)}>
        See
      </button>
    );
  }
  const isUndone = action !== undefined && action.revertedAt !== null;
  const place = isUndone ? null : partId ? places.part(partId) : noteId ? places.note(noteId) : null;
  return (
    <>
      {isUndone && <span className="px-1 text-xs text-muted">Taken back</span>}
      {place !== null && (
        <Link href={place} aria-label={`${noteId ? 'Edit' : 'See'}: ${about}`} className={wayClasses}>
          {noteId ? 'Edit' : 'See'}
        </Link>
      )}
      {action?.undoable && (
        <button
          type="button"
          aria-label={`${isUndone ? 'Redo' : 'Undo'}: ${about}`}
          className={wayClasses}
          onClick={() => void (isUndone ? redo(actionId) : undo(actionId))}
        >
          {!isUndone && <Undo2 aria-hidden className="size-3" />}
          {isUndone ? 'Redo' : 'Undo'}
        </button>
      )}
    </>
  );
}

function focusOffer(proposalId: ProposalId): void {
  const card = document.querySelector<HTMLElement>(`[data-proposal-id="${CSS.escape(proposalId)}"]`);
  card?.scrollIntoView({ block: 'nearest' });
  card?.focus({ preventScroll: true });
}
