import { z } from 'zod';
import { CountryCode, CountryHelplines } from '../entities/helpline.ts';
import { ContactName, ContactNotes, ContactPhone, SafetyContact, SafetyPlan, SafetyState } from '../entities/safety.ts';
import { SafetyContactId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const safetyContract = {
  /** For anyone: whoever can’t unlock their profile may need it most. Without a chosen country, the one this computer is set to decides. */
  'safety.helplines': route(
    'anyone',
    z.strictObject({ country: CountryCode.nullable() }),
    z.strictObject({
      found: CountryHelplines,
      /** What holds anywhere; the same as `found` when nothing is known about the country. */
      general: CountryHelplines,
      /** Every country there is an entry for. */
      countries: z.array(CountryCode),
    }),
  ),
  /** Whether a hard moment was noticed that the person has not said to be over. The same in every session and after a restart. */
  'safety.state': route('person', Nothing, SafetyState),
  /** The person says that they are all right now. Only they can. With nothing open it changes nothing. */
  'safety.clear': route('person', Nothing, SafetyState),
  /** Null until something was written. No provider is ever given any of it. */
  'safety.plan': route('person', Nothing, SafetyPlan.nullable()),
  'safety.savePlan': route('person', SafetyPlan, SafetyPlan),
  /** In the person’s own order. */
  'safety.contacts': route('person', Nothing, z.array(SafetyContact)),
  /** At the end of the list; one too many is a CONFLICT. */
  'safety.addContact': route(
    'person',
    z.strictObject({ name: ContactName, phone: ContactPhone.default(''), notes: ContactNotes.default('') }),
    SafetyContact,
  ),
  'safety.updateContact': route(
    'person',
    z.strictObject({
      contactId: SafetyContactId,
      name: ContactName.optional(),
      phone: ContactPhone.optional(),
      notes: ContactNotes.optional(),
    }),
    SafetyContact,
  ),
  'safety.removeContact': route('person', z.strictObject({ contactId: SafetyContactId }), Nothing),
  /** One place up or down. At the end of the list it changes nothing. Answers the list as it is then. */
  'safety.moveContact': route(
    'person',
    z.strictObject({ contactId: SafetyContactId, direction: z.enum(['up', 'down']) }),
    z.array(SafetyContact),
  ),
};
