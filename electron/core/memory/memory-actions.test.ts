import { describe, expect, it } from 'vitest';
import { failureIn } from '../../../tests/support/failure-in.ts';
import { believed, remembering } from '../../../tests/support/plant.ts';
import { testMemory } from '../../../tests/support/memory.ts';
import { revisionFor } from './memory-actions.ts';
import { operationsBetween } from './patch/difference.ts';

const session = 'session:01900000-0000-7000-8000-00000000eeee';
const cause = { cause: 'session', checkpointEvery: 10 } as const;

describe('revising the memory', () => {
  it('is refused when the change was made for an earlier version, and nothing is written', async () => {
    const test = await testMemory();
    const before = test.memory.get(test.actor).document;
    const meant = remembering({ themes: [believed('themes', 'Home came up.', [session])] });
    test.learn({ text: 'Work came up.' });
    const late = { seen: 0, operations: operationsBetween(before, meant), meant, ...cause };
    expect(failureIn(() => test.bus.perform(test.actor, revisionFor('session'), late)).code).toBe('CONFLICT');
    expect(test.memory.get(test.actor)).toMatchObject({ version: 1, document: { themes: [{ text: 'Work came up.' }] } });
  });

  it('is refused when its operations come to another memory than is meant, and nothing is written', async () => {
    const test = await testMemory();
    const before = test.memory.get(test.actor).document;
    const meant = remembering({ themes: [believed('themes', 'Home came up.', [session])] });
    const other = remembering({ themes: [believed('themes', 'Sleep came up.', [session])] });
    const astray = { seen: 0, operations: operationsBetween(before, other), meant, ...cause };
    expect(() => test.bus.perform(test.actor, revisionFor('session'), astray)).toThrow('another memory');
    expect(test.memory.get(test.actor).version).toBe(0);
  });
});
