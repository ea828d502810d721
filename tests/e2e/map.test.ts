import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isPlainSvg, isWholePng } from '../../electron/core/map/picture-file.ts';
import { fillParts, fillRelationships, seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { hasChromium, openBrowser } from './support/chromium.ts';
import { startHost } from './support/host.ts';
import { livedProfile } from './support/lived-profile.ts';
import { partOnCanvas } from './support/map-steps.ts';
import { createProfile, lock, passphrase, unlock, visit } from './support/steps.ts';

const everybody = ['The Harbour Pilot', 'The Off Switch', 'The Planner', 'The Quiet Grey', 'The Small One'];

/** A browser on the map of a profile that looks lived in. */
async function withMap(work: (page: Page, problems: string[]) => Promise<void>, fill = livedProfile): Promise<void> {
  const dataDir = temporaryFolder();
  await fill(dataDir);
  const host = await startHost(dataDir);
  const { context, page, problems } = await openBrowser(temporaryFolder());
  try {
    await host.signIn(page);
    await unlock(page);
    await openMap(page);
    await work(page, problems);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    await host.stop();
  }
}

const settled = (page: Page): Promise<void> => page.locator('canvas[data-settled="true"]').waitFor();

async function openMap(page: Page): Promise<void> {
  await visit(page, 'Map');
  await settled(page);
}

const picture = (page: Page) => page.getByRole('listbox', { name: 'Map of parts' });
const partsTable = (page: Page) => page.getByRole('table', { name: /^Parts/u });
const relationshipsTable = (page: Page) => page.getByRole('table', { name: /^Relationships/u });
const dial = (page: Page) => page.getByRole('slider', { name: 'How much is shown' });
const edge = (page: Page) => page.getByRole('region', { name: /^Messages at the edge/u });

/** The names the table shows, in its order. */
const tableNames = (page: Page): Promise<string[]> => partsTable(page).getByRole('rowheader').locator('bdi').allInnerTexts();

async function download(page: Page, name: string): Promise<{ file: Download; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { file, bytes: await readFile(await file.path()) };
}

const takeSvg = async (page: Page): Promise<string> => (await download(page, 'Save SVG')).bytes.toString('utf8');

/** The names the picture shows. */
const pictureNames = (svg: string): string[] => everybody.filter((name) => svg.includes(`>${name}</text>`));

/** What the canvas shows now, once it has been drawn. */
const canvasPixels = (page: Page): Promise<string> =>
  page.locator('canvas').evaluate(async (canvas) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '';
  });

const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
};

