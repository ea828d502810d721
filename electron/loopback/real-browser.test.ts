import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { type Browser, chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLauncher } from './launcher.ts';
import { type TestHost, startTestHost } from './testing.ts';

const executablePath = process.env['TRAILHEAD_CHROMIUM'] ?? '/usr/bin/chromium';

/** Cookies that sites can’t send for each other are a browser’s rule: only a browser shows that signing in works. */
describe.skipIf(!existsSync(executablePath))('signing in with a real browser', () => {
  let test: TestHost;
  let browser: Browser;
  beforeEach(async () => {
    test = await startTestHost();
    browser = await chromium.launch({
      executablePath,
      args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  }, 60_000);
  afterEach(async () => {
    await browser.close();
    await test.server.close();
  });

  it('the launcher page leads into the application', async () => {
    const page = await browser.newPage();
    const launcher = await createLauncher(test.server.origin, test.signIn.issueToken());
    const statuses: string[] = [];
    page.on('response', (response) => statuses.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await page.goto(launcher.url);
    await page.waitForSelector('script[nonce]', { state: 'attached' });
    await launcher.remove();
    expect(page.url()).toBe(`${test.server.origin}/`);
    expect(statuses.filter((line) => !line.includes('open.html') && !line.includes('favicon'))).toEqual(['303 /session', '401 /', '200 /']);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(3);
  }, 60_000);

  it('a typed code leads into the application, and calls and events work from there', async () => {
    const page = await browser.newPage();
    await page.goto(`${test.server.origin}/`);
    await page.fill('#code', test.signIn.issueCode() ?? '');
    await page.click('button');
    await page.waitForSelector('script[nonce]', { state: 'attached' });
    test.core.answer('profiles.current', () => ({ ok: true, value: { state: 'locked' } }));
    const called = await page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch('/call', { method: 'POST', headers, body: JSON.stringify({ route: 'profiles.current', input: {} }) });
      const answer: unknown = await response.json();
      return answer;
    });
    expect(called).toEqual({ ok: true, value: { state: 'locked' } });
    await page.evaluate(() => new Promise((resolve) => (new EventSource('/events').onopen = resolve)));
    expect(test.core.listenerCount()).toBe(1);
  }, 60_000);

  it('another page on this computer can neither call nor listen, even in the same browser', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const launcher = await createLauncher(test.server.origin, test.signIn.issueToken());
    await page.goto(launcher.url);
    await page.waitForSelector('script[nonce]', { state: 'attached' });
    await launcher.remove();
    // Cookies don't know ports: this server's page gets the browser to send the application's cookie along.
    const other = createServer((_request, response) => response.end('<!doctype html><title>Other</title>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const address = other.address();
      const foreign = await context.newPage();
      await foreign.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
      const outcome = await foreign.evaluate(async (origin) => {
        const body = JSON.stringify({ route: 'profiles.lock', input: {} });
        return fetch(`${origin}/call`, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }).then(
          (response) => response.type,
          () => 'blocked',
        );
      }, test.server.origin);
      expect(outcome).toBe('blocked');
      expect(test.core.calls).toEqual([]);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  }, 60_000);
});
