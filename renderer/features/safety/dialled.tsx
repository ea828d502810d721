import { Copy } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';
import { useToast } from '../../components/toast.tsx';
import { Tooltip } from '../../components/tooltip.tsx';

/** A number to call or write to, large enough to be dialled from the screen. */
export function Dialled({ words, number }: { words: string; number: string }) {
  const toast = useToast();
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(number).then(
      () => true,
      () => false,
    );
    toast({
      words: copied ? `${number} is on the clipboard.` : 'Copying did not work here. The number can be selected instead.',
      topic: 'copy',
    });
  };
  return (
    <p className="flex items-center gap-2">
      <span className="text-sm text-muted">{words}</span>
      <span className="text-lg font-semibold whitespace-nowrap tabular-nums select-all">{number}</span>
      <Tooltip words="Copy">
        <IconButton
          label={`Copy ${number}`}
          className="not-printed"
          icon={<Copy aria-hidden className="size-4" />}
          onClick={() => void copy()}
        />
      </Tooltip>
    </p>
  );
}
