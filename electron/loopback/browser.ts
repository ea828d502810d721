import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What decides how a page can be opened here. Tests hand in their own. */
export type Surroundings = { platform: NodeJS.Platform; environment: NodeJS.ProcessEnv; isRoot: boolean };

export const currentSurroundings = (): Surroundings => ({
  platform: process.platform,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
});

/** Is there a screen that a window could open on? */
export const hasScreen = ({ platform, environment }: Surroundings): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);

const linuxBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const macBrowsers = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsBrowsers = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const browserCandidates = ({ platform, environment }: Surroundings): string[] => {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return windowsBrowsers.flatMap((path) => roots.map((root) => join(root, ...path)));
  }
  if (platform === 'darwin') return macBrowsers.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxBrowsers.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** A browser of the Chromium family, which can show one page as a window of its own. */
export const findAppBrowser = async (surroundings: Surroundings): Promise<string | undefined> => {
  // Chromium refuses to run as root with its sandbox on, and it does not run here without.
  if (surroundings.isRoot) return undefined;
  for (const candidate of browserCandidates(surroundings)) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
};

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** A fresh browser that remembers nothing, talks to nobody but this computer, and shows one page as a window. */
export const appWindowArguments = (url: string, profileDir: string): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profileDir}`,
  '--window-size=1280,860',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-spell-checking',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,InterestFeedContentSuggestions,MediaRouter,OptimizationHints,SpellcheckServiceEnabled,Translate',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
];

export type AppWindow = {
  /** Resolves once the window is closed and what its browser kept on disk is deleted. */
  closed: Promise<void>;
  close(): Promise<void>;
};

export const openAppWindow = async (browser: string, url: string): Promise<AppWindow> => {
  const profileDir = await mkdtemp(join(tmpdir(), 'trailhead-browser-'));
  const child = spawn(browser, appWindowArguments(url, profileDir), { stdio: 'ignore' });
  const closed = ended(child).then(() => rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return {
    closed,
    close: () => {
      child.kill();
      return closed;
    },
  };
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

/** Opens a page in the browser the person uses. Answers whether there was something to open it with. */
export const openDefaultBrowser = ({ platform }: Surroundings, url: string): Promise<boolean> => {
  const [command, ...rest] =
    platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : [platform === 'darwin' ? 'open' : 'xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(command ?? 'xdg-open', [...rest, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
};
