import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { writeReasons } from '../../electron/core/db/owner-scope.ts';

const core = join(import.meta.dirname, '..', '..', 'electron', 'core');
const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(core, file), 'utf8') }));

/** Who may write for which reason. Everything else goes through an action. */
const allowed: { [Reason in (typeof writeReasons)[number]]: string[] } = {
  action: ['actions/action-bus.ts'],
  stream_flush: ['companion/reply-stream.ts'],
  view_state: ['map/map-service.ts', 'sessions/draft-service.ts'],
  forget: ['forgetting/forget-everything.ts', 'forgetting/forgetting-service.ts', 'forgetting/rewrite-memory.ts'],
  provider_key: ['providers/key-store.ts'],
  upkeep: ['memory/memory-check.ts', 'memory/update-queue.ts', 'scheduler/run-book.ts'],
};

it('writes domain data in the places named here and nowhere else', () => {
  for (const reason of writeReasons) {
    const places = sources.filter(({ text }) => text.includes(`.write('${reason}'`)).map(({ file }) => file);
    expect(places, reason).toEqual(allowed[reason]);
  }
  const writers = sources.filter(({ text }) => /scope\w*(?:\([^)]*\))?\.write\(/u.test(text)).map(({ file }) => file);
  expect(writers.toSorted()).toEqual(Object.values(allowed).flat().toSorted());
});

it('changes rows with SQL of its own only where the database is kept', () => {
  const changing = /\b(?:INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|REPLACE\s+INTO)\b/iu;
  const builders =
    /\.(?:insert|update|delete)\((?:messages|sessions|parts|partEvidence|proposals|agentActions|memoryUpdates|users|ownedTables)/u;
  const places = sources.filter(({ text }) => changing.test(text) || builders.test(text)).map(({ file }) => relative('.', file));
  expect(places.filter((file) => !file.startsWith('db/'))).toEqual([]);
});
