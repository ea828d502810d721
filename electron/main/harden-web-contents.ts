import type { App, WebContents } from 'electron';
import { isOwnPage } from './address.ts';

/** Keeps every page there will ever be on the application's own document. */
export const hardenAllWebContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => hardenWebContents(contents));
};

const hardenWebContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
};
