import type { Operation } from 'fast-json-patch';

/**
 * What one migration did to the rows patches speak of: an operation in the words of the schema before it, told in the words of the one it made.
 * None when what it spoke of is gone; several when it was parted.
 */
export type PatchStep = (operation: Operation) => readonly Operation[];

/** The steps of the migrations that have one, by the version each leads to. The rest left what patches speak of alone. */
const steps: ReadonlyMap<number, PatchStep> = new Map();

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
