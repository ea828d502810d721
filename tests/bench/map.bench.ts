/**
 * The map in Chromium with 500 parts and 1,000 relationships, all of them shown: the longest time the page could not answer
 * from opening the map until its layout has come to rest, and how long frames take while a part is dragged about.
 */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { hasChromium, openBrowser } from '../e2e/support/chromium.ts';
import { startHost } from '../e2e/support/host.ts';
import { partOnCanvas } from '../e2e/support/map-steps.ts';
import { passphrase, unlock, visit } from '../e2e/support/steps.ts';
import { fillParts, fillRelationships, seededProfile } from '../support/seeded-profile.ts';
import { temporaryFolder } from '../support/test-core.ts';
import { type Figure, atMost } from './figures.ts';

const PARTS = 500;
const RELATIONSHIPS = 1000;
const BLOCK_AT_MOST_MS = 50;
const FRAME_AT_MOST_MS = 25;
/** How often the page is asked whether it answers, in milliseconds. */
const ASKED_EVERY_MS = 5;
const DRAG_STEPS = 240;
/** The map is opened this often, and the round that was disturbed least counts: other programs can only make a block longer. */
const ROUNDS = 5;

export async function run(): Promise<Figure[]> {
  const measured = hasChromium ? await measure() : { block: null, task: null, frame: null };
  return [
    atMost('layout_longest_block_ms', 'ms', measured.block, BLOCK_AT_MOST_MS),
    // The same without the time other programs took meanwhile: what the page's own thread worked in one go.
    atMost('layout_longest_task_cpu_ms', 'ms', measured.task, BLOCK_AT_MOST_MS),
    atMost('drag_frame_p95_ms', 'ms', measured.frame, FRAME_AT_MOST_MS),
  ];
}

async function measure(): Promise<{ block: number; task: number; frame: number }> {
  const dataDir = temporaryFolder();
  await seededProfile(dataDir, { label: 'K.M.', passphrase }, (table, userId) => {
    fillRelationships(table, userId, fillParts(table, userId, PARTS), RELATIONSHIPS);
  });
  const host = await startHost(dataDir);
  const { context, page } = await openBrowser(temporaryFolder());
  try {
    // The layout is shown on its way, which is more work than showing where it ends.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await host.signIn(page);
    await unlock(page);
    await visit(page, 'Map');
    await settled(page);
    await page.getByRole('slider', { name: 'How much is shown' }).fill('3');
    await page.getByText(`${PARTS} parts, 1,000 relationships`).waitFor();
    const blocks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await leave(page);
      blocks.push(await longestBlock(page));
    }
    await leave(page);
    return { block: Math.min(...blocks), task: await longestTask(page), frame: await dragFrame(page) };
  } finally {
    await context.close();
    await host.stop();
  }
}

const settled = (page: Page): Promise<void> => page.locator('canvas[data-settled="true"]').waitFor({ timeout: 60_000 });

async function leave(page: Page): Promise<void> {
  await visit(page, 'Chat');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

async function open(page: Page): Promise<void> {
  await visit(page, 'Map');
  await settled(page);
  // Drawing what the layout came to belongs to it.
  await page.waitForTimeout(500);
}

/** Opens the map, whose parts were never put anywhere, and waits until it rests. */
async function longestBlock(page: Page): Promise<number> {
  const watch = await page.evaluateHandle((every) => {
    const found: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      found.push(now - last - every);
      last = now;
    }, every);
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    return {
      found,
      end: () => {
        clearInterval(timer);
        observer.disconnect();
      },
    };
  }, ASKED_EVERY_MS);
  await open(page);
  return watch.evaluate(({ found, end }) => {
    end();
    return Math.max(...found);
  });
}

const TraceEvent = z.looseObject({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional() });
const NamedThread = z.looseObject({ name: z.literal('thread_name'), args: z.looseObject({ name: z.literal('CrRendererMain') }) });

/** Opens the map under Chromium's own trace. Answers the most time its main thread spent on one task, in milliseconds of the processor. */
async function longestTask(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: unknown[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', '__metadata'] } });
  await open(page);
  await session.send('Tracing.end');
  await complete;
  const traced = events.map((event) => TraceEvent.parse(event));
  const threadOf = ({ pid, tid }: z.infer<typeof TraceEvent>) => `${pid}.${tid}`;
  const main = new Set(traced.filter((event) => NamedThread.safeParse(event).success).map(threadOf));
  const tasks = traced.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('The trace tells of no task.');
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}

/** The 95th percentile of the time between two frames while a part is dragged in circles. */
async function dragFrame(page: Page): Promise<number> {
  const at = await partOnCanvas(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    const next = (time: number) => {
      times.push(time);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return times;
  });
  for (let step = 0; step < DRAG_STEPS; step += 1) {
    const angle = step / 12;
    await page.mouse.move(at.x + 90 * Math.cos(angle) - 90, at.y + 90 * Math.sin(angle));
  }
  const times = await frames.jsonValue();
  await page.mouse.up();
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length * 0.95) - 1] ?? Number.NaN;
}
