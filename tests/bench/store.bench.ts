/**
 * What the repository layer and the encryption cost: our repositories against raw prepared statements on the same connection,
 * and the same file with and without a key. Same pragmas, triggers and indexes on both sides.
 */
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Connection, openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { type OwnerScope, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import type { Row } from '../../electron/core/db/schema.ts';
import { systemIds } from '../../electron/core/node-ports.ts';
import { messageRepository } from '../../electron/core/sessions/message-repository.ts';
import { sessionRepository } from '../../electron/core/sessions/session-repository.ts';
import { defaultSettings } from '../../shared/entities/profile.ts';
import { MessageId, SessionId, UserId } from '../../shared/ids.ts';
import { openProfile } from '../../electron/core/open-profile.ts';
import { holdProfile } from '../../electron/core/vault/in-use.ts';
import { temporaryFolder, testPorts } from '../support/test-core.ts';
import { type Figure, atMost, median, ratioInTurn, timed } from './figures.ts';

const MESSAGES = 100_000;
const key = Buffer.alloc(32, 9);
const userId = UserId.parse(systemIds.next());
const sessionId = SessionId.parse(systemIds.next());
const newest = Number.MAX_SAFE_INTEGER;

type Store = { connection: Connection; scope: OwnerScope; file: string };

const messageAt = (sequence: number): Row<'messages'> => ({
  id: MessageId.parse(systemIds.next()),
  sessionId,
  userId,
  role: sequence % 2 === 1 ? 'user' : 'assistant',
  content: `Entry ${sequence}: part of me wants to rest, and another part keeps the lists going until late in the evening.`,
  metadata: { delivery: 'complete' },
  createdAt: 1_770_000_000_000 + sequence * 60_000,
  sequence,
});

async function filledStore(): Promise<Store> {
  const file = join(temporaryFolder(), 'trailhead.db');
  const connection = openConnection(file, key, { create: true });
  await migrate(connection, readMigrations(join(import.meta.dirname, '..', '..', 'migrations')), async () => undefined);
  const scope = createOwnerScopes(connection)(userId);
  scope.write('action', (table) => {
    table('users').insert({ id: userId, email: null, createdAt: 1, settings: defaultSettings });
    table('sessions').insert({ id: sessionId, userId, title: null, status: 'active', startedAt: 1, endedAt: null, metadata: {} });
    for (let sequence = 1; sequence <= MESSAGES; sequence += 1) table('messages').insert(messageAt(sequence));
  });
  connection.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  return { connection, scope, file };
}

export async function run(): Promise<Figure[]> {
  const store = await filledStore();
  const { connection } = store;
  const figures = [insertRatio(store), pointReadRatio(store), pageRatio(store), encryptedRatio(store)];
  connection.close();
  return [...figures, await openTime(store), firstPageTime(store)];
}

const INSERT = `INSERT INTO messages (id, session_id, user_id, role, content, metadata, created_at, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** One message in a transaction of its own, durable: with its commit and fsync on both sides. */
function insertRatio({ connection, scope }: Store): Figure {
  let sequence = MESSAGES;
  const statement = connection.sqlite.prepare(INSERT);
  const rawInsert = connection.sqlite.transaction((row: Row<'messages'>) =>
    statement.run(row.id, row.sessionId, row.userId, row.role, row.content, JSON.stringify(row.metadata), row.createdAt, row.sequence),
  );
  const next = () => messageAt((sequence += 1));
  const ratio = ratioInTurn(
    () => scope.write('action', (table) => table('messages').insert(next())),
    () => connection.actingAs(userId, () => rawInsert.immediate(next())),
    { rounds: 41, batch: 10 },
  );
  connection.actingAs(userId, () => connection.sqlite.prepare('DELETE FROM messages WHERE sequence > ?').run(MESSAGES));
  return atMost('insert_ratio', 'ratio', ratio, 1.5);
}

/** The same columns, and the same JSON parsed, on both sides. */
const COLUMNS = 'id, session_id, role, content, metadata, sequence, created_at';
type RawMessage = { metadata: unknown };
const withMetadata = (row: RawMessage | undefined): RawMessage | undefined => {
  if (row && typeof row.metadata === 'string') row.metadata = JSON.parse(row.metadata);
  return row;
};

function pointReadRatio({ connection, scope }: Store): Figure {
  const repository = scope.use(messageRepository);
  const ids = repository.before(sessionId, newest, 200).map(({ id }) => id);
  const statement = connection.sqlite.prepare<unknown[], RawMessage>(`SELECT ${COLUMNS} FROM messages WHERE user_id = ? AND id = ?`);
  let turn = 0;
  const nextId = (): MessageId => ids[(turn += 1) % ids.length] ?? MessageId.parse('');
  const ratio = ratioInTurn(
    () => repository.get(nextId()),
    () => withMetadata(statement.get(userId, nextId())),
    { rounds: 61, batch: 400 },
  );
  return atMost('point_read_ratio', 'ratio', ratio, 1.5);
}

function pageRatio({ connection, scope }: Store): Figure {
  const repository = scope.use(messageRepository);
  const statement = connection.sqlite.prepare<unknown[], RawMessage>(
    `SELECT ${COLUMNS} FROM messages WHERE user_id = ? AND session_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
  );
  const ratio = ratioInTurn(
    () => repository.before(sessionId, newest, 50),
    () => statement.all(userId, sessionId, newest, 50).map(withMetadata).reverse(),
    { rounds: 61, batch: 40 },
  );
  return atMost('page50_ratio', 'ratio', ratio, 1.25);
}

