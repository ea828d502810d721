import { describe, expect, it } from 'vitest';
import { believed, plantMemory, remembering } from '../../../tests/support/plant.ts';
import { watchedCore } from '../../../tests/support/watched-core.ts';

const elsewhere = 'session:01900000-0000-7000-8000-0000000fffff';

describe('forgetting a part', () => {
  it('leaves what is remembered of other things, whatever the part is called', async () => {
    const core = await watchedCore();
    const { id: work } = await core.ask('parts.create', { name: 'Work', attributes: { role: 'manager' } });
    const { id: me } = await core.ask('parts.create', { name: 'I', attributes: { role: 'manager' }, story: 'It sounds as if it helps.' });
    const unrelated = {
      triggers: [believed('triggers', '“When the work phone rings I freeze”', [elsewhere], { wanted: 'a Work of my own' })],
      themes: [believed('themes', 'You wrote about work.', [elsewhere])],
      practices: [believed('practices', 'It sounds as if this helps: “I walk”', [elsewhere])],
      openThreads: [believed('openThreads', 'Work is what I do.', [elsewhere], { by: 'person' })],
    };
    const about = {
      parts: [believed('parts', 'Work has spoken.', [elsewhere], { parts: [work] })],
      relationships: [believed('relationships', 'It sounds as if Work and Other pull against each other.', [elsewhere])],
    };
    core.beside((_connection, scope) => plantMemory(scope, [remembering(unrelated), remembering({ ...unrelated, ...about })]));
    const preview = await core.ask('forgetting.preview', { target: { kind: 'part', partId: work } });
    expect(preview.shown.beliefs.map(({ text }) => text)).toEqual([...about.parts, ...about.relationships].map(({ text }) => text));
    for (const partId of [work, me]) await core.ask('forgetting.forget', { target: { kind: 'part', partId } });
    expect((await core.ask('memory.get', {})).document).toMatchObject({ ...unrelated, parts: [], relationships: [] });
    expect((await core.ask('memory.verify', {})).problems).toEqual([]);
    await core.stop();
  });
});
