import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seededProfile } from '../support/seeded-profile.ts';
import { hasChromium } from './support/chromium.ts';
import { inLivedProfile, inProfile } from './support/journey.ts';
import { passphrase, say, visit } from './support/steps.ts';

const belief = (page: Page, text: string) => page.locator('[data-belief-id]').filter({ hasText: text });

const emptyProfile = (dataDir: string) => seededProfile(dataDir, { label: 'K.M.', passphrase }, () => undefined);
const focusIsKept = (page: Page) => page.waitForFunction(() => document.activeElement !== document.body);

describe.skipIf(!hasChromium)('memory', () => {
  it('shows what is remembered with its reasons, and opens the message with the words marked', async () => {
    await inLivedProfile(async (page) => {
      await visit(page, 'Memory');
      await page.getByRole('region', { name: 'Summary' }).waitFor();
      const planner = belief(page, 'The Planner has spoken more than once of late.');
      await planner.getByText(/^Since .* · last seen .* · \d+ times$/u).waitFor();
      await planner.getByRole('button', { name: 'Why' }).click();
      const reason = planner
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: 'Open the message' }) })
        .first();
      const words = (await reason.getByRole('blockquote').innerText()).replaceAll(/^“|”$/gu, '');
      await reason.getByRole('link', { name: 'Open the message' }).click();
      const marked = page.locator('mark[data-found]').first();
      await marked.waitFor();
      expect(words).toContain((await marked.innerText()).slice(0, 20));
      await visit(page, 'Memory');
      await planner.getByRole('link', { name: 'The Planner' }).click();
      await page.getByRole('heading', { name: 'The Planner', level: 1 }).waitFor();
    });
  });

  it('is put right by keyboard alone: in other words, wrong, never again, and allowed again', async () => {
    await inLivedProfile(async (page) => {
      await visit(page, 'Memory');
      const walking = belief(page, 'Walking seems to help.');
      await walking.getByRole('button', { name: 'Edit' }).focus();
      await page.keyboard.press('Enter');
      const words = page.getByRole('textbox', { name: 'In your own words' });
      await words.fill('Walking by the canal helps me.');
      await page.getByText('30 of 500 characters', { exact: true }).waitFor();
      // Esc leaves, and what was typed is there again.
      await page.keyboard.press('Escape');
      await walking.waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Edit');
      await page.keyboard.press('Enter');
      expect(await words.inputValue()).toBe('Walking by the canal helps me.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const own = belief(page, 'Walking by the canal helps me.');
      await own.getByText('In your words', { exact: true }).waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Edit');

      const sleep = belief(page, 'You write about sleep');
      await sleep.getByRole('button', { name: 'Wrong' }).focus();
      await page.keyboard.press('Enter');
      await sleep.waitFor({ state: 'detached' });
      await focusIsKept(page);
      const rules = page.getByRole('region', { name: 'What is not remembered' });
      await rules.getByText(/^Said to be wrong/u).waitFor();
      await page
        .getByRole('region', { name: /^Messages at the edge/u })
        .getByRole('button', { name: 'Undo' })
        .first()
        .click();
      await sleep.waitFor();
      await rules.waitFor({ state: 'detached' });

      await own.getByRole('button', { name: 'Never remember this' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Never remember this?' });
      await dialog.getByRole('button', { name: 'Never remember this' }).focus();
      await page.keyboard.press('Enter');
      await own.waitFor({ state: 'detached' });
      await focusIsKept(page);
      await rules.getByText('Never remembered', { exact: true }).waitFor();
      await rules.getByRole('button', { name: /^Allow again/u }).click();
      await rules.waitFor({ state: 'detached' });

      await sleep.getByRole('button', { name: 'Forget…' }).focus();
      await page.keyboard.press('Enter');
      const forgetting = page.getByRole('dialog', { name: 'Forget this?' });
      await forgetting.getByRole('list', { name: 'What goes for good' }).waitFor();
      await forgetting.getByRole('button', { name: 'Forget for good' }).focus();
      await page.keyboard.press('Enter');
      await sleep.waitFor({ state: 'detached' });
      await focusIsKept(page);
      await rules.getByText('Never remembered', { exact: true }).waitFor();
    });
  });

  it('has a timeline whose versions are compared, previewed, restored and taken back, and is checked', async () => {
    await inLivedProfile(async (page) => {
      await visit(page, 'Memory');
      await page.getByRole('tab', { name: 'Versions' }).click();
      const versions = page.locator('[data-version]');
      await versions.first().waitFor();
      const newest = Number(await versions.first().getAttribute('data-version'));
      await page.getByRole('textbox', { name: 'From version' }).fill('1');
      await page.getByRole('button', { name: 'Compare' }).click();
      const compared = page.getByRole('region', { name: `From version 1 to version ${newest}` });
      await compared.getByText('New', { exact: true }).first().waitFor();
      await compared.getByRole('button', { name: 'Close' }).click();
      await compared.waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.textContent === 'Compare');
      await page.getByRole('textbox', { name: 'To version' }).fill('9999');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByText(`Please give two whole numbers from 0 to ${newest}.`).waitFor();

      const third = page.locator('[data-version="3"]');
      await third.getByRole('button', { name: 'Restore' }).click();
      const dialog = page.getByRole('dialog', { name: 'Restore version 3?' });
      await dialog.getByText('Gone', { exact: true }).first().waitFor();
      await dialog.getByRole('button', { name: 'Restore' }).click();
      const restored = page.locator(`[data-version="${newest + 1}"]`);
      await restored.getByText('You restored an earlier version').waitFor();
      // Nobody typed it since, so it follows what is newest.
      expect(await page.getByRole('textbox', { name: 'From version' }).inputValue()).toBe(String(newest));
      await restored.getByRole('button', { name: 'Take back' }).click();
      await page
        .locator(`[data-version="${newest + 2}"]`)
        .getByText('A version was taken back')
        .waitFor();

      await page.getByRole('button', { name: 'Check the memory' }).click();
      await page.getByText(`All is well: ${newest + 2} versions rebuilt, nothing damaged.`).waitFor();
    });
  });

  it('shows sixty beliefs of a kind and long ones, and pages its versions', async () => {
    const long = `The bell in the hall ${'rings and rings and '.repeat(24)}`.trim();
    const seed = (dataDir: string) =>
      seededProfile(
        dataDir,
        {
          ...{ label: 'K.M.', passphrase },
          remember({ learn }) {
            for (let at = 1; at <= 59; at += 1) learn({ section: 'triggers', text: `Trigger ${at} came up.` });
            learn({ section: 'triggers', text: long });
          },
        },
        () => undefined,
      );
    await inProfile(seed, async (page) => {
      await visit(page, 'Memory');
      await belief(page, 'The bell in the hall').waitFor();
      await page.getByRole('button', { name: 'Show 52 more' }).click();
      await expect.poll(() => page.locator('[data-belief-id]').count()).toBe(60);
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.locator('[data-version="60"]').waitFor();
      await page.getByRole('button', { name: 'Check the memory' }).scrollIntoViewIfNeeded();
      await page.locator('[data-version="1"]').waitFor();
    });
  });

  it('says what is damaged, and repairs it', async () => {
    const seed = (dataDir: string) =>
      seededProfile(
        dataDir,
        {
          ...{ label: 'K.M.', passphrase },
          remember({ learn, damage }) {
            learn({ text: 'Work came up.' });
            learn({ text: 'Sleep came up.' });
            damage(2);
          },
        },
        () => undefined,
      );
    await inProfile(seed, async (page) => {
      await visit(page, 'Memory');
      await page.getByRole('heading', { name: 'The memory can’t be shown right now' }).waitFor();
      await page.getByRole('button', { name: 'Check the memory' }).click();
      await page.getByText('Version 2 comes to something else than was written.').waitFor();
      await page.getByRole('button', { name: 'Repair' }).click();
      await belief(page, 'Work came up.').waitFor();
      await page.getByText('Repaired: 1 version can be rebuilt again.').waitFor();
    });
  });

  it('says in the chat that it was brought up to date once a session has ended, without moving the text, and takes that back', async () => {
    await inProfile(emptyProfile, async (page) => {
      const chip = page.locator('[data-memory-chip]');
      const field = page.getByRole('textbox', { name: 'Message' });
      /** A whole session, until the background has worked. */
      const live = async (text: string) => {
        await say(page, text);
        await page.getByRole('button', { name: 'End session' }).click();
        await chip.getByText('Memory was updated').waitFor();
      };
      await live('When my manager writes late in the evening I freeze. Walking by the canal helped.');
      const beside = await field.boundingBox();
      // It stands in the header and lies over nothing.
      const header = await page.locator('main header').boundingBox();
      const box = await chip.boundingBox();
      expect(box && header && box.y >= header.y && box.y + box.height <= header.y + header.height).toBe(true);
      await chip.getByRole('link', { name: 'See' }).click();
      const walking = belief(page, 'Walking seems to help.');
      await walking.waitFor();
      await visit(page, 'Chat');
      await field.waitFor();
      expect(await chip.count()).toBe(0);
      expect(await field.boundingBox()).toEqual(beside);

      // What the person changes is no news to them.
      await visit(page, 'Memory');
      await walking.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'In your own words' }).fill('The canal helps me.');
      await page.getByRole('button', { name: 'Keep' }).click();
      await belief(page, 'The canal helps me.').waitFor();
      await visit(page, 'Chat');
      await field.waitFor();
      expect(await chip.count()).toBe(0);

      await live('I wanted to ask for a day off. Singing in the kitchen helped.');
      await chip.getByRole('button', { name: 'Undo' }).click();
      await page
        .getByText(/^What version \d+ had changed is taken back\.$/u)
        .first()
        .waitFor();
      await chip.waitFor({ state: 'detached' });

      // Once everything is forgotten the versions begin anew, and so does the news of them.
      await visit(page, 'Settings');
      await page.getByRole('button', { name: 'Forget everything…' }).click();
      await page.getByRole('textbox', { name: 'Type “everything” to go on' }).fill('everything');
      await page.getByRole('button', { name: 'Forget for good' }).click();
      await page.getByText('Forgotten for good.').first().waitFor();
      await visit(page, 'Chat');
      await live('When my manager writes late in the evening I freeze. Walking by the canal helped.');

      // After a while it goes by itself, but not from under the focus.
      await page.clock.install();
      await chip.getByRole('link', { name: 'See' }).focus();
      await page.clock.fastForward('01:00');
      expect(await chip.count()).toBe(1);
      await field.focus();
      await page.clock.fastForward('01:00');
      await chip.waitFor({ state: 'detached' });
    });
  });

  it('says in the chat what was caught up on when the profile was opened', async () => {
    const seed = (dataDir: string) =>
      seededProfile(
        dataDir,
        { label: 'K.M.', passphrase },
        () => undefined,
        async (core) => {
          const said = await core.ask('companion.say', { text: 'When my manager writes late in the evening I freeze. Walking helped.' });
          await core.replied(said.reply.id);
          await core.ask('sessions.end', { sessionId: said.session.id });
        },
      );
    await inProfile(seed, async (page) => {
      const chip = page.locator('[data-memory-chip]');
      await chip.getByText('Memory was updated').waitFor();
      await chip.getByRole('link', { name: 'See' }).click();
      await belief(page, 'Walking seems to help.').waitFor();
    });
  });

  it('answers what it remembers in the chat, with the way to all of it', async () => {
    await inLivedProfile(async (page) => {
      await say(page, 'What is in your memory?');
      const reply = page.getByRole('article', { name: 'Companion' }).last();
      await reply.getByText('You have written most about work').waitFor();
      await reply.getByRole('link', { name: 'Open Memory' }).click();
      await page.getByRole('heading', { name: 'Memory', level: 1 }).waitFor();
    });
  });

  it('is empty at first, and says when it begins', async () => {
    await inProfile(emptyProfile, async (page) => {
      await visit(page, 'Memory');
      await page.getByText('Nothing is remembered yet').waitFor();
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByText('There is no version yet').waitFor();
      await visit(page, 'Chat');
      await say(page, 'Do you remember anything about me?');
      await page
        .getByText(/^I remember nothing of you yet|^So far nothing/u)
        .last()
        .waitFor();
    });
  });
});
