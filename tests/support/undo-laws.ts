import fc from 'fast-check';
import { getTableName } from 'drizzle-orm';
import type { ActionBus, Performed } from '../../electron/core/actions/action-bus.ts';
import { createActionBus } from '../../electron/core/actions/action-bus.ts';
import type { Actor } from '../../electron/core/actions/actor.ts';
import { deleteAssessment, recordAssessment } from '../../electron/core/assessments/assessment-actions.ts';
import { ownerColumnOf } from '../../electron/core/db/guards.ts';
import type { OwnerScope } from '../../electron/core/db/owner-scope.ts';
import { ownedTables } from '../../electron/core/db/schema.ts';
import { Failure } from '../../electron/core/failure.ts';
import { actionDefinitions, derivations } from '../../electron/core/open-profile.ts';
import { createNote, deleteNote, updateNote } from '../../electron/core/notes/note-actions.ts';
import {
  addPartEvidence,
  createPart,
  removePartEvidence,
  setPartStatus,
  splitPart,
  updatePart,
} from '../../electron/core/parts/part-actions.ts';
import { deletePart, mergeParts } from '../../electron/core/parts/part-unions.ts';
import { setPrivate, unsetPrivate } from '../../electron/core/privacy/privacy-actions.ts';
import { acceptProposal, proposePart, proposeRelationship, setProposalAside } from '../../electron/core/proposals/proposal-actions.ts';
import { createRelationship, deleteRelationship, updateRelationship } from '../../electron/core/relationships/relationship-actions.ts';
import {
  clearSafetyFlag,
  createSafetyContact,
  deleteSafetyContact,
  moveSafetyContact,
  raiseSafetyFlag,
  saveSafetyPlan,
  updateSafetyContact,
} from '../../electron/core/safety/safety-actions.ts';
import {
  markMessage,
  postMessage,
  renameSession,
  setSessionMode,
  setSessionRemembered,
  startSession,
} from '../../electron/core/sessions/session-actions.ts';
import { createUser, updateSettings } from '../../electron/core/settings/settings-actions.ts';
import { actorKinds } from '../../shared/entities/action.ts';
import type { Judgement } from '../../shared/entities/assessment.ts';
import { evidenceKinds, partRoles, partStatuses } from '../../shared/entities/part.ts';
import { noteKinds } from '../../shared/entities/note.ts';
import { sessionModes } from '../../shared/entities/session.ts';
import { relationshipTypes } from '../../shared/entities/relationship.ts';
import { emptySafetyPlan } from '../../shared/entities/safety.ts';
import {
  AssessmentId,
  EvidenceId,
  type MessageId,
  PartId,
  type SessionId,
  ProposalId,
  RelationshipId,
  SafetyContactId,
  UserId,
  type ActionId,
  NoteId,
} from '../../shared/ids.ts';
import { ownedTableNames } from './rows-of-every-kind.ts';
import { testClock } from './test-core.ts';
import { type TestDatabase, newestSchema, testDatabase } from './test-database.ts';

/** A step somebody may take. Numbers choose among what is there at that moment, so that any list of steps can be walked. */
export type Step = { kind: number; actor: number; one: number; two: number; three: number };

export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(24),
  actor: fc.nat(9),
  one: fc.nat(1000),
  two: fc.nat(1000),
  three: fc.nat(1000),
});

export type Playground = {
  database: TestDatabase;
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  /** A new person with one session and one message. */
  newPerson(): Person;
};

export type Person = {
  actor: Actor;
  /** Takes a step. Answers the action it made, or null when the step was refused or there was nothing to take it with. */
  take(step: Step): ActionId | null;
  /** All domain rows of this person, as text. Not the audit trail and not indexes. */
  domain(): string;
};

