import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const module = new URL('./serve.ts', import.meta.url).href;

/** The host in a process of its own, as `npm start` runs it. */
const startProcess = (options: Record<string, unknown>) => {
  const script = `const { serve } = await import(${JSON.stringify(module)}); process.exit(await serve(${JSON.stringify(options)}));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(([status, signal]: unknown[]) => ({ status, signal, out, errors }));
  return { child, ended, firstLine: once(child.stdout, 'data').then(() => out) };
};

const emptyFolder = () => mkdtemp(join(tmpdir(), 'trailhead-test-'));

const listen = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
};

describe('the loopback host as a process', () => {
  it('says where it is and stops in order, soon, when it is asked to', async () => {
    const { child, ended, firstLine } = startProcess({ dataDir: join(await emptyFolder(), 'data'), noOpen: true });
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(await firstLine)?.[0];
    expect((await fetch(`${origin}/`)).status).toBe(401);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, signal: null, errors: '' });
    expect(performance.now() - asked).toBeLessThan(3000);
  });

  it('fails with one sentence when the port is taken or the data folder can’t be used', async () => {
    const { server, port } = await listen();
    const taken = await startProcess({ dataDir: join(await emptyFolder(), 'data'), noOpen: true, port }).ended;
    expect(taken).toMatchObject({ status: 1, out: '', errors: expect.stringMatching(/^Port \d+ is already in use[^\n]+\n$/) });
    server.close();
    const file = join(await emptyFolder(), 'file');
    await writeFile(file, '');
    const blocked = await startProcess({ dataDir: file, noOpen: true }).ended;
    expect(blocked).toMatchObject({ status: 1, out: '', errors: expect.stringMatching(/^The data folder [^\n]+\n$/) });
  });
});
