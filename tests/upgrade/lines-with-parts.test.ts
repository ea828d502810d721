import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../../electron/core/db/connection.ts';
import { migrate, readMigrations } from '../../electron/core/db/migrate.ts';
import { createOwnerScopes } from '../../electron/core/db/owner-scope.ts';
import { messageRepository } from '../../electron/core/sessions/message-repository.ts';
import { NoteId, UserId } from '../../shared/ids.ts';
import { rowsOfEveryKind } from '../support/rows-of-every-kind.ts';
import { monday, temporaryFolder, testIds } from '../support/test-core.ts';
import { migrationsDir } from '../support/test-database.ts';

/** The schema before lines kept which part they were written with. */
const BEFORE = 5;

it('tells of lines written before which part they were written with: the one of a letter, and the one the session is with', async () => {
  const ids = testIds();
  const owner = UserId.parse(ids.next());
  const migrations = readMigrations(migrationsDir);
  const connection = openConnection(join(temporaryFolder(), 'trailhead.db'), randomBytes(32), { create: true });
  await migrate(connection, migrations.slice(0, BEFORE), async () => undefined);
  const scope = createOwnerScopes(connection)(owner);
  const rows = rowsOfEveryKind(owner, ids, monday, 1);
  const [user, session, message, note, part, other] = [
    ...[rows.users[0], rows.sessions[0], rows.messages[0], rows.notes[0]],
    ...[rows.parts[0], rows.parts[1]],
  ] as const;
  if (!user || !session || !message || !note || !part || !other) throw new Error('There are not rows of every kind.');
  const lines = [
    { mode: 'letter' as const, expected: part.id },
    { mode: 'visit' as const, expected: other.id },
    { mode: undefined, expected: undefined },
    { mode: 'dialogue' as const, expected: undefined },
  ].map((line, at) => ({ ...line, id: at === 0 ? message.id : (rowsOfEveryKind(owner, ids, monday, 1).messages[0]?.id ?? message.id) }));
  scope.write('action', (table) => {
    table('users').insert(user);
    table('sessions').insert({ ...session, metadata: { mode: 'visit', partId: other.id } });
    for (const one of [part, other]) table('parts').insert({ ...one, recentEvidence: [] });
    lines.forEach(({ id, mode }, at) =>
      table('messages').insert({ ...message, id, sequence: at + 1, metadata: { delivery: 'complete', ...(mode && { mode }) } }),
    );
    table('notes').insert({ ...note, id: NoteId.parse(ids.next()), kind: 'letter', partId: part.id });
  });
  await migrate(connection, migrations, async () => undefined);
  const kept = createOwnerScopes(connection)(owner).use(messageRepository);
  expect(lines.map(({ id }) => kept.get(id)?.metadata.partId)).toEqual(lines.map(({ expected }) => expected));
  connection.close();
});
