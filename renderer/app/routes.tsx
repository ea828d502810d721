import { Redirect, Route, Switch } from 'wouter';
import { ChatPage } from '../features/chat/chat-page.tsx';
import { PartsPage } from '../features/parts/parts-page.tsx';
import { SessionPage } from '../features/chat/session-page.tsx';
import { SessionsPage } from '../features/sessions/sessions-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { places } from './places.ts';

/** Which page stands at which place. */
export function Routes() {
  return (
    <Switch>
      <Route path={places.chat} component={ChatPage} />
      <Route path={places.sessions} component={SessionsPage} />
      <Route path="/sessions/:sessionId">{({ sessionId }) => <SessionPage key={sessionId} address={sessionId} />}</Route>
      <Route path="/parts/:partId?">{({ partId }) => <PartsPage selected={partId ?? null} />}</Route>
      <Route path={places.settings} component={SettingsPage} />
      <Route>
        <Redirect to={places.chat} replace />
      </Route>
    </Switch>
  );
}
