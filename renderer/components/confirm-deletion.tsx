import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DeletionPreview } from '../../shared/contracts/sessions.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import { Button } from './button.tsx';
import { counted } from './dates.ts';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

export type ConfirmDeletionProps = {
  title: string;
  /** What else has to be known before saying yes. */
  words: string;
  verb: string;
  readPreview: () => Promise<Result<DeletionPreview>>;
  onDelete: () => Promise<CallError | null>;
  onClose: () => void;
};

/** Asks before something goes for good, and shows all that goes with it. */
export function ConfirmDeletion({ title, words, verb, readPreview, onDelete, onClose }: ConfirmDeletionProps) {
  const [preview, setPreview] = useState<DeletionPreview | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  // Read once, when the question is put.
  const [read] = useState(readPreview);
  useEffect(() => {
    let left = false;
    void read.then((result) => {
      if (left) return;
      if (result.ok) setPreview(result.value);
      else setError(result.error);
    });
    return () => {
      left = true;
    };
  }, [read]);
  const remove = async () => {
    setBusy(true);
    const failure = await onDelete();
    setBusy(false);
    if (failure) setError(failure);
    else onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={words}>
      {error ? (
        <Notice tone="alert">{error.message}</Notice>
      ) : preview ? (
        <ul aria-label="What goes for good" className="flex list-disc flex-col gap-1 pl-5">
          {previewLines(preview).map((line) => (
            <li key={line} dir="auto" className="wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={2} className="h-6" />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button
          look="danger"
          disabled={preview === null}
          busy={busy}
          icon={<Trash2 aria-hidden className="size-4" />}
          onClick={() => void remove()}
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}

/** What goes, one line each; what there is none of is not told. */
function previewLines({ messages, proposals, evidence, parts, actions }: DeletionPreview): string[] {
  const names = new Intl.ListFormat('en').format(parts.map((name) => `“${name}”`));
  return [
    ...(messages > 0 ? [counted(messages, 'message', 'messages')] : []),
    ...(proposals > 0 ? [counted(proposals, 'suggestion for its words', 'suggestions for its words')] : []),
    ...(evidence > 0 ? [`${counted(evidence, 'piece of evidence', 'pieces of evidence')}${parts.length > 0 ? ` of ${names}` : ''}`] : []),
    ...(actions > 0 ? [`${counted(actions, 'change', 'changes')} in Activity, emptied: no longer to be undone`] : []),
  ];
}
