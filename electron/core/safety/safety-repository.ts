import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SafetyContact, SafetyFlag, SafetyPlan } from '../../../shared/entities/safety.ts';
import type { SafetyContactId, SafetyPlanId, SessionId } from '../../../shared/ids.ts';
import type { RepositoryFactory } from '../db/owner-scope.ts';
import { safetyContacts, safetyFlags, safetyPlans } from '../db/schema.ts';

/** A contact and its place in the list. Places grow along the list; two can be the same after an undo. */
export type PlacedContact = SafetyContact & { position: number };

export type SafetyRepository = {
  /** What was not said to be over, newest first. */
  openFlags(): SafetyFlag[];
  /** What was noticed in a session, over or not, oldest first. */
  flagsIn(sessionId: SessionId): SafetyFlag[];
  /** How many there ever were. */
  flagsEver(): number;
  plan(): { id: SafetyPlanId; content: SafetyPlan } | undefined;
  /** In the person's own order. */
  contacts(): PlacedContact[];
  contact(id: SafetyContactId): SafetyContact | undefined;
};

export const safetyRepository: RepositoryFactory<SafetyRepository> = ({ owns, prepare, reader }) => {
  const flagColumns = {
    id: safetyFlags.id,
    label: safetyFlags.label,
    sessionId: safetyFlags.sessionId,
    messageId: safetyFlags.messageId,
    raisedAt: safetyFlags.raisedAt,
    clearedAt: safetyFlags.clearedAt,
  };
  const open = prepare(
    flagColumns,
    reader
      .select(flagColumns)
      .from(safetyFlags)
      .where(and(owns(safetyFlags), isNull(safetyFlags.clearedAt)))
      .orderBy(desc(safetyFlags.raisedAt), desc(safetyFlags.id)),
  );
  const inSession = prepare(
    flagColumns,
    reader
      .select(flagColumns)
      .from(safetyFlags)
      .where(and(owns(safetyFlags), eq(safetyFlags.sessionId, sql.placeholder('sessionId'))))
      .orderBy(asc(safetyFlags.raisedAt), asc(safetyFlags.id)),
  );
  const counted = { flags: count() };
  const ever = prepare(counted, reader.select(counted).from(safetyFlags).where(owns(safetyFlags)));
  const planColumns = { id: safetyPlans.id, content: safetyPlans.content };
  const plan = prepare(planColumns, reader.select(planColumns).from(safetyPlans).where(owns(safetyPlans)));
  const contactColumns = {
    id: safetyContacts.id,
    name: safetyContacts.name,
    phone: safetyContacts.phone,
    notes: safetyContacts.notes,
    position: safetyContacts.position,
  };
  const contacts = prepare(
    contactColumns,
    reader
      .select(contactColumns)
      .from(safetyContacts)
      .where(owns(safetyContacts))
      .orderBy(asc(safetyContacts.position), asc(safetyContacts.id)),
  );
  const { position: _position, ...withoutPlace } = contactColumns;
  const contact = prepare(
    withoutPlace,
    reader
      .select(withoutPlace)
      .from(safetyContacts)
      .where(and(owns(safetyContacts), eq(safetyContacts.id, sql.placeholder('id')))),
  );
  return {
    openFlags: () => open.all(),
    flagsIn: (sessionId) => inSession.all({ sessionId }),
    flagsEver: () => ever.get()?.flags ?? 0,
    plan: () => plan.get(),
    contacts: () => contacts.all(),
    contact: (id) => contact.get({ id }),
  };
};
