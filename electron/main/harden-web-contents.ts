import type { App, WebContents } from 'electron';
import { isOwnPage } from './address.ts';
import { createLinkQuestion } from './ask-about-link.ts';

/** Keeps every page there will ever be on the application's own document. Where a link leads, the person is asked about, and no window opens. */
export const hardenAllWebContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => hardenWebContents(contents));
};

const hardenWebContents = (contents: WebContents): void => {
  const askAboutLink = createLinkQuestion(contents);
  contents.setWindowOpenHandler(({ url }) => {
    void askAboutLink(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
};
