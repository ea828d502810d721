import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, say, visit } from './support/steps.ts';

describe.skipIf(!hasChromium)('the ways back', () => {
  it('an accepted part can be undone from the message at the edge, made again from Activity, and undone by key', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await say(page, 'Part of me counts the stairs.');
      await page.getByRole('textbox', { name: 'Name' }).fill('The Counter');
      await page.getByRole('button', { name: 'Accept' }).click();
      await page.getByRole('link', { name: 'The Counter' }).waitFor();

      const edge = page.getByRole('region', { name: /^Messages at the edge/u });
      await edge.getByText('You accepted “The Counter” as a part.').waitFor();
      await edge.getByRole('button', { name: 'Undo' }).click();
      await edge.getByText('Undone: accepted “The Counter” as a part.').waitFor();
      // The suggestion is open again, under the same words.
      await page.getByRole('button', { name: 'Accept' }).waitFor();
      await visit(page, 'Parts');
      await page.getByText('No part has been named yet').waitFor();

      await visit(page, 'Activity');
      const accepted = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: /^You accepted “.+” as a part/u });
      await accepted.getByText('Undone', { exact: true }).waitFor();
      await accepted.getByRole('button', { name: /^Redo/u }).click();
      await accepted.getByRole('button', { name: /^Undo/u }).waitFor();
      await visit(page, 'Parts');
      await page.getByRole('article', { name: 'The Counter' }).waitFor();

      await page.keyboard.press('Control+z');
      await page.getByText('No part has been named yet').waitFor();
      await page.keyboard.press('Control+Shift+Z');
      await page.getByRole('article', { name: 'The Counter' }).waitFor();
      // A press that comes while the one before is still being done is not lost.
      await edge.getByRole('button', { name: 'Close this message' }).click();
      await edge.getByText('Made again.').waitFor({ state: 'detached' });
      await page.evaluate(() => {
        for (const shiftKey of [false, true])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey, bubbles: true, cancelable: true }));
      });
      await edge.getByText('Made again.').waitFor();
      await page.getByRole('article', { name: 'The Counter' }).waitFor();

      // What was built on a change is named before it goes.
      await page.getByRole('link', { name: 'The Counter' }).click();
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('The Stair Counter');
      await page.getByRole('button', { name: 'Keep' }).click();
      await page.getByRole('heading', { name: 'The Stair Counter', level: 1 }).waitFor();
      const history = page.getByRole('region', { name: 'History' }).getByRole('listitem');
      await history
        .filter({ hasText: /^You accepted “.+” as a part/u })
        .getByRole('button', { name: /^Undo/u })
        .click();
      const dialog = page.getByRole('dialog', { name: 'Something newer rests on this change' });
      await dialog.getByText('The part itself: name').waitFor();
      await dialog.getByText('You changed the name of “The Counter”.').waitFor();
      await dialog.getByRole('button', { name: 'Undo those first' }).click();
      await page.getByRole('heading', { name: 'This part is not here' }).waitFor();
      await edge.getByText('1 later change went with it.').waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('all that the companion did in a session goes in one step, and Activity is narrowed by who, what and whom', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    const entries = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /^(?:You|The companion) / });
    try {
      await host.signIn(page);
      await createProfile(page);
      await say(page, 'Part of me wants to rest, but another part keeps the lists going.');
      await page
        .getByRole('group', { name: /^Proposal/u })
        .nth(1)
        .waitFor();
      await visit(page, 'Parts');
      await page.getByRole('button', { name: 'Add a part' }).click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('The Guest');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The Guest', level: 1 }).waitFor();

      await visit(page, 'Activity');
      await entries.first().waitFor();
      await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'The companion' });
      await entries.filter({ hasText: /^You / }).first().waitFor({ state: 'detached' });
      await expect.poll(() => entries.filter({ hasText: /^The companion / }).count()).toBeGreaterThan(1);
      await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Anybody' });
      await page.getByRole('combobox', { name: 'Part' }).selectOption({ label: 'The Guest' });
      await entries
        .filter({ hasText: /^The companion / })
        .first()
        .waitFor({ state: 'detached' });
      await expect.poll(() => entries.count()).toBe(1);
      await page.getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Any part' });

      await page.getByRole('button', { name: 'Undo all the companion did in this session' }).click();
      await page.getByRole('button', { name: 'Undo all the companion did in this session' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Redo all the companion did in this session' }).click();
      await page.getByRole('button', { name: 'Redo all the companion did in this session' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo all the companion did in this session' }).click();
      await page.getByRole('button', { name: 'Undo all the companion did in this session' }).waitFor({ state: 'detached' });
      await visit(page, 'Chat');
      await page.getByRole('article', { name: 'Companion' }).waitFor();
      expect(await page.getByRole('group', { name: /^Proposal/u }).count()).toBe(0);
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
