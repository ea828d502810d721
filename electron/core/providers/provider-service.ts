import type { ParsedInput } from '../../../shared/contracts/index.ts';
import type { ModelChoice, ModelKind, ProviderState } from '../../../shared/entities/provider.ts';
import type { Settings } from '../../../shared/entities/profile.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import type { Actor } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Clock, Ids } from '../ports.ts';
import { chooseProvider } from '../settings/settings-actions.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { type KeyStore, createKeyStore } from './key-store.ts';

/** Where words go: the choice, the switch over all of it, and the keys. Reaches nobody itself. */
export type ProviderService = {
  state(actor: Actor): ProviderState;
  choose(actor: Actor, input: ParsedInput<'providers.choose'>): ProviderState;
  keepKey(actor: Actor, kind: ModelKind, key: string): ProviderState;
  removeKey(actor: Actor, kind: ModelKind): ProviderState;
  /** The model that answers the next message; null when the guide does. */
  answering(actor: Actor): ModelChoice | null;
  /** The model that is also asked what is worth remembering of a session; null unless the person wants that. */
  remembering(actor: Actor): ModelChoice | null;
  /** Whether anything may open a connection. */
  isOnline(actor: Actor): boolean;
  /** For the one place that sends it; null when none is kept. */
  secretOf(actor: Actor, kind: ModelKind): string | null;
};

export type ProviderServiceOptions = {
  bus: ActionBus;
  scopeOf: (actor: Actor) => OwnerScope;
  settings: SettingsService;
  clock: Clock;
  ids: Ids;
  /** Tells that a key came or went. */
  onChange: () => void;
};

export function createProviderService(options: ProviderServiceOptions): ProviderService {
  const { bus, settings, onChange } = options;
  const keysOf = (actor: Actor): KeyStore => createKeyStore(options.scopeOf(actor), options);

  const state = (actor: Actor): ProviderState => {
    const chosen = settings.get(actor);
    const { provider, online, sentSeen, rememberWithModel } = chosen;
    const keys = keysOf(actor);
    return {
      ...{ provider, online, sentSeen, rememberWithModel },
      hasKey: { anthropic: keys.has('anthropic'), local: keys.has('local') },
      answering: modelIn(chosen)?.kind ?? 'guide',
    };
  };
  const withKeys = (actor: Actor, change: (keys: KeyStore) => void): ProviderState => {
    change(keysOf(actor));
    onChange();
    return state(actor);
  };

  return {
    state,
    choose(actor, input) {
      bus.perform(actor, chooseProvider, input);
      return state(actor);
    },
    keepKey: (actor, kind, key) => withKeys(actor, (keys) => keys.keep(kind, key)),
    removeKey: (actor, kind) => withKeys(actor, (keys) => keys.remove(kind)),
    answering: (actor) => modelIn(settings.get(actor)),
    remembering(actor) {
      const chosen = settings.get(actor);
      return chosen.rememberWithModel ? modelIn(chosen) : null;
    },
    isOnline: (actor) => settings.get(actor).online,
    secretOf: (actor, kind) => keysOf(actor).secretOf(kind),
  };
}

/** A model answers when the person chose one, turned the switch on and has seen what would be sent. */
function modelIn({ provider, online, sentSeen }: Settings): ModelChoice | null {
  if (provider.kind === 'guide' || !online || !sentSeen[provider.kind]) return null;
  return provider;
}
