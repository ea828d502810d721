import type { Page } from 'playwright-core';
import { lock, visit } from './steps.ts';

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
    name: 'settings',
    open: async (page) => {
      await visit(page, 'Settings');
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
    },
  },
  { name: 'unlock', open: lock },
];
