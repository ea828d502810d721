import { BrowserWindow, type MessageBoxOptions, type WebContents, dialog, shell } from 'electron';
import { OutsideAddress, destinationOf } from '../../shared/entities/outside-address.ts';

const OPEN = 0;
const CANCEL = 1;

/** How much of an address the question shows, in characters: its buttons must stay on the screen. The page shows all of it. */
const SHOWN_MAX = 300;

/**
 * The only way in which anything is opened outside of the application. Whatever a page asks for is read anew here, and then the person is
 * asked by the system: a page can neither press that button nor draw over it, so even one that was taken over sends nothing anywhere by itself.
 * One question at a time; it goes away with the page that asked, which is loaded anew when the profile is locked.
 */
export const createLinkQuestion = (contents: WebContents): ((typed: string) => Promise<void>) => {
  let isAsking = false;
  return async (typed) => {
    const address = OutsideAddress.safeParse(typed);
    const window = BrowserWindow.fromWebContents(contents);
    if (!address.success || window === null || isAsking) return;
    isAsking = true;
    const pageIsThere = new AbortController();
    const leave = (): void => pageIsThere.abort();
    const follow = (details: { isMainFrame: boolean; isSameDocument: boolean }): void => {
      if (details.isMainFrame && !details.isSameDocument) leave();
    };
    contents.on('did-start-navigation', follow);
    contents.on('render-process-gone', leave);
    try {
      const { response } = await dialog.showMessageBox(window, { ...question(address.data), signal: pageIsThere.signal });
      if (response === OPEN && !pageIsThere.signal.aborted) await shell.openExternal(address.data);
    } catch {
      // The reason could hold the address, and nobody could do more with it.
      dialog.showErrorBox('Trailhead', 'No program on this computer could open it. You can copy the address from the link instead.');
    } finally {
      contents.off('did-start-navigation', follow);
      contents.off('render-process-gone', leave);
      isAsking = false;
    }
  };
};

const question = (address: OutsideAddress): MessageBoxOptions => {
  const { kind, name } = destinationOf(address);
  const isSite = kind === 'site';
  const shown = address.length > SHOWN_MAX ? `${address.slice(0, SHOWN_MAX)}… (${address.length} characters in all)` : address;
  return {
    type: 'question',
    title: 'Trailhead',
    message: isSite ? `Open ${name} in your browser?` : `Write a mail to ${name}?`,
    detail: `${shown}\n\nYour ${isSite ? 'browser' : 'mail program'} will open it; this is outside of Trailhead. It is given this address and nothing else.`,
    buttons: [isSite ? 'Open in the browser' : 'Write a mail', 'Cancel'],
    // A key pressed while the question appears opens nothing.
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true,
  };
};
