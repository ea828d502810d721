import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../../electron/core/node-ports.ts';
import { MessageId, SessionId } from '../../shared/ids.ts';
import { seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHeldHost } from './support/held-host.ts';
import { createProfile, lock, passphrase, say, unlock, visit } from './support/steps.ts';

const mine = (page: Page) => page.getByRole('article', { name: 'You' });
const replies = (page: Page) => page.getByRole('article', { name: 'Companion' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const finished = (page: Page) => page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });

/** Nothing serious is wrong with what is on the screen. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
}

/** Writes down how high the last reply is, with every change. */
const watchHeight = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heights: number[] = [];
    const article = [...document.querySelectorAll('article[aria-label="Companion"]')].at(-1);
    if (article) new ResizeObserver(([entry]) => heights.push(entry?.contentRect.height ?? 0)).observe(article);
    Object.assign(window, { heights });
  });
const heightsSeen = (page: Page): Promise<number[]> =>
  page.evaluate(() => ('heights' in window && Array.isArray(window.heights) ? window.heights.map(Number) : []));

async function withTrailhead(work: (page: Page, host: Awaited<ReturnType<typeof startHeldHost>>) => Promise<void>): Promise<void> {
  const host = await startHeldHost(temporaryFolder());
  const { context, page, problems } = await openBrowser(temporaryFolder());
  try {
    await host.signIn(page);
    await createProfile(page);
    await work(page, host);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    await host.stop();
  }
}

