import { useAction } from '../../client/context.tsx';
import { useToast } from '../../components/toast.tsx';

const topic = 'memory';

/** Changes of the memory and the way back from them, told at the edge of the window. */
export function useTakeBack(): {
  /** Says what was changed. `version` is the one that can be taken back; null when there is none. */
  tell: (words: string, version: number | null) => void;
  /** Takes back what one version changed, and says how that went. */
  takeBack: (version: number) => Promise<void>;
  /** Whether a version is being taken back. */
  running: boolean;
} {
  const toast = useToast();
  const undo = useAction('memory.undo');
  const tell = (words: string, version: number | null): void => {
    const altText = 'It can be taken back under Versions.';
    toast({ topic, words, ...(version !== null && { action: { label: 'Undo', altText, run: () => void takeBack(version) } }) });
  };
  const takeBack = async (version: number): Promise<void> => {
    const result = await undo.run({ version });
    if (result.ok) tell(`What version ${version} had changed is taken back.`, result.value.version);
    else tell(result.error.message, null);
  };
  return { tell, takeBack, running: undo.running };
}
