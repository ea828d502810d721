import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { ownerColumnOf, tablesWithoutOwner } from '../../electron/core/db/guards.ts';
import { ownedTables } from '../../electron/core/db/schema.ts';
import { getTableName } from 'drizzle-orm';
import { emptySafetyPlan } from '../../shared/entities/safety.ts';
import { UserId } from '../../shared/ids.ts';
import { type RouteName, contract } from '../../shared/contracts/index.ts';
import { observedRandom } from '../support/observed-random.ts';
import { type TestCore, monday, testCore, testIds } from '../support/test-core.ts';
import { type Rows, SECRET_WORD, addPerson, ownedTableNames } from '../support/rows-of-every-kind.ts';

/**
 * Person A and person B share one database, and A has every kind of row. The profile is B's.
 * Whatever B calls, with whatever of A's ids, A's rows stay unseen and unchanged.
 */
const random = observedRandom();
let core: TestCore;
let folder: string;
let theirs: Rows;
const A = UserId.parse('01800000-0000-7000-8000-00000000000a');
const passphrase = 'a long enough passphrase';

beforeAll(async () => {
  core = testCore({ random });
  const { profile } = await core.ask('profiles.create', { label: 'B', passphrase, withRecoveryCode: false });
  await core.stop();
  folder = join(core.dataDir, 'profiles', profile.id);
  theirs = addPerson(folder, random.databaseKey(), A, testIds(1_000_000), monday);
  await core.ask('profiles.unlock', { profileId: profile.id, secret: { kind: 'passphrase', passphrase } });
});
afterAll(() => core.stop());

/** Reads A's rows of every table past all scopes, as text. */
const everythingOfA = (): string => {
  const connection = openConnection(join(folder, 'trailhead.db'), random.databaseKey(), { create: false });
  try {
    return JSON.stringify(
      ownedTableNames.map((name) => {
        const table = getTableName(ownedTables[name]);
        return connection.sqlite.prepare(`SELECT * FROM ${table} WHERE ${ownerColumnOf(name)} = ? ORDER BY id`).all(A);
      }),
    );
  } finally {
    connection.close();
  }
};

const first = <Item>(items: Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('There is no row to take an id from.');
  return item;
};

