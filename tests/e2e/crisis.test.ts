import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, say, unlock, visit } from './support/steps.ts';

const danger = 'I want to kill myself tonight.';
const strip = (page: Page) => page.getByRole('region', { name: 'Help for a hard moment' });
const panel = (page: Page) => page.getByRole('region', { name: 'What can help right now' });
const toPlan = (page: Page) => page.getByRole('complementary').getByRole('link', { name: 'My plan' }).click();

/** Opens one of the four things from the strip with the keyboard, looks at it, and closes it again. */
async function look(page: Page, name: string, words: string | RegExp): Promise<void> {
  const button = strip(page).getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What can help' });
  await dialog.getByText(words).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
}

describe.skipIf(!hasChromium)('a hard moment', () => {
  it('is met with a question and with help, which stays through a new session and a restart until its person ends it', async () => {
    const dataDir = temporaryFolder();
    const browserFolder = temporaryFolder();
    const first = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(browserFolder);
    let host = first;
    try {
      await host.signIn(page);
      await createProfile(page);
      await say(page, 'Slept badly, then rain all morning.');
      expect(await strip(page).isVisible()).toBe(false);

      await say(page, danger);
      await page.getByRole('article', { name: 'You' }).filter({ hasText: danger }).waitFor();
      const reply = await page.getByRole('article', { name: 'Companion' }).last().innerText();
      expect(reply).toContain('?');
      expect(reply).toMatch(/software and not a therapist/u);
      await strip(page).waitFor();
      // The browser of these tests speaks British English.
      await panel(page).getByText('999', { exact: true }).waitFor();
      await panel(page).getByText('116 123', { exact: true }).waitFor();

      // Writing goes on: the field has the focus, and the next message is answered as always.
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Message' }).evaluate((element) => element === document.activeElement))
        .toBe(true);
      await say(page, 'The kettle is on.');
      const next = await page.getByRole('article', { name: 'Companion' }).last().innerText();
      expect(next).not.toContain('kettle');
      expect(next).not.toContain('Are you in danger right now');

      await look(page, 'My plan', 'You have not written a plan yet');
      await look(page, 'Grounding', 'Begin breathing');
      await look(page, 'People', 'Nobody stands on your list yet');
      await look(page, 'Helplines', 'Samaritans');

      // Made small, it stays small on the other pages; a reload shows it in full again.
      await strip(page).getByRole('button', { name: 'Make this small' }).click();
      await visit(page, 'Parts');
      await strip(page).getByRole('button', { name: 'Show what can help' }).click();
      await strip(page).getByRole('button', { name: 'Helplines' }).waitFor();

      await visit(page, 'Chat');
      await page.getByRole('button', { name: 'New session' }).click();
      await page.getByText('What is here today?').waitFor();
      await say(page, 'A new morning.');
      await strip(page).waitFor();
      expect(await panel(page).count()).toBe(0);

      await host.stop();
      host = await startHost(dataDir);
      await host.signIn(page);
      await unlock(page);
      await strip(page).waitFor();

      await strip(page).getByRole('button', { name: 'I am all right now' }).press('Enter');
      await strip(page).waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.getByText('You said that you are all right now.').first().waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await strip(page).waitFor();
      await strip(page).getByRole('button', { name: 'I am all right now' }).click();
      await strip(page).waitFor({ state: 'detached' });
      await visit(page, 'Activity');
      await page.getByText('The companion showed what can help in a hard moment.').waitFor();
      expect(problems.filter((problem) => !problem.includes('ERR_'))).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('shows the plan and the people its person wrote down on a calmer day, which can be printed without their name', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page, 'Quill');
      await toPlan(page);
      await page.getByText('Everything is saved.').waitFor();
      const signs = page.getByRole('textbox', { name: 'How I notice that it is getting hard' });
      await signs.fill('I stop answering the phone.');
      await page.getByText('Not saved yet.').waitFor();
      // Leaving the field keeps it, and says so with a way back.
      await page.keyboard.press('Tab');
      await page.getByText('You changed your plan for hard moments.').first().waitFor();
      await page.getByText('Everything is saved.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => signs.inputValue()).toBe('');
      await signs.fill('I count hours instead of sleeping.');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Everything is saved.').waitFor();

      for (const [name, number] of [
        ['Maren', '020 7946 0958'],
        ['Joost', '020 7946 0111'],
      ] as const) {
        await page.getByRole('button', { name: 'Add somebody' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill(name);
        await page.getByRole('textbox', { name: 'Number' }).fill(number);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: `Change ${name}` }).waitFor();
      }
      const people = page.getByRole('region', { name: 'People I can turn to' }).getByRole('listitem');
      await page.getByRole('button', { name: 'Move Joost up' }).press('Enter');
      await expect.poll(async () => (await people.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Joost', 'Maren']);
      await page.getByRole('button', { name: 'Change Maren' }).click();
      await page.getByRole('textbox', { name: 'Good to know' }).fill('Up until midnight.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await people.getByText('Up until midnight.').waitFor();
      await page.getByRole('button', { name: 'Remove Joost' }).click();
      await expect.poll(() => people.count()).toBe(1);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => people.count()).toBe(2);

      await page.emulateMedia({ media: 'print' });
      const printed = await page.evaluate(() => document.body.innerText);
      for (const words of ['I count hours instead of sleeping.', 'Maren', '020 7946 0958']) expect(printed).toContain(words);
      expect(printed).not.toMatch(/Quill|Settings|Add somebody|Everything is saved/u);
      expect(await page.title()).not.toContain('Quill');
      await page.emulateMedia({ media: 'screen' });

      await visit(page, 'Chat');
      await say(page, danger);
      await look(page, 'My plan', 'I count hours instead of sleeping.');
      await look(page, 'People', '020 7946 0958');
      // From the conversation too when the strip is small, and its link leads to the plan.
      expect(await panel(page).getByRole('button', { name: 'My plan' }).count()).toBe(0);
      await strip(page).getByRole('button', { name: 'Make this small' }).click();
      await panel(page).getByRole('button', { name: 'My plan' }).click();
      await page.getByRole('link', { name: 'Open my plan' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'My plan for hard moments', level: 1 }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('is in sight in a low window: the question, the number, and nothing over them', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page } = await openBrowser(temporaryFolder(), { width: 900, height: 600 });
    try {
      await host.signIn(page);
      await createProfile(page);
      // The background tells of the memory after the first session; in a hard moment nothing is told of it.
      await say(page, 'When my manager writes late in the evening I freeze. Walking by the canal helped.');
      await page.getByRole('button', { name: 'End session' }).click();
      const chip = page.locator('[data-memory-chip]');
      await chip.waitFor();
      await page.getByText('The session is ended and kept.').first().waitFor();
      await say(page, danger);
      await strip(page).waitFor();
      await chip.waitFor({ state: 'detached' });
      expect(await page.getByText('The session is ended and kept.').count()).toBe(0);

      const messages = page.getByRole('region', { name: 'Messages', exact: true });
      const view = await boxOf(messages);
      const reply = page.getByRole('article', { name: 'Companion' }).last();
      // A number stands in the reply itself; the panel with those of the country is right below.
      expect(await reply.innerText()).toContain('999');
      await panel(page).getByText('999', { exact: true }).waitFor();
      await expect.poll(async () => (await boxOf(reply)).y).toBeGreaterThanOrEqual(view.y);
      await expect
        .poll(async () => {
          const { y, height } = await boxOf(reply);
          return y + height;
        })
        .toBeLessThanOrEqual(view.y + view.height);
      await page.mouse.move(view.x + 100, view.y + 100);
      await page.mouse.wheel(0, 2000);
      await expect.poll(() => messages.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)).toBeLessThan(2);

      // A message at the edge lies over neither the strip nor the header.
      await panel(page).getByRole('button', { name: 'Copy 116 123' }).click();
      const toast = page.getByRole('region', { name: /^Messages at the edge/u }).getByRole('listitem');
      await toast.waitFor();
      const { y } = await boxOf(toast);
      for (const above of [strip(page), page.locator('main header')]) {
        const box = await boxOf(above);
        expect(y).toBeGreaterThanOrEqual(box.y + box.height);
      }
    } finally {
      await context.close();
      await host.stop();
    }
  });
});

const boxOf = async (element: Locator) => (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
