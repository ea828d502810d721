/**
 * Keeping every version of a memory: ours, with checks and an audit row, against five other ways, on the same trace, in turn, into the same encrypted
 * database. `size_` counts the pages of each way's table and its indexes. Automerge and Yjs keep what they call changes and updates, without checkpoints:
 * that is how their histories are kept.
 */
import { isDeepStrictEqual } from 'node:util';
import { memoryStore } from '../../electron/core/memory/memory-store.ts';
import { writeMemory } from '../../electron/core/memory/write-memory.ts';
import type { Actor } from '../../electron/core/actions/actor.ts';
import { createUpdateQueue } from '../../electron/core/memory/update-queue.ts';
import { systemIds, systemRandom } from '../../electron/core/node-ports.ts';
import { type TestMemory, testMemory } from '../support/memory.ts';
import { type Figure, atLeast, atMost, median, ratioInTurn, timed } from './figures.ts';
import { type Contestant, automergeChanges, comparePatches, fullJson, jsonDifferences, yjsUpdates } from './memory/contestants.ts';
import { type Step, trace } from './memory/trace.ts';

const VERSIONS = 10_000;
const BLOCK = 50;
/** Versions that are rebuilt, spread over all of them: so many of ours, and so many of each other way, some of which take seconds. */
const REBUILT = 200;
const REBUILT_OF_OTHERS = 12;

export async function run(): Promise<Figure[]> {
  const test = await testMemory();
  const { actor, bus, database, scope } = test;
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
    if (last && block % 66 === 0) expected.set((block + 1) * BLOCK, last.document);
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
    for (const { name, rebuild } of at < REBUILT_OF_OTHERS ? all : [ours]) rebuilt.get(name)?.push(timed(() => void rebuild(version)));
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
    queueAgainstRaw(test),
  ];
}

function* take(steps: Generator<Step>, count: number): Generator<Step> {
  for (let at = 0; at < count; at += 1) {
    const { done, value } = steps.next();
    if (done === true) return;
    yield value;
  }
}

/** Claiming an update and marking it as done, two durable transactions: ours against the same two statements, prepared, on the same table. */
function queueAgainstRaw({ actor, bus, clock, database, scope }: TestMemory): Figure {
  const { sqlite } = database.connection;
  const scheduler: Actor = { kind: 'scheduler', userId: actor.userId };
  const queue = createUpdateQueue({ bus, clock, random: systemRandom, scopeOf: () => scope });
  const insert = sqlite.prepare(
    `INSERT INTO memory_updates (id, user_id, kind, ref_id, created_at, due_at) VALUES (?, ?, 'session', ?, 1, 1)`,
  );
  const fill = sqlite.transaction(() => {
    for (let at = 0; at < 2000; at += 1) insert.run(systemIds.next(), actor.userId, systemIds.next());
  });
  database.connection.actingAs(actor.userId, () => fill());
  const due = sqlite
    .prepare<[string, number], string>(
      'SELECT id FROM memory_updates WHERE user_id = ? AND processed = 0 AND due_at <= ? ORDER BY due_at LIMIT 1',
    )
    .pluck();
  const lease = sqlite.prepare(
    `UPDATE memory_updates SET lease_holder = 'raw', leased_until = ?, attempts = attempts + 1, due_at = ? WHERE id = ?`,
  );
  const done = sqlite.prepare(
    `UPDATE memory_updates SET lease_holder = NULL, leased_until = NULL, processed = 1 WHERE id = ? AND lease_holder = 'raw'`,
  );
  const claim = sqlite.transaction(() => {
    const id = due.get(actor.userId, clock.now());
    lease.run(clock.now() + 1, clock.now() + 1, id);
    return id;
  }).immediate;
  const settle = sqlite.transaction((id: string | undefined) => done.run(id)).immediate;
  const ratio = ratioInTurn(
    () => {
      const claimed = queue.claim(scheduler, 'ours');
      if (!claimed || !queue.settle(scheduler, claimed, () => undefined)) throw new Error('The queue ran dry.');
    },
    () => database.connection.actingAs(actor.userId, () => settle(claim())),
    { rounds: 31, batch: 20 },
  );
  // As a rate: how many of ours are done in the time of one raw one.
  return atLeast('queue_vs_raw', 'ratio', 1 / ratio, 0.7);
}
