import { describe, expect, it } from 'vitest';
import { unlockedCore } from '../../tests/support/unlocked-core.ts';
import { readableCore } from '../../tests/support/exported.ts';
import { MESSAGE_MAX } from '../../shared/entities/session.ts';

describe('a message', () => {
  it.each(['', ' ', '\n\t  \u3000', '\u00a0'])('of nothing but %j is refused', async (text) => {
    const core = await unlockedCore();
    expect((await core.refusal('companion.say', { text })).code).toBe('INVALID_INPUT');
    expect((await core.ask('sessions.list', {})).items).toEqual([]);
  });

  it.each(['half a pair \ud83c', '\udf31 the other half', 'a nul \u0000 inside'])(
    'that can’t be kept unchanged is refused: %j',
    async (text) => {
      const core = await unlockedCore();
      expect((await core.refusal('companion.say', { text })).code).toBe('INVALID_INPUT');
    },
  );

  it.each([
    '👨‍👩‍👧‍👦 🏳️‍🌈',
    'שלום עליכם',
    '\u202Eturned',
    `it's "quoted" -- ; DROP TABLE messages`,
    '\u200b',
    'e\u0301',
    '<script>alert(1)</script>',
    '{"text":1}',
    '  kept  as typed\r\n',
  ])('is kept as it was typed: %j', async (text) => {
    const core = await unlockedCore();
    const { session } = await core.say(text);
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    expect(items[0]?.content).toBe(text);
  });

  it('of a whole megabyte is kept whole, comes back and is in the export; one symbol more is refused', async () => {
    const core = await readableCore();
    const filler = 'I walked along the river and it was cold. ';
    const end = 'A part of me wants to stay xylophone.';
    const text = filler.repeat(Math.ceil(MESSAGE_MAX / filler.length)).slice(0, MESSAGE_MAX - end.length) + end;
    expect(text).toHaveLength(MESSAGE_MAX);
    const { message, session } = await core.say(text);
    expect(message.content === text).toBe(true);
    const { items } = await core.ask('messages.list', { sessionId: session.id });
    expect(items[0]?.content === text).toBe(true);
    expect(core.exportText().includes('xylophone')).toBe(true);
    expect(await core.ask('database.check', {})).toMatchObject({ sound: true, messages: 2 });
    expect((await core.refusal('companion.say', { text: `${text}.` })).code).toBe('INVALID_INPUT');
    expect((await core.ask('sessions.end', { sessionId: session.id })).title).toBe('I walked along the river and it was cold');
  });

  it('with parts in its first pages is answered as quickly as any other, however long it goes on', async () => {
    const core = await unlockedCore();
    const { message } = await core.say('A part of me wants to rest, but another part keeps making lists. '.repeat(4000));
    expect(message.metadata.marks).toHaveLength(12);
    for (const { end } of message.metadata.marks ?? []) expect(end).toBeLessThanOrEqual(32_768);
  });
});

describe('a route that takes an id', () => {
  it.each(['', 'x', '1; DROP TABLE parts', '01900000-0000-4000-8000-000000000001', '../../etc/passwd', 'null'])(
    'refuses %j',
    async (id) => {
      const core = await unlockedCore();
      for (const [route, input] of [
        ['parts.get', { partId: id }],
        ['sessions.get', { sessionId: id }],
        ['proposals.accept', { proposalId: id }],
        ['companion.stop', { messageId: id }],
        ['profiles.unlock', { profileId: id, secret: { kind: 'passphrase', passphrase: 'quiet river' } }],
      ] as const)
        expect((await core.refusal(route, input)).code, route).toBe('INVALID_INPUT');
    },
  );
});
