import type { Session } from 'electron';
import { isOwnAddress } from './address.ts';

/** The one thing a page may ask for: putting text on the clipboard when its person clicks a copy button. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

const isAllowed = (permission: string, address: string): boolean => permission === ALLOWED_PERMISSION && isOwnAddress(address);

/** Cuts a session off from the network, from devices and from everything a page could ask a person for. */
export const hardenSession = async (session: Session, { allowDevTools }: { allowDevTools: boolean }): Promise<void> => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(isAllowed(permission, details.requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);

  session.webRequest.onBeforeRequest((details, decide) => {
    const isDevTools = allowDevTools && details.url.startsWith('devtools://');
    decide({ cancel: !isOwnAddress(details.url) && !isDevTools });
  });
  session.on('will-download', (event) => event.preventDefault());

  // Spelling dictionaries are fetched from a server, and words a person writes would be looked up in them.
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'direct' });
};
