import { existsSync } from 'node:fs';
import { type BrowserContext, type Page, chromium } from 'playwright-core';

const candidates = [
  process.env['TRAILHEAD_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executablePath = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));

/**
 * Whether the journeys can run here. Where no Chromium is installed they say so and are skipped;
 * on a machine that decides whether a change lands (CI is set) its absence is a failure.
 */
export function requireChromium(): boolean {
  if (executablePath !== undefined) return true;
  const sentence = 'No Chromium is installed here, so the end-to-end tests are skipped.';
  if (process.env['CI']) throw new Error(`${sentence} CI is set, so that is a failure.`);
  process.stderr.write(`${sentence}\n`);
  return false;
}

export type Look = { width?: number; height?: number; scheme?: 'light' | 'dark' };

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
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.scheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Before signing in every answer is 401, and the browser says so.
    if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text());
  });
  return { context, page, problems };
}