/** For every route that needs a person: calls with each of A's ids it can take, or without any. */
const callsNamingA = (): { [Name in RouteName]?: unknown[] } => {
  const sessionId = first(theirs.sessions).id;
  const messageId = first(theirs.messages).id;
  const proposalId = first(theirs.proposals).id;
  const partId = first(theirs.parts).id;
  const noteId = first(theirs.notes).id;
  return {
    'sessions.get': [{ sessionId }],
    'sessions.end': [{ sessionId }],
    'providers.destination': [{ sessionId }],
    'sessions.rename': [{ sessionId, title: 'Mine now' }],
    'sessions.setRemembered': [{ sessionId, remembered: false }],
    'sessions.draft': [{ sessionId }],
    'sessions.keepDraft': [{ sessionId, text: 'hello' }],
    'messages.find': [{ sessionId, words: SECRET_WORD }],
    'companion.regenerate': [{ messageId }],
    'companion.edit': [{ messageId, text: 'hello' }],
    'privacy.set': [
      { partId, private: true },
      { sessionId, private: true },
    ],
    'messages.list': [
      { sessionId },
      { sessionId, window: { at: 'around', messageId } },
      { sessionId, window: { at: 'after', sequence: 0 } },
    ],
    'companion.say': [
      { text: 'hello', sessionId },
      { text: 'hello', mode: 'visit', partId },
      { text: 'hello', speaker: { kind: 'part', partId } },
    ],
    'sessions.setMode': [
      { sessionId, mode: 'six_fs' },
      { mode: 'letter', partId },
    ],
    'companion.move': [{ sessionId, move: { kind: 'leave' } }],
    'companion.stop': [{ messageId }],
    'proposals.accept': [{ proposalId }],
    'proposals.decline': [{ proposalId }],
    'proposals.postpone': [{ proposalId }],
    'parts.get': [{ partId }],
    'parts.steps': [{ partId }],
    'parts.evidence': [{ partId }],
    'parts.confidence': [{ partId }],
    'parts.update': [{ partId, name: 'Mine now' }],
    'parts.setStatus': [{ partId, status: 'acknowledged' }],
    'parts.addEvidence': [{ partId, kind: 'body', quote: 'x' }],
    'parts.removeEvidence': [{ evidenceId: first(theirs.partEvidence).id }],
    'parts.merge': [{ partId, intoPartId: theirs.parts[1]?.id }],
    'parts.previewMerge': [{ partId, intoPartId: theirs.parts[1]?.id }],
    'parts.previewSplit': [{ partId, evidenceIds: [first(theirs.partEvidence).id], name: 'Split', role: 'exile' }],
    'parts.split': [{ partId, evidenceIds: [first(theirs.partEvidence).id], name: 'Split', role: 'exile' }],
    'parts.delete': [{ partId }],
    'relationships.list': [{ partId }],
    'relationships.create': [{ fromPartId: partId, toPartId: theirs.parts[1]?.id, type: 'allied' }],
    'relationships.update': [{ relationshipId: first(theirs.partRelationships).id, level: 1 }],
    'relationships.delete': [{ relationshipId: first(theirs.partRelationships).id }],
    'assessments.list': [{ partId }],
    'assessments.record': [{ partId, judgement: { type: 'identification', score: 1 } }],
    'assessments.delete': [{ assessmentId: first(theirs.partAssessments).id }],
    'actions.get': [{ actionId: first(theirs.agentActions).id }],
    'actions.undo': [{ actionId: first(theirs.agentActions).id }],
    'actions.redo': [{ actionIds: [first(theirs.agentActions).id] }],
    'actions.redoSession': [{ sessionId }],
    'actions.undoSession': [{ sessionId }],
    'notes.get': [{ noteId }],
    'notes.create': [
      { content: 'x', partId },
      { content: 'x', sessionId },
    ],
    'notes.update': [{ noteId, title: 'Mine now' }],
    'notes.delete': [{ noteId }],
    'safety.updateContact': [{ contactId: first(theirs.safetyContacts).id, name: 'Mine now' }],
    'safety.removeContact': [{ contactId: first(theirs.safetyContacts).id }],
    'safety.moveContact': [{ contactId: first(theirs.safetyContacts).id, direction: 'up' }],
    'jobs.retry': [{ updateId: first(theirs.memoryUpdates).id }],
    // A belief is known by what it is about and not by a row: these are told apart by whose memory it is looked for in.
    'memory.undo': [{ version: 1 }],
    'memory.why': [{ path: '/themes/0' }],
    'memory.edit': [{ beliefId: 'AAAAAAAAAAAAAAAA', text: 'Mine now' }],
    'memory.wrong': [{ beliefId: 'AAAAAAAAAAAAAAAA' }],
    'memory.never': [{ beliefId: 'AAAAAAAAAAAAAAAA' }],
    'memory.dropRule': [{ ruleId: first(theirs.memoryRules).id }],
    'forgetting.preview': targetsOfA(),
    'forgetting.forget': targetsOfA(),
    'map.keepPositions': [{ positions: [{ partId, x: 1, y: 1 }] }],
  };
};

/** Everything of A's that has an identifier. */
const targetsOfA = (): unknown[] =>
  [
    { kind: 'sentence', messageId: first(theirs.messages).id, start: 0, end: 4 },
    { kind: 'message', messageId: first(theirs.messages).id },
    { kind: 'session', sessionId: first(theirs.sessions).id },
    { kind: 'part', partId: first(theirs.parts).id },
    { kind: 'belief', beliefId: 'A'.repeat(16) },
  ].map((target) => ({ target }));

