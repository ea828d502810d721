import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('the options of npm start', () => {
  it('may all be left out', () => {
    expect(readStartOptions([])).toEqual({ ok: true, options: { host: 'any', dataDir: undefined, port: 0, noOpen: false, help: false } });
  });

  it('choose the browser host where only it can do what is asked', () => {
    expect(readStartOptions(['--port', '4000'])).toMatchObject({ options: { host: 'loopback', port: 4000 } });
    expect(readStartOptions(['--no-open'])).toMatchObject({ options: { host: 'loopback', noOpen: true } });
    expect(readStartOptions(['--host', 'electron', '--no-open'])).toMatchObject({ ok: false });
  });

  it.each([
    ['--bogus'],
    ['stray'],
    ['--port', 'abc'],
    ['--port', '70000'],
    ['--port', '-1'],
    ['--host', 'moon'],
    ['--data-dir'],
    ['--data-dir', ''],
  ])('are refused in one sentence: %s %s', (...args) => {
    const read = readStartOptions(args);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.message.trim().split('\n')).toHaveLength(1);
  });
});
