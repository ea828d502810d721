import { Router } from 'wouter';
import type { Client } from '../client/client.ts';
import { ClientContext, useConnection } from '../client/context.tsx';
import { EntrancePage } from '../components/page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import { hashLocation } from './hash-location.ts';
import { VeilProvider } from './veil.tsx';

/** The whole application of one page. */
export function Root({ client }: { client: Client }) {
  return (
    <ErrorBoundary>
      <ClientContext value={client}>
        <Router hook={hashLocation}>
          <VeilProvider>
            <Connected />
          </VeilProvider>
        </Router>
      </ClientContext>
    </ErrorBoundary>
  );
}

/** When the page is cut off for good, nothing that was read stays on it. */
function Connected() {
  const connection = useConnection();
  if (connection !== 'ended') return <Gate />;
  return (
    <EntrancePage title="This page is no longer connected" intro="Start Trailhead again. Everything you sent is kept on this computer.">
      {null}
    </EntrancePage>
  );
}
