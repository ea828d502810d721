import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createSaveFile } from './save-file.ts';
import { dialogs } from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

async function* content(): AsyncIterable<string> {
  yield '{"all":';
  yield '"mine"}';
}

async function* broken(): AsyncIterable<string> {
  yield 'half';
  throw new Error('locked meanwhile');
}

const save = (from: AsyncIterable<string>) =>
  createSaveFile(() => undefined)({ suggestedName: 'export.json', mediaType: 'application/json', content: from });

describe('saving a file', () => {
  it('writes it where the person chose, for them alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
    dialogs.answer = { canceled: false, filePath: join(folder, 'mine.json') };
    expect(await save(content())).toEqual({ outcome: 'saved', fileName: 'mine.json' });
    expect(await readFile(dialogs.answer.filePath, 'utf8')).toBe('{"all":"mine"}');
    expect((await stat(dialogs.answer.filePath)).mode & 0o777).toBe(0o600);
  });

  it('writes nothing when they change their mind', async () => {
    dialogs.answer = { canceled: true, filePath: '' };
    expect(await save(content())).toEqual({ outcome: 'cancelled' });
  });

  it('leaves the file that was there when something goes wrong half-way, and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
    dialogs.answer = { canceled: false, filePath: join(folder, 'mine.json') };
    await writeFile(dialogs.answer.filePath, 'earlier');
    expect(await save(broken())).toEqual({ outcome: 'cancelled' });
    expect(await readFile(dialogs.answer.filePath, 'utf8')).toBe('earlier');
    expect(await readdir(folder)).toEqual(['mine.json']);
    expect(dialogs.errors.at(-1)).toContain('could not be read to its end');
  });
});
