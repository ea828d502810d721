import { Ban, ChevronRight, Eraser, Pencil, X } from 'lucide-react';
import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { influenceWords, type Belief } from '../../../shared/entities/memory.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { shortDay } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { Meter } from '../../components/meter.tsx';
import type { PartNames } from '../activity/action-words.ts';
import { ForgetDialog } from '../forgetting/forget-dialog.tsx';
import { BeliefEditor } from './belief-editor.tsx';
import { standingWords } from './memory-words.ts';
import { NeverRemember } from './never-remember.tsx';
import { Reasons } from './reasons.tsx';
import { useTakeBack } from './use-take-back.ts';

/** Something that is remembered: what, since when, why, and what can be done about it. */
export const BeliefEntry = memo(function BeliefEntry({ belief, names }: { belief: Belief; names: PartNames }) {
  const [shown, setShown] = useState<'why' | 'edit' | 'never' | 'forget' | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    if (shown === 'edit' || !edited.current) return;
    edited.current = false;
    editButton.current?.focus();
  }, [shown]);
  const textId = useId();
  const entry = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = entry.current;
    return () => {
      if (element?.contains(document.activeElement)) handFocusOn(element);
    };
  }, []);
  const wrong = useAction('memory.wrong');
  const { tell } = useTakeBack();
  const parts = (belief.parts ?? []).filter((id) => names.has(id));
  const takeOut = async () => {
    const result = await wrong.run({ beliefId: belief.id });
    if (result.ok) tell('Taken out. It comes back only if you write of it anew.', result.value.version);
    else tell(result.error.message, null);
  };
  return (
    <li ref={entry} data-belief-id={belief.id} className="drawn-when-near flex flex-col gap-2 px-4 py-3 [contain-intrinsic-size:auto_6rem]">
      {shown === 'edit' ? (
        <BeliefEditor
          belief={belief}
          onClose={() => {
            setShown(null);
            edited.current = true;
          }}
        />
      ) : (
        <p id={textId} dir="auto" className="words max-w-[68ch]">
          {belief.text}
        </p>
      )}
      {belief.wanted !== undefined && belief.wanted !== '' && (
        <p dir="auto" className="max-w-[68ch] text-sm wrap-anywhere">
          <span className="text-muted">What was wanted then: </span>“{belief.wanted}”
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>{standingWords(belief)}</span>
        {belief.by !== 'summariser' && (
          <Badge tone={belief.by === 'person' ? 'pine' : 'plain'}>{belief.by === 'person' ? 'In your words' : 'By your model'}</Badge>
        )}
        {belief.settled && <Badge tone="pine">Settled on {shortDay(belief.settled.at)}</Badge>}
        {belief.influence !== undefined && <Influence value={belief.influence} />}
        {parts.map((partId) => (
          <Link key={partId} dir="auto" href={places.part(partId)} className={`wrap-anywhere ${linkClasses}`}>
            {names.get(partId)}
          </Link>
        ))}
      </div>
      {shown !== 'edit' && (
        <div role="group" aria-labelledby={textId} className="-ml-3 flex flex-wrap">
          <Button
            size="small"
            look="quiet"
            aria-expanded={shown === 'why'}
            icon={<ChevronRight aria-hidden className={joinClasses('size-4 transition-transform', shown === 'why' && 'rotate-90')} />}
            onClick={() => setShown(shown === 'why' ? null : 'why')}
          >
            Why
          </Button>
          <Button
            ref={editButton}
            size="small"
            look="quiet"
            icon={<Pencil aria-hidden className="size-3.5" />}
            onClick={() => setShown('edit')}
          >
            Edit
          </Button>
          <Button size="small" look="quiet" busy={wrong.running} icon={<X aria-hidden className="size-4" />} onClick={() => void takeOut()}>
            Wrong
          </Button>
          <Button size="small" look="quiet" icon={<Ban aria-hidden className="size-3.5" />} onClick={() => setShown('never')}>
            Never remember this
          </Button>
          <Button size="small" look="quiet" icon={<Eraser aria-hidden className="size-3.5" />} onClick={() => setShown('forget')}>
            Forget…
          </Button>
        </div>
      )}
      {shown === 'why' && <Reasons belief={belief} />}
      {shown === 'never' && <NeverRemember beliefId={belief.id} onClose={() => setShown(null)} />}
      {shown === 'forget' && (
        <ForgetDialog
          target={{ kind: 'belief', beliefId: belief.id }}
          title="Forget this?"
          words="It goes from the memory and from every earlier version of it, and is not remembered again. What you wrote yourself stays where it is."
          onClose={() => setShown(null)}
        />
      )}
    </li>
  );
});

/** The focus stays in the list when the entry that holds it goes: beside it, or on the page when it was the last one. */
function handFocusOn(entry: HTMLLIElement): void {
  const beside = entry.nextElementSibling ?? entry.previousElementSibling;
  (beside?.querySelector('button') ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/** How much a part spoke of late. */
function Influence({ value }: { value: number }) {
  return <Meter label="How much it spoke of late" value={value} words={`spoke ${influenceWords(value)} of late`} />;
}
