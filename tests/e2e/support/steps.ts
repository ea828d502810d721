import type { Page } from 'playwright-core';

export const passphrase = 'seven quiet umbrellas';

/** Fills in the first screen and keeps the recovery code. Answers the code. `onCode` is called while it is shown. */
export async function createProfile(page: Page, label = 'K.M.', onCode?: () => Promise<void>): Promise<string> {
  await page.getByRole('textbox', { name: 'Label' }).fill(label);
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await page.getByRole('button', { name: 'Create profile' }).click();
  await page.getByRole('heading', { name: /recovery code/iu }).waitFor();
  const code = /(?:[0-9A-Z]{4}[\s-]*){8}[0-9]{2}/u.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  await onCode?.();
  await page.getByRole('checkbox', { name: 'I have kept it somewhere safe' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return code;
}

export async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation').waitFor();
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
}

/**
 * Waits until the companion has said one thing more, and all of it. Answers its words.
 * Told by the newest row and not by counting: of a long conversation only some rows are drawn.
 */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<string> {
  const rows = page.locator('[data-message-id]');
  const before = (await rows.count()) > 0 ? await rows.last().getAttribute('data-message-id') : null;
  await act();
  await page.waitForFunction((known) => {
    const newest = [...document.querySelectorAll('[data-message-id]')].at(-1);
    return newest?.getAttribute('aria-label') === 'Companion' && newest.getAttribute('data-message-id') !== known;
  }, before);
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  return page.getByRole('article', { name: 'Companion' }).last().innerText();
}

/** Sends a message and waits for the reply to be finished. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await answered(page, () => page.keyboard.press('Enter'));
}

export const visit = (
  page: Page,
  name: 'Chat' | 'Sessions' | 'Parts' | 'Notes' | 'Map' | 'Memory' | 'Activity' | 'Settings',
): Promise<void> => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
