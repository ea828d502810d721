import { join } from 'node:path';
import { z } from 'zod';
import { openConnection } from '../../electron/core/db/connection.ts';
import { exportRows } from '../../electron/core/db/export-rows.ts';
import { actorKinds } from '../../shared/entities/action.ts';
import { observedRandom } from './observed-random.ts';
import type { TestCoreOptions } from './test-core.ts';
import { type UnlockedCore, unlockedCore } from './unlocked-core.ts';

const Patch = z.array(z.looseObject({ op: z.string(), path: z.string() }));

/** The tables a test looks into that no route answers. Everything else of the export is left out. */
const Exported = z.object({
  tables: z.object({
    memoryUpdates: z.array(z.object({ kind: z.string(), refId: z.string(), processed: z.boolean(), revision: z.int() })),
    notes: z.array(
      z.looseObject({
        kind: z.string(),
        title: z.string(),
        content: z.string(),
        partId: z.string().nullable(),
        sessionId: z.string().nullable(),
      }),
    ),
    partEvidence: z.array(z.looseObject({ id: z.string() })),
    agentActions: z.array(
      z.object({
        actionType: z.string(),
        entityType: z.string(),
        entityId: z.string(),
        sessionId: z.string().nullable(),
        payload: z.object({ actor: z.enum(actorKinds), seenRevision: z.int(), patch: Patch }),
        result: z.object({ revision: z.int(), patch: Patch }),
      }),
    ),
  }),
});

/** A core whose file a test can read beside it, to look at what no route shows. */
export type ReadableCore = UnlockedCore & {
  /** The export of the profile as it is on the disk now, read over a connection of its own and without a worker thread. */
  exportText(): string;
};

export async function readableCore(options: TestCoreOptions = {}): Promise<ReadableCore> {
  const random = observedRandom();
  const core = await unlockedCore({ ...options, random });
  return {
    ...core,
    exportText() {
      const file = join(core.dataDir, 'profiles', core.profile.id, 'trailhead.db');
      const { sqlite, close } = openConnection(file, random.databaseKey(), { create: false });
      try {
        return [...exportRows(sqlite, { userId: core.profile.id, label: core.profile.label, exportedAt: core.clock.now() })].join('');
      } finally {
        close();
      }
    },
  };
}

/** What is on the disk now. */
export const storedIn = (core: ReadableCore): z.infer<typeof Exported>['tables'] => Exported.parse(JSON.parse(core.exportText())).tables;
