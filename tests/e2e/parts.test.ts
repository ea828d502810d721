import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillParts, seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { passphrase, unlock, visit } from './support/steps.ts';

const PARTS = 500;
const cards = (page: Page) => page.getByRole('article');
const firstName = (page: Page) => cards(page).first().getByRole('link').first().innerText();

describe.skipIf(!hasChromium)('the parts', () => {
  it(`of which there are ${PARTS} are found, narrowed, put in order and walked to the end`, async () => {
    const dataDir = temporaryFolder();
    await seededProfile(dataDir, { label: 'K.M.', passphrase }, (table, userId) => fillParts(table, userId, PARTS));
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await unlock(page);
      await visit(page, 'Parts');
      await cards(page).first().waitFor();
      // A page at a time: the rest is read when its end comes near.
      expect(await cards(page).count()).toBeLessThan(PARTS / 2);

      await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Name' });
      await page.getByRole('article', { name: 'The Keeper of 10', exact: true }).waitFor();
      expect(await firstName(page)).toBe('The Keeper of 1');

      await page.getByRole('searchbox', { name: 'Find' }).fill('keeper of 49');
      await page.getByRole('article', { name: 'The Keeper of 1', exact: true }).waitFor({ state: 'detached' });
      await expect.poll(() => cards(page).count()).toBe(11);
      await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Exile' });
      await page.getByRole('article', { name: 'The Keeper of 491', exact: true }).waitFor({ state: 'detached' });
      await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Integrated' });
      await page.getByText('Nobody like this').waitFor();
      await page.getByRole('button', { name: 'Show all parts' }).click();

      await page.getByRole('article', { name: 'The Keeper of 1', exact: true }).waitFor();
      while ((await cards(page).count()) < PARTS) {
        const before = await cards(page).count();
        await cards(page).last().scrollIntoViewIfNeeded();
        await cards(page).nth(before).waitFor({ state: 'attached' });
      }
      expect(await cards(page).count()).toBe(PARTS);
      // A part opens from the far end, and the way back leads to the same order.
      await page.getByRole('link', { name: 'The Keeper of 99', exact: true }).click();
      await page.getByRole('heading', { name: 'The Keeper of 99', level: 1 }).waitFor();
      await page.goBack();
      await cards(page).first().waitFor();
      expect(await firstName(page)).toBe('The Keeper of 1');
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