const callsWithoutIds = (): { [Name in RouteName]?: unknown[] } => ({
  'sessions.list': [{}],
  'sessions.active': [{}],
  'proposals.list': [{}, { sessionId: first(theirs.sessions).id }, { messageId: first(theirs.messages).id }, { state: 'open' }],
  'parts.list': [{}, { find: SECRET_WORD }, { sort: 'name' }],
  'parts.create': [{ name: 'Mine', attributes: { role: 'unknown' } }],
  'actions.list': [{}, { partId: first(theirs.parts).id }, { sessionId: first(theirs.sessions).id }],
  'map.get': [{}],
  'memory.get': [{}, { version: 0 }],
  'memory.log': [{}],
  'memory.diff': [{ from: 0, to: 0 }],
  'memory.restore': [{ version: 0 }],
  'memory.verify': [{}],
  'memory.repair': [{}],
  'memory.atOpening': [{}],
  'memory.rules': [{}],
  'map.forgetPositions': [{}],
  'forgetting.list': [{}],
  'forgetting.resume': [{}],
  'notes.list': [{}, { partId: first(theirs.parts).id }, { sessionId: first(theirs.sessions).id }],
  'providers.get': [{}],
  'providers.choose': [{ provider: { kind: 'anthropic', model: 'some-model' } }],
  'providers.keepKey': [{ kind: 'anthropic', key: 'mine' }],
  'providers.removeKey': [{ kind: 'anthropic' }],
  'providers.test': [{ server: { kind: 'anthropic' } }],
  'providers.preview': [{}, { model: { kind: 'anthropic', model: 'some-model' } }],
  'map.savePicture': [{ picture: { format: 'svg', content: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' } }],
  'safety.state': [{}],
  'safety.clear': [{}],
  'safety.plan': [{}],
  'safety.savePlan': [{ ...emptySafetyPlan, warningSigns: 'mine' }],
  'safety.contacts': [{}],
  'safety.addContact': [{ name: 'Mine' }],
  'jobs.list': [{}],
  'jobs.run': [{}],
  'settings.get': [{}],
  'settings.update': [{ theme: 'dark' }],
  'transfer.export': [{}],
  'database.check': [{}],
  'profiles.changePassphrase': [{ current: { kind: 'passphrase', passphrase }, next: passphrase }],
});

describe('one person’s calls in a database that holds two people', () => {
  it('are all in this test: a new route must be added to one of its two lists', () => {
    const persons = Object.entries(contract)
      .filter(([, route]) => route.access === 'person')
      .map(([name]) => name);
    expect([...Object.keys(callsNamingA()), ...Object.keys(callsWithoutIds())].toSorted()).toEqual(persons.toSorted());
  });

  it('answer NOT_FOUND to every id of the other person, and change nothing of theirs', async () => {
    const before = everythingOfA();
    for (const [route, inputs] of Object.entries(callsNamingA())) {
      for (const input of inputs) {
        const error = await core.refusal(route, input);
        expect({ route, code: error.code }).toEqual({ route, code: 'NOT_FOUND' });
        expect(JSON.stringify(error)).not.toContain(SECRET_WORD);
      }
    }
    expect(everythingOfA()).toBe(before);
  });

  it('never answer anything of the other person’s, and change nothing of theirs', async () => {
    const before = everythingOfA();
    for (const [route, inputs] of Object.entries(callsWithoutIds())) {
      for (const input of inputs) {
        const result = await core.call(route, input);
        expect({ route, ok: result.ok }).toEqual({ route, ok: true });
        expect(JSON.stringify(result)).not.toContain(SECRET_WORD);
      }
    }
    expect(everythingOfA()).toBe(before);
    expect(JSON.stringify(core.events)).not.toContain(SECRET_WORD);
  });

  it('export only their own rows', async () => {
    let exported = '';
    const exporting = testCore({
      dataDir: core.dataDir,
      saveFile: async ({ content }) => {
        for await (const piece of content) exported += piece;
        return { outcome: 'saved', fileName: 'x' };
      },
    });
    const profileId = (await core.ask('profiles.list', {})).profiles[0]?.id;
    await core.stop();
    await exporting.ask('profiles.unlock', { profileId: profileId ?? A, secret: { kind: 'passphrase', passphrase } });
    await exporting.ask('transfer.export', {});
    await exporting.stop();
    await core.ask('profiles.unlock', { profileId: profileId ?? A, secret: { kind: 'passphrase', passphrase } });
    expect(exported).toContain('trailhead-export');
    expect(exported).not.toContain(SECRET_WORD);
    expect(exported).not.toContain(A);
  });

  it('do not settle, see or take over replies the other person left unfinished', () => {
    expect(everythingOfA()).toContain('streaming');
  });
});

describe('the tables', () => {
  it('each have an owner, or are on the short list of those without one', () => {
    const connection = openConnection(join(folder, 'trailhead.db'), random.databaseKey(), { create: false });
    const tables = connection.sqlite
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all()
      .map(({ name }) => name);
    const owned: string[] = ownedTableNames.map((name) => getTableName(ownedTables[name]));
    expect(tables.toSorted()).toEqual([...owned, ...tablesWithoutOwner].toSorted());
    for (const name of ownedTableNames) {
      const column = connection.sqlite
        .prepare<[], { name: string; notnull: number; pk: number }>(`PRAGMA table_info(${getTableName(ownedTables[name])})`)
        .all()
        .find((candidate) => candidate.name === ownerColumnOf(name));
      expect(column && (column.notnull === 1 || column.pk === 1), `${name} has a NOT NULL owner`).toBe(true);
    }
    connection.close();
  });

  it('are all filled for the other person, so that none is checked while empty', () => {
    expect(ownedTableNames.filter((name) => theirs[name].length === 0)).toEqual([]);
  });
});

it('keeps both people’s words unreadable on the disk', () => {
  for (const name of ['trailhead.db', 'trailhead.db-wal']) {
    const file = join(folder, name);
    if (existsSync(file)) expect(readFileSync(file).includes(SECRET_WORD)).toBe(false);
  }
});
