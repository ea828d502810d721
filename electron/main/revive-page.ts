import { type BrowserWindow, dialog } from 'electron';

/** A page that ends twice within this time, in milliseconds, would only end again. */
const SETTLE_MS = 10_000;

/** Loads the page again when its process ended by itself. What a person wrote is with the core or in the page's drafts, not lost with it. */
export const reviveCrashedPage = (window: BrowserWindow, now: () => number): void => {
  let lastRevival = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (now() - lastRevival < SETTLE_MS) {
      dialog.showErrorBox(
        'Trailhead',
        'The window could not be shown. Everything you wrote is kept; please quit Trailhead and start it again.',
      );
      return;
    }
    lastRevival = now();
    window.webContents.reload();
  });
};
