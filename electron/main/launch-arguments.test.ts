import { describe, expect, it } from 'vitest';
import { readLaunch } from './launch-arguments.ts';

const installed = (...args: string[]) => readLaunch(['/opt/Trailhead/trailhead', ...args], true);

describe('a start of the installed application', () => {
  it('opens the window when no command is named', () => {
    expect(installed()).toEqual({ kind: 'window', dataDir: undefined });
    expect(installed('--ozone-platform=wayland')).toEqual({ kind: 'window', dataDir: undefined });
    expect(installed('/home/ana/letter.json')).toEqual({ kind: 'window', dataDir: undefined });
  });

  it('opens the window on another data folder', () => {
    expect(installed('--data-dir', '/data')).toEqual({ kind: 'window', dataDir: '/data' });
    expect(installed('--data-dir=/data')).toEqual({ kind: 'window', dataDir: '/data' });
  });

  it('is the command line when the first word is a command, options before it or not', () => {
    expect(installed('parts', '--json')).toEqual({ kind: 'command', args: ['parts', '--json'] });
    expect(installed('--data-dir', '/data', '--json', 'db', 'check')).toEqual({
      kind: 'command',
      args: ['--data-dir', '/data', '--json', 'db', 'check'],
    });
    expect(installed('--help')).toEqual({ kind: 'command', args: ['--help'] });
  });

  it('is not misled by an option’s value', () => {
    expect(installed('--data-dir', 'parts')).toEqual({ kind: 'window', dataDir: 'parts' });
  });

  it('in development has the project’s folder before its arguments', () => {
    expect(readLaunch(['/electron', '.', 'sessions'], false)).toEqual({ kind: 'command', args: ['sessions'] });
  });
});
