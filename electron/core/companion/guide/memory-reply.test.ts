import { describe, expect, it } from 'vitest';
import { emptyMemory, type MemoryDocument } from '../../../../shared/entities/memory.ts';
import { MessageId } from '../../../../shared/ids.ts';
import { believed } from '../../../../tests/support/plant.ts';
import { testIds } from '../../../../tests/support/test-core.ts';
import { freshContext } from './guide-context.ts';
import { composeReply } from './reply.ts';

const ids = testIds();
const belief = (section: 'themes' | 'triggers' | 'parts', text: string) => believed(section, text, [`message:${ids.next()}`]);
const trigger = belief('triggers', 'It sounds as if this touches something: “the empty platform”');
const theme = belief('themes', 'Sleep comes up.');
const memory: MemoryDocument = {
  ...emptyMemory,
  summary: 'You have written most about sleep.',
  triggers: [trigger],
  themes: [theme],
  parts: Array.from({ length: 9 }, (_, at) => belief('parts', `Part ${at} spoke.`)),
};
const answer = (document: MemoryDocument, isWhole = true, saidLately: ReadonlySet<string> = new Set()) =>
  composeReply({
    ...{ turns: [{ role: 'user', content: 'What do you remember about me?' }], noticed: [], safetyOpen: false },
    guide: { ...freshContext, remembered: { document, isWhole }, saidLately },
  });

describe('the Guide’s answer to what it remembers', () => {
  it('tells the summary, a few beliefs of different kinds, and the way to all of it', () => {
    const { text, state } = answer(memory);
    expect(text).toContain('You have written most about sleep.');
    expect(text).toContain(`- ${trigger.text}`);
    expect(text.match(/^- /gmu)).toHaveLength(5);
    expect(text).toMatch(/\bMemory\b/u);
    expect(state.remembered).toContain(MessageId.parse(trigger.sources[0]?.slice('message:'.length)));
  });

  it('says so when there is nothing, and when something private is left out', () => {
    expect(answer(emptyMemory).text).toMatch(/nothing/u);
    expect(answer(memory, false).text).toMatch(/private/u);
    expect(answer(memory).text).not.toMatch(/private/u);
  });

  it('is the same for the same memory, and still tells it when its own sentences were all said lately', () => {
    expect(answer(memory)).toEqual(answer(memory));
    const saidLately = new Set(answer(memory).state.used.flatMap((id) => [0, 1, 2, 3, 4].map((at) => id.replace(/\d+$/u, String(at)))));
    expect(answer(memory, true, saidLately).text).toContain('You have written most about sleep.');
  });
});