/** One database in which many people's random lives are played, one after the other. */
export async function playground(): Promise<Playground> {
  const database = await testDatabase();
  // Durability is proved elsewhere; here thousands of lives are lived.
  database.connection.sqlite.pragma('synchronous = OFF');
  const clock = testClock();
  const scopeOf = (actor: Actor) => database.scopeOf(actor.userId);
  const bus = createActionBus({
    scopeOf,
    definitions: actionDefinitions,
    derivations,
    upcast: (patch) => patch,
    schemaVersion: newestSchema,
    clock,
    ids: database.ids,
    onCommit: () => undefined,
  });
  const tables = ownedTableNames
    .filter((name) => !['agentActions', 'messages', 'viewStates', 'memoryUpdates'].includes(name))
    .map((name) =>
      database.connection.sqlite.prepare(`SELECT * FROM "${getTableName(ownedTables[name])}" WHERE ${ownerColumnOf(name)} = ? ORDER BY id`),
    );
  const sessionModesOf = database.connection.sqlite.prepare(
    "SELECT id, metadata ->> '$.mode', metadata ->> '$.partId' FROM sessions WHERE user_id = ? ORDER BY id",
  );
  const messages = database.connection.sqlite.prepare('SELECT * FROM messages WHERE user_id = ? ORDER BY id');

  return {
    database,
    bus,
    scopeOf,
    newPerson() {
      const actor: Actor = { kind: 'user', userId: UserId.parse(database.ids.next()) };
      bus.perform(actor, createUser, {});
      const sessionId = bus.perform(actor, startSession, {}).value;
      const metadata = { delivery: 'complete' as const };
      const messageId = bus.perform(actor, postMessage, { sessionId, role: 'user', content: 'one two three', metadata }).value;
      bus.perform({ kind: 'agent', userId: actor.userId }, raiseSafetyFlag, { label: 'crisis', messageId });
      const idsIn = (table: string, condition = 'true'): string[] =>
        database.connection.sqlite
          .prepare<[string], string>(`SELECT id FROM ${table} WHERE user_id = ? AND ${condition} ORDER BY id`)
          .pluck()
          .all(actor.userId);
      return {
        actor,
        take(step) {
          clock.advance(step.three % 3);
          const kind = actorKinds[step.actor < 6 ? 0 : step.actor < 8 ? 1 : 2] ?? 'user';
          try {
            return perform(bus, { kind, userId: actor.userId }, step, { idsIn, messageId, sessionId })?.actionId ?? null;
          } catch (error) {
            if (error instanceof Failure) return null;
            throw error;
          }
        },
        domain: () =>
          JSON.stringify([...tables.map((table) => table.all(actor.userId)), sessionModesOf.all(actor.userId), messages.all(actor.userId)]),
      };
    },
  };
}

const pick = <Item>(items: readonly Item[], choice: number): Item | undefined => items[choice % Math.max(1, items.length)];

