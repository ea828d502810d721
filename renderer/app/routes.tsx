import { Redirect, Route, Switch } from 'wouter';
import { ActivityPage } from '../features/activity/activity-page.tsx';
import { ChatPage } from '../features/chat/chat-page.tsx';
import { BackgroundPage } from '../features/jobs/background-page.tsx';
import { MapPage } from '../features/map/map-page.tsx';
import { NotePage } from '../features/notes/note-page.tsx';
import { NotesPage } from '../features/notes/notes-page.tsx';
import { MemoryPage } from '../features/memory/memory-page.tsx';
import { PartPage } from '../features/parts/part-page.tsx';
import { PartsPage } from '../features/parts/parts-page.tsx';
import { SessionPage } from '../features/chat/session-page.tsx';
import { SessionsPage } from '../features/sessions/sessions-page.tsx';
import { HelpPage } from '../features/safety/help-page.tsx';
import { PlanPage } from '../features/safety/plan-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { places } from './places.ts';

/** Which page stands at which place. */
export function Routes() {
  return (
    <Switch>
      <Route path={places.chat} component={ChatPage} />
      <Route path={places.sessions} component={SessionsPage} />
      <Route path="/sessions/:sessionId">{({ sessionId }) => <SessionPage key={sessionId} address={sessionId} />}</Route>
      <Route path={places.parts} component={PartsPage} />
      <Route path="/parts/:partId">{({ partId }) => <PartPage key={partId} address={partId} />}</Route>
      <Route path={places.notes} component={NotesPage} />
      <Route path="/notes/:noteId">{({ noteId }) => <NotePage key={noteId} address={noteId} />}</Route>
      <Route path={places.map} component={MapPage} />
      <Route path={places.memory} component={MemoryPage} />
      <Route path={places.activity} component={ActivityPage} />
      <Route path={places.settings} component={SettingsPage} />
      <Route path={places.background} component={BackgroundPage} />
      <Route path={places.help} component={HelpPage} />
      <Route path={places.safetyPlan} component={PlanPage} />
      <Route>
        <Redirect to={places.chat} replace />
      </Route>
    </Switch>
  );
}
