import type { Page } from 'playwright-core';
import { lock, say, visit } from './steps.ts';

/** Every screen there is, in the order a person could meet them, and how to get to each from an unlocked profile. */
export const screens: { name: string; open: (page: Page) => Promise<void> }[] = [
  {
    name: 'chat',
    open: async (page) => {
      await visit(page, 'Chat');
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
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
    name: 'map',
    open: async (page) => {
      await visit(page, 'Map');
      await page.getByRole('heading', { name: 'Map', level: 1 }).waitFor();
      // An empty profile has nothing to lay out.
      await page.locator('canvas[data-settled="true"]').or(page.getByText('Nobody is on the map yet')).waitFor();
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
      const strip = page.getByRole('region', { name: 'Help for a hard moment' });
      if (!(await strip.isVisible())) await say(page, 'I want to kill myself tonight.');
      await page.getByRole('region', { name: 'What can help right now' }).waitFor();
    },
  },
  { name: 'unlock', open: lock },
];
