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

  it('that is never to be remembered is kept out in any order of its words, is one rule, and can all be allowed again', async () => {
    const test = await testMemory();
    const { memory, actor } = test;
    const trigger = (text: string) => ({ section: 'triggers' as const, text });
    const triggers = () => memory.get(actor).document.triggers.map(({ text }) => text);
    const one = trigger('“When my boss emails Martha I freeze”');
    const other = trigger('“I freeze whenever Martha emails my boss”');
    test.learn(one);
    const [belief] = memory.get(actor).document.triggers;
    if (!belief) throw new Error('Nothing is remembered.');
    memory.edit(actor, { beliefId: belief.id, text: 'Mail.' });
    memory.never(actor, belief.id);
    test.learn(one, other, trigger('“When my sister emails Martha I freeze”'));
    expect(triggers()).toEqual(['“When my sister emails Martha I freeze”']);
    const { items } = memory.rules(actor);
    expect(items).toMatchObject([{ kind: 'never', section: 'triggers' }]);
    const stored = JSON.stringify(test.database.connection.sqlite.prepare('SELECT * FROM memory_rules').all());
    expect(stored).not.toMatch(/boss|martha/iu);
    if (items[0]) memory.dropRule(actor, items[0].id);
    test.learn(one, other);
    expect(triggers()).toHaveLength(3);
  });
});
