import type { SaveOutcome } from '../../../shared/contracts/transfer.ts';

/** Takes a file to its end, where a browser has to fetch it, and says where it is now. */
export function takeFile(saved: SaveOutcome): string {
  switch (saved.outcome) {
    case 'saved':
      return `Saved as ${saved.fileName}.`;
    case 'download':
      downloadFrom(saved.path, saved.fileName);
      return `${saved.fileName} is in your downloads.`;
    case 'cancelled':
      return 'Nothing was saved.';
  }
}

/** Lets the browser take a file the host holds ready. The address works once and only on this origin. */
function downloadFrom(path: string, fileName: string): void {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) return;
  const link = document.createElement('a');
  link.href = address.href;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
