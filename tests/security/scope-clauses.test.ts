import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionRepository } from '../../electron/core/actions/action-repository.ts';
import { type Connection, openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { type OwnerScope, type RepositoryFactory, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { assessmentRepository } from '../../electron/core/assessments/assessment-repository.ts';
import { forgettingRepository } from '../../electron/core/forgetting/forgetting-repository.ts';
import { materialRepository } from '../../electron/core/memory/material-repository.ts';
import { ruleRepository } from '../../electron/core/memory/rule-repository.ts';
import { snapshotRepository } from '../../electron/core/memory/snapshot-repository.ts';
import { mapRepository } from '../../electron/core/map/map-repository.ts';
import { queueRepository } from '../../electron/core/memory/queue-repository.ts';
import { jobRunRepository } from '../../electron/core/scheduler/job-run-repository.ts';
import { noteRepository } from '../../electron/core/notes/note-repository.ts';
import { keyRepository } from '../../electron/core/providers/key-repository.ts';
import { relationshipRepository } from '../../electron/core/relationships/relationship-repository.ts';
import { partRepository } from '../../electron/core/parts/part-repository.ts';
import { privacyRepository } from '../../electron/core/privacy/privacy-repository.ts';
import { proposalRepository } from '../../electron/core/proposals/proposal-repository.ts';
import { draftRepository } from '../../electron/core/sessions/draft-repository.ts';
import { safetyRepository } from '../../electron/core/safety/safety-repository.ts';
import { messageRepository } from '../../electron/core/sessions/message-repository.ts';
import { sessionRepository } from '../../electron/core/sessions/session-repository.ts';
import type { GuideState, MessageMetadata } from '../../shared/entities/session.ts';
import { ActionId, ForgettingId, MemoryRuleId, MessageId, PrivateFlagId, SafetyFlagId, SessionId, UserId } from '../../shared/ids.ts';
import { monday, temporaryFolder, testIds } from '../support/test-core.ts';
import { type Rows, SECRET_WORD, insertRows, rowsOfEveryKind } from '../support/rows-of-every-kind.ts';

/**
 * Takes the owner's condition out of the repositories' queries, one at a time, and looks whether a person then sees somebody else's rows.
 * If they do not, either the condition is not needed or nothing would notice its absence: both are wrong.
 */
const A = UserId.parse('01800000-0000-7000-8000-00000000000a');
const B = UserId.parse('01800000-0000-7000-8000-00000000000b');
let connection: Connection;
let theirs: Rows;

beforeAll(async () => {
  connection = openConnection(join(temporaryFolder(), 'trailhead.db'), Buffer.alloc(32, 1), { create: true });
  await migrate(connection, readMigrations(join(import.meta.dirname, '..', '..', 'migrations')), async () => undefined);
  const scopes = createOwnerScopes(connection);
  theirs = rowsOfEveryKind(A, testIds(), monday, 1);
  // Something the companion did, too.
  const [done] = theirs.agentActions;
  if (done) {
    const id = ActionId.parse(testIds(9000).next());
    theirs.agentActions.push({
      ...done,
      revision: 2,
      id,
      payload: { ...done.payload, actor: 'agent' },
      result: { ...done.result, revision: 2 },
    });
  }
  // And a session and a part with evidence that are kept private.
  const more = testIds(9500);
  const [session] = theirs.sessions;
  const [part] = theirs.parts;
  if (session && part) {
    const flag = () => ({ id: PrivateFlagId.parse(more.next()), userId: A, createdAt: monday });
    theirs.privateFlags.push({ ...flag(), partId: null, sessionId: session.id }, { ...flag(), partId: part.id, sessionId: null });
  }
  // A draft, which the rows of a frozen database did not have.
  const [state] = theirs.viewStates;
  if (state) theirs.viewStates.push({ ...state, id: testIds(9300).next(), name: `draft.${id('sessions')}`, value: SECRET_WORD });
  // A forgetting that is under way, a session with a part and a line that is spoken as one, too.
  const [forgetting] = theirs.forgettings;
  if (forgetting)
    theirs.forgettings.push({ ...forgetting, id: ForgettingId.parse(testIds(9400).next()), step: 'traces', finishedAt: null });
  const [begun] = theirs.sessions;
  if (begun && part) theirs.sessions.push({ ...begun, id: SessionId.parse(testIds(9200).next()), metadata: { partId: part.id } });
  const [line] = theirs.messages;
  if (line && part) {
    const metadata: MessageMetadata = { delivery: 'complete', speaker: { kind: 'part', partId: part.id, name: part.name } };
    theirs.messages.push({ ...line, id: MessageId.parse(testIds(9600).next()), metadata, sequence: 4 });
  }
  // An update somebody is at, and a version that took something out, too.
  const [update] = theirs.memoryUpdates;
  if (update) Object.assign(update, { leaseHolder: SECRET_WORD, leasedUntil: monday });
  const [version] = theirs.userMemorySnapshots;
  if (version && part) version.metadata.gone = [part.id];
  // A hard moment that is not over, too.
  const [over] = theirs.safetyFlags;
  if (over) theirs.safetyFlags.push({ ...over, id: SafetyFlagId.parse(testIds(9001).next()), clearedAt: null });
  const [message] = theirs.messages;
  if (message && part) {
    const guide: GuideState = { mode: 'six_fs', step: 'fear', partId: part.id, used: [], remembered: [message.id] };
    const speaker = { kind: 'part' as const, partId: part.id, name: part.name };
    const metadata: MessageMetadata = { delivery: 'complete', guide, introduced: 'introduction.0', speaker };
    theirs.messages.push({ ...message, id: MessageId.parse(testIds(9100).next()), role: 'assistant', metadata, sequence: 3 });
  }
  insertRows(scopes(A), theirs);
});
afterAll(() => connection.close());

const id = <Name extends keyof Rows>(name: Name): Rows[Name][number]['id'] => {
  const [row] = theirs[name];
  if (!row) throw new Error(`Nobody has a row in ${name}.`);
  return row.id;
};

/** Everything a repository can be asked, with the other person's ids and words. */
const questions: { [name: string]: ReturnType<typeof ask> } = {
  sessions: ask(sessionRepository, (sessions) => [
    sessions.list({ limit: 10 }),
    sessions.get(id('sessions')),
    sessions.active(),
    sessions.firstWords(id('sessions')),
  ]),
  messages: ask(messageRepository, (messages) => [
    messages.get(id('messages')),
    messages.before(id('sessions'), 1000, 10),
    messages.after(id('sessions'), 0, 10),
    messages.last(id('sessions')),
    messages.last(id('sessions'), 'user'),
    messages.matching(id('sessions'), SECRET_WORD, 0, 10),
    messages.matchingAnywhere(SECRET_WORD, 10),
    messages.unfinished(),
    messages.repliesBy('guide'),
    messages.repliesBefore(1000, 10),
    messages.lastWalk(id('parts'), 1000),
    messages.lastIntroduction(),
    messages.writtenFrom(0),
    messages.byPerson(id('sessions'), 10),
    messages.idsOf(id('sessions')),
    messages.nextSequence(),
  ]),
  parts: ask(partRepository, (parts) => [
    parts.list({ limit: 10, sort: 'changed' }, 0),
    parts.get(id('parts'), 0),
    parts.named(`the ${SECRET_WORD}`),
    parts.namesakes(`the ${SECRET_WORD}`),
    parts.evidence(id('parts')),
    parts.evidencePage(id('parts'), undefined, 10),
    parts.standing(id('parts')),
    parts.recognisable(),
    parts.names(),
    parts.newestWords(id('parts')),
  ]),
  proposals: ask(proposalRepository, (proposals) => [
    proposals.list({ limit: 10 }),
    proposals.get(id('proposals')),
    proposals.unansweredOf(id('messages')),
    proposals.forWords('part', theirs.proposals[0]?.quote ?? ''),
  ]),
  actions: ask(actionRepository, (actions) => [
    actions.latestRevision(),
    actions.get(id('agentActions')),
    actions.list({ limit: 10 }),
    actions.laterThan(0, `/messages/${id('messages')}`),
    actions.lastTouched(`/messages/${id('messages')}`),
    actions.companionActionsOf(id('sessions')),
    actions.mentioning(`/messages/${id('messages')}`),
    actions.ofSession(id('sessions')),
    actions.memoryUpdate('session', id('sessions')),
  ]),
  relationships: ask(relationshipRepository, (relationships) => [
    relationships.get(id('partRelationships')),
    relationships.all(),
    relationships.ofPart(id('parts')),
    relationships.between(id('parts'), theirs.parts[1]?.id ?? id('parts'), 'protector-exile'),
  ]),
  assessments: ask(assessmentRepository, (assessments) => [assessments.get(id('partAssessments')), assessments.ofPart(id('parts'))]),
  notes: ask(noteRepository, (notes) => [notes.get(id('notes')), notes.list({ limit: 10 })]),
  keys: ask(keyRepository, (keys) => [keys.of('anthropic')]),
  drafts: ask(draftRepository, (drafts) => [drafts.get(id('sessions'))]),
  privacy: ask(privacyRepository, (privacy) => [
    privacy.flagOf({ partId: theirs.parts[1]?.id ?? id('parts') }),
    privacy.flagOf({ sessionId: id('sessions') }),
    privacy.parts(),
    privacy.sessions(),
    privacy.messages(),
  ]),
  safety: ask(safetyRepository, (safety) => [
    safety.openFlags(),
    safety.flagsEver(),
    safety.flagsIn(id('sessions')),
    safety.plan(),
    safety.contacts(),
    safety.contact(id('safetyContacts')),
  ]),
  material: ask(materialRepository, (material) => [
    material.evidenceIn(id('sessions')),
    material.spokeBetween(0, monday + 1, id('insights')),
    material.checkInsBetween(0, monday + 1, id('insights')),
  ]),
  queue: ask(queueRepository, (queue) => [
    queue.get(id('memoryUpdates')),
    queue.due(monday),
    queue.nextDueAt(monday),
    queue.waiting(10),
    queue.waitingCount(),
    queue.failed(),
  ]),
  'job runs': ask(jobRunRepository, (runs) => [
    runs.newest(10),
    runs.last('drain_memory'),
    runs.beyond('drain_memory', 0),
    runs.lastChangeAt(),
  ]),
  'the memory': ask(snapshotRepository, (snapshots) => [
    snapshots.latest(),
    snapshots.checkpointUpTo(1),
    snapshots.head(1),
    snapshots.between(1, 1),
    snapshots.steps(1, 1),
    snapshots.takenOut(0),
    snapshots.log(2, 10),
    snapshots.raw(1, 10),
  ]),
  'rules of the memory': ask(ruleRepository, (rules) => [
    rules.list(),
    rules.about('never', theirs.memoryRules[0]?.digest ?? ''),
    rules.wordsOf({ id: MemoryRuleId.parse(testIds(9700).next()), kind: 'never', createdAt: monday }),
  ]),
  forgettings: ask(forgettingRepository, (forgettings) => [
    forgettings.get(id('forgettings')),
    forgettings.unfinished(),
    forgettings.finished(10),
    [...forgettings.holding(SECRET_WORD)],
    forgettings.writtenBetween(0, monday),
    forgettings.recordedBetween(0, monday),
    forgettings.sessionsStartedBetween(0, monday),
    forgettings.notesWrittenBetween(0, monday),
    forgettings.draftsKeptBetween(0, monday),
    forgettings.checkInsOn('2026-03-02'),
    forgettings.naming(id('parts'), SECRET_WORD),
    forgettings.telling(),
    forgettings.repliesWith(SECRET_WORD),
    forgettings.sessionsWith(id('parts')),
    forgettings.offeredAs(`The ${SECRET_WORD}`),
    forgettings.insights(),
    forgettings.notesIn(id('sessions')),
    forgettings.updatesUnderWay(),
    forgettings.count('messages'),
    forgettings.some('messages', 10),
  ]),
  map: ask(mapRepository, (map) => [map.parts(0), map.kept()]),
};

function ask<Repository extends object>(
  factory: RepositoryFactory<Repository>,
  questionsOf: (repository: Repository) => unknown,
): (scope: OwnerScope) => { answers: unknown; unasked: string[] } {
  return (scope) => {
    const repository = factory(scope);
    const unasked = new Set(Object.keys(repository));
    const watched = new Proxy(repository, {
      get(target, name, receiver): unknown {
        unasked.delete(String(name));
        return Reflect.get(target, name, receiver);
      },
    });
    return { answers: questionsOf(watched), unasked: [...unasked] };
  };
}

/** B's scope, in which the condition asked for as number `removed` is missing. Also tells how many conditions were asked for. */
function scopeWithout(removed: number): { scope: OwnerScope; asked: () => number } {
  const scope = createOwnerScopes(connection)(B);
  let asked = 0;
  return {
    scope: {
      ...scope,
      owns: (table) => {
        asked += 1;
        return asked - 1 === removed ? sql`true` : scope.owns(table);
      },
    },
    asked: () => asked,
  };
}

describe.each(Object.entries(questions))('the queries of %s', (_name, answerAll) => {
  it('answer nothing of another person’s', () => {
    const { scope, asked } = scopeWithout(-1);
    const { answers, unasked } = answerAll(scope);
    expect(unasked, 'questions nobody asks here').toEqual([]);
    expect(JSON.stringify(answers)).not.toContain(SECRET_WORD);
    expect(asked()).toBeGreaterThan(0);
  });

  it('would each answer it without their owner’s condition', () => {
    const whole = scopeWithout(-1);
    const expected = JSON.stringify(answerAll(whole.scope));
    for (let removed = 0; removed < whole.asked(); removed += 1) {
      expect(JSON.stringify(answerAll(scopeWithout(removed).scope)), `condition ${removed} is needed and missed`).not.toBe(expected);
    }
  });
});

it('asks every repository there is', () => {
  const core = join(import.meta.dirname, '..', '..', 'electron', 'core');
  const repositories = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-repository.ts'));
  expect(repositories.length).toBe(Object.keys(questions).length);
});
