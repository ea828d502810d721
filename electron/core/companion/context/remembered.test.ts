import { describe, expect, it } from 'vitest';
import { type TestMemory, testMemory } from '../../../../tests/support/memory.ts';
import { testIds } from '../../../../tests/support/test-core.ts';
import { PartId, SessionId } from '../../../../shared/ids.ts';
import type { KeptPrivate } from './kept-private.ts';
import { inTurns, recall } from './remembered.ts';

const never = () => false;
const nothingPrivate: KeptPrivate = { isPart: never, hidesSession: never, hides: never, mentions: never, hidesWordsOf: never };
const lantern = PartId.parse(testIds(9000).next());
const hidden = SessionId.parse(testIds(9100).next());

const recalled = ({ actor, scope, memory }: TestMemory, kept: Partial<KeptPrivate>) => {
  const found = recall({ actor, scope, memory, kept: { ...nothingPrivate, ...kept }, exilesRest: false });
  if (!found) throw new Error('The memory can’t be read.');
  return { ...found, texts: inTurns(found.document).map(({ belief }) => belief.text) };
};

async function filled() {
  const test = await testMemory();
  test.learn(
    { section: 'themes', text: 'Work came up.' },
    { section: 'parts', text: 'The Lantern spoke.', parts: [lantern] },
    { section: 'triggers', text: 'It touches the lantern.' },
    { section: 'practices', text: 'Walking helps.', sources: [`session:${hidden}`] },
    { section: 'safetyNotes', text: 'A hard moment was noticed.' },
  );
  return test;
}

describe('what a companion may know of the memory', () => {
  it('is all but the notes about hard moments when nothing is private', async () => {
    const { texts, isWhole, document } = recalled(await filled(), {});
    expect(texts).toEqual(['It touches the lantern.', 'Work came up.', 'Walking helps.', 'The Lantern spoke.']);
    expect([isWhole, document.safetyNotes]).toEqual([true, []]);
    expect(document.summary).toBe('1 themes, 1 triggers, 1 parts.');
  });

  it('has nothing about a private part, of a private session, or that calls something private by its name; the summary neither', async () => {
    const test = await filled();
    expect(recalled(test, { isPart: (id) => id === lantern }).texts).not.toContain('The Lantern spoke.');
    expect(recalled(test, { hidesSession: ({ id }) => id === hidden }).texts).not.toContain('Walking helps.');
    const { texts, isWhole, document } = recalled(test, { mentions: (text) => /lantern/iu.test(text) });
    expect(texts).toEqual(['Work came up.', 'Walking helps.']);
    expect(isWhole).toBe(false);
    expect(document.summary).toBe('1 themes, 0 triggers, 0 parts.');
  });
});
