import { hasChromium } from './chromium.ts';

/**
 * Runs once before the journeys. Where no Chromium is installed they are skipped, and this says so in one line;
 * on a machine that decides whether a change lands (CI is set) its absence is a failure.
 */
export default function sayWhetherChromiumIsHere(): void {
  if (hasChromium) return;
  const sentence = 'No Chromium is installed here, so the end-to-end tests are skipped.';
  if (process.env['CI']) throw new Error(`${sentence} CI is set, so that is a failure.`);
  process.stderr.write(`${sentence}\n`);
}
