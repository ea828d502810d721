import type { Operation } from 'fast-json-patch';
import type { OwnedTableName } from '../db/schema.ts';

/**
 * What one migration did to the rows patches speak of: an operation in the words of the schema before it, told in the words of the one it made.
 * None when what it spoke of is gone; several when it was parted.
 */
export type PatchStep = (operation: Operation) => readonly Operation[];

/** Gives whole rows of a table the columns they did not have yet. */
const withColumns =
  (table: OwnedTableName, columns: Readonly<Record<string, null>>): PatchStep =>
  (operation) => {
    const isRow = operation.path.split('/').length === 3 && operation.path.startsWith(`/${table}/`);
    if (operation.op !== 'add' || !isRow) return [operation];
    const row: unknown = operation.value;
    return [typeof row === 'object' && row !== null ? { ...operation, value: { ...columns, ...row } } : operation];
  };

/** The steps of the migrations that have one, by the version each leads to. The rest left what patches speak of alone. */
const steps: ReadonlyMap<number, PatchStep> = new Map([
  [
    4,
    withColumns('proposals', {
      relationshipId: null,
      fromPartId: null,
      toPartId: null,
      relationshipType: null,
      polarizationLevel: null,
    }),
  ],
]);

/** Brings a recorded patch from the schema of its day up to today's, one migration after the other, so that it can be undone at any age. */
export const upcast = (patch: readonly Operation[], schemaVersion: number): readonly Operation[] => upcastBy(steps, patch, schemaVersion);

/** As `upcast`, by the steps given. */
export function upcastBy(
  stepsByVersion: ReadonlyMap<number, PatchStep>,
  patch: readonly Operation[],
  schemaVersion: number,
): readonly Operation[] {
  return [...stepsByVersion]
    .filter(([version]) => version > schemaVersion)
    .toSorted(([one], [other]) => one - other)
    .reduce<readonly Operation[]>((current, [, step]) => current.flatMap((operation) => step(operation)), patch);
}
