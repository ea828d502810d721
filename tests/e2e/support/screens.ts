import type { Page } from 'playwright-core';
import { answered, lock, say, visit } from './steps.ts';

const repliesAreFinished = (page: Page): Promise<void> => page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });

/** Says what the session is for, and waits for what the companion says to it. */
async function chooseMode(page: Page, label: string): Promise<void> {
  const modes = page.getByRole('combobox', { name: 'What this is for' });
  await modes.waitFor();
  const before = await modes.inputValue();
  await modes.selectOption({ label });
  if ((await modes.inputValue()) !== before && label !== 'Just write')
    await page.getByRole('article', { name: 'Companion' }).first().waitFor();
  await repliesAreFinished(page);
}

/** Sends a line, whatever else of the session is in view. */
async function sayLine(page: Page, line: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(line);
  await page.keyboard.press('Enter');
  await page.getByRole('article').filter({ hasText: line }).last().waitFor();
  await repliesAreFinished(page);
}

/** Every screen there is, in the order a person could meet them, and how to get to each from an unlocked profile. */
export const screens: { name: string; open: (page: Page) => Promise<void> }[] = [
  {
    name: 'chat',
    open: async (page) => {
      await visit(page, 'Chat');
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      await chooseMode(page, 'Just write');
    },
  },
  {
    name: 'chat-six-fs',
    open: async (page) => {
      await visit(page, 'Chat');
      await chooseMode(page, 'Get to know a part');
      await page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current=step]').waitFor();
      const planner = page.getByRole('combobox', { name: 'With which part' });
      // An empty profile has none to choose.
      const isThere = (await planner.innerText()).includes('The Planner');
      if (isThere && (await planner.locator('option:checked').innerText()) !== 'The Planner')
        await answered(page, () => planner.selectOption({ label: 'The Planner' }));
      await repliesAreFinished(page);
    },
  },
  {
    name: 'chat-dialogue',
    open: async (page) => {
      await visit(page, 'Chat');
      await chooseMode(page, 'A dialogue');
      const speaker = page.getByRole('combobox', { name: 'Who speaks' });
      await speaker.waitFor();
      const isSaid = (await page.getByRole('article', { name: 'You, as The Planner' }).count()) > 0;
      if (!isSaid && (await speaker.innerText()).includes('as @The Planner')) {
        await speaker.selectOption({ label: 'as @The Planner' });
        await sayLine(page, 'If I put the list down, who will notice the gaps?');
        await speaker.selectOption({ label: 'as Self' });
        await sayLine(page, 'I might, if you let me look with you.');
      }
      await repliesAreFinished(page);
    },
  },
  {
    name: 'sessions',
    open: async (page) => {
      await visit(page, 'Sessions');
      await page.getByRole('heading', { name: 'Sessions' }).waitFor();
    },
  },
  {
    name: 'parts',
    open: async (page) => {
      await visit(page, 'Parts');
      await page.getByRole('heading', { name: 'Parts', level: 1 }).waitFor();
    },
  },
  {
    name: 'part',
    open: async (page) => {
      await visit(page, 'Parts');
      await page.getByRole('heading', { name: 'Parts', level: 1 }).waitFor();
      // An empty profile has none to open.
      const planner = page.getByRole('link', { name: 'The Planner' });
      await planner.or(page.getByText('No part has been named yet')).waitFor();
      if (!(await planner.isVisible())) return;
      await planner.click();
      await page.getByRole('heading', { name: 'The Planner', level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'History' }).waitFor();
    },
  },
  {
    name: 'notes',
    open: async (page) => {
      await visit(page, 'Notes');
      await page.getByRole('heading', { name: 'Notes', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Letter to The Planner' }).or(page.getByText('Nothing noted yet')).waitFor();
    },
  },
  {
    name: 'note',
    open: async (page) => {
      await visit(page, 'Notes');
      const letter = page.getByRole('link', { name: 'Letter to The Planner' });
      // An empty profile has none to open.
      await letter.or(page.getByText('Nothing noted yet')).waitFor();
      if (!(await letter.isVisible())) return;
      await letter.click();
      await page.getByRole('button', { name: 'Edit' }).waitFor();
    },
  },
  {
    name: 'map',
    open: async (page) => {
      await visit(page, 'Map');
      await page.getByRole('heading', { name: 'Map', level: 1 }).waitFor();
      // An empty profile has nothing to lay out.
      await page.locator('canvas[data-settled="true"]').or(page.getByText('Nobody is on the map yet')).waitFor();
      await page.getByText('Laying out the map.').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'memory',
    open: async (page) => {
      await visit(page, 'Memory');
      await page.getByRole('heading', { name: 'Memory', level: 1 }).waitFor();
      const why = page.getByRole('button', { name: 'Why' }).first();
      await why.or(page.getByText('Nothing is remembered yet')).waitFor();
      // An empty profile has nothing to give reasons for.
      if (!(await why.isVisible())) return;
      await why.click();
      await page.getByRole('link', { name: 'Open the message' }).first().waitFor();
    },
  },
  {
    name: 'memory-versions',
    open: async (page) => {
      await visit(page, 'Memory');
      await page.getByRole('heading', { name: 'Memory', level: 1 }).waitFor();
      await page.getByRole('tab', { name: 'Versions' }).click();
      const changed = page.getByRole('button', { name: 'Show what changed' });
      await changed.first().or(page.getByText('There is no version yet')).waitFor();
      if ((await changed.count()) === 0) return;
      await page.getByRole('button', { name: 'Compare' }).click();
      await changed.first().click();
      await page
        .getByText('Changed', { exact: true })
        .or(page.getByText('New', { exact: true }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'activity',
    open: async (page) => {
      await visit(page, 'Activity');
      await page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
    },
  },
  {
    name: 'settings',
    open: async (page) => {
      await visit(page, 'Settings');
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
    },
  },
  {
    name: 'background',
    open: async (page) => {
      await visit(page, 'Settings');
      await page.getByRole('link', { name: 'See what runs and what waits' }).click();
      await page.getByRole('region', { name: 'What ran lately' }).waitFor();
    },
  },
  {
    name: 'help',
    open: async (page) => {
      await page.getByRole('link', { name: 'Help now' }).click();
      await page.getByText('Numbers change').first().waitFor();
    },
  },
  {
    name: 'plan',
    open: async (page) => {
      await page.getByRole('complementary').getByRole('link', { name: 'My plan' }).click();
      await page.getByRole('button', { name: 'Add somebody' }).waitFor();
    },
  },
  {
    // From here on, what can help stands above every page.
    name: 'crisis',
    open: async (page) => {
      await visit(page, 'Chat');
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      const panel = page.getByRole('region', { name: 'What can help right now' });
      if (!(await panel.isVisible())) await say(page, 'I want to kill myself tonight.');
      await panel.waitFor();
    },
  },
  { name: 'unlock', open: lock },
];
