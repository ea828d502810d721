import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { monday } from '../../../tests/support/test-core.ts';
import { emptyMemory } from '../../../shared/entities/memory.ts';
import type { SessionMetadata } from '../../../shared/entities/session.ts';
import { EvidenceId, MessageId, SessionId } from '../../../shared/ids.ts';
import { readMaterial } from './material.ts';
import { summarise } from './summarise/summarise.ts';
import { readCheckIn, readRating } from './told-content.ts';

const DAY = 86_400_000;
const zone = { timeZone: 'Europe/London' };

async function filled() {
  const database = await testDatabase();
  const { alice, bob, ids, scopeOf } = database;
  const rows = database.fill(alice);
  const scope = scopeOf(alice);
  let sequence = 100;
  /** An ended session with these messages of the person's, a minute apart; a message with a part is a line of that part's or shows it. */
  const session = (
    at: number,
    told: { text: string; as?: typeof rows.parts; shows?: typeof rows.parts; role?: 'assistant' }[],
    metadata: SessionMetadata = {},
  ) => {
    const id = SessionId.parse(ids.next());
    const messageIds = told.map(() => MessageId.parse(ids.next()));
    scope.write('action', (table) => {
      table('sessions').insert({ id, userId: alice, title: null, status: 'ended', startedAt: at, endedAt: at + 3_600_000, metadata });
      for (const [place, { text, as, shows, role = 'user' }] of told.entries()) {
        const messageId = messageIds[place] ?? MessageId.parse(ids.next());
        const createdAt = at + place * 60_000;
        sequence += 1;
        table('messages').insert({
          ...{ id: messageId, sessionId: id, userId: alice, role, content: text, sequence, createdAt },
          metadata: { delivery: 'complete', ...(as && { speaker: { kind: 'part', partId: as.id, name: as.name } }) },
        });
        if (shows)
          table('partEvidence').insert({
            ...{ id: EvidenceId.parse(ids.next()), userId: alice, partId: shows.id, kind: 'emotion', quote: text },
            ...{ sessionId: id, messageId, observedAt: createdAt },
          });
      }
    });
    return { id, messageIds };
  };
  const read = (refId: string) => readMaterial(scope, { kind: 'session', refId }, zone);
  return { ...database, bob, rows, scope, session, read };
}

describe('the material of a session', () => {
  it('is the person’s own messages in the order of writing, with the parts that show in them', async () => {
    const { rows, session, read } = await filled();
    const { id, messageIds } = session(monday, [
      { text: 'Lists again.', shows: rows.parts },
      { text: 'Tell me more.', role: 'assistant' },
      { text: 'I want order.', as: rows.parts, shows: rows.parts },
      { text: 'I sleep.', as: rows.otherPart },
    ]);
    const material = read(id);
    expect(material?.messages.map(({ content }) => content)).toEqual(['Lists again.', 'I want order.', 'I sleep.']);
    expect(material).toMatchObject({ kind: 'session', refId: id, source: `session:${id}`, at: monday + 3_600_000 });
    expect(new Map(material?.spokeIn)).toEqual(
      new Map([
        [rows.parts.id, [messageIds[0], messageIds[2]]],
        [rows.otherPart.id, [messageIds[3]]],
      ]),
    );
    expect(material?.parts.map((part) => part.id)).toEqual([rows.parts.id, rows.otherPart.id].toSorted());
    expect(material?.relationships).toHaveLength(1);
  });

  it('knows when parts spoke before: in ninety days, in other sessions, and not in those of which nothing is remembered', async () => {
    const { rows, session, read } = await filled();
    const told = [
      { text: 'Lists.', shows: rows.parts },
      { text: 'I sleep.', as: rows.otherPart },
    ];
    session(monday - 100 * DAY, told);
    session(monday - 20 * DAY, told);
    session(monday - 3 * DAY, told, { remembered: false });
    session(monday + DAY, told);
    const { id } = session(monday, told);
    const before = read(id)?.spokeBefore;
    // The profile came with a message of its own.
    expect(before?.get(rows.parts.id)).toEqual([rows.messages.createdAt, monday - 20 * DAY]);
    expect(before?.get(rows.otherPart.id)).toEqual([monday - 20 * DAY + 60_000]);
  });

  it('holds nothing but the session when nothing of it may be remembered', async () => {
    const { rows, session, read } = await filled();
    const { id } = session(monday, [{ text: 'When my boss emails I freeze.', shows: rows.parts }], { remembered: false });
    const material = read(id);
    expect(material).toMatchObject({ messages: [], parts: [], safetyFlags: [], session: { id, remembered: false } });
    expect(material && summarise({ document: emptyMemory, material })).toEqual([]);
  });

  it('is none when the session is gone, was never there or is another person’s', async () => {
    const { alice, bob, scopeOf, session, read, ids } = await filled();
    const { id } = session(monday, []);
    expect(read(ids.next())).toBeNull();
    expect(read('not an identifier')).toBeNull();
    expect(readMaterial(scopeOf(bob), { kind: 'session', refId: id }, zone)).toBeNull();
    scopeOf(alice).write('action', (table) => table('sessions').remove(id));
    expect(read(id)).toBeNull();
  });

  it('brings its hard moments along', async () => {
    const { rows, scope } = await filled();
    const { sessionId } = rows.safetyFlags;
    expect(readMaterial(scope, { kind: 'session', refId: sessionId ?? '' }, zone)?.safetyFlags).toMatchObject([
      { id: rows.safetyFlags.id },
    ]);
  });
});

