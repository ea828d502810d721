import { Download } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '../../client/context.tsx';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { takeFile } from './download.ts';

/** Everything the person wrote, as one file in a place they choose. */
export function ExportEverything() {
  const exporting = useAction('transfer.export');
  const [words, setWords] = useState('');
  const run = async () => {
    setWords('');
    const result = await exporting.run({});
    if (result.ok) setWords(takeFile(result.value));
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button icon={<Download aria-hidden className="size-4" />} busy={exporting.running} onClick={() => void run()}>
        Export everything
      </Button>
      <p role="status" className="text-sm text-muted empty:hidden">
        {exporting.running ? 'Gathering everything.' : words}
      </p>
      {exporting.error && exporting.error.code !== 'CANCELLED' && <Notice tone="alert">{exporting.error.message}</Notice>}
    </div>
  );
}
