/**
 * `npm run screenshots`: takes the pictures in docs/screenshots/ anew, of every screen, empty and full, by day and by night,
 * at the size most people have and at the smallest one supported.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { screens } from './support/screens.ts';
import { createProfile, unlock } from './support/steps.ts';
import { livedProfile } from './support/lived-profile.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
const schemes = ['light', 'dark'] as const;

type Take = (page: Page, name: string) => Promise<void>;

/** Resolves when fonts are there and colours have stopped changing. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });

async function inEveryLook(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    for (const scheme of schemes) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await settle(page);
      await page.screenshot({ path: join(folder, `${name}-${scheme}-${size.width}.png`) });
    }
  }
}

async function withTrailhead(dataDir: string, work: (page: Page, take: Take) => Promise<void>): Promise<void> {
  const host = await startHost(dataDir);
  const { context, page } = await openBrowser(temporaryFolder());
  try {
    await host.signIn(page);
    await work(page, inEveryLook);
  } finally {
    await context.close();
    await host.stop();
  }
}

if (hasChromium) {
  mkdirSync(folder, { recursive: true });
  await withTrailhead(temporaryFolder(), async (page, take) => {
    await page.getByRole('button', { name: 'Create profile' }).waitFor();
    await take(page, 'create-profile');
    await createProfile(page, 'K.M.', () => take(page, 'recovery-code'));
    for (const screen of screens.filter(({ name }) => ['chat', 'sessions', 'parts', 'notes', 'map', 'memory', 'activity'].includes(name))) {
      await screen.open(page);
      await take(page, `${screen.name}-empty`);
    }
  });
  const lived = temporaryFolder();
  await livedProfile(lived);
  await withTrailhead(lived, async (page, take) => {
    await unlock(page);
    for (const screen of screens) {
      await screen.open(page);
      await take(page, screen.name);
    }
  });
  console.log(`Took the pictures anew.`);
}
