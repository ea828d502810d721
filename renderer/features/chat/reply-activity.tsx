import { Eye, Pencil, TriangleAlert } from 'lucide-react';
import type { ToolUse } from '../../../shared/entities/session.ts';
import { Badge } from '../../components/badge.tsx';
import { inOrder } from '../../components/in-order.ts';
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

/** What the companion did while it answered, in plain words. What it changed stands out and can be taken back in Activity. */
export function ReplyActivity({ tools }: { tools: readonly ToolUse[] }) {
  return (
    <ul aria-label="What the companion did" className="flex flex-wrap gap-1.5">
      {inOrder(tools).map(({ tool, about, outcome, place }) => {
        const known = words[tool];
        const failed = outcome === 'failed';
        const Picture = failed ? TriangleAlert : known?.changes ? Pencil : Eye;
        return (
          <li key={place} className="flex max-w-full">
            <Badge tone={known?.changes && !failed ? 'pine' : 'plain'} icon={<Picture aria-hidden className="size-3.5 shrink-0" />}>
              <span dir="auto" className="truncate">
                {failed
                  ? 'tried something that did not work'
                  : `${known?.words ?? 'did something about'} ${about === '' ? forgottenPart : about}`}
              </span>
            </Badge>
          </li>
        );
      })}
    </ul>
  );
}
