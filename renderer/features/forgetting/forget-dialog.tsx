import { useQuery } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { type ForgetTarget, holdsNothing } from '../../../shared/entities/forgetting.ts';
import { places } from '../../app/places.ts';
import { useAction, useClient } from '../../client/context.tsx';
import { callOptions, errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';
import { stepWords } from './forgetting-words.ts';
import { type PreviewLine, previewLines, stayingWords } from './preview-lines.ts';

export type ForgetDialogProps = {
  target: ForgetTarget;
  title: string;
  /** What else has to be known before saying yes. */
  words: string;
  /** A word that has to be typed first. */
  typed?: string;
  /** What can be chosen above the preview. */
  children?: ReactNode;
  onForgotten?: () => void;
  onClose: () => void;
};

/** Asks before something goes for good, shows all that goes with it, and how far it has come. */
export function ForgetDialog({ target, title, words, typed, children, onForgotten, onClose }: ForgetDialogProps) {
  const client = useClient();
  const toast = useToast();
  // What it counts changes with everything: read whenever the question is put, and kept no longer than that.
  const preview = useQuery({ ...callOptions(client, 'forgetting.preview', { target }), gcTime: 0 });
  const forget = useAction('forgetting.forget');
  const [answer, setAnswer] = useState('');
  const error = forget.error ?? errorOf(preview.error);
  const run = async () => {
    const result = await forget.run({ target });
    if (!result.ok) return;
    toast({ words: result.value.step === 'done' ? 'Forgotten for good.' : `${stepWords(result.value)}.` });
    onClose();
    onForgotten?.();
  };
  const isSure = typed === undefined || answer.trim().toLowerCase() === typed;
  const isNothing = preview.data !== undefined && target.kind !== 'everything' && holdsNothing(preview.data);
  return (
    <Dialog open onOpenChange={(open) => !open && !forget.running && onClose()} title={title} description={words}>
      {children}
      {error ? (
        <Notice tone="alert">{error.message}</Notice>
      ) : preview.data ? (
        <Lines lines={isNothing ? [] : previewLines(preview.data, target.kind)} />
      ) : (
        <Skeleton rows={2} className="h-6" />
      )}
      {preview.data?.memoryVersions === null && (
        <Notice tone="caution">
          The memory is damaged. Forgetting works all the same; it is finished once{' '}
          <Link href={places.memory} className="underline">
            Memory
          </Link>{' '}
          has checked and repaired it.
        </Notice>
      )}
      <p className="text-sm text-muted">{stayingWords(target.kind, preview.data?.staying)}</p>
      {typed !== undefined && (
        <TextField
          label={`Type “${typed}” to go on`}
          value={answer}
          autoCapitalize="none"
          onChange={(event) => setAnswer(event.target.value)}
        />
      )}
      {forget.running && <Progress />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={forget.running} onClick={onClose}>
          Keep it
        </Button>
        <Button
          look="danger"
          disabled={preview.data === undefined || isNothing || !isSure}
          busy={forget.running}
          icon={<Eraser aria-hidden className="size-4" />}
          onClick={() => void run()}
        >
          Forget for good
        </Button>
      </div>
    </Dialog>
  );
}

function Lines({ lines }: { lines: readonly PreviewLine[] }) {
  if (lines.length === 0) return <p>There is nothing of it here.</p>;
  return (
    <ul aria-label="What goes for good" className="flex list-disc flex-col gap-1 pl-5">
      {lines.map(({ words, items }) => (
        <li key={words} dir="auto" className="wrap-anywhere">
          {items.length === 0 ? (
            words
          ) : (
            <details>
              <summary className="cursor-pointer">{words}</summary>
              <ul className="flex flex-col gap-1 py-1 pl-4 text-sm text-muted">
                {items.map((item, at) => (
                  <li key={at} dir="auto">
                    {item}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How far the one that is under way has come. */
function Progress() {
  const list = useCall('forgetting.list', {});
  const running = list.data?.items.find(({ step }) => step !== 'done');
  return (
    <p role="status" className="text-sm text-muted">
      {running ? stepWords(running) : 'Taking it out'}
    </p>
  );
}
