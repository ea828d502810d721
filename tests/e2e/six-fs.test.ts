import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fakeMessagesApi, says, stallsAfter } from '../support/fake-messages-api.ts';
import { seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { answered, createProfile, passphrase, say, unlock, visit } from './support/steps.ts';

const replies = (page: Page) => page.getByRole('article', { name: 'Companion' });
const steps = (page: Page) => page.getByRole('navigation', { name: 'Steps' });
const offered = (page: Page) => page.getByRole('listbox', { name: 'Your parts' }).getByRole('option');
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });

const choose = (page: Page, list: string, choice: string) => page.getByRole('combobox', { name: list }).selectOption({ label: choice });
const stepIs = (page: Page, name: RegExp): Promise<void> => steps(page).locator('[aria-current=step]').filter({ hasText: name }).waitFor();

async function addPart(page: Page, name: string): Promise<void> {
  await visit(page, 'Parts');
  await page.getByRole('button', { name: 'Add a part' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await visit(page, 'Chat');
  await message(page).waitFor();
}

describe.skipIf(!hasChromium)('with the built-in companion, offline,', () => {
  it('a person gets to know a part: another part speaks, a step is skipped, it is left, and gone on with after a restart', async () => {
    const dataDir = temporaryFolder();
    const browser = await openBrowser(temporaryFolder());
    const { page, problems } = browser;
    const host = await startHost(dataDir);
    let again: Awaited<ReturnType<typeof startHost>> | null = null;
    try {
      await host.signIn(page);
      await createProfile(page);
      await addPart(page, 'The Planner');
      const opening = await answered(page, () => choose(page, 'What this is for', 'Get to know a part'));
      expect(opening).toMatch(/software|program/u);
      expect(await answered(page, () => choose(page, 'With which part', 'The Planner'))).toContain('?');
      await stepIs(page, /Focus on it/u);

      await say(page, 'A tight band around my head');
      await stepIs(page, /Flesh it out/u);
      await answered(page, () => page.getByRole('button', { name: 'Skip' }).click());
      await stepIs(page, /How you feel toward it/u);

      await say(page, 'I am annoyed with all its lists');
      await stepIs(page, /asking for space/u);
      await expect.poll(() => replies(page).last().innerText()).toContain('“I am annoyed with all its lists”');
      await say(page, 'Yes, it stepped aside');
      await stepIs(page, /How you feel toward it$/u);
      await say(page, 'Curious now');
      await stepIs(page, /Befriend it/u);

      await answered(page, () => page.getByRole('button', { name: 'Leave' }).click());
      await steps(page).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'End session' }).click();
      await page.getByText('What is here today?').waitFor();
      expect(problems).toEqual([]);
      await host.kill();

      again = await startHost(dataDir);
      await again.signIn(page);
      await unlock(page);
      await message(page).waitFor();
      // With a part that has no name there is nothing to take up; with this one there is.
      await answered(page, () => choose(page, 'What this is for', 'Get to know a part'));
      const resumed = await answered(page, () => choose(page, 'With which part', 'The Planner'));
      expect(resumed).toMatch(/The Planner[\s\S]*getting to know it[\s\S]*\?|getting to know it[\s\S]*The Planner[\s\S]*\?/u);
      await say(page, 'yes');
      await stepIs(page, /Befriend it/u);
      await say(page, 'It wants nothing to go wrong');
      await stepIs(page, /What it fears/u);
      await say(page, 'That we would be sent away');
      await expect.poll(() => replies(page).last().innerText()).toContain('The Planner');
      await page.getByRole('link', { name: 'Open its page' }).click();
      await page.getByRole('heading', { name: 'The Planner', level: 1 }).waitFor();
      await page.getByText('Learnt its fears').first().waitFor();
      // While there was no host, the page could not reach it.
      expect(problems.filter((problem) => !problem.includes('net::ERR_'))).toEqual([]);
    } finally {
      await browser.context.close();
      await (again ?? host).stop();
    }
  });

  it('two can talk, each line under its speaker’s name, and a letter is kept', async () => {
    const { context, page, problems } = await openBrowser(temporaryFolder());
    const host = await startHost(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await addPart(page, 'The Planner');
      await addPart(page, 'Alma');
      await answered(page, () => choose(page, 'What this is for', 'A dialogue'));
      await choose(page, 'Who speaks', 'as @The Planner');
      await say(page, 'I keep the lists so that nobody is cross.');
      await page.getByRole('article', { name: 'You, as The Planner' }).getByText('The Planner').waitFor();
      await choose(page, 'Who speaks', 'as Self');

      // A name is completed from the keyboard, anywhere in the text.
      await message(page).click();
      await page.keyboard.type('I see that, @pl');
      await offered(page).filter({ hasText: 'The Planner' }).waitFor();
      expect(await message(page).getAttribute('aria-activedescendant')).not.toBeNull();
      // It stands there with the cursor behind it before any other key can come, however busy the window is.
      const taken = await message(page).evaluate((field: HTMLTextAreaElement) => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        return [field.value, field.selectionStart];
      });
      expect(taken).toEqual(['I see that, @The Planner ', 'I see that, @The Planner '.length]);
      await page.keyboard.type('and @');
      await expect.poll(() => offered(page).count()).toBe(2);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await expect.poll(() => offered(page).count()).toBe(0);
      await page.keyboard.type('lma thanks you.');
      await page.keyboard.press('Escape');
      await answered(page, () => page.getByRole('button', { name: 'Send' }).click());
      await page.getByRole('article', { name: 'You, as Self' }).getByText('I see that, @The Planner').waitFor();

      await choose(page, 'What this is for', 'A letter');
      await answered(page, () => choose(page, 'With which part', 'Alma'));
      await message(page).fill('Dear Alma,');
      await page.keyboard.press('Enter');
      await page.keyboard.type('I remember the stairs.');
      await answered(page, () => page.keyboard.press('Control+Enter'));
      expect(await answered(page, () => page.getByRole('button', { name: 'Finish the letter' }).click())).toContain('Alma');
      await visit(page, 'Activity');
      await page.getByText('You kept “Letter to Alma”').first().waitFor();
      await visit(page, 'Parts');
      await page.getByRole('link', { name: 'Alma', exact: true }).click();
      await page.getByRole('region', { name: 'Letters and notes' }).getByRole('link', { name: 'Letter to Alma' }).click();
      await page.getByText('I remember the stairs.').waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});

describe.skipIf(!hasChromium)('with a model', () => {
  it('the same steps are gone through, a reply is stopped and asked for again, and the guide takes over at the step that was reached', async () => {
    const dataDir = temporaryFolder();
    const api = await fakeMessagesApi();
    const profile = { label: 'K.M.', passphrase };
    await seededProfile(
      dataDir,
      profile,
      () => undefined,
      async (core) => {
        await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } });
        const provider = { kind: 'local', baseUrl: api.address, model: 'small-model' } as const;
        await core.ask('providers.choose', { provider, online: true, seen: 'local' });
      },
    );
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await unlock(page);
      await message(page).waitFor();
      await answered(page, () => choose(page, 'What this is for', 'Get to know a part'));
      await answered(page, () => choose(page, 'With which part', 'The Planner'));
      await stepIs(page, /Focus on it/u);
      expect(api.received).toEqual([]);

      api.answers(says('What is that band like, from the inside?'));
      await say(page, 'A tight band around my head');
      await stepIs(page, /Flesh it out/u);

      api.answers(stallsAfter('A clerk, then, and '));
      await message(page).fill('Like a clerk with a long list');
      await page.keyboard.press('Enter');
      await replies(page).last().getByText('A clerk, then, and').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await api.received[1]?.hungUp;
      await replies(page).last().getByText('Stopped here.').waitFor();
      await stepIs(page, /How you feel toward it/u);
      api.answers(says('A clerk, then. How do you feel toward it?'));
      await replies(page).last().getByRole('button', { name: 'Try again' }).last().click();
      await replies(page).last().getByText('How do you feel toward it?').waitFor();
      await stepIs(page, /How you feel toward it/u);

      await say(page, 'Curious, and a little sorry for it');
      await stepIs(page, /Befriend it/u);
      expect(api.received.map(({ body }) => /at this step: ([^:.]+)/u.exec(body.system)?.[1])).toEqual([
        'focus on it',
        'flesh it out',
        'flesh it out',
        'how they feel toward it',
      ]);

      await api.close();
      await say(page, 'It wants nothing to go wrong');
      await replies(page).last().getByText('so the built-in guide answers').waitFor();
      await stepIs(page, /What it fears/u);
      await say(page, 'That we would be sent away');
      await page.getByRole('link', { name: 'Open its page' }).click();
      await page.getByText('Learnt its fears').first().waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
      await api.close();
    }
  });
});
