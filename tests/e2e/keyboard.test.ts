import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { passphrase } from './support/steps.ts';

/** Presses Tab until the focus is on what is looked for, as somebody without a mouse does. */
async function tabTo(page: Page, role: string, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement || element instanceof HTMLButtonElement ? [...(element.labels ?? [])] : [];
      const label = element?.getAttribute('aria-label') ?? labels[0]?.textContent ?? element?.textContent;
      const kind = element?.getAttribute('role') ?? element?.tagName.toLowerCase();
      return { kind, label: label ?? '' };
    });
    if (focused.kind === role && name.test(focused.label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus never came to the ${role} ${name}.`);
}

describe.skipIf(!hasChromium)('without a mouse', () => {
  it('a person can create a profile, write, accept a part, visit it, veil the screen and lock', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await tabTo(page, 'input', /^Label/u);
      await page.keyboard.type('K.M.');
      await tabTo(page, 'input', /^Passphrase$/u);
      await page.keyboard.type(passphrase);
      await tabTo(page, 'input', /^Passphrase again/u);
      await page.keyboard.type(passphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /recovery code/iu }).waitFor();
      await tabTo(page, 'checkbox', /./u);
      await page.keyboard.press('Space');
      await tabTo(page, 'button', /Continue/u);
      await page.keyboard.press('Enter');

      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      // The composer has the focus already: one can begin to write.
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Message' }).evaluate((element) => element === document.activeElement))
        .toBe(true);
      await page.keyboard.type('Part of me wants to sing.');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Accept' }).waitFor();
      await tabTo(page, 'button', /^Accept/u);
      await page.keyboard.press('Enter');
      await page
        .getByText(/is now among your parts/u)
        .first()
        .waitFor();

      await page.keyboard.press('Control+k');
      await page.keyboard.type('parts');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Parts', level: 1 }).waitFor();
      await expect.poll(() => page.getByRole('article').count()).toBe(1);

      await page.keyboard.press('Control+Shift+H');
      const lift = page.getByRole('button', { name: 'Lift the veil' });
      await lift.waitFor();
      // Blurred for the eye, and out of reach for the keyboard.
      expect(
        await page.evaluate(() => getComputedStyle(document.body.querySelector(':scope > :not([data-veil])') ?? document.body).filter),
      ).toContain('blur');
      expect(
        await page
          .locator('body > :not([data-veil])')
          .first()
          .evaluate((element) => element instanceof HTMLElement && element.inert),
      ).toBe(true);
      await page.keyboard.press('Control+Shift+H');
      await lift.waitFor({ state: 'detached' });

      await page.keyboard.press('Control+l');
      await page.getByRole('button', { name: 'Unlock' }).waitFor();
      await page.keyboard.type(passphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
