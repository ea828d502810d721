import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProviderKey, type ModelKind, type ProviderState } from '../../../shared/entities/provider.ts';
import type { Result } from '../../../shared/errors.ts';
import { useAction } from '../../client/context.tsx';
import { callKey } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SecretField } from '../../components/text-field.tsx';
import { useToast } from '../../components/toast.tsx';

/** A provider’s key: it is written or removed, and never shown again. */
export function KeyField({ kind, kept }: { kind: ModelKind; kept: boolean }) {
  const queryClient = useQueryClient();
  const keep = useAction('providers.keepKey');
  const remove = useAction('providers.removeKey');
  const toast = useToast();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const error = keep.error ?? remove.error;

  const settle = (result: Result<ProviderState>, words: string) => {
    if (!result.ok) return;
    queryClient.setQueryData(callKey('providers.get', {}), result.value);
    setKey('');
    toast({ words });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = ProviderKey.safeParse(key);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? 'Please paste a key.'));
    if (parsed.success) settle(await keep.run({ kind, key: parsed.data }), 'The key is kept.');
  };

  if (kept) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-base">A key is kept, encrypted, in this profile. It can’t be shown again.</p>
        <Button
          size="small"
          busy={remove.running}
          onClick={() => void remove.run({ kind }).then((result) => settle(result, 'The key is removed.'))}
        >
          Remove key
        </Button>
        {error && <Notice tone="alert">{error.message}</Notice>}
      </div>
    );
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <SecretField
        label="Key"
        hint={`It is kept in your encrypted profile and nowhere else, and sent to ${kind === 'anthropic' ? 'Anthropic' : 'the server on this computer'} and nobody else.`}
        value={key}
        onChange={(event) => setKey(event.target.value)}
        error={problem}
      />
      {error && <Notice tone="alert">{error.message}</Notice>}
      <Button type="submit" className="self-start" busy={keep.running}>
        Keep key
      </Button>
    </form>
  );
}
