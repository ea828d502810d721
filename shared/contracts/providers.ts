import { z } from 'zod';
import {
  Destination,
  ModelChoice,
  ModelKind,
  ModelServer,
  ProviderChoice,
  ProviderKey,
  ProviderState,
  SentRequest,
  ServerTrial,
  StaysHere,
} from '../entities/provider.ts';
import { MessageText } from '../entities/session.ts';
import { SessionId } from '../ids.ts';
import { Nothing, route } from './route.ts';

export const providersContract = {
  'providers.get': route('person', Nothing, ProviderState),
  /** Who answers from now on, whether anything may leave at all, and that a whole request was seen. Never undone: it takes another choice. */
  'providers.choose': route(
    'person',
    z.strictObject({
      provider: ProviderChoice.optional(),
      online: z.boolean().optional(),
      seen: ModelKind.optional(),
      rememberWithModel: z.boolean().optional(),
    }),
    ProviderState,
  ),
  /** Keeps a key in the encrypted database, in place of the one before. No route answers it. */
  'providers.keepKey': route('person', z.strictObject({ kind: ModelKind, key: ProviderKey }), ProviderState),
  'providers.removeKey': route('person', z.strictObject({ kind: ModelKind }), ProviderState),
  /** Asks a server which models it has. Nothing the person wrote is sent. */
  'providers.test': route('person', z.strictObject({ server: ModelServer }), ServerTrial),
  /**
   * The exact request the next message would make to a model, or to the chosen one. Nothing is sent.
   * Null when nothing would be, and then why: with this `text`, in the running session, or in the one it begins, which `private` says of it.
   */
  'providers.preview': route(
    'person',
    z.strictObject({ model: ModelChoice.optional(), text: MessageText.optional(), private: z.literal(true).optional() }),
    z.strictObject({ request: SentRequest.nullable(), staysHere: StaysHere.nullable() }),
  ),
  /** Where words of a session go, or those of the one that goes on or is begun next. */
  'providers.destination': route('person', z.strictObject({ sessionId: SessionId.optional() }), Destination),
};
