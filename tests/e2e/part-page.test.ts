import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seededProfile } from '../support/seeded-profile.ts';
import { hasChromium } from './support/chromium.ts';
import { inLivedProfile, inProfile, seriousIn } from './support/journey.ts';
import { passphrase, visit } from './support/steps.ts';

async function openPart(page: Page, name: string): Promise<void> {
  await visit(page, 'Parts');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

const edge = (page: Page) => page.getByRole('region', { name: /^Messages at the edge/u });
const dialog = (page: Page) => page.getByRole('dialog');

describe.skipIf(!hasChromium)('the page of a part', () => {
  it('takes a step, an edit that waits as a draft, a relationship and a judgement, each with its way back', async () => {
    await inLivedProfile(async (page) => {
      await openPart(page, 'The Small One');
      await page.getByText('Next: active. It needs one more piece of evidence.').waitFor();

      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Story' }).fill('It waits behind the **door**.');
      await visit(page, 'Activity');
      await openPart(page, 'The Small One');
      // What was typed is still there, and no key drops it.
      await page.keyboard.press('Escape');
      expect(await page.getByRole('textbox', { name: 'Story' }).inputValue()).toBe('It waits behind the **door**.');
      await page.getByRole('textbox', { name: 'Name' }).fill('the planner');
      await page.getByRole('button', { name: 'Keep' }).click();
      await page.getByText('You already have a part of this name.').waitFor();
      await page.getByRole('textbox', { name: 'Name' }).fill('The Little One');
      expect(await seriousIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keep' }).click();
      await page.getByRole('heading', { name: 'The Little One', level: 1 }).waitFor();
      await expect.poll(() => page.locator('strong', { hasText: 'door' }).count()).toBe(1);

      await page.getByRole('button', { name: 'Add a relationship' }).click();
      await dialog(page)
        .getByRole('radio', { name: /at odds/u })
        .click();
      await dialog(page).getByLabel('The other part').selectOption({ label: 'The Harbour Pilot' });
      await dialog(page).getByRole('slider').fill('9');
      expect(await seriousIn(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
      const relationships = page.getByRole('region', { name: 'Relationships' });
      await relationships.getByText('At odds (9 of 10) with').waitFor();
      await edge(page).getByRole('button', { name: 'Undo' }).click();
      await relationships.getByText('At odds (9 of 10) with').waitFor({ state: 'detached' });

      await page.getByRole('button', { name: 'Note a judgement' }).click();
      await dialog(page).getByRole('slider').fill('19');
      await dialog(page).getByRole('textbox', { name: 'Note' }).fill('It looked at me today.');
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
      await page.getByRole('region', { name: 'Judgements' }).getByText('Fully (95 of 100)').waitFor();
      // A person's own judgement outranks the evidence.
      await page.getByRole('region', { name: 'How clearly it was seen' }).getByText('Strong signs (95 %)').first().waitFor();
      const noted = page.getByRole('region', { name: 'History' }).getByRole('listitem').filter({ hasText: 'You noted a judgement' });
      await noted.getByRole('button', { name: /^Undo/u }).click();
      await page.getByRole('region', { name: 'Judgements' }).getByText('None yet.').waitFor();
    });
  });

  it('shows what a merge and a split would make before they are done, and takes both back', async () => {
    await inLivedProfile(async (page) => {
      await openPart(page, 'The Planner');
      await page.getByRole('button', { name: 'Merge', exact: true }).click();
      await dialog(page).getByLabel('The other part').selectOption({ label: 'The Small One' });
      const outcome = dialog(page).getByRole('region', { name: 'What comes of it' });
      await outcome.getByText('6 pieces of evidence').waitFor();
      expect(await outcome.getByText('Is protected by The Off Switch').count()).toBe(1);
      expect(await outcome.getByText('Protects The Small One').count()).toBe(0);
      await dialog(page)
        .getByRole('radio', { name: /The Small One stays/u })
        .click();
      await outcome.getByText('The Small One', { exact: true }).waitFor();
      await dialog(page)
        .getByRole('radio', { name: /The Planner stays/u })
        .click();
      expect(await seriousIn(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Merge' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.getByText('6 pieces of evidence, the newest first.').waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText('4 pieces of evidence, the newest first.').waitFor();

      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Split' }).click();
      await dialog(page).getByText('Please choose the words that go to the new part.').waitFor();
      await dialog(page).getByRole('checkbox', { name: 'One part keeps rewriting tomorrow so that nothing can go wrong' }).click();
      await dialog(page).getByRole('textbox', { name: 'Name of the new part' }).fill('The Off Switch');
      await dialog(page).getByText('You already have a part of this name.').waitFor();
      await dialog(page).getByRole('textbox', { name: 'Name of the new part' }).fill('The Rewriter');
      await dialog(page).getByRole('region', { name: 'What stays' }).getByText('3 pieces of evidence').waitFor();
      await dialog(page).getByRole('region', { name: 'What goes' }).getByText('1 piece of evidence').waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Split' }).click();
      await page.getByRole('heading', { name: 'The Rewriter', level: 1 }).waitFor();

      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('heading', { name: 'Parts', level: 1 }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('article', { name: 'The Rewriter' }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('article', { name: 'The Rewriter' }).waitFor({ state: 'detached' });
      await openPart(page, 'The Planner');
      await page.getByText('4 pieces of evidence, the newest first.').waitFor();
    });
  });

  it('opens the message of a piece of evidence with its words marked', async () => {
    await inLivedProfile(async (page) => {
      await openPart(page, 'The Planner');
      await page.getByRole('region', { name: 'Your words' }).getByRole('link', { name: 'Open the message' }).nth(1).click();
      await page.locator('mark', { hasText: 'The Planner was loud again before I had my tea' }).waitFor();
    });
  });

  it('shows a story of a megabyte of HTML and scripts as it was typed, and none of it runs or is fetched', async () => {
    const hostile = [
      '<script>document.title = "taken"; window.taken = true</script>',
      '<img src="https://example.invalid/a.png" onerror="window.taken = true">',
      '![remote](https://example.invalid/b.png)',
      '[run me](javascript:window.taken=true)',
      '<iframe src="https://example.invalid/"></iframe>',
      '<style>* { display: none }</style>',
    ].join('\n\n');
    const story = `${hostile}\n\n`.repeat(Math.floor(1_000_000 / (hostile.length + 2)));
    const make = (dataDir: string) =>
      seededProfile(
        dataDir,
        { label: 'K.M.', passphrase },
        () => undefined,
        async (core) => void (await core.ask('parts.create', { name: 'The Guest', attributes: { role: 'unknown' }, story })),
      );
    await inProfile(make, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).hostname));
      await openPart(page, 'The Guest');
      const about = page.getByRole('region', { name: 'Its story' });
      await about.getByText('document.title = "taken"').first().waitFor();
      await about.getByRole('button', { name: 'Show more' }).click();
      await about.getByText('[Picture: remote]').first().waitFor();
      await about.getByRole('button', { name: 'run me' }).first().waitFor({ state: 'detached' });
      expect(await about.locator('script, img, iframe, style').count()).toBe(0);
      expect(await page.evaluate(() => [document.title, 'taken' in window])).toEqual(['Trailhead', false]);
      expect(asked.filter((host) => host !== '127.0.0.1')).toEqual([]);
    });
  });
});
