import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../../electron/core/node-ports.ts';
import { MessageId, SessionId } from '../../shared/ids.ts';
import { seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { inProfile, seriousIn } from './support/journey.ts';
import { lock, passphrase, say, unlock, visit } from './support/steps.ts';

const reply =
  'There is [a page](https://example.org/where?from=here), [a lookalike](https://аpple.com/), [an old page](http://example.org/), ' +
  '[a mailbox](mailto:somebody@example.org) and [a script](javascript:alert(1)).';

const withReply = (dataDir: string) =>
  seededProfile(
    dataDir,
    { label: 'K.M.', passphrase },
    (table, userId) => {
      const sessionId = SessionId.parse(systemIds.next());
      const now = Date.now();
      table('sessions').insert({ id: sessionId, userId, title: null, status: 'active', startedAt: now, endedAt: null, metadata: {} });
      const line = { sessionId, userId, metadata: { delivery: 'complete' as const }, createdAt: now };
      table('messages').insert({ ...line, id: MessageId.parse(systemIds.next()), role: 'user', content: 'Where can I read?', sequence: 1 });
      table('messages').insert({ ...line, id: MessageId.parse(systemIds.next()), role: 'assistant', content: reply, sequence: 2 });
    },
    async (core) => void (await core.ask('parts.create', { name: 'The Reader', attributes: { role: 'manager' }, story: reply })),
  );

const link = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const asking = (page: Page) => page.getByRole('dialog', { name: 'This link leads out of Trailhead' });
const refusing = (page: Page) => page.getByRole('dialog', { name: 'This link can only be copied' });
const opens = (page: Page) => asking(page).getByRole('link');

/** Answers in place of everything that is not on this computer, and notes what was asked for. */
async function standInForTheWeb(page: Page): Promise<Request[]> {
  const asked: Request[] = [];
  await page.context().route(/^https:/u, async (route, request) => {
    asked.push(request);
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' });
  });
  return asked;
}

describe.skipIf(!hasChromium)('a link in a reply', () => {
  it('is opened by the keyboard in a page of its own that learns nothing of this one, after it was shown where it leads', async () => {
    await inProfile(withReply, async (page, host) => {
      const asked = await standInForTheWeb(page);
      await link(page, 'a page').press('Enter');
      await asking(page).getByText('example.org', { exact: true }).waitFor();
      await asking(page).getByText('https://example.org/where?from=here', { exact: true }).waitFor();
      await asking(page).getByText('outside of Trailhead, also while connections are off').waitFor();
      expect(await seriousIn(page)).toEqual([]);
      // Pressing Enter once more by accident opens nothing.
      await page.keyboard.press('Enter');
      await asking(page).getByText('Copied.').waitFor();
      expect(asked).toEqual([]);

      await page.keyboard.press('Tab');
      const coming = page.context().waitForEvent('page');
      await page.keyboard.press('Enter');
      const other = await coming;
      await other.waitForLoadState();
      expect(other.url()).toBe('https://example.org/where?from=here');
      expect(await other.evaluate(() => [window.opener === null, document.referrer, history.length])).toEqual([true, '', 1]);
      expect(asked.map((request) => request.url())).toEqual(['https://example.org/where?from=here']);
      expect(await asked[0]?.headerValue('referer')).toBeNull();
      await other.close();

      // Trailhead is where it was, with the focus on the link.
      await asking(page).waitFor({ state: 'detached' });
      expect(page.url().startsWith(host.origin)).toBe(true);
      await expect.poll(() => link(page, 'a page').evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('that looks like another one is spelled out, mail goes to whom it names, and what is neither can only be copied', async () => {
    await inProfile(withReply, async (page) => {
      await link(page, 'a lookalike').click();
      await asking(page).getByText('xn--pple-43d.com', { exact: true }).waitFor();
      await asking(page).getByText('Such a name can look like another one').waitFor();
      expect(await opens(page).getAttribute('href')).toBe('https://xn--pple-43d.com/');
      await page.keyboard.press('Escape');

      await link(page, 'a mailbox').click();
      await asking(page).getByText('somebody@example.org', { exact: true }).waitFor();
      expect(await opens(page).getAttribute('href')).toBe('mailto:somebody@example.org');
      await page.keyboard.press('Escape');

      await link(page, 'an old page').click();
      await refusing(page).getByText('It is not encrypted (http)').waitFor();
      expect(await page.getByRole('dialog').getByRole('link').count()).toBe(0);
      expect(await seriousIn(page)).toEqual([]);
      await page.keyboard.press('Escape');

      // A script is no link at all.
      await page.getByText('a script').waitFor();
      expect(await link(page, 'a script').count()).toBe(0);

      await page.getByRole('link', { name: 'Parts', exact: true }).click();
      await page.getByRole('link', { name: 'The Reader', exact: true }).click();
      await page.getByRole('region', { name: 'Its story' }).getByRole('button', { name: 'a page', exact: true }).click();
      expect(await opens(page).getAttribute('href')).toBe('https://example.org/where?from=here');
    });
  });

  it('can only be copied in the window that is cut off from everything but this computer', async () => {
    const dataDir = temporaryFolder();
    await withReply(dataDir);
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(temporaryFolder(), { appWindow: `${host.origin}/` });
    try {
      await host.signIn(page);
      await unlock(page);
      await link(page, 'a page').click();
      await asking(page).getByText('This window opens no other page').waitFor();
      await asking(page).getByRole('button', { name: 'Copy the address' }).waitFor();
      expect(await opens(page).count()).toBe(0);
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});

describe.skipIf(!hasChromium)('the address of a helpline', () => {
  it('is opened in the same way before unlocking, on the page Help and from the window that a hard moment brings', async () => {
    await inProfile(withReply, async (page) => {
      const asked = await standInForTheWeb(page);
      const follow = async (): Promise<void> => {
        await link(page, 'samaritans.org').first().click();
        await asking(page).getByText('samaritans.org', { exact: true }).waitFor();
        const coming = page.context().waitForEvent('page');
        await opens(page).click();
        const other = await coming;
        await other.waitForLoadState();
        await other.close();
        await asking(page).waitFor({ state: 'detached' });
      };
      await page.getByRole('link', { name: 'Help now' }).click();
      await follow();

      await visit(page, 'Chat');
      await say(page, 'I want to kill myself tonight.');
      await page.getByRole('region', { name: 'Help for a hard moment' }).getByRole('button', { name: 'Helplines' }).click();
      const help = page.getByRole('dialog', { name: 'What can help' });
      await help.waitFor();
      await follow();
      // What was open beneath is open still, and closes by itself.
      await help.getByText('Samaritans', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'detached' });

      await lock(page);
      await page.getByRole('button', { name: 'Help now' }).click();
      await follow();
      expect(asked.map((request) => request.url())).toEqual(Array.from({ length: 3 }, () => 'https://samaritans.org/'));
    });
  });
});
