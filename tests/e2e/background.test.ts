import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../../electron/core/node-ports.ts';
import type { TableWriter } from '../../electron/core/db/owner-scope.ts';
import { NEVER } from '../../electron/core/memory/queue-repository.ts';
import { JobRunId, MemoryUpdateId, type UserId } from '../../shared/ids.ts';
import { seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, passphrase, unlock, visit } from './support/steps.ts';

const MINUTE = 60_000;

/** Two runs, one of which failed, and two updates, one of which needs attention. */
function fill(table: TableWriter, userId: UserId): void {
  const now = Date.now();
  const run = { userId, problem: null, finishedAt: now - 50 * MINUTE, startedAt: now - 52 * MINUTE };
  table('jobRuns').insert({ ...run, id: JobRunId.parse(systemIds.next()), job: 'drain_memory', outcome: 'done', effects: 3 });
  table('jobRuns').insert({
    ...{ ...run, id: JobRunId.parse(systemIds.next()), job: 'drain_memory', outcome: 'failed', effects: 0 },
    problem: 'unreachable',
  });
  const update = { userId, processed: false, revision: 1, leaseHolder: null, leasedUntil: null };
  table('memoryUpdates').insert({
    ...{ ...update, id: MemoryUpdateId.parse(systemIds.next()), kind: 'session', refId: systemIds.next(), createdAt: now - 300 * MINUTE },
    ...{ attempts: 5, dueAt: NEVER, problem: 'unreachable' },
  });
  table('memoryUpdates').insert({
    ...{ ...update, id: MemoryUpdateId.parse(systemIds.next()), kind: 'check_in', refId: systemIds.next(), createdAt: now - 30 * MINUTE },
    ...{ attempts: 1, dueAt: now + 60 * MINUTE, problem: 'disk_full' },
  });
}

describe.skipIf(!hasChromium)('the background', () => {
  it('shows what ran, what waits and why, and is told to try again', async () => {
    const dataDir = temporaryFolder();
    await seededProfile(dataDir, { label: 'K.M.', passphrase }, fill);
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await unlock(page);
      await visit(page, 'Settings');
      await page.getByText('2 things wait to be remembered. 1 of them needs your attention.').waitFor();
      await page.getByRole('link', { name: 'See what runs and what waits' }).click();
      await page.getByRole('heading', { name: 'Background', level: 1 }).waitFor();

      const waiting = page.getByRole('region', { name: 'What waits' });
      await waiting.getByText('The model did not answer in time. Tried 5 times.').waitFor();
      await waiting.getByText('The disk is full. Please free some space. It will be tried again today').waitFor();
      const ran = page.getByRole('region', { name: 'What ran lately' });
      await ran.getByText('3 things remembered.').waitFor();
      await ran.getByText('took 2 minutes').first().waitFor();
      await ran.getByText('Not all done').waitFor();

      await waiting.getByRole('button', { name: /^Try again: A session/u }).press('Enter');
      await waiting.getByText('Needs attention').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Run now' }).press('Enter');
      await page.getByRole('status').filter({ hasText: /\.$/u }).waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('link', { name: 'Settings' }).first().click();
      await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('of a new profile has nothing to do, and says so', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await visit(page, 'Settings');
      await page.getByText('Nothing waits.').waitFor();
      await page.getByRole('link', { name: 'See what runs and what waits' }).click();
      await page.getByText('Nothing waits. All that happened is remembered.').waitFor();
      await page.getByText('Nothing has run yet.').waitFor();
      await page.getByRole('button', { name: 'Run now' }).click();
      await page.getByRole('status').filter({ hasText: 'Nothing was due.' }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
