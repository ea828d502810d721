import { useClient } from '../../client/context.tsx';
import { useToast } from '../../components/toast.tsx';

/** Takes back what one version changed, and says how that went. */
export function useTakeBack(): (version: number) => Promise<void> {
  const client = useClient();
  const toast = useToast();
  const run = async (version: number): Promise<void> => {
    const topic = 'memory';
    const result = await client.call('memory.undo', { version });
    if (!result.ok) return toast({ topic, words: result.error.message });
    const written = result.value.version;
    const altText = 'It can be taken back under Versions.';
    return toast({
      topic,
      words: `What version ${version} had changed is taken back.`,
      action: { label: 'Undo', altText, run: () => void run(written) },
    });
  };
  return run;
}
