import { z } from 'zod';
import { PartId, SessionId } from '../ids.ts';
import { route } from './route.ts';

export const privacyContract = {
  /** Keeps a part or a session from every provider, or no longer. Can be undone. */
  'privacy.set': route(
    'person',
    z.union([z.strictObject({ partId: PartId, private: z.boolean() }), z.strictObject({ sessionId: SessionId, private: z.boolean() })]),
    z.strictObject({ private: z.boolean() }),
  ),
};
