import type { App } from 'electron';

/** Stopping may take this long, in milliseconds; what is not done then is left to the next start. */
const STOP_LIMIT_MS = 2_000;

/**
 * Lets the application end only once its core has stopped, and locked.
 * @param delay resolves after so many milliseconds.
 */
export const stopBeforeQuit = (app: App, stop: () => Promise<void>, delay: (milliseconds: number) => Promise<void>): void => {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    const quit = (): void => {
      state = 'stopped';
      app.quit();
    };
    Promise.race([stop(), delay(STOP_LIMIT_MS)]).then(quit, quit);
  });
};
