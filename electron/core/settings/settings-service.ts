import type { ParsedInput } from '../../../shared/contracts/index.ts';
import { type Settings, defaultSettings } from '../../../shared/entities/profile.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { notFound } from '../failure.ts';
import { updateSettings } from './settings-actions.ts';

export type SettingsService = {
  get(actor: Actor): Settings;
  update(actor: Actor, changes: ParsedInput<'settings.update'>): Settings;
};

export function createSettingsService(options: { bus: ActionBus; scopeOf: (actor: Actor) => OwnerScope }): SettingsService {
  return {
    get(actor) {
      const user = options.scopeOf(actor).find('users', actor.userId);
      if (!user) throw notFound('This profile');
      // A setting that came later than the profile has its default.
      return { ...defaultSettings, ...user.settings };
    },
    update: (actor, changes) => options.bus.perform(actor, updateSettings, changes).value,
  };
}
