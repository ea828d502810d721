import { PlugZap } from 'lucide-react';
import { useState } from 'react';
import type { ModelServer, ServerTrial } from '../../../shared/entities/provider.ts';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';

/** Asks a server which models it has, and says how that went. Nothing the person wrote is sent. */
export function ServerTest({ server, onTried }: { server: ModelServer | null; onTried: (trial: ServerTrial) => void }) {
  const test = useAction('providers.test');
  const [trial, setTrial] = useState<ServerTrial | null>(null);
  const run = async () => {
    if (!server) return;
    setTrial(null);
    const result = await test.run({ server });
    if (!result.ok) return;
    setTrial(result.value);
    onTried(result.value);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        size="small"
        icon={<PlugZap aria-hidden className="size-4" />}
        busy={test.running}
        disabled={server === null}
        onClick={() => void run()}
      >
        Test connection
      </Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {test.running ? 'Trying to reach it. Nothing you wrote is sent.' : trial?.outcome === 'reached' ? trial.message : ''}
      </p>
      {trial?.outcome === 'failed' && <Notice tone="caution">{trial.message}</Notice>}
      {test.error && <Notice tone="alert">{test.error.message}</Notice>}
    </div>
  );
}
