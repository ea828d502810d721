import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { MemoryUnderTest } from '../../tests/support/memory.ts';
import { seededProfile } from '../../tests/support/seeded-profile.ts';
import { temporaryFolder, testCore } from '../../tests/support/test-core.ts';
import { passphrase } from '../../tests/support/unlocked-core.ts';
import { systemIds } from '../core/node-ports.ts';
import { applyOperations } from '../core/memory/patch/apply-operations.ts';
import { applicationVersion } from '../hosts/version.ts';
import { runOn } from './testing.ts';

const Belief = z.looseObject({ id: z.string(), text: z.string(), since: z.iso.datetime(), lastSeen: z.iso.datetime(), count: z.int() });
const Document = z.looseObject({ summary: z.string(), themes: z.array(Belief), triggers: z.array(Belief) });
const Row = z.strictObject({
  ...{ version: z.int(), isCheckpoint: z.boolean(), cause: z.string(), createdAt: z.iso.datetime(), bytes: z.int() },
});

let dataDir: string;
const trailhead = (...args: string[]) =>
  runOn(async () => testCore({ dataDir, ids: systemIds }), [...args, '--data-dir', dataDir], {
    environment: { TRAILHEAD_PASSPHRASE: passphrase },
  });
const json = async <Value>(shape: z.ZodType<Value>, ...args: string[]): Promise<Value> => {
  const { status, notes, out } = await trailhead(...args, '--json');
  expect([status, notes]).toEqual([0, '']);
  return shape.parse(JSON.parse(out));
};

const remember = async (more: (memory: MemoryUnderTest) => void = () => undefined) => {
  dataDir = temporaryFolder();
  const fill = (memory: MemoryUnderTest) => {
    memory.learn({ section: 'themes', text: 'Sunday evenings are long.' });
    memory.learn(
      { section: 'themes', text: 'Sunday evenings are long.' },
      { section: 'triggers', text: '“Can we talk” sets the planner off.' },
    );
    memory.learn({ section: 'practices', text: 'Walking helps.' });
    more(memory);
  };
  await seededProfile(dataDir, { label: 'Mine', passphrase, remember: fill }, () => undefined);
};
beforeEach(() => remember());

