import { useState, type Dispatch } from 'react';
import type { GateEvent } from '../../app/gate-state.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { EntrancePage } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { HelpBeforeUnlocking, HelpButton } from '../safety/help-before-unlocking.tsx';
import { CreateProfile } from './create-profile.tsx';
import { Unlock } from './unlock.tsx';

/** The way in: unlocking a profile, or making the first or another one. */
export function Entrance({ dispatch }: { dispatch: Dispatch<GateEvent> }) {
  const list = useCall('profiles.list', {});
  const [making, setMaking] = useState(false);
  const [needsHelp, setNeedsHelp] = useState(false);
  const onHelp = () => setNeedsHelp(true);

  if (needsHelp) return <HelpBeforeUnlocking onBack={() => setNeedsHelp(false)} />;

  if (list.isPending) {
    return (
      <div className="mx-auto max-w-md px-6 py-24">
        <Skeleton rows={1} className="h-40" />
      </div>
    );
  }
  const error = errorOf(list.error);
  if (error) return <ErrorState error={error} title="The profiles can’t be read" onRetry={() => void list.refetch()} />;

  const { profiles, damaged } = list.data ?? { profiles: [], damaged: [] };
  const damagedNotice =
    damaged.length > 0 ? (
      <Notice tone="caution">
        <ul className="flex flex-col gap-2">
          {damaged.map(({ folder, message }) => (
            <li key={folder}>
              {message}
              <span className="block text-xs break-all">Folder: {folder}</span>
            </li>
          ))}
        </ul>
      </Notice>
    ) : null;

  if (profiles.length === 0 && damaged.length > 0 && !making) {
    return (
      <EntrancePage title="A profile can’t be opened" intro="Nothing was deleted or changed. The folder is left as it is.">
        {damagedNotice}
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={() => setMaking(true)}>Make a new profile</Button>
          <HelpButton disabled={false} onClick={onHelp} />
        </div>
      </EntrancePage>
    );
  }
  if (making || profiles.length === 0) {
    const canGoBack = profiles.length > 0 || damaged.length > 0;
    return <CreateProfile first={!canGoBack} dispatch={dispatch} onHelp={onHelp} {...(canGoBack && { onBack: () => setMaking(false) })} />;
  }
  return (
    <Unlock profiles={profiles} damagedNotice={damagedNotice} dispatch={dispatch} onMakeAnother={() => setMaking(true)} onHelp={onHelp} />
  );
}
