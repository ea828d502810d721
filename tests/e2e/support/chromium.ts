import { existsSync } from 'node:fs';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import { PATIENCE_MS } from './patience.ts';

const candidates = [
  process.env['TRAILHEAD_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executablePath = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));

/** Whether the journeys can run here. `say-whether-chromium-is-here.ts` says so, once, when they can't. */
export const hasChromium = executablePath !== undefined;

export type Look = {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** An address that is shown in a window of its own, without tabs, as `npm start` does where it finds a Chromium. */
  appWindow?: string;
};

/** A browser with a profile folder of its own, so that a test can look at what it left on the disk. */
export async function openBrowser(
  profileFolder: string,
  look: Look = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await chromium.launchPersistentContext(profileFolder, {
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(look.appWindow === undefined ? [] : [`--app=${look.appWindow}`]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.scheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(PATIENCE_MS);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Before signing in every answer is 401, and the browser says so.
    if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text());
  });
  return { context, page, problems };
}