function perform(
  bus: ActionBus,
  actor: Actor,
  { kind, one, two, three }: Step,
  { idsIn, messageId, sessionId }: { idsIn: (table: string, condition?: string) => string[]; messageId: MessageId; sessionId: SessionId },
): Performed<unknown> | null {
  const part = (choice: number): PartId => PartId.parse(pick(idsIn('parts'), choice));
  const has = (table: string): boolean => idsIn(table).length > 0;
  const evidenceOf = (partId: PartId): EvidenceId[] => idsIn('part_evidence', `part_id = '${partId}'`).map((id) => EvidenceId.parse(id));
  const name = `Part ${one % 7}`;
  const role = pick(partRoles, two) ?? 'unknown';
  if (kind !== 0 && kind < 11 && !has('parts')) return bus.perform(actor, createPart, { name, attributes: { role } });
  switch (kind) {
    case 0:
      return bus.perform(actor, createPart, { name, attributes: { role } });
    case 1:
      return bus.perform(actor, updatePart, {
        partId: part(one),
        ...(two % 2 === 0 ? { name: `Part ${three % 7}` } : { story: `Story ${three % 5}` }),
        ...(three % 3 === 0 && { attributes: { role, fears: [`${three % 4}`] } }),
      });
    case 2:
      return bus.perform(actor, addPartEvidence, {
        partId: part(one),
        kind: pick(evidenceKinds, two) ?? 'body',
        quote: 'one two',
        messageId: three % 2 === 0 ? messageId : null,
      });
    case 3:
      return has('part_evidence')
        ? bus.perform(actor, removePartEvidence, { evidenceId: EvidenceId.parse(pick(idsIn('part_evidence'), one)) })
        : null;
    case 4:
      return bus.perform(actor, setPartStatus, { partId: part(one), status: pick(partStatuses, two) ?? 'active' });
    case 5:
      return bus.perform(actor, mergeParts, { partId: part(one), intoPartId: part(two) });
    case 6: {
      const evidence = idsIn('part_evidence').map((id) => EvidenceId.parse(id));
      return evidence.length > 0
        ? bus.perform(actor, splitPart, {
            partId: part(one),
            evidenceIds: evidence.slice(0, 1 + (two % 2)),
            name: `Split ${three % 5}`,
            role,
          })
        : null;
    }
    case 7:
      return bus.perform(actor, deletePart, { partId: part(one) });
    case 8: {
      const type = pick(relationshipTypes, three) ?? 'allied';
      const level = type === 'polarized' ? three % 11 : 0;
      return bus.perform(actor, createRelationship, { fromPartId: part(one), toPartId: part(two), type, level, notes: '' });
    }
    case 9: {
      const relationship = pick(idsIn('part_relationships'), one);
      if (relationship === undefined) return null;
      const relationshipId = RelationshipId.parse(relationship);
      return two % 3 === 0
        ? bus.perform(actor, deleteRelationship, { relationshipId })
        : bus.perform(actor, updateRelationship, { relationshipId, notes: `Note ${three % 4}` });
    }
    case 10: {
      const assessment = pick(idsIn('part_assessments'), one);
      if (two % 3 === 0 && assessment !== undefined)
        return bus.perform(actor, deleteAssessment, { assessmentId: AssessmentId.parse(assessment) });
      const judgement: Judgement =
        two % 2 === 0 ? { type: 'identification', score: (three % 11) / 10 } : { type: 'six_fs', reached: 'focus' };
      return bus.perform(actor, recordAssessment, {
        partId: part(one),
        judgement,
        note: '',
        evidenceIds: evidenceOf(part(one)).slice(0, three % 3),
      });
    }
    case 11:
      return bus.perform(actor, proposePart, { messageId, name: `Part ${three % 7}`, role, quote: 'two three', confidence: 0.5 });
    case 12: {
      const proposal = pick(idsIn('proposals'), one);
      if (proposal === undefined) return null;
      const proposalId = ProposalId.parse(proposal);
      return two % 3 === 0
        ? bus.perform(actor, setProposalAside, { proposalId, state: three % 2 === 0 ? 'declined' : 'later' })
        : bus.perform(actor, acceptProposal, { proposalId });
    }
    case 13: {
      const proposal = pick(idsIn('proposals'), one);
      if (proposal === undefined) return null;
      return bus.perform(actor, markMessage, {
        messageId,
        marks: [{ start: 0, end: 1 + (two % 9), role, proposalId: ProposalId.parse(proposal) }],
      });
    }
    case 14: {
      const type = pick(relationshipTypes, three) ?? 'allied';
      const level = type === 'polarized' ? three % 11 : 0;
      if (!has('parts')) return null;
      const offer = { messageId, fromPartId: part(one), toPartId: part(two), type, level, quote: 'one three', confidence: 0.5 };
      return bus.perform(actor, proposeRelationship, offer);
    }
    case 15:
      return bus.perform(actor, saveSafetyPlan, {
        ...emptySafetyPlan,
        warningSigns: `Sign ${one % 3}`,
        worthLivingFor: `Worth ${two % 3}`,
      });
    case 16: {
      const contact = pick(idsIn('safety_contacts'), one);
      const contactId = SafetyContactId.safeParse(contact).data;
      if (contactId === undefined || two % 3 === 0)
        return bus.perform(actor, createSafetyContact, { name, phone: `${three % 9}`, notes: '' });
      return two % 3 === 1
        ? bus.perform(actor, updateSafetyContact, { contactId, phone: `${three % 9}` })
        : bus.perform(actor, deleteSafetyContact, { contactId });
    }
    case 17: {
      const contact = pick(idsIn('safety_contacts'), one);
      if (contact === undefined) return null;
      const contactId = SafetyContactId.parse(contact);
      return bus.perform(actor, moveSafetyContact, { contactId, direction: two % 2 === 0 ? 'up' : 'down' });
    }
    case 18:
      return bus.perform(actor, clearSafetyFlag, {});
    case 19: {
      const mode = pick(sessionModes, two) ?? 'write';
      return bus.perform(actor, setSessionMode, { sessionId, mode, partId: has('parts') && mode !== 'write' ? part(one) : null });
    }
    case 20:
      return bus.perform(actor, createNote, {
        kind: pick(noteKinds, two) ?? 'note',
        partId: has('parts') && three % 2 === 0 ? part(one) : null,
        sessionId: three % 3 === 0 ? sessionId : null,
        title: `Note ${three % 5}`,
        content: 'one two',
      });
    case 21: {
      const note = pick(idsIn('notes'), one);
      if (note === undefined) return null;
      const noteId = NoteId.parse(note);
      return two % 3 === 0
        ? bus.perform(actor, deleteNote, { noteId })
        : bus.perform(actor, updateNote, {
            noteId,
            ...(three % 2 === 0 ? { title: `Title ${three % 5}` } : { content: `Note ${three % 5}` }),
          });
    }
    case 22: {
      const thing = three % 3 === 0 || !has('parts') ? { sessionId } : { partId: part(one) };
      return bus.perform(actor, two % 2 === 0 ? setPrivate : unsetPrivate, thing);
    }
    case 23:
      return two % 2 === 0
        ? bus.perform(actor, renameSession, { sessionId, title: `Title ${three % 4}` })
        : bus.perform(actor, setSessionRemembered, { sessionId, remembered: three % 2 === 0 });
    default:
      return bus.perform(
        actor,
        updateSettings,
        two % 2 === 0 ? { theme: three % 2 === 0 ? 'dark' : 'light' } : { idleMinutes: 5 + (three % 50) },
      );
  }
}
