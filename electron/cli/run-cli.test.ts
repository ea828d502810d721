import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeCore, value } from '../hosts/testing/fake-core.ts';
import { createCoreWithProfile, ids, isoMoment, part, profile, proposal, run, session } from './testing.ts';

const failure = (message: string) => () => ({ ok: false as const, error: { code: 'NOT_FOUND' as const, message, id: 'id' } });

describe('the exit status', () => {
  it('is 2 with one sentence for an unknown command, option or missing argument', async () => {
    for (const args of [['walk'], ['parts', '--fast'], ['say'], ['part', 'show', 'not-an-id'], ['profile', 'create']]) {
      const { status, out, notes } = await run(createCoreWithProfile(), args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
      expect(notes.trim().split('\n')).toHaveLength(1);
    }
  });

  it('is 2 with the list of commands when there is none', async () => {
    const { status, notes } = await run(createCoreWithProfile(), []);
    expect(status).toBe(2);
    expect(notes).toContain('Commands:');
  });

  it('is 0 for help that was asked for', async () => {
    const { status, out } = await run(createCoreWithProfile(), ['--help']);
    expect(status).toBe(0);
    expect(out).toContain('Usage: trailhead');
  });

  it('is 1 with the core’s sentence when it refuses', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.get', failure('There is no such part.'));
    expect(await run(core, ['part', 'show', ids.part])).toMatchObject({ status: 1, out: '', notes: 'There is no such part.\n' });
  });

  it('is 1 without a stack trace for a mistake in Trailhead itself, and with one for --verbose', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.list', () => value('nonsense'));
    const plain = await run(core, ['parts']);
    expect(plain.status).toBe(1);
    expect(plain.notes).not.toContain('    at ');
    expect((await run(core, ['parts', '--verbose'])).notes).toContain('    at ');
  });

  it('leaves no core running, whatever happened', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.list', failure('No.'));
    await run(core, ['parts']);
    expect(core.state.stopped).toBe(1);
  });
});

describe('global options', () => {
  it('stand before or after the command', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.list', () => value({ items: [part], nextCursor: null }));
    const before = await run(core, ['--json', '--profile', 'Ana', 'parts']);
    const after = await run(core, ['parts', '--profile', 'Ana', '--json']);
    expect(before.json()).toEqual(after.json());
  });

  it('make the data folder for its owner alone', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'new', 'folder');
    const { opened } = await run(createCoreWithProfile(), ['profile', 'list', '--data-dir', dataDir]);
    expect(opened).toEqual([dataDir]);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it('say in one sentence that the data folder can’t be one', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'file');
    await writeFile(file, '');
    const { status, notes } = await run(createCoreWithProfile(), ['parts', '--data-dir', file]);
    expect(status).toBe(1);
    expect(notes).toContain('a file stands in its way');
  });
});

describe('choosing a profile', () => {
  const other = { ...profile, id: ids.session, label: 'Ben' };
  const withTwo = () => {
    const core = createCoreWithProfile();
    core.answer('profiles.list', () => value({ profiles: [profile, { ...other, label: 'Ben' }], damaged: [] }));
    core.answer('parts.list', () => value({ items: [], nextCursor: null }));
    return core;
  };

  it('takes a name or an id', async () => {
    for (const wanted of ['Ben', other.id]) {
      const core = withTwo();
      await run(core, ['parts', '--profile', wanted]);
      expect(core.calls.find(({ route }) => route === 'profiles.unlock')?.input).toMatchObject({ profileId: other.id });
    }
  });

  it('asks for one when there are several, and for another when it does not exist', async () => {
    expect((await run(withTwo(), ['parts'])).notes).toContain('several profiles');
    expect((await run(withTwo(), ['parts', '--profile', 'Cleo'])).notes).toContain('no profile of that name');
  });

  it('tells how to make the first one', async () => {
    const core = createFakeCore();
    core.answer('profiles.list', () => value({ profiles: [], damaged: [] }));
    expect(await run(core, ['parts'])).toMatchObject({ status: 1, notes: expect.stringContaining('profile create') });
  });
});

