import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..', '..');

export type Host = {
  origin: string;
  /** Types the single-use code and waits until the application is there. */
  signIn(page: Page): Promise<void>;
  /** Everything it printed. */
  output(): string;
  /** Asks it to end and answers its exit status. */
  stop(): Promise<number>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** Starts Trailhead as a person does without Electron: `npm start -- --host loopback --no-open`. */
export async function startHost(dataDir: string): Promise<Host> {
  const child = spawn(process.execPath, [join(root, 'build', 'start.mjs'), '--host', 'loopback', '--no-open', '--data-dir', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A computer set to Britain, as the browser of these tests is.
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const line = await printed(child, () => /Open (http:\/\/127\.0\.0\.1:\d+)\/ and enter the code ([A-Z0-9-]+)/u.exec(output), listeners);
  const [, origin = '', code = ''] = line;

  return {
    origin,
    output: () => output,
    signIn: (page) => signInWith(page, origin, code),
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode ?? 1;
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function printed(child: ChildProcess, look: () => RegExpExecArray | null, listeners: Set<() => void>): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (!found) return;
      listeners.delete(check);
      resolve(found);
    };
    listeners.add(check);
    child.once('exit', (status) => reject(new Error(`Trailhead ended with status ${status} before it was ready.`)));
    check();
  });
}

/** Types a single-use code and waits until the application is there. */
export async function signInWith(page: Page, origin: string, code: string): Promise<void> {
  await page.goto(`${origin}/`);
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.keyboard.press('Enter');
  // The page that asks for the code has a heading too.
  await page.getByRole('textbox', { name: 'Code' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}