describe.skipIf(!hasChromium)('the map', () => {
  it('shows the same in picture and table, at every stop of the dial and around one part', async () => {
    await withMap(async (page) => {
      await expect.poll(() => tableNames(page)).toEqual(everybody);
      await expect.poll(() => relationshipsTable(page).getByRole('rowheader').count()).toBe(4);
      expect(pictureNames(await takeSvg(page))).toEqual(everybody);

      for (const [stop, relationships] of [
        ['0', 3],
        ['1', 3],
        ['2', 4],
      ] as const) {
        await dial(page).fill(stop);
        await expect.poll(() => relationshipsTable(page).getByRole('rowheader').count()).toBe(relationships);
        expect(pictureNames(await takeSvg(page))).toEqual(await tableNames(page));
      }

      await partsTable(page).getByRole('button', { name: 'Focus on The Small One and its neighbours' }).click();
      const near = ['The Off Switch', 'The Planner', 'The Small One'];
      await expect.poll(() => tableNames(page)).toEqual(near);
      await page.getByText('3 of 5 parts, 3 of 4 relationships').waitFor();
      expect(pictureNames(await takeSvg(page))).toEqual(near);
      expect(await serious(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show the others', exact: true }).first().click();
      await expect.poll(() => tableNames(page)).toEqual(everybody);

      // The same, with one of the two out of sight.
      await page.getByRole('radio', { name: 'Table' }).click();
      await page.locator('canvas').waitFor({ state: 'detached' });
      await page.getByRole('radio', { name: 'Picture' }).click();
      await partsTable(page).waitFor({ state: 'detached' });
      await settled(page);
    });
  });

  it('is drawn after the press that opens it was answered, also when all of it is known already', async () => {
    await withMap(async (page) => {
      await visit(page, 'Chat');
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      const link = page.getByRole('link', { name: 'Map', exact: true });
      const there = await link.evaluate(async (element) => {
        if (element instanceof HTMLElement) element.click();
        // What React does within the press is done by now.
        await Promise.resolve();
        return { heading: document.querySelector('h1')?.textContent, canvases: document.querySelectorAll('canvas').length };
      });
      expect(there).toEqual({ heading: 'Map', canvases: 0 });
      await settled(page);
      await expect.poll(() => tableNames(page)).toEqual(everybody);
    });
  });

  it('of many parts comes page by page in the table, each of them whole', async () => {
    const many = (dataDir: string) =>
      seededProfile(dataDir, { label: 'K.M.', passphrase }, (table, userId) => {
        fillRelationships(table, userId, fillParts(table, userId, 60), 120);
      });
    await withMap(async (page) => {
      await dial(page).fill('3');
      await page.getByText('60 parts, 120 relationships').waitFor();
      for (const table of [partsTable(page), relationshipsTable(page)])
        await expect.poll(() => table.getByRole('rowheader').count()).toBe(25);
      for (const rows of [25, 10]) {
        await page.getByRole('button', { name: 'Further parts' }).click();
        await expect.poll(() => partsTable(page).getByRole('rowheader').count()).toBe(rows);
      }
    }, many);
  });

  it('keeps where a part was dragged, after another look at it and after a reload, until it is laid out anew', async () => {
    await withMap(async (page) => {
      const before = await takeSvg(page);
      const { x, y } = await partOnCanvas(page);
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let step = 1; step <= 10; step += 1) await page.mouse.move(x + step * 6, y + step * 9);
      await page.mouse.up();
      const anew = page.getByRole('button', { name: 'Lay out anew' });
      await anew.waitFor();
      const after = await takeSvg(page);
      expect(after).not.toBe(before);

      await visit(page, 'Chat');
      await openMap(page);
      expect(await takeSvg(page)).toBe(after);
      await page.reload();
      await settled(page);
      expect(await takeSvg(page)).toBe(after);
      await lock(page);
      await unlock(page);
      await openMap(page);
      expect(await takeSvg(page)).toBe(after);

      await anew.click();
      await anew.waitFor({ state: 'detached' });
      await settled(page);
      expect(await takeSvg(page)).toBe(before);
      await edge(page).getByRole('button', { name: 'Undo' }).click();
      await anew.waitFor();
      expect(await takeSvg(page)).toBe(after);
    });
  });

  it('can be read, moved about, focused and left by keys alone', async () => {
    await withMap(async (page) => {
      const start = await canvasPixels(page);
      await picture(page).focus();
      await page.keyboard.press('ArrowRight');
      const chosen = picture(page).getByRole('option', { selected: true });
      await chosen.waitFor({ state: 'attached' });
      const first = (await chosen.textContent()) ?? '';
      expect(first).toMatch(/^The .+\. .+, .+\. .+\. \d relationships?\.$/u);
      expect(await picture(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
      // Whoever looks at the table sees the same part chosen.
      await partsTable(page).getByRole('button', { pressed: true }).first().waitFor();
      await page.getByRole('region', { name: 'Chosen part' }).waitFor();
      expect(await serious(page)).toEqual([]);

      const directions = ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'];
      const met = new Set([first]);
      for (const key of [...directions, ...directions, ...directions]) {
        await page.keyboard.press(key);
        met.add((await chosen.textContent()) ?? '');
      }
      expect(met.size).toBeGreaterThan(2);

      await page.keyboard.press('f');
      await page
        .getByText(/with its neighbours$/u)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Chosen part' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByText('5 parts, 4 relationships').waitFor();
      await page.keyboard.press('0');
      await expect.poll(() => canvasPixels(page)).toBe(start);

      await page.keyboard.press('+');
      const near = await canvasPixels(page);
      expect(near).not.toBe(start);
      await page.keyboard.press('-');
      await page.keyboard.press('-');
      const far = await canvasPixels(page);
      expect(far).not.toBe(near);
      await page.keyboard.press('Shift+ArrowLeft');
      expect(await canvasPixels(page)).not.toBe(far);
      await page.keyboard.press('0');
      await expect.poll(() => canvasPixels(page)).toBe(start);

      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('button', { name: 'Lay out anew' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'History' }).waitFor();
    });
  });

  it('is edited through the table as through the picture, and each change can be taken back', async () => {
    await withMap(async (page) => {
      const odds = 'The Planner is at odds (7 of 10) with The Off Switch';
      await relationshipsTable(page)
        .getByRole('button', { name: `Change: ${odds}` })
        .click();
      const dialog = page.getByRole('dialog', { name: odds });
      await dialog.getByRole('slider').fill('3');
      await dialog.getByRole('button', { name: 'Keep' }).click();
      const milder = relationshipsTable(page).getByRole('button', {
        name: 'The Planner is at odds (3 of 10) with The Off Switch',
        exact: true,
      });
      await milder.waitFor();
      await edge(page).getByRole('button', { name: 'Undo' }).click();
      await relationshipsTable(page).getByRole('button', { name: odds, exact: true }).click();
      await page.getByRole('region', { name: 'Chosen relationship' }).getByText('7 of 10', { exact: true }).waitFor();

      await relationshipsTable(page)
        .getByRole('button', { name: `Remove: ${odds}` })
        .click();
      await page.getByText('5 parts, 3 relationships').waitFor();
      await page.getByRole('region', { name: 'Chosen relationship' }).waitFor({ state: 'detached' });
      await edge(page).getByRole('button', { name: 'Undo' }).click();
      await page.getByText('5 parts, 4 relationships').waitFor();

      await partsTable(page).getByRole('button', { name: 'The Quiet Grey', exact: true }).click();
      const chosen = page.getByRole('region', { name: 'Chosen part' });
      await chosen.getByRole('button', { name: 'Add a relationship' }).click();
      const telling = page.getByRole('dialog', { name: 'How does The Quiet Grey relate?' });
      await telling.getByRole('radio', { name: /^They are allies/u }).click();
      await telling.getByRole('combobox', { name: 'The other part' }).selectOption({ label: 'The Small One' });
      await telling.getByRole('button', { name: 'Keep' }).click();
      await page.getByText('5 parts, 5 relationships').waitFor();
      await relationshipsTable(page).getByRole('button', { name: 'The Quiet Grey is allied with The Small One', exact: true }).waitFor();

      // The same move as a drag, for whoever can press but not drag.
      await chosen.getByRole('button', { name: 'Move it left' }).click();
      await page.getByRole('button', { name: 'Lay out anew' }).waitFor();
    });
  });

  it('is saved as an SVG and a PNG that are whole, under a name that tells nothing', async () => {
    await withMap(async (page) => {
      const vector = await download(page, 'Save SVG');
      expect(vector.file.suggestedFilename()).toMatch(/^trailhead-map-\d{4}-\d{2}-\d{2}\.svg$/u);
      expect(isPlainSvg(vector.bytes.toString('utf8'))).toBe(true);
      const pixels = await download(page, 'Save PNG');
      expect(pixels.file.suggestedFilename()).toMatch(/^trailhead-map-\d{4}-\d{2}-\d{2}\.png$/u);
      expect(isWholePng(pixels.bytes)).toBe(true);
      // Chromium reads both, as large as they say they are.
      const sizes = await page.evaluate(
        (sources) =>
          Promise.all(
            sources.map(async (source) => {
              const image = new Image();
              image.src = source;
              await image.decode();
              return image.naturalWidth;
            }),
          ),
        [`data:image/svg+xml;base64,${vector.bytes.toString('base64')}`, `data:image/png;base64,${pixels.bytes.toString('base64')}`],
      );
      expect(sizes[0]).toBeGreaterThan(600);
      expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    });
  });

  it('of one part is a map too, and the empty one says how it fills', async () => {
    const host = await startHost(temporaryFolder());
    const { context, page, problems } = await openBrowser(temporaryFolder());
    try {
      await host.signIn(page);
      await createProfile(page);
      await visit(page, 'Map');
      await page.getByText('Nobody is on the map yet').waitFor();
      await page.getByRole('button', { name: 'Add a part' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('<b>The First</b>');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('heading', { name: '<b>The First</b>', level: 1 }).waitFor();
      await openMap(page);
      await page.getByText('1 part, 0 relationships').waitFor();
      await page.getByText('None is shown.').waitFor();
      expect(await takeSvg(page)).toContain('&lt;b&gt;The');
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await host.stop();
    }
  });
});
