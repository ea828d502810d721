import { describe, expect, it } from 'vitest';
import { type TestMemory, testMemory } from '../../../tests/support/memory.ts';

const texts = ({ memory, actor }: TestMemory): string[] => memory.get(actor).document.themes.map(({ text }) => text);

describe('what is wrong or never to be remembered', () => {
  it('counts from when it was said last: what was written between two times of “wrong” is not believed again', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    test.learn({ text: 'Work came up.' });
    const [belief] = memory.get(actor).document.themes;
    if (!belief) throw new Error('Nothing is remembered.');
    memory.wrong(actor, belief.id);
    test.clock.advance(60_000);
    const between = test.occasion([{ text: 'Work came up.' }]);
    const takeIn = (revision: number) => memory.takeIn(actor, { kind: 'session', refId: between.material.refId, revision, ...between });
    takeIn(1);
    expect(texts(test)).toEqual(['Work came up.']);
    test.clock.advance(60_000);
    memory.wrong(actor, belief.id);
    takeIn(2);
    expect(texts(test)).toEqual([]);
    expect(memory.rules(actor).items).toMatchObject([{ kind: 'wrong', createdAt: test.clock.now() }]);
    test.learn({ text: 'Work came up.' });
    expect(texts(test)).toEqual(['Work came up.']);
  });

  it('is kept as a digest that does not tell which belief it was', async () => {
    const test = await testMemory();
    test.learn({ text: 'Work came up.' }, { text: 'Home came up.' });
    const [work, home] = test.memory.get(test.actor).document.themes;
    if (!work || !home) throw new Error('Nothing is remembered.');
    test.memory.never(test.actor, work.id);
    test.memory.wrong(test.actor, home.id);
    const rules = test.database.connection.sqlite.prepare('SELECT * FROM memory_rules').all();
    expect(rules).toHaveLength(2);
    for (const { id, text } of [work, home]) for (const words of [id, text]) expect(JSON.stringify(rules)).not.toContain(words);
  });
});
