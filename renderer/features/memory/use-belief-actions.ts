import { useCallback } from 'react';
import type { Belief } from '../../../shared/entities/memory.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useClient } from '../../client/context.tsx';
import { useToast } from '../../components/toast.tsx';

const topic = 'memory';

/** What a person can do about something that is remembered. Each answers what went wrong, if something did. */
export function useBeliefActions(belief: Belief): {
  edit: (text: string) => Promise<CallError | null>;
  wrong: () => Promise<void>;
  never: () => Promise<CallError | null>;
} {
  const client = useClient();
  const toast = useToast();
  const beliefId = belief.id;

  const takeBack = useCallback(
    async (version: number) => {
      const result = await client.call('memory.undo', { version });
      if (!result.ok) toast({ topic, words: result.error.message });
      return result.ok;
    },
    [client, toast],
  );

  const edit = useCallback(
    async (text: string) => {
      const result = await client.call('memory.edit', { beliefId, text });
      if (!result.ok) return result.error;
      const { version } = result.value;
      const action = { label: 'Undo', altText: 'It can be taken back under Versions.', run: () => void takeBack(version) };
      toast({ topic, words: 'Kept in your words.', action });
      return null;
    },
    [client, toast, takeBack, beliefId],
  );

  const wrong = useCallback(async () => {
    const before = await client.call('memory.rules', {});
    const result = await client.call('memory.wrong', { beliefId });
    if (!result.ok) return toast({ topic, words: result.error.message });
    const undo = async () => {
      if (!(await takeBack(result.value.version))) return;
      // The rule that came with it goes too, else the next session could not confirm what is remembered again.
      const rules = await client.call('memory.rules', {});
      const known = new Set(before.ok ? before.value.items.map(({ id }) => id) : []);
      const made = rules.ok && before.ok ? rules.value.items.find(({ id, kind }) => kind === 'wrong' && !known.has(id)) : undefined;
      if (made) await client.call('memory.dropRule', { ruleId: made.id });
    };
    const altText = 'It can be taken back under Versions.';
    return toast({
      topic,
      words: 'Taken out. It comes back only if you write of it anew.',
      action: { label: 'Undo', altText, run: () => void undo() },
    });
  }, [client, toast, takeBack, beliefId]);

  const never = useCallback(async () => {
    const result = await client.call('memory.never', { beliefId });
    if (!result.ok) return result.error;
    toast({ topic, words: 'It is not remembered again.' });
    return null;
  }, [client, toast, beliefId]);

  return { edit, wrong, never };
}
