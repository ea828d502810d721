import { z } from 'zod';
import { ForgetTarget, Forgetting, ForgettingPreview } from '../entities/forgetting.ts';
import { Nothing, route } from './route.ts';

export const forgettingContract = {
  /** What forgetting would touch. Changes nothing. */
  'forgetting.preview': route('person', z.strictObject({ target: ForgetTarget }), ForgettingPreview),
  /** Forgets for good, from all of it, and answers once it is gone or stays visibly unfinished. It can't be undone. */
  'forgetting.forget': route('person', z.strictObject({ target: ForgetTarget }), Forgetting),
  /** Goes on with what is not finished, and answers when it can’t get any further, with the same list. */
  'forgetting.resume': route('person', Nothing, z.strictObject({ items: z.array(Forgetting) })),
  /** The forgettings that are not finished, and the newest ones that are. */
  'forgetting.list': route('person', Nothing, z.strictObject({ items: z.array(Forgetting) })),
};
