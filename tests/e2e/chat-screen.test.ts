import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cutsAfter, fakeMessagesApi } from '../support/fake-messages-api.ts';
import { hasChromium } from './support/chromium.ts';
import { inLivedProfile } from './support/journey.ts';
import { say, visit } from './support/steps.ts';

/** Asks the core as the page does. */
const ask = (page: Page, route: string, input: object): Promise<unknown> =>
  page.evaluate(
    async ([name, given]) => {
      const answer = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ route: name, input: given }),
      });
      return answer.json() as Promise<unknown>;
    },
    [route, input] as const,
  );

const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const mode = (page: Page, label: string) => page.getByRole('combobox', { name: 'What this is for' }).selectOption({ label });
const mine = (page: Page) => page.getByRole('article', { name: 'You' });

const inLivedChat = (work: (page: Page) => Promise<void>): Promise<void> =>
  inLivedProfile(async (page) => {
    await visit(page, 'Chat');
    await page.getByRole('button', { name: 'New session' }).click();
    await page.getByText('What is here today?').waitFor();
    await work(page);
  });

describe.skipIf(!hasChromium)('the chat', () => {
  it('keeps a session private and out of memory from its first word, and the header says where words go', async () => {
    await inLivedChat(async (page) => {
      // Without a key nothing can leave, whatever the header says.
      await ask(page, 'providers.choose', { provider: { kind: 'anthropic', model: 'some-model' }, online: true, seen: 'anthropic' });
      const header = page.locator('main header');
      const away = header.getByRole('button', { name: /^Anthropic/u });
      const here = header.getByRole('button', { name: /^On this computer/u });
      await away.waitFor();

      // What is typed stands in what is shown, and is read anew when it has changed.
      for (const words of ['It rained on the way home.', 'The kettle is on.']) {
        await field(page).fill(words);
        await away.click();
        const dialog = page.getByRole('dialog', { name: 'What is sent' });
        await dialog.getByText('The whole request, sign by sign').click();
        await dialog.getByText(words).last().waitFor();
        await page.keyboard.press('Escape');
      }

      await page.getByRole('checkbox', { name: 'Private' }).click();
      await page.getByRole('checkbox', { name: 'Keep no memory of it' }).click();
      await here.click();
      await page.getByRole('dialog').getByText('Nothing is sent. This is private').waitFor();
      await page.keyboard.press('Escape');

      await say(page, 'The kettle is on.');
      // The news of the memory may have that line for a while.
      await page.getByText(/Private · No memory is kept of it$/u).waitFor({ state: 'attached' });
      expect(await page.getByRole('article', { name: 'Companion' }).last().innerText()).toContain('This is something you keep private');
      expect(await page.getByRole('checkbox', { name: 'Private' }).count()).toBe(0);
      await here.waitFor();
      await page.getByRole('button', { name: 'New session' }).click();
      expect(await page.getByRole('checkbox', { name: 'Private' }).isChecked()).toBe(false);
      await away.waitFor();
    });
  });

  it('waits with a letter until it is said to whom, and says so', async () => {
    await inLivedChat(async (page) => {
      await mode(page, 'A letter');
      await field(page).fill('You have waited long.');
      await page.getByText('Choose the part your letter goes to.').waitFor();
      expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
      await page.keyboard.press('Control+Enter');
      expect(await mine(page).count()).toBe(0);
      expect(await field(page).inputValue()).toBe('You have waited long.');

      await page.getByRole('combobox', { name: 'With which part' }).selectOption({ label: 'The Planner' });
      await page.getByText('Choose the part your letter goes to.').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Finish the letter' }).waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      await mine(page).getByText('You have waited long.').waitFor();
      expect(await page.getByRole('combobox', { name: 'What this is for' }).inputValue()).toBe('letter');
    });
  });

  it('says that the line to a model broke, and lets the guide go on', async () => {
    const api = await fakeMessagesApi();
    try {
      await inLivedChat(async (page) => {
        const local = { kind: 'local', model: 'small-model', baseUrl: api.address };
        await ask(page, 'providers.choose', { provider: local, online: true, seen: 'local' });
        api.answers(cutsAfter('It sounds as if '));
        await field(page).fill('The kettle is on.');
        await page.keyboard.press('Enter');
        const replies = page.getByRole('article', { name: 'Companion' });
        await replies.nth(1).getByText('so the built-in guide answers').waitFor();
        await replies.first().getByText('The line to the model broke here.').waitFor();
        expect(await replies.first().innerText()).toContain('It sounds as if');
      });
    } finally {
      await api.close();
    }
  });
});
