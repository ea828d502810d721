/**
 * Keeping every version of a memory: ours, with checks and an audit row, against five other ways, on the same trace, in turn, into the same encrypted
 * database. `size_` counts the pages of each way's table and its indexes. Automerge and Yjs keep what they call changes and updates, without checkpoints:
 * that is how their histories are kept.
 */
import { isDeepStrictEqual } from 'node:util';
import { memoryStore } from '../../electron/core/memory/memory-store.ts';
import { writeMemory } from '../../electron/core/memory/write-memory.ts';
import { testMemory } from '../support/memory.ts';
import { type Figure, atMost, median, timed } from './figures.ts';
import { type Contestant, automergeChanges, comparePatches, fullJson, jsonDifferences, yjsUpdates } from './memory/contestants.ts';
import { type Step, trace } from './memory/trace.ts';

const VERSIONS = 10_000;
const BLOCK = 50;
/** Versions that are rebuilt, spread over all of them. */
const REBUILT = 100;

export async function run(): Promise<Figure[]> {
  const { actor, bus, database, scope } = await testMemory();
  const { sqlite } = database.connection;
  const ours: Contestant = {
    name: 'ours',
    table: 'user_memory_snapshots',
    append: ({ document }) => void writeMemory({ bus, scope, actor, checkpointEvery: BLOCK }, { cause: 'session' }, document),
    rebuild: (version) => scope.use(memoryStore).at(version).document,
  };
  const others = [fullJson, comparePatches, jsonDifferences, automergeChanges, yjsUpdates].map((make) => make(sqlite, actor.userId));
  const all = [ours, ...others];
  const appended = new Map(all.map(({ name }): [string, number[]] => [name, []]));
  const expected = new Map<number, unknown>();

  const steps = trace(VERSIONS);
  let largest = 0;
  for (let block = 0; block * BLOCK < VERSIONS; block += 1) {
    const piece: Step[] = [...take(steps, BLOCK)];
    // Who begins changes with every block.
    for (let at = 0; at < all.length; at += 1) {
      const contestant = all[(at + block) % all.length];
      if (!contestant) continue;
      appended.get(contestant.name)?.push(timed(() => piece.forEach((step) => contestant.append(step))));
    }
    const last = piece.at(-1);
    if (last && block % 20 === 0) expected.set((block + 1) * BLOCK, last.document);
    largest = Math.max(largest, JSON.stringify(last?.document ?? {}).length);
    if (block % 40 === 39) console.log(`${(block + 1) * BLOCK} versions`);
  }
  console.log(`The document has ${Math.round(largest / 1000)} KB.`);

  for (const [version, document] of expected)
    for (const { name, rebuild } of all)
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(rebuild(version))), document)) throw new Error(`${name} lost version ${version}.`);

  const rebuilt = new Map(all.map(({ name }): [string, number[]] => [name, []]));
  for (let at = 0; at < REBUILT; at += 1) {
    const version = 1 + ((at * 7919) % VERSIONS);
    for (const { name, rebuild } of all) rebuilt.get(name)?.push(timed(() => void rebuild(version)));
  }

  const sizeOf = sqlite
    .prepare<[string, string], number>(
      `SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ? OR name = ?)`,
    )
    .pluck();
  const size = (name: string): number => {
    const { table } = all.find((one) => one.name === name) ?? ours;
    return sizeOf.get(table, table) ?? Number.NaN;
  };
  const appendAgainst = (name: string): number =>
    median((appended.get('ours') ?? []).map((mine, at) => mine / (appended.get(name)?.[at] ?? Number.NaN)));
  const rebuildAgainst = (name: string): number => median(rebuilt.get('ours') ?? []) / median(rebuilt.get(name) ?? []);
  const p95 = (rebuilt.get('ours') ?? []).toSorted((a, b) => a - b)[Math.floor(REBUILT * 0.95)] ?? null;

  for (const { name } of all) {
    const perVersion = median(appended.get(name) ?? []) / BLOCK;
    console.log(
      `${name.padEnd(14)} ${(size(name) / 1e6).toFixed(1)} MB, ${perVersion.toFixed(3)} ms a version, rebuilt in ${median(rebuilt.get(name) ?? []).toFixed(2)} ms`,
    );
  }
  return [
    atMost('size_vs_full', 'ratio', size('ours') / size('full'), 0.036),
    atMost('size_vs_compare', 'ratio', size('ours') / size('compare'), 0.2),
    atMost('append_vs_full', 'ratio', appendAgainst('full'), 1),
    atMost('append_vs_automerge', 'ratio', appendAgainst('automerge'), 0.25),
    atMost('rebuild_p95_ms', 'ms', p95, 2),
    atMost('rebuild_vs_yjs', 'ratio', rebuildAgainst('yjs'), 0.067),
    atMost('rebuild_vs_automerge', 'ratio', rebuildAgainst('automerge'), 0.02),
  ];
}

function* take(steps: Generator<Step>, count: number): Generator<Step> {
  for (let at = 0; at < count; at += 1) {
    const { done, value } = steps.next();
    if (done === true) return;
    yield value;
  }
}
