import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { expect, it } from 'vitest';
import { observedRandom } from '../support/observed-random.ts';
import { temporaryFolder, testCore } from '../support/test-core.ts';

const sentence = 'Part of me wants to be readable in twenty years.';

/** Opens a file with another implementation of SQLCipher 4, one that knows nothing of Trailhead. */
const openElsewhere = (file: string, key: Buffer): SqlCipher => {
  const database = new SqlCipher(file);
  database.pragma(`key = "x'${key.toString('hex')}'"`);
  return database;
};

it('keeps data that another SQLCipher reads with the same key, and only with it', async () => {
  const random = observedRandom();
  const core = testCore({ random });
  const { profile } = await core.ask('profiles.create', { label: 'K.M.', passphrase: 'a long enough passphrase', withRecoveryCode: false });
  const said = await core.ask('companion.say', { text: sentence });
  await core.replied(said.reply.id);
  await core.stop();

  const copy = join(temporaryFolder(), 'copy.db');
  copyFileSync(join(core.dataDir, 'profiles', profile.id, 'trailhead.db'), copy);

  const database = openElsewhere(copy, random.databaseKey());
  const messages = database.prepare('SELECT role, content FROM messages ORDER BY sequence').all();
  expect(messages[0]).toMatchObject({ role: 'user', content: sentence });
  expect(database.prepare(`SELECT rowid FROM messages_fts WHERE messages_fts MATCH 'readable'`).all().length).toBeGreaterThan(0);
  expect(database.pragma('cipher_integrity_check')).toEqual([]);
  database.close();

  const locked = openElsewhere(copy, Buffer.alloc(32, 7));
  expect(() => locked.prepare('SELECT count(*) FROM messages').all()).toThrow();
  locked.close();
});
