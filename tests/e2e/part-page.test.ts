import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seededProfile } from '../support/seeded-profile.ts';
import { hasChromium } from './support/chromium.ts';
import { inLivedProfile, inProfile, seriousIn } from './support/journey.ts';
import { passphrase, say, visit } from './support/steps.ts';

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

  it('gains words that its person selects in a session or writes down, and loses those that are wrong', async () => {
    const make = (dataDir: string) =>
      seededProfile(
        dataDir,
        { label: 'K.M.', passphrase },
        () => undefined,
        async (core) => void (await core.ask('parts.create', { name: 'The Planner', attributes: { role: 'manager' } })),
      );
    await inProfile(make, async (page) => {
      await say(page, 'The stairs were dark. I made lists until two. I slept well.');
      // As a person selects with the mouse.
      const mine = page.getByRole('article', { name: 'You' });
      await mine.evaluate((article) => {
        const text = article.querySelector('[data-words]')?.firstChild;
        if (text) document.getSelection()?.setBaseAndExtent(text, 22, text, 46);
      });
      await mine.getByRole('button', { name: 'These words speak for…' }).click();
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
      await dialog(page).getByText('Please choose the part they speak for.').waitFor();
      await dialog(page).getByLabel('The part').selectOption({ label: 'The Planner' });
      expect(await seriousIn(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
      await edge(page)
        .getByText(/^You added words that speak for/u)
        .waitFor();

      await openPart(page, 'The Planner');
      const words = page.getByRole('region', { name: 'Your words' });
      await words.getByText('“I made lists until two.”').waitFor();
      await words.getByRole('button', { name: 'Add words' }).click();
      await dialog(page).getByRole('textbox', { name: 'Your words' }).fill('It never lets me rest.');
      await dialog(page).getByLabel('What they show').selectOption({ label: 'Named by you' });
      await dialog(page).getByRole('button', { name: 'Keep' }).click();
      await words.getByText('“It never lets me rest.”').waitFor();
      await words.getByText('Said outside of a session.').waitFor();

      await words.getByRole('button', { name: 'Remove the words “I made lists until two.”' }).press('Enter');
      await words.getByText('“I made lists until two.”').waitFor({ state: 'detached' });
      await words.getByRole('button', { name: 'Remove the words “It never lets me rest.”' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await words.getByText('No words speak for it yet.').waitFor();
      await words.getByRole('heading', { name: 'Your words' }).and(page.locator(':focus')).waitFor();
      await edge(page).getByRole('button', { name: 'Undo' }).click();
      await words.getByText('“It never lets me rest.”').waitFor();
    });
  });

  it('asks before what another window kept meanwhile is overwritten, and shows both versions', async () => {
    await inLivedProfile(async (page) => {
      await openPart(page, 'The Small One');
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'Story' }).fill('It waits behind the door.');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole('button', { name: 'Edit' }).click();
      await other.getByRole('textbox', { name: 'Story' }).fill('It sits under the table.');
      await other.getByRole('button', { name: 'Keep' }).click();
      await other.getByText('It sits under the table.').first().waitFor();

      await page.getByRole('button', { name: 'Keep' }).click();
      const clash = page.getByRole('region', { name: 'Changed elsewhere' });
      await clash.and(page.locator(':focus')).waitFor();
      await clash.getByRole('group', { name: 'Story, as it is now' }).getByText('It sits under the table.').waitFor();
      await clash.getByRole('group', { name: 'Story, as you wrote it' }).getByText('It waits behind the door.').waitFor();
      expect(await seriousIn(page)).toEqual([]);
      await clash.getByRole('button', { name: 'Keep mine' }).click();
      await clash.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Keep' }).click();
      await other.getByText('It waits behind the door.').first().waitFor();
    });
  });

  it('keeps the focus near what was pressed when that goes', async () => {
    await inLivedProfile(async (page) => {
      const focused = page.locator(':focus');
      await openPart(page, 'The Planner');
      const relationships = page.getByRole('region', { name: 'Relationships' });
      const removals = relationships.getByRole('button', { name: /^Remove/u });
      const next = await removals.nth(1).getAttribute('aria-label');
      await removals.first().press('Enter');
      await expect.poll(() => focused.getAttribute('aria-label')).toBe(next);
      const history = page.getByRole('region', { name: 'History' });
      const undo = history.getByRole('button', { name: /^Undo: You removed the relationship/u });
      await undo.press('Enter');
      await history
        .getByRole('button', { name: /^Redo: You removed the relationship/u })
        .and(focused)
        .waitFor();

      await openPart(page, 'The Harbour Pilot');
      const steps = page.getByRole('list', { name: 'Next step' });
      await steps.getByRole('button').first().press('Enter');
      await steps.and(focused).waitFor();
      await page.getByRole('button', { name: 'Delete' }).press('Enter');
      await page.getByRole('heading', { name: 'Parts', level: 1 }).and(focused).waitFor();
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
      // And it can be edited: a box that follows its content and the direction of every paragraph would hold the window up for minutes.
      await page.getByRole('button', { name: 'Edit' }).click();
      const box = page.getByRole('textbox', { name: 'Story' });
      expect(await box.evaluate((element) => getComputedStyle(element).getPropertyValue('field-sizing'))).toBe('fixed');
      expect(await box.getAttribute('dir')).toBe('ltr');
      expect(await page.getByRole('textbox', { name: 'Needs' }).evaluate((element) => element.clientHeight)).toBeGreaterThan(55);
    });
  });
});
