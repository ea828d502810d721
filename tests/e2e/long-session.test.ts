import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillLongSession, fillParts, seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHeldHost } from './support/held-host.ts';
import { passphrase, say, unlock, visit } from './support/steps.ts';

const ROWS_AT_MOST = 60;
/** Pixels a row may move while the page around it changes: less than one can see. */
const DRIFT_AT_MOST = 2;

const WHEEL = 300;
const TURNS = 60;

const entryOf = async (page: Page, id: string): Promise<number> =>
  Number(/Entry (\d+)\./u.exec(await page.locator(`[data-message-id="${id}"]`).innerText())?.[1]);

const rows = (page: Page): Promise<number> => page.locator('[data-message-id]').count();

/** Where the row at the middle of the list stands, and which one it is. */
const anchor = (page: Page): Promise<{ id: string; top: number }> =>
  page.evaluate(() => {
    const list = [...document.querySelectorAll('[data-message-id]')];
    const middle = window.innerHeight / 2;
    const row = list.find((element) => element.getBoundingClientRect().bottom > middle) ?? list.at(-1);
    if (!row) throw new Error('There is no message on the screen.');
    return { id: row.getAttribute('data-message-id') ?? '', top: row.getBoundingClientRect().top };
  });

const topOf = (page: Page, id: string): Promise<number> =>
  page.locator(`[data-message-id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);

/** Scrolls up by one wheel turn over the messages, as a person would. */
const wheel = async (page: Page, pixels: number): Promise<void> => {
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, pixels);
};

/** Resolves when the list has stood still for a few frames: what was asked for has been drawn. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last = '';
        let still = 0;
        const look = (): void => {
          const now = [...document.querySelectorAll('[data-message-id]')]
            .map((element) => `${element.getAttribute('data-message-id')}:${Math.round(element.getBoundingClientRect().top)}`)
            .join();
          still = now === last ? still + 1 : 0;
          last = now;
          if (still >= 12) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

describe.skipIf(!hasChromium)('a session of 100,000 messages', () => {
  it('draws few rows, and stays where it is when older messages arrive and while a reply streams', async () => {
    const dataDir = temporaryFolder();
    await seededProfile(dataDir, { label: 'K.M.', passphrase }, (table, userId) => {
      fillLongSession(table, userId, 100_000);
      fillParts(table, userId, 600);
    });
    const host = await startHeldHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await unlock(page);
      await page.getByText('Entry 100000.').waitFor();
      await settled(page);
      expect(await rows(page)).toBeLessThanOrEqual(ROWS_AT_MOST);

      // Upwards through several pages; each time older messages are put in front of what is on the screen.
      let oldest = 100_000;
      let worstDrift = 0;
      for (let turn = 0; turn < TURNS; turn += 1) {
        const before = await anchor(page);
        await wheel(page, -WHEEL);
        await settled(page);
        // The row that was in the middle has moved by what the wheel asked for, whatever was put in front of it meanwhile.
        worstDrift = Math.max(worstDrift, Math.abs((await topOf(page, before.id)) - (before.top + WHEEL)));
        expect(await rows(page)).toBeLessThanOrEqual(ROWS_AT_MOST);
        const entry = await entryOf(page, (await anchor(page)).id);
        // Nothing is skipped or shown twice: a turn of the wheel moves by a few messages, never by a page.
        expect(oldest - entry).toBeGreaterThanOrEqual(0);
        expect(oldest - entry).toBeLessThan(12);
        oldest = entry;
      }
      // Several pages of fifty were put in front.
      expect(oldest).toBeLessThan(99_850);
      expect(worstDrift).toBeLessThanOrEqual(DRIFT_AT_MOST);

      // Sending goes to the end; scrolling up from there while the reply streams stays where one has scrolled to.
      host.holdReplies();
      await page.getByRole('textbox', { name: 'Message' }).fill('A part of me wants to write more, and another part reads what was.');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Stop' }).waitFor();
      // The companion is held in the middle of its reply and goes on only once the reader has scrolled up.
      await wheel(page, -900);
      await page.getByRole('button', { name: /latest/iu }).waitFor();
      await settled(page);
      const reading = await anchor(page);
      expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(1);
      host.letRepliesGo();
      await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
      await settled(page);
      expect(Math.abs((await topOf(page, reading.id)) - reading.top)).toBeLessThanOrEqual(DRIFT_AT_MOST);

      await page.getByRole('button', { name: /latest/iu }).click();
      await page.getByText('another part reads what was').first().waitFor();
      await say(page, 'And a part of me is at the end again.');
      expect(await rows(page)).toBeLessThanOrEqual(ROWS_AT_MOST);

      await visit(page, 'Parts');
      await page.getByRole('article', { name: 'The Keeper of 1', exact: true }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
