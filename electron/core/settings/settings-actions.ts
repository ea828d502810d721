import { z } from 'zod';
import { type Settings, SettingsUpdate, defaultSettings } from '../../../shared/entities/profile.ts';
import { ModelKind, ProviderChoice } from '../../../shared/entities/provider.ts';
import { type ActionWork, defineAction } from '../actions/action.ts';
import { Failure, notFound } from '../failure.ts';

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
  input: SettingsUpdate,
  perform({ actor, ledger }, changes) {
    return changeSettings({ actor, ledger }, withoutMissing(changes));
  },
});

/**
 * Decides where words go. Not undoable: turning a provider off must not be taken back by a key pressed twice, nor by anyone but a person who
 * chooses again.
 */
export const chooseProvider = defineAction({
  type: 'choose_provider',
  entityType: 'user',
  undoable: false,
  input: z.strictObject({
    provider: ProviderChoice.optional(),
    online: z.boolean().optional(),
    seen: ModelKind.optional(),
    rememberWithModel: z.boolean().optional(),
  }),
  perform({ actor, ledger }, { seen, ...choice }) {
    if (actor.kind !== 'user') throw new Failure('CONFLICT', 'Only you can decide where your words go.');
    const { sentSeen, provider } = storedSettings({ actor, ledger });
    // What one provider may have for memory was not said of another.
    const isAnother = choice.provider !== undefined && choice.provider.kind !== provider.kind;
    return changeSettings(
      { actor, ledger },
      {
        ...(isAnother && { rememberWithModel: false }),
        ...withoutMissing(choice),
        ...(seen && { sentSeen: { ...sentSeen, [seen]: true } }),
      },
    );
  },
});

export const settingsActions = [createUser, updateSettings, chooseProvider];

/** A setting that came later than the profile has its default. */
function storedSettings({ actor, ledger }: Pick<ActionWork, 'actor' | 'ledger'>): Settings {
  const user = ledger.get('users', actor.userId);
  if (!user) throw notFound('This profile');
  return { ...defaultSettings, ...user.settings };
}

function changeSettings(work: Pick<ActionWork, 'actor' | 'ledger'>, changes: Partial<Settings>) {
  const { userId } = work.actor;
  const settings = { ...storedSettings(work), ...changes };
  work.ledger.update('users', userId, { settings });
  return { value: settings, entityId: userId, sessionId: null };
}

type Given<Changes> = { [Key in keyof Changes]?: Exclude<Changes[Key], undefined> };

/** `{ theme: undefined }` means the same as `{}`: leave it as it is. */
function withoutMissing<Changes extends object>(changes: Changes): Given<Changes> {
  const given: Given<Changes> = { ...changes };
  for (const key in given) if (given[key] === undefined) delete given[key];
  return given;
}