describe.skipIf(!hasChromium)('a message', () => {
  it('is edited and sent again, and both it and its reply keep what they said', () =>
    withTrailhead(async (page) => {
      await say(page, 'Part of me counts the stairs.');
      const before = await replies(page).locator('[data-words]').innerText();
      await mine(page).hover();
      await mine(page).getByRole('button', { name: 'Edit', exact: true }).click();
      const editor = page.getByRole('textbox', { name: 'Edit your message' });
      await editor.fill('Part of me counts the windows.');
      // Esc leaves, and what was typed is there again.
      await page.keyboard.press('Escape');
      await mine(page).getByText('counts the stairs').waitFor();
      await mine(page).getByRole('button', { name: 'Edit', exact: true }).click();
      expect(await editor.inputValue()).toBe('Part of me counts the windows.');
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await replies(page).getByText('counts the windows').waitFor();
      await finished(page);
      expect(await mine(page).count()).toBe(1);
      await expect.poll(() => page.getByRole('button', { name: 'Accept' }).count()).toBe(1);

      await mine(page).getByRole('button', { name: 'Earlier version' }).click();
      await mine(page).getByText('counts the stairs').waitFor();
      await mine(page).getByText('1 of 2').waitFor();
      await replies(page).getByRole('button', { name: 'Earlier version' }).click();
      await expect.poll(() => replies(page).locator('[data-words]').innerText()).toBe(before);
      await expectAccessible(page);
      await mine(page).getByRole('button', { name: 'Later version' }).click();
      await mine(page).getByText('counts the windows').waitFor();
    }));

  it('is copied as it was written', () =>
    withTrailhead(async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const text = 'Part of me counts the stairs.\n\nIt *never* stops.';
      await say(page, text);
      await mine(page).hover();
      await mine(page).getByRole('button', { name: 'Copy', exact: true }).click();
      await mine(page).getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }));

  it('is answered again, also when its reply was stopped, by keyboard alone', () =>
    withTrailhead(async (page, host) => {
      await say(page, 'It was a long day.');
      await say(page, 'And a short night.');
      host.holdReplies();
      const last = replies(page).last();
      const first = await last.locator('[data-words]').innerText();
      // One stop of the Tab key for each message; the arrow keys lead through what can be done.
      await last.getByRole('button', { name: 'Copy' }).focus();
      await page.keyboard.press('ArrowRight');
      // The focus moves on a moment after the key.
      await last.getByRole('button', { name: 'Reply again' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Stop' }).click();
      host.letRepliesGo();
      await last.getByText('Stopped here.').waitFor();
      await last.getByRole('button', { name: 'Try again' }).last().click();
      await last.getByText('Stopped here.').waitFor({ state: 'detached' });
      await watchHeight(page);
      await finished(page);
      // A reply only ever grows while it is written.
      const heights = await heightsSeen(page);
      expect(heights.length).toBeGreaterThan(0);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      await last.getByRole('group', { name: 'Versions' }).waitFor();
      while (await last.getByRole('button', { name: 'Earlier version' }).isEnabled())
        await last.getByRole('button', { name: 'Earlier version' }).click();
      await expect.poll(() => last.locator('[data-words]').innerText()).toBe(first);
      // Only the last ones can be changed.
      await mine(page).first().hover();
      expect(await mine(page).first().getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    }));

  it('is forgotten for good, after all that goes with it was shown', () =>
    withTrailhead(async (page) => {
      await say(page, 'Part of me counts the stairs.');
      await page.getByRole('button', { name: 'Accept' }).click();
      await page.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
      await mine(page).hover();
      await mine(page).getByRole('button', { name: 'Forget', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Forget this message for good?' });
      await dialog.getByText('2 messages').waitFor();
      await dialog.getByText('1 piece of evidence').waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Keep it' }).click();
      await dialog.waitFor({ state: 'detached' });
      await mine(page).hover();
      await mine(page).getByRole('button', { name: 'Forget', exact: true }).click();
      await dialog.getByRole('button', { name: 'Forget for good' }).click();
      await dialog.waitFor({ state: 'detached' });
      await mine(page).waitFor({ state: 'detached' });
      await replies(page).waitFor({ state: 'detached' });
      await visit(page, 'Activity');
      await page
        .getByText(/accepted/u)
        .first()
        .waitFor();
      expect(await page.getByText('counts the stairs').count()).toBe(0);
    }));

  it('loses some words for good, by selecting them or by choosing a sentence, and keeps the rest', () =>
    withTrailhead(async (page) => {
      await say(page, 'The stairs were dark. Part of me counts the windows. I slept well.');
      // As a person selects with the mouse.
      await mine(page).evaluate((article) => {
        const words = article.querySelector('[data-words]');
        const text = words?.firstChild;
        if (words && text) document.getSelection()?.setBaseAndExtent(text, 0, text, 'The stairs were dark.'.length);
      });
      await mine(page).getByRole('button', { name: 'Forget these words' }).click();
      const dialog = page.getByRole('dialog', { name: 'Forget these words for good?' });
      await dialog.getByText('in whole or in part').waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Forget for good' }).click();
      await dialog.waitFor({ state: 'detached' });
      await mine(page).getByText('The stairs were dark').waitFor({ state: 'detached' });
      await mine(page).getByText('counts the windows').waitFor();

      await mine(page).hover();
      await mine(page).getByRole('button', { name: 'Forget', exact: true }).click();
      await page.getByRole('combobox', { name: 'What to forget' }).selectOption({ label: 'Only: I slept well.' });
      await dialog.getByRole('button', { name: 'Forget for good' }).click();
      await dialog.waitFor({ state: 'detached' });
      await mine(page).getByText('I slept well').waitFor({ state: 'detached' });
      expect(await mine(page).locator('[data-words]').innerText()).toBe('Part of me counts the windows.');
    }));

  it('goes with its whole day, and everything goes only when that word is typed', () =>
    withTrailhead(async (page) => {
      await say(page, 'Part of me counts the stairs.');
      await visit(page, 'Settings');
      const today = await page.evaluate(() => {
        const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
      });
      await page.getByLabel('A day').fill(today);
      await page.getByRole('button', { name: 'Forget this day…' }).click();
      await page.getByText('1 whole session').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Forget for good' }).click();
      await page.getByText('Forgotten for good.').first().waitFor();
      await page.getByRole('button', { name: 'Forget everything…' }).click();
      const all = page.getByRole('button', { name: 'Forget for good' });
      await page.getByText('Type “everything” to go on').waitFor();
      expect(await all.isDisabled()).toBe(true);
      await page.getByRole('textbox', { name: 'Type “everything” to go on' }).fill('everything');
      await expectAccessible(page);
      await all.click();
      await all.waitFor({ state: 'detached' });
      await visit(page, 'Sessions');
      expect(await page.getByText('counts the stairs').count()).toBe(0);
    }));
});

const reply = `# A heading

Two **strong** words, [a link](https://example.org/where) and

- one
- two

<img src=x onerror="document.title='obeyed'"> ![a picture](https://example.org/picture.png)`;

describe.skipIf(!hasChromium)('a reply', () => {
  it('is drawn as Markdown, loads no picture, obeys no HTML, and asks before a link is followed', async () => {
    const dataDir = temporaryFolder();
    await seededProfile(dataDir, { label: 'K.M.', passphrase }, (table, userId) => {
      const sessionId = SessionId.parse(systemIds.next());
      const now = Date.now();
      table('sessions').insert({ id: sessionId, userId, title: null, status: 'active', startedAt: now, endedAt: null, metadata: {} });
      const line = { sessionId, userId, metadata: { delivery: 'complete' as const }, createdAt: now };
      table('messages').insert({ ...line, id: MessageId.parse(systemIds.next()), role: 'user', content: 'As **typed**.', sequence: 1 });
      table('messages').insert({ ...line, id: MessageId.parse(systemIds.next()), role: 'assistant', content: reply, sequence: 2 });
    });
    const host = await startHeldHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    try {
      await host.signIn(page);
      await unlock(page);
      await mine(page).getByText('As **typed**.').waitFor();
      const answer = replies(page);
      await answer.getByRole('heading', { name: 'A heading' }).waitFor();
      expect(await answer.getByRole('listitem').count()).toBe(2);
      expect(await answer.locator('strong').innerText()).toBe('strong');
      expect(await answer.locator('img').count()).toBe(0);
      await answer.getByText('<img src=x').waitFor();
      await answer.getByRole('button', { name: 'a link' }).click();
      await page.getByRole('dialog', { name: 'This link leads out of Trailhead' }).getByText('https://example.org/where').waitFor();
      expect(asked.filter((url) => !url.startsWith(host.origin))).toEqual([]);
      expect(await page.title()).not.toBe('obeyed');
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});

describe.skipIf(!hasChromium)('a session', () => {
  it('is named, kept private, not remembered, and forgotten', () =>
    withTrailhead(async (page) => {
      await say(page, 'It was a long day.');
      const menu = page.getByRole('button', { name: 'More about this session' });
      await menu.click();
      await expectAccessible(page);
      await page.getByRole('menuitem', { name: 'Change the title' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('The long day');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'The long day', level: 1 }).waitFor();
      await menu.click();
      await page.getByRole('menuitemcheckbox', { name: /^Private/u }).click();
      await page.getByRole('menuitemcheckbox', { name: /^Keep no memory/u }).click();
      await page.keyboard.press('Escape');
      await page.getByText(/Private · No memory is kept of it/u).waitFor();
      await page.getByRole('button', { name: 'End session' }).click();
      await visit(page, 'Sessions');
      await page.getByRole('link', { name: /The long day/u }).click();
      await page.getByText('This session has ended.').waitFor();
      await menu.click();
      await page.getByRole('menuitem', { name: 'Forget session' }).click();
      await page.getByRole('button', { name: 'Forget for good' }).click();
      await page.getByText('No session yet').waitFor();
    }));

  it('is searched: each place is shown, and the words are painted where they stand', () =>
    withTrailhead(async (page) => {
      await say(page, 'The river was high.');
      await say(page, 'It was a day like any other, and the RIVER went down.');
      await page.keyboard.press('Control+f');
      await page.getByRole('textbox', { name: 'Words to find' }).fill('riv');
      const bar = page.getByRole('search', { name: 'Find in this session' });
      const status = bar.getByRole('status');
      await status.getByText(/^(\d+) of \1$/u).waitFor();
      await expectAccessible(page);
      const painted = () =>
        page.evaluate(() => Array.from(CSS.highlights.get('found-now') ?? [], (range) => (range instanceof Range ? range.toString() : '')));
      expect(await painted()).toEqual(['RIVER']);
      const places = Number(/of (\d+)/u.exec(await status.innerText())?.[1]);
      for (let at = 1; at < places; at += 1) await page.keyboard.press('Enter');
      await status.getByText(`1 of ${places}`).waitFor();
      expect(await painted()).toEqual(['river']);
      await page.getByRole('textbox', { name: 'Words to find' }).fill('nothing of the kind');
      await status.getByText('Not here').waitFor();
      await page.keyboard.press('Escape');
      await bar.waitFor({ state: 'detached' });
    }));

  it('keeps unsent words through a lock', () =>
    withTrailhead(async (page) => {
      await say(page, 'It was a long day.');
      await field(page).fill('And then I');
      await lock(page);
      await unlock(page);
      await page.waitForFunction(() => document.querySelector('textarea')?.value === 'And then I');
      await visit(page, 'Parts');
      await visit(page, 'Chat');
      expect(await field(page).inputValue()).toBe('And then I');
      await page.keyboard.press('Enter');
      await mine(page).getByText('And then I').waitFor();
      await finished(page);
      await lock(page);
      await unlock(page);
      await mine(page).getByText('And then I').waitFor();
      expect(await field(page).inputValue()).toBe('');
    }));
});