describe('the passphrase', () => {
  const usedPassphrase = async (args: string[], asked: Parameters<typeof run>[2]) => {
    const core = createCoreWithProfile();
    core.answer('sessions.list', () => value({ items: [], nextCursor: null }));
    const result = await run(core, ['sessions', ...args], asked);
    return { ...result, unlock: core.calls.find(({ route }) => route === 'profiles.unlock')?.input };
  };

  it('comes from the environment', async () => {
    const { unlock } = await usedPassphrase([], { environment: { TRAILHEAD_PASSPHRASE: 'from outside' } });
    expect(unlock).toMatchObject({ secret: { kind: 'passphrase', passphrase: 'from outside' } });
  });

  it('comes from a file, without the line break an editor adds', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'trailhead-test-')), 'passphrase');
    await writeFile(file, ' from a file \n');
    const { unlock } = await usedPassphrase(['--passphrase-file', file], {});
    expect(unlock).toMatchObject({ secret: { passphrase: ' from a file ' } });
  });

  it('is asked for in a terminal, and needed elsewhere', async () => {
    expect((await usedPassphrase([], { environment: {}, typed: ['typed'] })).unlock).toMatchObject({ secret: { passphrase: 'typed' } });
    expect(await usedPassphrase([], { environment: {} })).toMatchObject({
      status: 1,
      notes: expect.stringContaining('TRAILHEAD_PASSPHRASE'),
    });
  });

  it('is typed twice when it is new', async () => {
    const core = createFakeCore();
    const differing = await run(core, ['profile', 'create', '--name', 'Ana'], { environment: {}, typed: ['one', 'two'] });
    expect(differing).toMatchObject({ status: 1, notes: expect.stringContaining('differ') });
    expect(core.calls).toEqual([]);
  });
});

describe('profile', () => {
  it('create asks nothing when the passphrase is given, and prints the recovery code only when asked', async () => {
    const core = createFakeCore();
    core.answer('profiles.create', () => value({ profile: { ...profile, hasRecoveryCode: true }, recoveryCode: 'ABCD' }));
    const asked = await run(core, ['profile', 'create', '--name', 'Ana', '--recovery-code', '--json']);
    expect(asked.json()).toEqual({ id: ids.user, name: 'Ana', createdAt: isoMoment, hasRecoveryCode: true, recoveryCode: 'ABCD' });
    core.answer('profiles.create', () => value({ profile, recoveryCode: null }));
    const plain = await run(core, ['profile', 'create', '--name', 'Ana', '--json']);
    expect(plain.json()).toEqual({ id: ids.user, name: 'Ana', createdAt: isoMoment, hasRecoveryCode: false });
    expect(core.calls.at(-1)?.input).toEqual({ label: 'Ana', passphrase: 'correct horse', withRecoveryCode: false });
  });

  it('list is an array', async () => {
    const { json } = await run(createCoreWithProfile(), ['profile', 'list', '--json']);
    expect(json()).toEqual([{ id: ids.user, name: 'Ana', createdAt: isoMoment, hasRecoveryCode: false }]);
  });
});

describe('lists', () => {
  it('are read to their last page', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.list', (input) =>
      value(JSON.stringify(input).includes('next') ? { items: [part], nextCursor: null } : { items: [part], nextCursor: 'next' }),
    );
    expect((await run(core, ['parts', '--json'])).json()).toHaveLength(2);
  });

  it('of proposals and parts have the documented keys', async () => {
    const core = createCoreWithProfile();
    core.answer('proposals.list', () => value({ items: [proposal], nextCursor: null }));
    core.answer('parts.list', () => value({ items: [part], nextCursor: null }));
    const { id, kind, name, role, quote, confidence, state } = proposal;
    expect((await run(core, ['proposals', '--json'])).json()).toEqual([{ id, kind, name, role, quote, confidence, state }]);
    expect((await run(core, ['parts', '--json'])).json()).toEqual([
      { id: ids.part, name: 'The Critic', status: 'emerging', confidence: 0.4, role: 'manager' },
    ]);
  });

  it('of sessions have moments as ISO 8601', async () => {
    const core = createCoreWithProfile();
    core.answer('sessions.list', () => value({ items: [session], nextCursor: null }));
    expect((await run(core, ['sessions', '--json'])).json()).toEqual([{ ...session, startedAt: isoMoment, lastMessageAt: isoMoment }]);
  });

  it('align their columns and show no control characters', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.list', () => value({ items: [{ ...part, name: '\u001B[31mRed\u009B2J\nOne' }], nextCursor: null }));
    const { out } = await run(core, ['parts']);
    expect(out).not.toMatch(/[\u001B\u009B]/);
    const [heading, row] = out.split('\n');
    expect(row?.indexOf('emerging')).toBe(heading?.indexOf('STATUS'));
    expect((await run(core, ['parts', '--json'])).out).not.toMatch(/[\u001B\u009B]/);
  });
});

