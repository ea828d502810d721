import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calls, says, toolAnswers } from '../../../../tests/support/fake-messages-api.ts';
import { modelCore } from '../../../../tests/support/model-core.ts';
import { believed, plantMemory, remembering } from '../../../../tests/support/plant.ts';
import { openConnection } from '../../db/connection.ts';
import { createOwnerScopes } from '../../db/owner-scope.ts';

/** An open profile that remembers something of what is open, of a part and a session that are private, and of a part that carries pain. */
async function remembers() {
  const core = await modelCore();
  const part = (name: string, role: 'manager' | 'exile') => core.ask('parts.create', { name, attributes: { role } });
  const [lantern, small] = [await part('The Lantern', 'manager'), await part('The Small One', 'exile')];
  const hidden = await core.say('It was cold.');
  await core.ask('sessions.end', { sessionId: hidden.session.id });
  const withLantern = await core.ask('companion.say', { text: 'It was late.', mode: 'visit', partId: lantern.id });
  await core.replied(withLantern.reply.id);
  await core.ask('sessions.end', { sessionId: withLantern.session.id });
  const { message, session } = await core.say('It was a day.');
  const open = [`message:${message.id}`];
  const connection = openConnection(join(core.dataDir, 'profiles', core.profile.id, 'trailhead.db'), core.databaseKey(), { create: false });
  plantMemory(createOwnerScopes(connection)(core.profile.id), [
    remembering(
      {
        themes: [
          believed('themes', 'Work came up.', open),
          believed('themes', 'The cellar came up.', [`message:${hidden.message.id}`]),
          believed('themes', 'The attic came up.', [`session:${hidden.session.id}`]),
          believed('themes', 'The stairs came up.', [`message:${withLantern.message.id}`]),
        ],
        parts: [
          believed('parts', 'It guards the gate.', open, { parts: [lantern.id] }),
          believed('parts', 'It waits by the window.', open, { parts: [small.id] }),
        ],
        triggers: [believed('triggers', 'It touches something.', open, { wanted: 'to put out the lantern' })],
        safetyNotes: [believed('safetyNotes', 'A hard moment was noticed.', open)],
      },
      'The cellar, the attic, the stairs, the gate and the lantern came up.',
    ),
  ]);
  connection.close();
  await core.ask('privacy.set', { partId: lantern.id, private: true });
  await core.ask('privacy.set', { sessionId: hidden.session.id, private: true });
  return { core, session };
}

const hiddenWords = /cellar|attic|stairs|gate|lantern|put out|hard moment/iu;

describe('what is remembered of what is private', () => {
  it('is told to no model: not in a request, and not when it asks for the memory', async () => {
    const { core, session } = await remembers();
    const before = core.api.received.length;
    core.api.answers(calls([['get_memory', {}]]), says('I see.'));
    await core.say('How are things?', session.id);
    const sent = core.api.received.slice(before);
    expect(sent).toHaveLength(2);
    for (const { text } of sent) {
      expect(text).not.toMatch(hiddenWords);
      expect(text).toContain('Work came up.');
      expect(text).toContain('It waits by the window.');
    }
    expect(toolAnswers(sent[1] ?? expect.unreachable())).toEqual([{ isError: false, content: expect.stringContaining('Work came up.') }]);
  });

  it('is not told by the Guide, which says that something is left out', async () => {
    const { core, session } = await remembers();
    await core.ask('providers.choose', { provider: { kind: 'guide' } });
    const { reply } = await core.say('What do you remember about me?', session.id);
    const told = (await core.ask('messages.list', { sessionId: session.id })).items.find(({ id }) => id === reply.id)?.content;
    expect(told).toContain('Work came up.');
    expect(told).toMatch(/private/u);
    expect(told).not.toMatch(hiddenWords);
  });
});

describe('what is remembered of a part that carries pain', () => {
  it('is told to nobody while somebody may be in danger', async () => {
    const { core } = await remembers();
    await core.say('I want to kill myself tonight.');
    const before = core.api.received.length;
    core.api.answers(calls([['get_memory', {}]]), says('I see.'));
    await core.say('My sister is with me now.');
    const sent = core.api.received.slice(before).map(({ text }) => text);
    expect(sent).toHaveLength(2);
    for (const text of sent) {
      expect(text).toContain('Work came up.');
      expect(text).not.toContain('window');
    }
  });
});
