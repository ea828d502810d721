import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, lock, unlock, visit } from './support/steps.ts';

describe.skipIf(!hasChromium)('help', () => {
  it('is there before a profile is made or unlocked, with the numbers of the country, and leads back', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await page.getByRole('button', { name: 'Help now' }).click();
      await page.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
      // The computer of these tests is set to Britain.
      await page.getByText('116 123', { exact: true }).waitFor();
      await page.getByText('999', { exact: true }).first().waitFor();
      await page.getByRole('combobox', { name: 'Country' }).selectOption('New Zealand');
      await page.getByText('1737', { exact: true }).first().waitFor();
      await page.getByRole('combobox', { name: 'Country' }).selectOption('Another country');
      await page.getByText('findahelpline.com', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Back' }).click();

      await createProfile(page);
      await lock(page);
      await page.getByRole('button', { name: 'Help now' }).click();
      await page.getByText('116 123', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Back' }).click();
      await unlock(page);
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('is one click away on every page, remembers the country, and settings show the same', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await page.getByRole('link', { name: 'Help now' }).click();
      await page.getByRole('combobox', { name: 'Country' }).selectOption('Ireland');
      await page.getByText('50808', { exact: true }).waitFor();
      await visit(page, 'Settings');
      const country = page.getByRole('combobox', { name: 'Country' });
      await country.waitFor();
      await expect.poll(() => country.inputValue()).toBe('IE');
      await lock(page);
      await unlock(page);
      await page.getByRole('link', { name: 'Help now' }).click();
      await page.getByText('50808', { exact: true }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('breathes along and leads through the senses with the keyboard alone', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('help');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
      const begin = page.getByRole('button', { name: 'Begin breathing' });
      await begin.focus();
      await page.keyboard.press('Enter');
      await page.getByText('Breathe in', { exact: true }).waitFor();
      await page.getByText('Breathe out', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Stop' }).press('Enter');
      await page.getByText('When you are ready').waitFor();

      await page.getByText('Find 5 things you can see').waitFor();
      for (const next of [
        'Find 4 things you can touch',
        'Find 3 things you can hear',
        'Find 2 things you can smell',
        'Find 1 thing you can taste',
        'You are here',
      ]) {
        await page.getByRole('button', { name: 'Go on' }).press('Enter');
        await page.getByText(next).waitFor();
      }
      await page.getByRole('button', { name: 'Begin again' }).press('Enter');
      await page.getByText('Find 5 things you can see').waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