describe('the material of a check-in and of an insight', () => {
  it('is what was written in them, read as far as it is understood', async () => {
    const { alice, rows, scope, ids } = await filled();
    const row = {
      ...rows.checkIns,
      id: rows.checkIns.id,
      content: {
        mood: 2,
        wins: ['Breathing helped.', 7],
        reflection: 'I feel sad.',
        later: { is: 'new' },
        partsPresent: [rows.parts.id, 'nobody'],
      },
    };
    scope.write('action', (table) => table('checkIns').update(row.id, { content: row.content }));
    const material = readMaterial(scope, { kind: 'check_in', refId: row.id }, zone);
    expect(material).toMatchObject({
      source: `check_in:${row.id}`,
      words: ['Breathing helped.', 'I feel sad.'],
      present: [rows.parts.id],
      session: null,
    });
    expect(material && summarise({ document: emptyMemory, material }).map(({ section }) => section)).toEqual([
      'parts',
      'themes',
      'practices',
    ]);
    scope.write('action', (table) =>
      table('insights').update(rows.insights.id, {
        content: { text: 'Try a slow breath.' },
        rating: { stars: 4 },
        feedback: 'I feel calm.',
      }),
    );
    const insight = readMaterial(scope, { kind: 'insight', refId: rows.insights.id }, zone);
    expect(insight).toMatchObject({
      source: `insight:${rows.insights.id}`,
      words: ['I feel calm.'],
      rating: { value: 4, about: 'Try a slow breath.' },
    });
    for (const kind of ['check_in', 'insight'] as const) expect(readMaterial(scope, { kind, refId: ids.next() }, zone)).toBeNull();
    expect(alice).toBe(scope.userId);
  });

  it.each([null, 7, 'text', [], {}, { wins: { a: 1 }, reflection: 5, partsPresent: 'x' }, { note: '  ' }])(
    'takes nothing from %j',
    (content) => {
      expect(readCheckIn(content).words).toEqual([]);
      expect(readRating(content === 7 ? 9 : content, content)).toBeNull();
    },
  );

  it('takes a rating as it may be stored, and never more than there can be', () => {
    expect(readRating(3, {})).toEqual({ value: 3, about: '' });
    expect(readRating({ value: 1 }, { title: 'Walk' })).toEqual({ value: 1, about: 'Walk' });
    expect(
      readCheckIn({ note: 'a'.repeat(100_000), wins: Array.from({ length: 900 }, () => 'x') }).words.map(({ length }) => length),
    ).toEqual([...Array.from({ length: 50 }, () => 1), 32_768]);
  });
});
