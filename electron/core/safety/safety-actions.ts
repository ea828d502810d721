import { z } from 'zod';
import { ContactName, ContactNotes, ContactPhone, SAFETY_CONTACTS_MAX, SafetyLabel, SafetyPlan } from '../../../shared/entities/safety.ts';
import { MessageId, SafetyContactId, SafetyFlagId, SafetyPlanId } from '../../../shared/ids.ts';
import { defineAction } from '../actions/action.ts';
import type { Derivation } from '../actions/derivation.ts';
import { Failure, notFound } from '../failure.ts';
import { safetyRepository } from './safety-repository.ts';

/**
 * Notes that someone may be in danger, by words found in a message. It is the machine's doing and can't be taken back from it:
 * only the person ends it, with `clear_safety_flag`.
 */
export const raiseSafetyFlag = defineAction({
  type: 'raise_safety_flag',
  entityType: 'safety_flag',
  undoable: false,
  input: z.strictObject({ label: SafetyLabel, messageId: MessageId }),
  perform({ actor, ids, ledger, now }, { label, messageId }) {
    const message = ledger.get('messages', messageId);
    if (!message) throw notFound('This message');
    const { sessionId } = message;
    const id = SafetyFlagId.parse(ids.next());
    ledger.insert('safetyFlags', { id, userId: actor.userId, label, sessionId, messageId, raisedAt: now, clearedAt: null });
    return { value: id, entityId: id, sessionId };
  },
});

/** The person's own word that it is over: every open flag at once. Nobody else can give it. */
export const clearSafetyFlag = defineAction({
  type: 'clear_safety_flag',
  entityType: 'safety_flag',
  undoable: true,
  input: z.strictObject({}),
  perform({ actor, ledger, now, scope }) {
    if (actor.kind !== 'user') throw new Failure('CONFLICT', 'Only the person themselves can say so.');
    const open = scope.use(safetyRepository).openFlags();
    const [newest] = open;
    if (!newest) throw new Failure('CONFLICT', 'There is nothing open to end.');
    for (const { id } of open) ledger.update('safetyFlags', id, { clearedAt: now });
    return { value: newest.id, entityId: newest.id, sessionId: null };
  },
});

/** There is one plan a person: a second one can't come to be by a redo. Nothing of it follows from other rows. */
export const safetyPlanDerivation: Derivation = {
  table: 'safetyPlans',
  fields: [],
  rivalFields: ['content'],
  affectedBy: () => [],
  claimOf: () => 'the plan',
  rivalsOf(scope) {
    const plan = scope.use(safetyRepository).plan();
    return plan ? [plan.id] : [];
  },
  settle: () => undefined,
};

/** Keeps the whole plan as it is now. */
export const saveSafetyPlan = defineAction({
  type: 'save_safety_plan',
  entityType: 'safety_plan',
  undoable: true,
  input: SafetyPlan,
  perform({ actor, ids, ledger, now, scope }, content) {
    const known = scope.use(safetyRepository).plan();
    if (known) ledger.update('safetyPlans', known.id, { content, updatedAt: now });
    const id = known?.id ?? SafetyPlanId.parse(ids.next());
    if (!known) ledger.insert('safetyPlans', { id, userId: actor.userId, content, createdAt: now, updatedAt: now });
    return { value: id, entityId: id, sessionId: null };
  },
});

export const createSafetyContact = defineAction({
  type: 'create_safety_contact',
  entityType: 'safety_contact',
  undoable: true,
  input: z.strictObject({ name: ContactName, phone: ContactPhone, notes: ContactNotes }),
  perform({ actor, ids, ledger, now, scope }, contact) {
    const others = scope.use(safetyRepository).contacts();
    if (others.length >= SAFETY_CONTACTS_MAX)
      throw new Failure('CONFLICT', `The list holds ${SAFETY_CONTACTS_MAX} people already. Remove one to add another.`);
    const id = SafetyContactId.parse(ids.next());
    const position = (others.at(-1)?.position ?? -1) + 1;
    ledger.insert('safetyContacts', { id, userId: actor.userId, ...contact, position, createdAt: now, updatedAt: now });
    return { value: id, entityId: id, sessionId: null };
  },
});

export const updateSafetyContact = defineAction({
  type: 'update_safety_contact',
  entityType: 'safety_contact',
  undoable: true,
  input: z.strictObject({
    contactId: SafetyContactId,
    name: ContactName.optional(),
    phone: ContactPhone.optional(),
    notes: ContactNotes.optional(),
  }),
  perform({ ledger, now }, { contactId, name, phone, notes }) {
    if (!ledger.get('safetyContacts', contactId)) throw notFound('This contact');
    ledger.update('safetyContacts', contactId, {
      ...(name !== undefined && { name }),
      ...(phone !== undefined && { phone }),
      ...(notes !== undefined && { notes }),
      updatedAt: now,
    });
    return { value: contactId, entityId: contactId, sessionId: null };
  },
});

export const deleteSafetyContact = defineAction({
  type: 'delete_safety_contact',
  entityType: 'safety_contact',
  undoable: true,
  input: z.strictObject({ contactId: SafetyContactId }),
  perform({ ledger }, { contactId }) {
    if (!ledger.get('safetyContacts', contactId)) throw notFound('This contact');
    ledger.remove('safetyContacts', contactId);
    return { value: contactId, entityId: contactId, sessionId: null };
  },
});

/** Changes places with the neighbour. Places are counted anew, so that two that came to share one are told apart again. */
export const moveSafetyContact = defineAction({
  type: 'move_safety_contact',
  entityType: 'safety_contact',
  undoable: true,
  input: z.strictObject({ contactId: SafetyContactId, direction: z.enum(['up', 'down']) }),
  perform({ ledger, now, scope }, { contactId, direction }) {
    const contacts = scope.use(safetyRepository).contacts();
    const from = contacts.findIndex(({ id }) => id === contactId);
    const moved = contacts[from];
    if (!moved) throw notFound('This contact');
    const to = direction === 'up' ? from - 1 : from + 1;
    if (!contacts[to]) throw new Failure('CONFLICT', `This contact is the ${direction === 'up' ? 'first' : 'last'} one already.`);
    for (const [position, { id, position: before }] of contacts.toSpliced(from, 1).toSpliced(to, 0, moved).entries())
      if (position !== before) ledger.update('safetyContacts', id, { position, updatedAt: now });
    return { value: contactId, entityId: contactId, sessionId: null };
  },
});

export const safetyActions = [
  raiseSafetyFlag,
  clearSafetyFlag,
  saveSafetyPlan,
  createSafetyContact,
  updateSafetyContact,
  deleteSafetyContact,
  moveSafetyContact,
];
