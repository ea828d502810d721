import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';
import { openBrowser, hasChromium } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { createProfile, lock, passphrase, say, unlock, visit } from './support/steps.ts';

const sentence = 'Part of me wants to nail this talk, but another part just wants to hide';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Files below a folder that hold one of the texts, in the encodings programs write text in. */
const filesHolding = (folder: string, texts: string[]): string[] =>
  filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'));
  });

describe.skipIf(!hasChromium)('the first path', () => {
  it('leads from a new profile to two parts, kept encrypted, and back to the words', async () => {
    const secrets = ['nail this talk', 'wants to hide', 'The Speaker', passphrase];
    const dataDir = temporaryFolder();
    const browserFolder = temporaryFolder();
    const host = await startHost(dataDir);
    const { context, page, problems } = await openBrowser(browserFolder);
    try {
      await host.signIn(page);
      const code = await createProfile(page);
      expect(code).not.toBe('');

      await say(page, sentence);
      const words = page.getByRole('article', { name: 'You' });
      await expect
        .poll(() => words.locator('[data-words]').getByRole('button').allInnerTexts())
        .toEqual(['Part of me wants to nail this talk', 'another part just wants to hide']);

      const proposals = page.getByRole('group', { name: /^Proposal: / });
      await expect.poll(() => proposals.count()).toBe(2);
      const names = await proposals
        .getByRole('textbox', { name: 'Name' })
        .evaluateAll((fields) => fields.map((field) => ('value' in field ? field.value : '')));
      expect(new Set(names).size).toBe(2);

      await proposals.nth(0).getByRole('textbox', { name: 'Name' }).fill('The Speaker');
      await proposals.nth(0).getByRole('button', { name: 'Accept' }).click();
      await page.getByRole('link', { name: 'The Speaker' }).waitFor();
      await page.getByRole('button', { name: 'Accept' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Accept' }).count()).toBe(0);

      await lookAtParts();
      await page.getByRole('article', { name: 'The Speaker' }).getByRole('link', { name: 'Open the message' }).click();
      await words.filter({ hasText: sentence }).waitFor();

      await lock(page);
      expect(await page.content()).not.toContain('nail this talk');
      await page.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
      await page.getByRole('button', { name: 'Unlock' }).click();
      await page.getByText(/doesn’t open the profile/u).waitFor();
      await unlock(page);
      await lookAtParts();
      await visit(page, 'Sessions');
      await page.getByText('Running').first().waitFor();
      await visit(page, 'Chat');
      await words.filter({ hasText: sentence }).waitFor();
      expect(await page.title()).toBe('Trailhead');
      // Also while everything is open, when the newest pages are in the write-ahead log.
      expect(filesBelow(dataDir).some((file) => file.endsWith('trailhead.db-wal'))).toBe(true);
      expect(filesHolding(dataDir, secrets)).toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      expect(await host.stop()).toBe(0);
    }

    expect(filesBelow(dataDir).some((file) => file.endsWith('trailhead.db'))).toBe(true);
    expect(filesHolding(dataDir, secrets)).toEqual([]);
    expect(filesHolding(browserFolder, secrets)).toEqual([]);
    for (const secret of secrets) expect(host.output()).not.toContain(secret);

    async function lookAtParts(): Promise<void> {
      await visit(page, 'Parts');
      const speaker = page.getByRole('article', { name: 'The Speaker' });
      await speaker.getByText('Part of me wants to nail this talk').waitFor();
      await expect.poll(() => page.getByRole('article').count()).toBe(2);
    }
  });

  it('takes an answer to a proposal also while the messages move under the pointer', async () => {
    const { context, page, problems } = await openBrowser(temporaryFolder());
    const host = await startHost(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await say(page, sentence);
      const accept = page.getByRole('button', { name: 'Accept' });
      await expect.poll(() => accept.count()).toBe(2);
      const box = await accept.first().boundingBox();
      if (!box) throw new Error('The button is not on the screen.');
      // As a reply moves them with each of its lines.
      const moves = await page.evaluateHandle(() => {
        const list = document.querySelector('section[aria-label="Messages"]');
        const end = list?.scrollTop ?? 0;
        const moving = { times: 0, stop: false };
        const move = () => {
          if (list && list.scrollTop !== end) moving.times += 1;
          list?.scrollTo({ top: end - (moving.times % 2 === 0 ? 1 : 2), behavior: 'instant' });
          if (!moving.stop) requestAnimationFrame(move);
        };
        move();
        return moving;
      });
      await expect.poll(() => moves.evaluate(({ times }) => times)).toBeGreaterThan(3);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(() => accept.count()).toBe(1);
      await moves.evaluate((moving) => {
        moving.stop = true;
      });
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });

  it('keeps what was written when the host is killed without warning', async () => {
    const dataDir = temporaryFolder();
    const browser = await openBrowser(temporaryFolder());
    const host = await startHost(dataDir);
    try {
      await host.signIn(browser.page);
      await createProfile(browser.page);
      await say(browser.page, 'A part of me counts everything twice.');
      await host.kill();
      const again = await startHost(dataDir);
      try {
        await again.signIn(browser.page);
        await unlock(browser.page);
        await browser.page.getByRole('article', { name: 'You' }).filter({ hasText: 'counts everything twice' }).waitFor();
      } finally {
        await again.stop();
      }
    } finally {
      await browser.context.close();
    }
  });
});
