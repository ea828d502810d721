import type { Page } from 'playwright-core';

/** A point of the window where a part lies on the map: found as a person finds it, by the pointer that changes over it. */
export async function partOnCanvas(page: Page): Promise<{ x: number; y: number }> {
  const canvas = page.locator('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('There is no picture.');
  for (let row = 1; row < 40; row += 1) {
    // From the middle row outwards.
    const y = box.y + box.height * (0.5 + (row % 2 === 0 ? 1 : -1) * Math.floor(row / 2) * 0.025);
    for (let column = 1; column < 40; column += 1) {
      const x = box.x + (box.width * column) / 40;
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((element) => element.style.cursor)) === 'pointer') return { x, y };
    }
  }
  throw new Error('The pointer met no part.');
}