describe('memory on the command line', () => {
  it('prints the document, and the document of any version', async () => {
    const now = await json(Document, 'memory');
    expect(now.themes).toMatchObject([{ text: 'Sunday evenings are long.', count: 2 }]);
    const then = await json(Document, 'memory', '--version', '1');
    expect([then.themes.length, then.triggers.length]).toEqual([1, 0]);
    expect((await json(Document, 'memory', '--version', '0')).themes).toEqual([]);
    const { out } = await trailhead('memory');
    expect(out).toContain('What sets things off\n- “Can we talk” sets the planner off.');
    expect(out).toMatch(/2 times, last /u);
    expect(out).toMatch(/once, last /u);
  });

  it('lists its versions, newest first', async () => {
    const rows = await json(z.array(Row), 'memory', 'log');
    expect(rows.map(({ version, cause, isCheckpoint }) => [version, cause, isCheckpoint])).toEqual([
      [3, 'session', false],
      [2, 'session', false],
      [1, 'session', true],
    ]);
  });

  it('compares two versions, so that what it prints leads from the one to the other', async () => {
    const { operations } = await json(
      z.object({ operations: z.array(z.any()), changes: z.array(z.unknown()) }),
      'memory',
      'diff',
      '1',
      '3',
    );
    const [one, three] = [await json(Document, 'memory', '--version', '1'), await json(Document, 'memory', '--version', '3')];
    expect(applyOperations(one, operations)).toEqual(three);
    const { out } = await trailhead('memory', 'diff', '1', '2');
    expect(out).toContain('What sets things off\n+ “Can we talk” sets the planner off.');
    expect((await trailhead('memory', 'diff', '2', '2')).out).toBe('Nothing is different.\n');
  });

  it('restores a version as a new one, and says why something is remembered', async () => {
    expect(await json(z.unknown(), 'memory', 'restore', '1')).toEqual({ version: 4 });
    expect(await json(Document, 'memory')).toEqual(await json(Document, 'memory', '--version', '1'));
    const Why = z.object({ section: z.string(), belief: Belief, reasons: z.array(z.unknown()) });
    const why = await json(Why, 'memory', 'why', '/themes/0');
    expect([why.section, why.belief.text]).toEqual(['themes', 'Sunday evenings are long.']);
    expect(await json(Why, 'memory', 'why', why.belief.id)).toEqual(why);
  });

  it('tells what is different in a belief whose words stayed', async () => {
    const { out } = await trailhead('memory', 'diff', '1', '2');
    expect(out).toContain('What comes up\n~ Sunday evenings are long.\n  once → 2 times\n');
    const back = await trailhead('memory', 'diff', '2', '1');
    expect(back.out).toContain('~ Sunday evenings are long.\n  2 times → once\n');
  });

  it('says what a place could have been, when it leads nowhere', async () => {
    const said = async (path: string) => (await trailhead('memory', 'why', path)).notes.trim();
    for (const path of ['/themes', '/themes/']) expect(await said(path)).toBe('Say which one is meant: /themes/0 is the first of 1.');
    for (const path of ['/themes/9', '/themes/x', '/themes/-1', '/themes/00', '/themes/0x0'])
      expect(await said(path)).toBe('What comes up goes from /themes/0 to /themes/0.');
    expect(await said('/safetyNotes/0')).toBe('Nothing is remembered under Hard moments.');
    expect(await said('/summary')).toBe('The summary is made of what is remembered, and has no reasons of its own.');
    for (const path of ['themes/0', '/nothing/0', '/', 'nowhere'])
      expect(await said(path)).toBe('Nothing is remembered under this. Give the id of an entry, or its place such as /themes/0.');
    expect((await trailhead('memory', 'diff', '1', '9')).notes.trim()).toBe('There is no such version of the memory; the newest is 3.');
  });

  it('verifies every version; damage is a failure until it is repaired', async () => {
    expect(await json(z.unknown(), 'memory', 'verify')).toMatchObject({ versions: 3, problems: [] });
    await remember(({ damage }) => damage(2));
    const damaged = await trailhead('memory', 'verify', '--json');
    expect(damaged.status).toBe(1);
    expect(damaged.json()).toMatchObject({ newestSound: 1 });
    expect(damaged.notes).toContain('Version 2: other_document');
    expect((await trailhead('memory', 'verify', '--repair')).status).toBe(0);
    expect(await json(z.unknown(), 'memory', 'verify')).toMatchObject({ problems: [] });
  });

  it('refuses what can’t be, with one sentence', async () => {
    for (const [status, ...args] of [
      [2, 'memory', '--version', 'first'],
      [2, 'memory', '--version', '-1'],
      [1, 'memory', '--version', '77'],
      [2, 'memory', 'diff', '1'],
      [2, 'memory', 'diff', '1', 'x'],
      [2, 'memory', 'restore'],
      [1, 'memory', 'restore', '77'],
      [2, 'memory', 'why', ''],
      [1, 'memory', 'why', '/themes/9'],
      [1, 'memory', 'why', 'nowhere'],
      [2, 'memory', 'walk'],
      [2, 'memory', 'log', '--version', '1'],
      [2, 'parts', '--version', '1'],
    ] as const) {
      const { status: ended, out, notes } = await trailhead(...args);
      expect({ args, ended, out }).toEqual({ args, ended: status, out: '' });
      expect(notes.trim().split('\n'), notes).toHaveLength(1);
    }
  });

  it('leaves a bare --version to Trailhead itself', async () => {
    expect(await trailhead('--version')).toMatchObject({ status: 0, out: `${applicationVersion}\n` });
  });
});
