import { z } from 'zod';
import { PartId, SessionId } from '../ids.ts';
import { route } from './route.ts';

export const privacyContract = {
  /** Keeps a part or a session, one of the two, from every provider, or no longer. Can be undone. */
  'privacy.set': route(
    'person',
    z
      .strictObject({ partId: PartId.optional(), sessionId: SessionId.optional(), private: z.boolean() })
      .refine(({ partId, sessionId }) => (partId === undefined) !== (sessionId === undefined), 'Name either a part or a session.'),
    z.strictObject({ private: z.boolean() }),
  ),
};