/** Cached reads of the encrypted file against a plain copy of it, row by row the same, under the same pragmas. */
function encryptedRatio({ connection }: Store): Figure {
  const plainFile = join(temporaryFolder(), 'plain.db');
  connection.sqlite.exec(`ATTACH DATABASE '${plainFile}' AS plain KEY ''`);
  const schema = connection.sqlite
    .prepare<[], { sql: string }>(
      `SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND (name = 'messages' OR (tbl_name = 'messages' AND type = 'index'))`,
    )
    .all();
  for (const { sql } of schema) {
    connection.sqlite.exec(
      sql.replace('CREATE TABLE ', 'CREATE TABLE plain.').replace(/CREATE (UNIQUE )?INDEX /u, 'CREATE $1INDEX plain.'),
    );
  }
  connection.sqlite.pragma('foreign_keys = OFF');
  connection.sqlite.exec('INSERT INTO plain.messages SELECT * FROM main.messages');
  connection.sqlite.exec('DETACH DATABASE plain');
  connection.sqlite.pragma('foreign_keys = ON');

  const plain = new Database(plainFile);
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'temp_store = MEMORY',
    `cache_size = -${64 * 1024}`,
  ]) {
    plain.pragma(pragma);
  }
  const page = `SELECT ${COLUMNS} FROM messages WHERE user_id = ? AND session_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT 50`;
  const encryptedPage = connection.sqlite.prepare(page);
  const plainPage = plain.prepare(page);
  let at = 0;
  // Wanders over the newest 10,000 messages, which both sides hold in their cache after the warm-up.
  const place = () => MESSAGES - ((at += 997) % 10_000);
  const ratio = ratioInTurn(
    () => encryptedPage.all(userId, sessionId, place()),
    () => plainPage.all(userId, sessionId, place()),
    { rounds: 61, batch: 40 },
  );
  plain.close();
  return atMost('encrypted_cached_ratio', 'ratio', ratio, 1.3);
}

/** Opening a profile with 100,000 messages: everything unlocking does once it has the key, from the lock file to the features. */
async function openTime({ file }: Store): Promise<Figure> {
  const ports = testPorts();
  const summary = { id: userId, label: 'bench', createdAt: 1, hasRecoveryCode: false };
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    const held = holdProfile(dirname(file));
    const profile = await openProfile(ports, () => undefined, { folder: dirname(file), key, summary, isNew: false });
    times.push(performance.now() - start);
    await profile.close();
    held.release();
  }
  return atMost('open_ms', 'ms', median(times), 25);
}

/** What the main process does for the first screen after unlocking: the list of sessions and the newest page of messages. */
function firstPageTime({ file }: Store): Figure {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const connection = openConnection(file, key, { create: false });
    const scope = createOwnerScopes(connection)(userId);
    times.push(
      timed(() => {
        scope.use(sessionRepository).list({ limit: 50 });
        scope.use(sessionRepository).active();
        scope.use(messageRepository).before(sessionId, newest, 51);
      }),
    );
    connection.close();
  }
  return atMost('first_page_ms', 'ms', median(times), 10);
}
