import { z } from 'zod';
import { Settings, defaultSettings } from '../../../shared/entities/profile.ts';
import { defineAction } from '../actions/action.ts';
import { notFound } from '../failure.ts';

/** Makes the row of the person themselves, once, when their profile is created. */
export const createUser = defineAction({
  type: 'create_user',
  entityType: 'user',
  undoable: false,
  input: z.strictObject({}),
  perform({ actor, ledger, now }) {
    ledger.insert('users', { id: actor.userId, email: null, createdAt: now, settings: defaultSettings });
    return { value: actor.userId, entityId: actor.userId, sessionId: null };
  },
});

export const updateSettings = defineAction({
  type: 'update_settings',
  entityType: 'user',
  undoable: true,
  input: Settings.partial(),
  perform({ actor, ledger }, changes) {
    const user = ledger.get('users', actor.userId);
    if (!user) throw notFound('This profile');
    // A setting that came later than the profile has its default.
    const settings = { ...defaultSettings, ...user.settings, ...withoutMissing(changes) };
    ledger.update('users', actor.userId, { settings });
    return { value: settings, entityId: actor.userId, sessionId: null };
  },
});

export const settingsActions = [createUser, updateSettings];

/** `{ theme: undefined }` means the same as `{}`: leave it as it is. */
const withoutMissing = ({ theme, idleMinutes, country }: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> => ({
  ...(theme !== undefined && { theme }),
  ...(idleMinutes !== undefined && { idleMinutes }),
  ...(country !== undefined && { country }),
});
