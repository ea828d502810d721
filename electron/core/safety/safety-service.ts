import type { ParsedInput } from '../../../shared/contracts/index.ts';
import { type SafetyContact, type SafetyPlan, type SafetyState, safetyPlanSections } from '../../../shared/entities/safety.ts';
import type { SafetyContactId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import {
  clearSafetyFlag,
  createSafetyContact,
  deleteSafetyContact,
  moveSafetyContact,
  saveSafetyPlan,
  updateSafetyContact,
} from './safety-actions.ts';
import { safetyRepository } from './safety-repository.ts';

export type SafetyService = {
  state(actor: Actor): SafetyState;
  /** Whether work with exiles and insights rest: a hard moment was noticed and the person has not said that it is over. */
  safetyOpen(actor: Actor): boolean;
  /** @throws Failure CONFLICT when anybody but the person says so. */
  clear(actor: Actor): SafetyState;
  plan(actor: Actor): SafetyPlan | null;
  savePlan(actor: Actor, plan: SafetyPlan): SafetyPlan;
  contacts(actor: Actor): SafetyContact[];
  addContact(actor: Actor, input: ParsedInput<'safety.addContact'>): SafetyContact;
  updateContact(actor: Actor, input: ParsedInput<'safety.updateContact'>): SafetyContact;
  removeContact(actor: Actor, contactId: SafetyContactId): void;
  moveContact(actor: Actor, input: ParsedInput<'safety.moveContact'>): SafetyContact[];
};

/** A person's state of safety, their plan for hard moments and the people on their list. */
export function createSafetyService({ bus, scopeOf }: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope }): SafetyService {
  const safetyOf = (actor: Actor) => scopeOf(actor).use(safetyRepository);
  const state = (actor: Actor): SafetyState => {
    const open = safetyOf(actor).openFlags();
    const label = open.some((flag) => flag.label === 'crisis') ? 'crisis' : open.length > 0 ? 'concern' : null;
    return { label, open };
  };
  const contact = (actor: Actor, id: SafetyContactId): SafetyContact => {
    const found = safetyOf(actor).contact(id);
    if (!found) throw notFound('This contact');
    return found;
  };
  const plan = (actor: Actor): SafetyPlan | null => safetyOf(actor).plan()?.content ?? null;
  const contacts = (actor: Actor): SafetyContact[] =>
    safetyOf(actor)
      .contacts()
      .map(({ position: _position, ...rest }) => rest);

  return {
    state,
    safetyOpen: (actor) => state(actor).label !== null,
    clear(actor) {
      // Said twice, by two windows or two presses, is said once.
      if (state(actor).label !== null) bus.perform(actor, clearSafetyFlag, {});
      return state(actor);
    },
    plan,
    savePlan(actor, wanted) {
      const known = plan(actor);
      // What changes nothing leaves no trace to be undone.
      if (!safetyPlanSections.every((section) => (known?.[section] ?? '') === wanted[section])) bus.perform(actor, saveSafetyPlan, wanted);
      return plan(actor) ?? wanted;
    },
    contacts,
    addContact: (actor, input) => contact(actor, bus.perform(actor, createSafetyContact, input).value),
    updateContact: (actor, input) => contact(actor, bus.perform(actor, updateSafetyContact, input).value),
    removeContact: (actor, contactId) => void bus.perform(actor, deleteSafetyContact, { contactId }),
    moveContact(actor, { contactId, direction }) {
      contact(actor, contactId);
      const outermost = contacts(actor).at(direction === 'up' ? 0 : -1);
      if (outermost?.id !== contactId) bus.perform(actor, moveSafetyContact, { contactId, direction });
      return contacts(actor);
    },
  };
}
