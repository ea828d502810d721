import { useCallback, useEffect, useReducer } from 'react';
import { ErrorState } from '../components/states.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ToastPlace } from '../components/toast.tsx';
import { useClient } from '../client/context.tsx';
import { ChangesProvider } from '../features/activity/changes-provider.tsx';
import { AftercarePage } from '../features/profiles/aftercare.tsx';
import { Entrance } from '../features/profiles/entrance.tsx';
import { closedGate, gateReducer, gateView } from './gate-state.ts';
import { goTo } from './hash-location.ts';
import { places } from './places.ts';
import { DataScope } from './data-scope.tsx';
import { Shell } from './shell.tsx';

/** Stands before every page: whoever is locked out sees the way in and nothing else, and nothing of what was read stays in memory. */
export function Gate() {
  const client = useClient();
  const [state, dispatch] = useReducer(gateReducer, closedGate);
  const view = gateView(state);

  const ask = useCallback(async () => {
    const result = await client.call('profiles.current', {});
    dispatch(result.ok ? { type: 'lock', lock: result.value } : { type: 'asked-failed', error: result.error });
  }, [client]);

  useEffect(() => {
    void ask();
    const endEvents = client.subscribe((event) => {
      if (event.type !== 'lock.changed') return;
      if (event.lock.state === 'locked') goTo(places.chat, { replace: true });
      dispatch({ type: 'lock', lock: event.lock });
    });
    const endConnection = client.connection.subscribe(() => {
      if (client.connection.get() === 'open') void ask();
    });
    return () => {
      endEvents();
      endConnection();
    };
  }, [ask, client]);

  if (view === 'failed' && state.failure)
    return <ErrorState error={state.failure} title="Trailhead could not start" onRetry={() => void ask()} />;
  if (view === 'asking' || !(state.lock || state.entering)) {
    return (
      <div className="mx-auto max-w-md px-6 py-24">
        <Skeleton rows={1} className="h-40" />
      </div>
    );
  }
  return (
    <DataScope key={`${view === 'pages'}-${state.epoch}`}>
      {view !== 'pages' && <ToastPlace />}
      {view === 'entrance' && <Entrance dispatch={dispatch} />}
      {view === 'aftercare' && state.aftercare && (
        <AftercarePage aftercare={state.aftercare} onDone={() => dispatch({ type: 'aftercare-done' })} />
      )}
      {view === 'pages' && (
        <ChangesProvider>
          <Shell notice={state.notice} onNoticeRead={() => dispatch({ type: 'notice-read' })} />
        </ChangesProvider>
      )}
    </DataScope>
  );
}
