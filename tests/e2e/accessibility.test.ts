import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { livedProfile } from './support/lived-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, say, unlock } from './support/steps.ts';
import { screens } from './support/screens.ts';

/** What axe calls serious or critical, with the elements it means. */
const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

const widthOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Colours are the same in every size, and places in every colour: both sizes are looked at by day, one by night. */
const sizes = [
  [1280, 800],
  // 1280 x 800 at 200 %.
  [640, 400],
] as const;

describe.skipIf(!hasChromium).each(['light', 'dark'] as const)('by %s', (scheme) => {
  it('every screen, full, has one heading, nothing axe finds serious and no sideways scrolling, also in a small window', async () => {
    const dataDir = temporaryFolder();
    await livedProfile(dataDir);
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder(), { scheme });
    try {
      await host.signIn(page);
      await page.getByRole('button', { name: 'Unlock' }).waitFor();
      expect(await serious(page)).toEqual([]);
      for (const [width, height] of scheme === 'light' ? sizes : sizes.slice(0, 1)) {
        await page.setViewportSize({ width, height });
        await unlock(page);
        for (const screen of screens) {
          await screen.open(page);
          const place = `${screen.name} at ${width} x ${height}`;
          expect(await serious(page), place).toEqual([]);
          expect(await page.getByRole('heading', { level: 1 }).count(), place).toBe(1);
          expect(await widthOverflow(page), place).toBeLessThanOrEqual(0);
        }
      }
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('every screen, empty, and the first ones are as sound', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder(), { scheme });
    try {
      await host.signIn(page);
      await page.getByRole('button', { name: 'Create profile' }).waitFor();
      expect(await serious(page)).toEqual([]);
      await createProfile(page);
      for (const screen of screens) {
        await screen.open(page);
        expect(await serious(page), screen.name).toEqual([]);
      }
      await unlock(page);
      await say(page, 'Part of me wants to sing, and another part wants nobody to hear.');
      expect(await serious(page), 'chat with suggestions').toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
