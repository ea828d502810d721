import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase } from '../../electron/core/db/check.ts';
import { type Connection, openConnection } from '../../electron/core/db/connection.ts';
import { type OwnerScope, createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import type { PartId, SessionId, MessageId } from '../../shared/ids.ts';
import { observedRandom } from './observed-random.ts';
import type { TestCoreOptions } from './test-core.ts';
import { type UnlockedCore, unlockedCore } from './unlocked-core.ts';

export type WatchedCore = UnlockedCore & {
  folder: string;
  databaseKey(): Buffer;
  /** A connection beside the core's own, which the caller closes. */
  open(): Connection;
  /** A connection beside the core's own, for as long as `work` runs. */
  beside<Value>(work: (connection: Connection, scope: OwnerScope) => Value): Value;
  /** Every table, the words of the search index, and every page of the file as it is decrypted, free ones too, that hold a word. */
  holding(word: string): string[];
  /** Bytes in the write-ahead log. */
  logSize(): number;
  problems(): string[];
};

/** A core whose file can be read beside it, page by page. */
export async function watchedCore(options: TestCoreOptions = {}): Promise<WatchedCore> {
  const random = observedRandom();
  const core = await unlockedCore({ random, ...options });
  const folder = join(core.dataDir, 'profiles', core.profile.id);
  const open = () => openConnection(join(folder, 'trailhead.db'), random.databaseKey(), { create: false });
  const beside: WatchedCore['beside'] = (work) => {
    const connection = open();
    try {
      return work(connection, createOwnerScopes(connection)(core.profile.id));
    } finally {
      connection.close();
    }
  };
  return {
    ...core,
    folder,
    databaseKey: random.databaseKey,
    open,
    beside,
    holding: (word) =>
      beside(({ sqlite }) => {
        const tables = sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
        sqlite.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, messages_fts, row)`);
        return [
          ...tables.filter((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).raw().all()).includes(word)),
          ...(sqlite.prepare('SELECT 1 FROM temp.words WHERE term LIKE ?').get(`${word}%`) ? ['the search index'] : []),
          // The driver hands out the pages decrypted, which is why nothing but a test may ask for them.
          ...(sqlite.serialize().includes(word) ? ['a page'] : []),
        ];
      }),
    logSize() {
      const log = join(folder, 'trailhead.db-wal');
      return existsSync(log) ? readFileSync(log).length : 0;
    },
    problems: () => beside(({ sqlite }) => checkDatabase(sqlite).problems),
  };
}

/** Says something, accepts what was offered for it, edits it and has it answered again: the words are then everywhere they can be. */
export async function liveWith(
  core: UnlockedCore,
  text: string,
): Promise<{ messageId: MessageId; sessionId: SessionId; partId: PartId; replyId: MessageId }> {
  const { message, reply, session } = await core.say(text);
  const [proposal] = (await core.ask('proposals.list', { messageId: message.id })).items;
  if (!proposal) throw new Error('Nothing was offered.');
  const accepted = await core.ask('proposals.accept', { proposalId: proposal.id, name: 'The Checker' });
  const partId = accepted.part?.id;
  if (!partId) throw new Error('No part came of it.');
  core.events.length = 0;
  await core.ask('companion.edit', { messageId: message.id, text: `${text} Always, that ${text.split(' ').at(-2)}.` });
  await core.replied(reply.id);
  core.events.length = 0;
  await core.ask('companion.regenerate', { messageId: reply.id });
  await core.replied(reply.id);
  return { messageId: message.id, sessionId: session.id, partId, replyId: reply.id };
}