describe('accept, part show and session end', () => {
  it('accept prints the part, under the name that was chosen', async () => {
    const core = createCoreWithProfile();
    core.answer('proposals.accept', () => value({ proposal: { ...proposal, state: 'accepted' }, part, relationship: null }));
    expect((await run(core, ['accept', ids.proposal, '--name', 'Ed', '--json'])).json()).toMatchObject({
      id: ids.part,
      name: 'The Critic',
    });
    expect(core.calls.at(-1)?.input).toEqual({ proposalId: ids.proposal, name: 'Ed' });
  });

  it('part show has evidence, relationships and assessments', async () => {
    const core = createCoreWithProfile();
    core.answer('parts.get', () => value(part));
    core.answer('parts.evidence', () => value({ items: [], nextCursor: null }));
    core.answer('relationships.list', () => value([]));
    core.answer('assessments.list', () => value([]));
    expect((await run(core, ['part', 'show', ids.part, '--json'])).json()).toMatchObject({
      evidence: [],
      relationships: [],
      assessments: [],
    });
  });

  it('session end ends the active session, and says when there is none', async () => {
    const core = createCoreWithProfile();
    core.answer('sessions.active', () => value(session));
    core.answer('sessions.end', () => value({ ...session, status: 'ended', title: 'A loud day', endedAt: session.startedAt }));
    expect((await run(core, ['session', 'end', '--json'])).json()).toMatchObject({ id: ids.session, status: 'ended', endedAt: isoMoment });
    core.answer('sessions.active', () => value(null));
    expect(await run(core, ['session', 'end'])).toMatchObject({ status: 1, notes: 'No session is active, so there is none to end.\n' });
  });
});

describe('db check', () => {
  it('fails when the database is damaged, and prints what it found all the same', async () => {
    const core = createCoreWithProfile();
    core.answer('database.check', () => value({ sound: false, problems: ['row 3 missing'], schemaVersion: 1, messages: 2 }));
    const { status, json } = await run(core, ['db', 'check', '--json']);
    expect(status).toBe(1);
    expect(json()).toEqual({ sound: false, problems: ['row 3 missing'], schemaVersion: 1, messages: 2 });
  });
});

describe('export', () => {
  it('writes a file of its owner’s alone and never replaces one unasked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trailhead-test-'));
    const file = join(folder, 'mine.json');
    expect((await run(createCoreWithProfile(), ['export', file])).status).toBe(0);
    expect(await readFile(file, 'utf8')).toBe('{"all":"mine"}');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, 'other');
    expect(await run(createCoreWithProfile(), ['export', file])).toMatchObject({ status: 1, notes: expect.stringContaining('--force') });
    expect(await readFile(file, 'utf8')).toBe('other');
    expect((await run(createCoreWithProfile(), ['export', file, '--force'])).status).toBe(0);
    expect(await readFile(file, 'utf8')).toBe('{"all":"mine"}');
    expect(await readdir(folder)).toEqual(['mine.json']);
  });

  it('goes to standard output for -, and nothing else does', async () => {
    expect((await run(createCoreWithProfile(), ['export', '-'])).out).toBe('{"all":"mine"}');
  });
});

describe('safety', () => {
  it('answers one label a line, same ids, same order, without a profile, a passphrase or a data folder', async () => {
    const core = createFakeCore();
    const input =
      '{"id":"a","text":"I want to kill myself."}\n\n{"id":2,"text":"The bus was late."}\n{"id":"c","text":"I feel so hopeless."}\n';
    const { out, pieces, opened, status } = await run(core, ['safety', '--json'], { input, environment: {} });
    expect(out).toBe('{"id":"a","label":"crisis"}\n{"id":2,"label":"none"}\n{"id":"c","label":"concern"}\n');
    expect([status, pieces.length, opened]).toEqual([0, 3, []]);
  });

  it('says in words what was found in one text', async () => {
    expect((await run(createFakeCore(), ['safety', 'This deadline is killing me.'])).out).toMatch(/^none: .+ no proof/);
  });

  it('keeps what it answered before the line that can’t be read, and names that line', async () => {
    const input = '{"id":1,"text":"The bus was late."}\n{"id":2,"text":7}\n';
    const { out, status, notes } = await run(createFakeCore(), ['safety', '--json'], { input });
    expect([out, status]).toEqual(['{"id":1,"label":"none"}\n', 1]);
    expect(notes).toContain('Line 2 is not a JSON object with "id" and "text".');
  });
});

describe('detect', () => {
  it('answers one object a line, same ids, same order, without a profile or a data folder', async () => {
    const core = createFakeCore();
    const input = '{"id":"a","text":"Part of me is so scared."}\n{"id":2,"text":"The bus was late."}\n';
    const { out, pieces, opened } = await run(core, ['detect', '--json'], { input, environment: {} });
    const answers = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 'a', parts: [{ quote: expect.any(String), role: 'exile', name: expect.any(String), confidence: expect.any(Number) }] },
      { id: 2, parts: [] },
    ]);
    expect(pieces).toHaveLength(2);
    expect(opened).toEqual([]);
  });

  it('names the line that can’t be read', async () => {
    expect(await run(createFakeCore(), ['detect', '--json'], { input: '{"id":"a"}\n' })).toMatchObject({
      status: 1,
      notes: expect.stringContaining('Line 1'),
    });
  });
});
