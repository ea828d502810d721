import { Bot, CalendarClock, Redo2, Undo2, UserRound } from 'lucide-react';
import { memo, useState } from 'react';
import type { Action, ActorKind } from '../../../shared/entities/action.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { fullMoment, timeWords } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { actionSentence, isFinal, type PartNames } from './action-words.ts';
import { changeLines, type ChangeLine } from './change-lines.ts';
import { useChanges } from './changes.ts';
import { canRedo, canUndo, isTurn } from './turns.ts';

/** More than these wait until they are asked for. */
const SHOWN_LINES = 6;

const pictures = { user: UserRound, agent: Bot, scheduler: CalendarClock } satisfies Record<ActorKind, unknown>;

/** One change: who, what, when, before and after, and the way back or forth again. */
export const ActionEntry = memo(function ActionEntry({ action, names, when }: { action: Action; names: PartNames; when?: string }) {
  const { undo, redo } = useChanges();
  const [running, setRunning] = useState(false);
  const Picture = pictures[action.actor];
  const lines = changeLines(action, names);
  const sentence = actionSentence(action, names);
  const turn = async (run: typeof undo) => {
    setRunning(true);
    await run(action.id);
    setRunning(false);
  };
  // One button for both, so that the focus stays on it when the one takes the place of the other.
  const way = canUndo(action)
    ? { word: 'Undo', Sign: Undo2, run: undo }
    : canRedo(action)
      ? { word: 'Redo', Sign: Redo2, run: redo }
      : null;
  const forgotten = !action.undoable && !isFinal(action.actionType);
  return (
    <li data-action-id={action.id} className="drawn-when-near flex gap-3 px-4 py-3 [contain-intrinsic-size:auto_4rem]">
      <Picture aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <p dir="auto" className={joinClasses('min-w-0 wrap-anywhere', action.revertedAt !== null && 'text-muted')}>
            {sentence}
          </p>
          <time dateTime={new Date(action.createdAt).toISOString()} title={fullMoment(action.createdAt)} className="text-sm text-muted">
            {when ?? timeWords(action.createdAt)}
          </time>
          {action.revertedAt !== null && <Badge tone="tentative">Undone</Badge>}
        </div>
        {lines.length > SHOWN_LINES || (lines.length > 0 && isTurn(action)) ? (
          <details className="text-sm">
            <summary className="w-fit cursor-pointer text-pine hover:text-pine-deep">Show before and after</summary>
            <div className="pt-1">
              <ChangeList lines={lines} />
            </div>
          </details>
        ) : (
          lines.length > 0 && <ChangeList lines={lines} />
        )}
        {forgotten && <p className="text-sm text-muted">What it held was forgotten on purpose, so it can’t be undone.</p>}
      </div>
      {way && (
        <Button
          size="small"
          className="self-start"
          icon={<way.Sign aria-hidden className="size-4" />}
          busy={running}
          aria-label={`${way.word}: ${sentence}`}
          onClick={() => void turn(way.run)}
        >
          {way.word}
        </Button>
      )}
    </li>
  );
});

/** Before and after, field by field. */
function ChangeList({ lines }: { lines: readonly ChangeLine[] }) {
  return (
    <dl className="flex flex-col gap-1 text-sm">
      {lines.map(({ key, what, before, after, isOwnWords }) => (
        <div key={key} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{what}</dt>
          <dd className={joinClasses('min-w-0 wrap-anywhere', isOwnWords && 'font-serif')}>
            {before !== null && (
              <del dir="auto" className="text-muted">
                <span className="sr-only">Before: </span>
                {before}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && (
              <ins dir="auto" className="no-underline">
                <span className="sr-only">After: </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
