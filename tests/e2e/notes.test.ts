import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './support/chromium.ts';
import { inLivedProfile, seriousIn } from './support/journey.ts';
import { lock, unlock, visit } from './support/steps.ts';

const undo = (page: Page) =>
  page
    .getByRole('region', { name: /^Messages at the edge/u })
    .getByRole('button', { name: 'Undo' })
    .click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

describe.skipIf(!hasChromium)('notes and letters', () => {
  it('stand on the page of their part and on a page of their own, to be read, written, changed and deleted, each with its way back', () =>
    inLivedProfile(async (page, host) => {
      await visit(page, 'Parts');
      await page.getByRole('link', { name: 'The Planner', exact: true }).click();
      await heading(page, 'The Planner');
      const section = page.getByRole('region', { name: 'Letters and notes' });
      await section.getByRole('link', { name: 'Letter to The Planner' }).waitFor();
      expect(await section.getByRole('listitem').count()).toBe(1);

      // What was typed and not kept is still there after the window was closed; an empty one is not taken.
      await section.getByRole('button', { name: 'Write a note' }).click();
      const window = page.getByRole('dialog', { name: 'A note about The Planner' });
      await window.getByRole('button', { name: 'Keep' }).click();
      await window.getByText('There is nothing to keep yet.').waitFor();
      await window.getByRole('textbox', { name: 'Text' }).fill('Ask it about the three colours.\nAnd the bus.');
      await page.keyboard.press('Escape');
      await section.getByRole('button', { name: 'Write a note' }).click();
      expect(await window.getByRole('textbox', { name: 'Text' }).inputValue()).toContain('And the bus.');
      expect(await seriousIn(page)).toEqual([]);
      await window.getByRole('button', { name: 'Keep' }).click();
      await section.getByRole('link', { name: 'Ask it about the three colours.' }).click();

      await heading(page, 'Ask it about the three colours.');
      await page.getByText('And the bus.').waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('Three colours');
      // A draft waits while one looks elsewhere.
      await visit(page, 'Activity');
      await page.getByText('You kept').first().waitFor();
      await visit(page, 'Notes');
      await heading(page, 'Notes');
      await page.getByRole('link', { name: 'Ask it about the three colours.' }).click();
      expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Three colours');
      await page.getByRole('button', { name: 'Keep' }).click();
      await heading(page, 'Three colours');
      await undo(page);
      await heading(page, 'Ask it about the three colours.');

      await page.getByRole('button', { name: 'Close this message' }).click();
      await page.getByRole('button', { name: 'Delete' }).click();
      await heading(page, 'Notes');
      const gone = page.getByRole('link', { name: 'Ask it about the three colours.' });
      await gone.waitFor({ state: 'detached' });
      await undo(page);
      await gone.waitFor();
      expect(await seriousIn(page)).toEqual([]);

      await lock(page);
      await unlock(page);
      await visit(page, 'Notes');
      await page.getByRole('link', { name: 'Letter to The Planner' }).click();
      await page.getByText('Thank you for every bus we did not miss.').waitFor();
      await page.getByRole('main').getByRole('link', { name: 'The Planner' }).click();
      await heading(page, 'The Planner');
      await page.goto(`${host.origin}/#/notes/0195f000-0000-7000-8000-000000000000`);
      await page.getByText('This note is not here').waitFor();
    }));
});
