import type Database from 'better-sqlite3';
import * as automerge from '@automerge/automerge';
import jsonPatch, { type Operation } from 'fast-json-patch';
import { create as createDifferences, type Delta } from 'jsondiffpatch';
import * as yjs from 'yjs';
import { type MemoryDocument, memorySections } from '../../../shared/entities/memory.ts';
import { systemIds } from '../../../electron/core/node-ports.ts';
import { type Step, followEdit } from './trace.ts';

/** One way to keep every version of a memory. */
export type Contestant = {
  name: string;
  table: string;
  /** Keeps the next version: one durable transaction. */
  append(step: Step): void;
  /** Any version, as it was. */
  rebuild(version: number): unknown;
};

const CHECKPOINT_EVERY = 50;

type Kept = { isCheckpoint: number; content: string | Buffer };

/** A table with the columns and the index that ours has, so that only the way of keeping differs. */
function tableOf(sqlite: Database.Database, table: string, userId: string) {
  sqlite.exec(`CREATE TABLE ${table} (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, version INTEGER NOT NULL, is_checkpoint INTEGER NOT NULL,
    content ANY NOT NULL, metadata TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT; CREATE UNIQUE INDEX idx_${table} ON ${table} (user_id, version)`);
  const insert = sqlite.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, '{"cause":"session"}', ?)`);
  const checkpoint = sqlite
    .prepare<[string, number], number>(
      `SELECT version FROM ${table} WHERE user_id = ? AND version <= ? AND is_checkpoint = 1 ORDER BY version DESC LIMIT 1`,
    )
    .pluck();
  const between = sqlite.prepare<[string, number, number], Kept>(
    `SELECT is_checkpoint AS isCheckpoint, content FROM ${table} WHERE user_id = ? AND version BETWEEN ? AND ? ORDER BY version`,
  );
  let version = 0;
  const keep = sqlite.transaction((content: string | Buffer, isCheckpoint: boolean) => {
    version += 1;
    insert.run(systemIds.next(), userId, version, isCheckpoint ? 1 : 0, content, version);
  }).immediate;
  return {
    keep: (content: string | Uint8Array, isCheckpoint: boolean) =>
      keep(typeof content === 'string' ? content : Buffer.from(content), isCheckpoint),
    isCheckpointNext: () => version % CHECKPOINT_EVERY === 0,
    /** The newest checkpoint up to a version and all that follows up to it. */
    chainTo: (to: number) => between.all(userId, checkpoint.get(userId, to) ?? to, to),
  };
}

/** What was kept is what was put there: between two checkpoints the way's own differences. */
const isPatch = ({ isCheckpoint }: Kept, _content: unknown): _content is Operation[] => isCheckpoint === 0;
const isDelta = ({ isCheckpoint }: Kept, _content: unknown): _content is Delta => isCheckpoint === 0;
const textOf = ({ content }: Kept): string => String(content);
const bytesOf = ({ content }: Kept): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content);

/** (a) The whole document as JSON, every time. */
export function fullJson(sqlite: Database.Database, userId: string): Contestant {
  const rows = tableOf(sqlite, 'bench_full', userId);
  return {
    name: 'full',
    table: 'bench_full',
    append: ({ document }) => rows.keep(JSON.stringify(document), true),
    rebuild: (version): unknown => rows.chainTo(version).map((row): unknown => JSON.parse(textOf(row)))[0],
  };
}

/** (b) What fast-json-patch's own `compare` finds, with the same checkpoints. */
export function comparePatches(sqlite: Database.Database, userId: string): Contestant {
  const rows = tableOf(sqlite, 'bench_compare', userId);
  let before: MemoryDocument | undefined;
  return {
    name: 'compare',
    table: 'bench_compare',
    append({ document }) {
      const isCheckpoint = rows.isCheckpointNext() || !before;
      rows.keep(JSON.stringify(isCheckpoint || !before ? document : jsonPatch.compare(before, document)), isCheckpoint);
      before = document;
    },
    rebuild: (version) =>
      rows.chainTo(version).reduce<unknown>((document, row) => {
        const content: unknown = JSON.parse(textOf(row));
        return isPatch(row, content) ? jsonPatch.applyPatch(document, content).newDocument : content;
      }, null),
  };
}

/** (c) jsondiffpatch, told which items are the same by their identifiers. */
export function jsonDifferences(sqlite: Database.Database, userId: string): Contestant {
  const rows = tableOf(sqlite, 'bench_jsondiffpatch', userId);
  const differ = createDifferences({ objectHash: (item) => (typeof Object(item).id === 'string' ? String(Object(item).id) : undefined) });
  let before: MemoryDocument | undefined;
  return {
    name: 'jsondiffpatch',
    table: 'bench_jsondiffpatch',
    append({ document }) {
      const isCheckpoint = rows.isCheckpointNext() || !before;
      rows.keep(JSON.stringify(isCheckpoint ? document : (differ.diff(before, document) ?? {})), isCheckpoint);
      before = document;
    },
    rebuild: (version) =>
      rows.chainTo(version).reduce<unknown>((document, row) => {
        const content: unknown = JSON.parse(textOf(row));
        return isDelta(row, content) ? differ.patch(document, content) : content;
      }, null),
  };
}

/** (d) Automerge: each change as it stores it. Its history is all its changes, so a version is all of them up to it. */
export function automergeChanges(sqlite: Database.Database, userId: string): Contestant {
  const rows = tableOf(sqlite, 'bench_automerge', userId);
  let document: automerge.Doc<MemoryDocument> | undefined;
  return {
    name: 'automerge',
    table: 'bench_automerge',
    append(step) {
      const isFirst = !document;
      document = document
        ? automerge.change(document, (draft) => {
            for (const edit of step.edits) {
              if (edit.kind === 'text') {
                const belief = draft[edit.section][edit.index];
                if (belief) belief.text = edit.text;
              } else followEdit(draft, edit);
            }
          })
        : automerge.from<MemoryDocument>(structuredClone(step.document));
      rows.keep(automerge.getLastLocalChange(document) ?? new Uint8Array(), isFirst);
    },
    rebuild(version) {
      const [rebuilt] = automerge.applyChanges(automerge.init<MemoryDocument>(), rows.chainTo(version).map(bytesOf));
      const plain = automerge.toJS(rebuilt);
      // Its memory is not the engine's: it stays until it is given back.
      automerge.free(rebuilt);
      return plain;
    },
  };
}

/** (e) Yjs: each update as it is. */
export function yjsUpdates(sqlite: Database.Database, userId: string): Contestant {
  const rows = tableOf(sqlite, 'bench_yjs', userId);
  const document = new yjs.Doc();
  const root = document.getMap<unknown>('memory');
  const lists = new Map<string, yjs.Array<yjs.Map<unknown>>>();
  const mapOf = (belief: object): yjs.Map<unknown> => new yjs.Map(Object.entries(belief));
  let update = new Uint8Array();
  document.on('update', (made: Uint8Array) => {
    update = new Uint8Array(made);
  });
  let isNew = true;
  return {
    name: 'yjs',
    table: 'bench_yjs',
    append(step) {
      const isFirst = isNew;
      document.transact(() => {
        if (isNew) {
          root.set('summary', step.document.summary);
          for (const section of memorySections) {
            lists.set(section, yjs.Array.from(step.document[section].map(mapOf)));
            root.set(section, lists.get(section));
          }
        }
        for (const edit of step.edits) {
          const list = lists.get(edit.section);
          if (!list) throw new Error('The trace edits a section that is not there.');
          if (edit.kind === 'add') {
            list.push([mapOf(edit.belief)]);
            list.delete(0, 1);
          } else if (edit.kind === 'seen') list.get(edit.index).set('lastSeen', edit.lastSeen);
          else list.get(edit.index).set('text', edit.text);
        }
      });
      isNew = false;
      rows.keep(update, isFirst);
    },
    rebuild(version) {
      const rebuilt = new yjs.Doc();
      yjs.transact(rebuilt, () => {
        for (const row of rows.chainTo(version)) yjs.applyUpdate(rebuilt, bytesOf(row));
      });
      return rebuilt.getMap('memory').toJSON();
    },
  };
}
