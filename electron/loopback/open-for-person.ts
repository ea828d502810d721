import type { Clock } from '../core/ports.ts';
import { type Surroundings, currentSurroundings, findAppBrowser, hasScreen, openAppWindow, openDefaultBrowser } from './browser.ts';
import { createLauncher } from './launcher.ts';
import { KEY_LIFETIME_MS, type SignIn } from './sign-in.ts';

export type Opened = {
  /** Resolves when the person closed the window that was opened for them; never when there is none of their own. */
  closed: Promise<void>;
  /** Deletes what was made for opening: the launcher page, the window and its browser's files. */
  remove(): Promise<void>;
};

type OpenOptions = {
  origin: string;
  signIn: SignIn;
  /** Says `page` when somebody sees the sign-in page and `signed-in` when somebody got in. */
  shown: EventTarget;
  clock: Clock;
  noOpen: boolean;
  surroundings?: Surroundings;
  print?: (line: string) => void;
};

const printLine = (line: string): void => void process.stdout.write(`${line}\n`);

/** Brings the application in front of the person: a window of its own, their browser, or an address and a code to type. */
export const openForPerson = async (options: OpenOptions): Promise<Opened> => {
  const { origin, signIn, shown, noOpen, surroundings = currentSurroundings(), print = printLine } = options;
  const showCode = (): void => {
    const code = signIn.issueCode();
    if (code !== undefined) print(`Open ${origin}/ and enter the code ${code} within a minute. Reload the page for a new code.`);
  };
  // A code appears exactly when a page is there to type it into and none is valid.
  shown.addEventListener('page', showCode);
  if (noOpen || !hasScreen(surroundings)) {
    showCode();
    print('Press Ctrl-C to stop.');
    return { closed: never(), remove: async () => undefined };
  }
  return openWindow(options, surroundings, print);
};

const openWindow = async (
  { origin, signIn, shown, clock }: OpenOptions,
  surroundings: Surroundings,
  print: (line: string) => void,
): Promise<Opened> => {
  const launcher = await createLauncher(origin, signIn.issueToken());
  const used = new AbortController();
  shown.addEventListener('signed-in', () => used.abort(), { once: true });
  // Resolves when the page was used, a minute went by or the host stops, whichever is first.
  const removed = clock.delay(KEY_LIFETIME_MS, used.signal).then(launcher.remove, launcher.remove);
  const removeLauncher = (): Promise<void> => {
    used.abort();
    return removed;
  };

  const browser = await findAppBrowser(surroundings);
  if (browser !== undefined) {
    const window = await openAppWindow(browser, launcher.url);
    print('Trailhead is open in its own window. Close it or press Ctrl-C to stop.');
    const closed = window.closed.then(() => (used.signal.aborted ? undefined : waitForAnotherBrowser(origin, print)));
    return { closed, remove: async () => void (await Promise.all([removeLauncher(), window.close()])) };
  }
  const isOpen = await openDefaultBrowser(surroundings, launcher.url);
  print(isOpen ? `Trailhead is open in your browser. If no page shows, open ${origin}/ there.` : `Open ${origin}/ in your browser.`);
  print('Press Ctrl-C to stop.');
  return { closed: never(), remove: removeLauncher };
};

/** The window went away before anybody signed in: this browser did not start, but another one may. */
const waitForAnotherBrowser = (origin: string, print: (line: string) => void): Promise<void> => {
  print(`The window could not be opened; open ${origin}/ in a browser instead.`);
  return never();
};

const never = (): Promise<void> => new Promise(() => undefined);
