import { z } from 'zod';
import { actorKinds } from '../../electron/core/db/schema.ts';
import { type TestCoreOptions } from './test-core.ts';
import { type UnlockedCore, unlockedCore } from './unlocked-core.ts';

const Patch = z.array(z.looseObject({ op: z.string(), path: z.string() }));

/** The tables a test looks into that no route answers. Everything else of the export is left out. */
const Exported = z.object({
  tables: z.object({
    memoryUpdates: z.array(z.object({ kind: z.string(), refId: z.string(), processed: z.boolean(), revision: z.int() })),
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

export type ExportingCore = UnlockedCore & { file(): string };

/** A core whose exports are kept, to look at what no route shows. */
export async function exportingCore(options: TestCoreOptions = {}): Promise<ExportingCore> {
  let text = '';
  const core = await unlockedCore({
    saveFile: async ({ content }) => {
      text = '';
      for await (const piece of content) text += piece;
      return { outcome: 'saved', fileName: 'export.json' };
    },
    ...options,
  });
  return { ...core, file: () => text };
}

/** Exports the profile and reads it back. */
export async function exportOf(core: ExportingCore): Promise<z.infer<typeof Exported>['tables']> {
  await core.ask('transfer.export', {});
  return Exported.parse(JSON.parse(core.file())).tables;
}
