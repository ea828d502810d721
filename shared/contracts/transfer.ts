import { z } from 'zod';
import { Nothing, route } from './route.ts';

/** Where an export went: into a file the person chose, to the browser as a download, or nowhere because they changed their mind. */
export const SaveOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), fileName: z.string() }),
  z.strictObject({ outcome: z.literal('download'), path: z.string(), fileName: z.string() }),
  z.strictObject({ outcome: z.literal('cancelled') }),
]);
export type SaveOutcome = z.infer<typeof SaveOutcome>;

export const transferContract = {
  /** Every row the person owns as one JSON file, readable without Trailhead. Where it goes is the host's to ask. */
  'transfer.export': route('person', Nothing, SaveOutcome),
  /** Reads the whole database and checks structure, references, ownership guards and the search index. */
  'database.check': route(
    'person',
    Nothing,
    z.strictObject({ sound: z.boolean(), problems: z.array(z.string()), schemaVersion: z.int(), messages: z.int() }),
  ),
};
