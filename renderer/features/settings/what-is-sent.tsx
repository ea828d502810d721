import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { ModelChoice, SentRequest, StaysHere } from '../../../shared/entities/provider.ts';
import { MessageText } from '../../../shared/entities/session.ts';
import { useClient } from '../../client/context.tsx';
import { callOptions, errorOf } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { counted } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { inOrder } from '../../components/in-order.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useChatDraft } from '../chat/chat-draft.ts';

export type WhatIsSentProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A model that is not answering yet; otherwise the one that is. */
  model?: ModelChoice;
  /** What is written next is private, in a session that is not there yet or in one that is. */
  isPrivate?: boolean;
  /** Whether the model is also asked what is worth remembering. */
  remembers?: boolean;
  /** Asked for a yes before anything is ever sent. */
  consent?: { words: string; running: boolean; onAgree: () => void };
};

/** The exact request the next message would make: what stands in it in plain words, and all of it, sign by sign. */
export function WhatIsSent({ open, onOpenChange, model, isPrivate = false, remembers = false, consent }: WhatIsSentProps) {
  const preview = usePreview(open, { ...(model && { model }), ...(isPrivate && { private: true }) });
  const error = errorOf(preview.error);
  const request = preview.data?.request ?? null;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="What is sent">
      {error && <Notice tone="alert">{error.message}</Notice>}
      {preview.isPending && <Skeleton rows={3} />}
      {preview.isSuccess &&
        (request ? (
          <ShownRequest request={request} remembers={remembers && !model} />
        ) : (
          <p className="text-base">Nothing is sent. {reasons[preview.data.staysHere ?? 'guide']}</p>
        ))}
      {consent && (
        <div className="flex flex-wrap gap-3">
          <Button look="primary" busy={consent.running} disabled={preview.isPending} onClick={consent.onAgree}>
            {consent.words}
          </Button>
          <Button look="quiet" onClick={() => onOpenChange(false)}>
            Leave it off
          </Button>
        </div>
      )}
    </Dialog>
  );
}

const reasons: Record<StaysHere, string> = {
  guide: 'The built-in guide answers, here on this computer.',
  private: 'This is private, and no provider is told of it. The built-in guide answers, here on this computer.',
  crisis: 'What you have written is answered on this computer and stays here, whoever answers otherwise.',
};

/** The request the words that are typed now would make, read anew each time it is looked at. */
function usePreview(open: boolean, input: RouteInput<'providers.preview'>) {
  const client = useClient();
  const text = useChatDraft().value;
  const typed = MessageText.safeParse(text).success ? { text } : {};
  return useQuery({ ...callOptions(client, 'providers.preview', open ? { ...input, ...typed } : null), gcTime: 0, staleTime: 0 });
}

/** As much of a body as is told in words; the whole of it stands below. */
const Told = z.looseObject({
  model: z.string(),
  system: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
  tools: z.array(z.looseObject({ name: z.string() })),
});

/** Whether the background holds the memory. Inside of quoted words the marks around the key would be escaped. */
const holdsMemory = ([background]: readonly { content: string }[]): boolean => background?.content.includes('"memory":{') ?? false;

function ShownRequest({ request: { to, address, body }, remembers }: { request: SentRequest; remembers: boolean }) {
  const told = Told.safeParse(body);
  const raw = JSON.stringify(body, null, 2);
  return (
    <div className="flex flex-col gap-4 text-base">
      <p>
        {to === 'anthropic'
          ? 'When you send your next message, this request leaves your computer and goes to Anthropic:'
          : 'When you send your next message, this request goes to the server on this computer, and no further:'}
      </p>
      <p className="rounded-md bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">{address}</p>
      {told.success && (
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>Trailhead’s own instructions to the model, with what the session is for and whether care is needed just now</li>
          <li>
            {counted(told.data.messages.length, 'turn', 'turns')} of the running session, your next message among them, and one line each
            for what no longer fits. What you wrote in a hard moment and was answered here stays here
          </li>
          {holdsMemory(told.data.messages) && (
            <li>the summary of what is remembered and some of it, without what comes from anything private, and without hard moments</li>
          )}
          <li>the names, roles and newest words of parts you have accepted, without those you keep private</li>
          <li>
            {counted(told.data.tools.length, 'tool', 'tools')} it may use here: to look things up, to propose, to note. What it looks up is
            sent in the same way, within the same reply
          </li>
          <li>
            {to === 'anthropic' ? 'your key, in a header beside it' : 'your key for this server, if you keep one, in a header beside it'}
          </li>
        </ul>
      )}
      {remembers && (
        <p>
          When a session has ended, one more request goes to the same place: what you wrote in it, message by message, with the names of
          parts that spoke, to find what is worth remembering. What you keep private, letters and words from a hard moment are no part of
          it. You turn this off beside the model, in Settings.
        </p>
      )}
      <p className="text-sm text-muted">
        No name, no profile, nothing about this computer. Trailhead asks for no conversation to be kept; what a provider keeps of requests
        is in its own terms.
      </p>
      {told.success && (
        <Disclosure summary="The turns, to be read">
          <ol className="flex flex-col gap-3">
            {inOrder(told.data.messages).map(({ role, content, place }) => (
              <li key={place} className="flex flex-col gap-1">
                <span className="text-xs font-medium text-muted">{role === 'user' ? 'From you' : 'From the companion'}</span>
                <span dir="auto" className="text-sm whitespace-pre-wrap wrap-anywhere">
                  {content}
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      <Disclosure summary="The whole request, sign by sign">
        <pre className="rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{raw}</pre>
      </Disclosure>
    </div>
  );
}
