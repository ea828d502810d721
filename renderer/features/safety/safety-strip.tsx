import { ChevronDown, ChevronUp, LifeBuoy } from 'lucide-react';
import type { SafetyLabel } from '../../../shared/entities/safety.ts';
import { useAction } from '../../client/context.tsx';
import { createKept } from '../../client/kept.tsx';
import { useCall } from '../../client/queries.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useToast } from '../../components/toast.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import { SupportButtons, useShownSupport } from './support-buttons.tsx';
import { Supports } from './supports.tsx';

const sentences: Record<SafetyLabel, string> = {
  crisis: 'You said that things are very hard. Here is what can help.',
  concern: 'You said that things are heavy. Here is what can help, if you like.',
};

/** Whether the strip was made small, by the flag it stands for: a new one is shown in full. */
const useMadeSmall = createKept<boolean | null>(null);

/** Whether the strip is small. `name` is the flag it stands for. */
export function useStripSize(name: string): { small: boolean; setSmall: (small: boolean) => void } {
  const { value, set } = useMadeSmall(name);
  return { small: value ?? matchMedia('(height < 30rem)').matches, setSmall: set };
}

/** Stands above every page while a hard moment is open, until the person says that they are all right. It never stands in the way of writing. */
export function SafetyStrip() {
  const { label, open } = useCall('safety.state', {}).data ?? { label: null, open: [] };
  const shown = useShownSupport();
  return (
    <>
      {/* Always there, so that it is read out when words come into it. */}
      <p role="status" className="sr-only">
        {label && 'What can help stands at the top of the page: your plan, grounding, people and helplines.'}
      </p>
      {label && <Strip key={open[0]?.id} name={open[0]?.id ?? ''} sentence={sentences[label]} />}
      <Dialog
        open={shown.value !== null}
        onOpenChange={(stays) => {
          if (!stays) shown.set(null);
        }}
        title="What can help"
      >
        {shown.value && <Supports shown={shown.value} onShow={shown.set} onLeave={() => shown.set(null)} />}
      </Dialog>
    </>
  );
}

function Strip({ name, sentence }: { name: string; sentence: string }) {
  const { small, setSmall } = useStripSize(name);
  const clear = useAction('safety.clear');
  const toast = useToast();
  const end = async () => {
    const result = await clear.run({});
    if (!result.ok) toast({ words: result.error.message });
    // The button is gone with the strip; the page takes the focus.
    else document.getElementById('main')?.focus({ preventScroll: true });
  };
  const Chevron = small ? ChevronDown : ChevronUp;
  return (
    <section
      aria-label="Help for a hard moment"
      className="not-printed flex shrink-0 items-start gap-2 border-b border-line bg-pine-soft py-1.5 pr-2 pl-4"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="flex min-h-8 items-center gap-2 text-sm">
          <LifeBuoy aria-hidden className="size-4 shrink-0 text-pine" />
          {small ? 'What can help is here.' : sentence}
        </p>
        {!small && (
          <div className="flex flex-wrap gap-1.5 pb-0.5">
            <SupportButtons />
            <Button size="small" look="quiet" busy={clear.running} onClick={() => void end()}>
              I am all right now
            </Button>
          </div>
        )}
      </div>
      <Tooltip side="bottom" words={small ? 'Show what can help' : 'Make this small'}>
        <IconButton
          label={small ? 'Show what can help' : 'Make this small'}
          aria-expanded={!small}
          icon={<Chevron aria-hidden className="size-4.5" />}
          className="size-8"
          onClick={() => setSmall(!small)}
        />
      </Tooltip>
    </section>
  );
}
