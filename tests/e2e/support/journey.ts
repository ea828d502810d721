import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { temporaryFolder } from '../../support/test-core.ts';
import { openBrowser } from './chromium.ts';
import { type Host, startHost } from './host.ts';
import { livedProfile } from './lived-profile.ts';
import { unlock } from './steps.ts';

/** Opens a profile that is made first, in a browser of its own, and sees that the page met no problem. */
export async function inProfile(make: (dataDir: string) => Promise<void>, work: (page: Page, host: Host) => Promise<void>): Promise<void> {
  const dataDir = temporaryFolder();
  await make(dataDir);
  const host = await startHost(dataDir);
  const { context, page, problems } = await openBrowser(temporaryFolder());
  try {
    await host.signIn(page);
    await unlock(page);
    await work(page, host);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    await host.stop();
  }
}

export const inLivedProfile = (work: (page: Page, host: Host) => Promise<void>): Promise<void> => inProfile(livedProfile, work);

/** What is seriously wrong with the screen for somebody who can't see it or use a mouse. */
export async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}
